// Serves a folder on 127.0.0.1 as a plain static host does, and builds it anew whenever a source has changed.
// Usage: node .ci/serve.mjs FOLDER PORT
import { spawn } from "node:child_process";
import { createReadStream, existsSync, statSync, watch } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const [folder, port] = process.argv.slice(2);

// Folders, and files by their folder: an editor replaces a file, and a watched one would be lost.
const PAGES = ["public", "style"];
const PROGRAMS = ["crates", "src"];
const FILES = ["Cargo.lock", "Cargo.toml", "Trunk.toml", "index.html"];

// The programs as they are, or made anew: quick rather than small, else it would take a minute each time. Once some
// are new, they stay that way.
const RELEASE = [".ci/trunk", "build", "--release"];
const QUICK = [".ci/with", "env", "SMALL=no", "trunk", "build", "--release", "--cargo-profile", "quick"];
let command = RELEASE;

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mp4": "video/mp4",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".vtt": "text/vtt; charset=utf-8",
  ".wasm": "application/wasm",
  ".webm": "video/webm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

// The first and last byte that a request asks for; nothing for the whole file, null for a range that is not there.
function range(header, size) {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!asked || (asked[1] === "" && asked[2] === "")) return undefined;
  const [, from, to] = asked;
  const start = from === "" ? Math.max(size - Number(to), 0) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end ? { start, end } : null;
}

function send(request, response, file, status) {
  const { size } = statSync(file);
  const part = status === 200 ? range(request.headers.range, size) : undefined;
  if (part === null) {
    response.writeHead(416, { "content-range": `bytes */${size}` }).end();
    return;
  }
  const head = {
    "accept-ranges": "bytes",
    "cache-control": "no-cache",
    "content-length": part ? part.end - part.start + 1 : size,
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
  };
  if (part) head["content-range"] = `bytes ${part.start}-${part.end}/${size}`;
  response.writeHead(part ? 206 : status, head);
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  // A file may go while it is sent: the bundle is replaced.
  createReadStream(file, part).on("error", () => response.destroy()).pipe(response);
}

function answer(request, response) {
  const address = new URL(request.url, "http://127.0.0.1");
  let path;
  try {
    path = normalize(decodeURIComponent(address.pathname));
  } catch {
    path = "/404.html";
  }
  const file = join(folder, path);
  const found = existsSync(file) && !path.split(/[\\/]/).includes("..") && statSync(file);
  if (found && found.isDirectory() && !path.endsWith("/")) {
    response.writeHead(301, { location: address.pathname + "/" + address.search }).end();
    return;
  }
  const page = found && found.isDirectory() ? join(file, "index.html") : file;
  if (found && existsSync(page)) send(request, response, page, 200);
  else if (existsSync(join(folder, "404.html"))) send(request, response, join(folder, "404.html"), 404);
  else response.writeHead(404, { "content-type": "text/plain" }).end("404: there is no such file\n");
}

let timer;
let isBuilding = false;
let isWanted = false;
let wasQuick = false;

function build() {
  if (isBuilding) {
    isWanted = true;
    return;
  }
  isBuilding = true;
  isWanted = false;
  const first = command === QUICK && !wasQuick ? " (the first time after a change in src/ or crates/ takes minutes)" : "";
  wasQuick = command === QUICK;
  console.log(`serve: a source has changed, building…${first}`);
  const start = Date.now();
  spawn(command[0], command.slice(1), { stdio: "inherit" }).on("close", (code) => {
    const seconds = ((Date.now() - start) / 1000).toFixed(0);
    const outcome = code === 0 ? "done: reload the page" : "failed: the version before is still served";
    console.log(`serve: ${outcome} (${seconds} s)`);
    isBuilding = false;
    if (isWanted) build();
  });
}

function changed(name, isProgram) {
  // Files that editors write beside the one that is edited.
  if (/(^|[\\/])[.#]|[~]$|\.sw.$/.test(name)) return;
  if (isProgram) command = QUICK;
  clearTimeout(timer);
  timer = setTimeout(build, 200);
}

createServer((request, response) => {
  try {
    answer(request, response);
  } catch {
    // The bundle was replaced between two looks at it.
    response.writeHead(503, { "retry-after": "1" }).end();
  }
}).listen(Number(port), "127.0.0.1", () => {
  console.log(`serve: http://127.0.0.1:${port}/ (Ctrl+C ends it)`);
  const folders = [...PAGES, ...PROGRAMS];
  for (const folder of folders) {
    watch(folder, { recursive: true }, (_, name) => changed(name ?? "", PROGRAMS.includes(folder)));
  }
  watch(".", (_, name) => FILES.includes(name) && changed(name, name.startsWith("Cargo")));
});
