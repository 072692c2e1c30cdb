// A registry for npm on 127.0.0.1 that takes packages and gives them back, so that they are installed by their names
// as everybody will. Protocol: https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md, read 2026-11-30.
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { root } from "./support.mjs";

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}

// Gives what npm published, in order; `put(FILE)`, which adds a package; and `npm(…)`, which runs a command in a home
// of its own and with this registry.
export async function registry(home) {
  const packages = new Map();
  const tarballs = new Map();
  const published = [];
  const add = (name, versions, tags) => {
    const known = packages.get(name) ?? { name, versions: {}, "dist-tags": {} };
    packages.set(name, { ...known, versions: { ...known.versions, ...versions }, "dist-tags": { ...known["dist-tags"], ...tags } });
  };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url.split("?")[0]).slice(1);
    const json = (status, value) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    if (request.method === "PUT") {
      const { name, versions, "dist-tags": tags, _attachments: files } = await body(request);
      add(name, versions, tags);
      for (const { dist } of Object.values(versions)) {
        const [[, { data }]] = Object.entries(files);
        tarballs.set(decodeURIComponent(new URL(dist.tarball).pathname).slice(1), Buffer.from(data, "base64"));
      }
      published.push(name);
      return json(201, { ok: true });
    }
    if (tarballs.has(path)) return response.writeHead(200).end(tarballs.get(path));
    return packages.has(path) ? json(200, packages.get(path)) : json(404, { error: "not found" });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, ".npmrc"), `registry=http://127.0.0.1:${port}/\n//127.0.0.1:${port}/:_authToken=none\naudit=false\nfund=false\nupdate-notifier=false\n`);
  // Nothing of npm around: under `npm test` it would pass on its own settings.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) && name !== "NACHLESE_BINARY"));
  Object.assign(env, { HOME: home, npm_config_cache: join(home, "cache"), npm_config_userconfig: join(home, ".npmrc") });
  // Not the synchronous one: this process has to answer meanwhile.
  const start = promisify(execFile);
  async function npm(command, words, { cwd = root, more = {} } = {}) {
    try {
      const { stdout, stderr } = await start(command, words, { cwd, env: { ...env, ...more }, maxBuffer: 1 << 26 });
      return { code: 0, out: stdout, err: stderr };
    } catch (error) {
      if (typeof error.code !== "number") throw error;
      return { code: error.code, out: error.stdout, err: error.stderr };
    }
  }
  // A package as if it had been published: npm is not needed for that, and slow.
  function put(file) {
    const about = JSON.parse(execFileSync("tar", ["-xzOf", file, "package/package.json"], { encoding: "utf8" }));
    const bytes = readFileSync(file);
    const path = `${about.name}/-/${basename(file)}`;
    tarballs.set(path, bytes);
    const dist = { tarball: `http://127.0.0.1:${port}/${path}`, integrity: `sha512-${createHash("sha512").update(bytes).digest("base64")}` };
    add(about.name, { [about.version]: { ...about, dist } }, { latest: about.version });
  }
  return { npm, env, put, published, close: () => server.close() };
}
