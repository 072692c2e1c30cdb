// What a reader downloads: the files index.html names and the event data, raw and as a server sends them.
// Usage: node .ci/sizes.mjs [dist]
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const BUDGET_KB = 190; // wasm + js + css in brotli; 1 kB = 1000 bytes

const dist = process.argv[2] ?? "dist";
if (!existsSync(join(dist, "index.html"))) {
  console.error(`${dist}/index.html is missing: run make dist first`);
  process.exit(1);
}

function measure(file) {
  const bytes = readFileSync(join(dist, file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return {
    file,
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params }).length,
  };
}

function sum(file, rows) {
  const total = (key) => rows.reduce((bytes, row) => bytes + row[key], 0);
  return { file, raw: total("raw"), gzip: total("gzip"), brotli: total("brotli") };
}

function print({ file, raw, gzip, brotli }) {
  const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(9);
  console.log(`${file.padEnd(52)}${kB(raw)}${kB(gzip)}${kB(brotli)}`);
}

const html = readFileSync(join(dist, "index.html"), "utf8");
const named = [...html.matchAll(/\b(?:href|src)=["']?([^"'\s>]+\.(?:wasm|js|css))\b/g)];
const code = [...new Set(named.map(([, url]) => url.replace(/^\.\//, "")))].sort().map(measure);

const events = join(dist, "events");
const data = (existsSync(events) ? readdirSync(events) : [])
  .map((id) => `events/${id}/event.json`)
  .filter((file) => existsSync(join(dist, file)))
  .map(measure);

console.log(`${`kB in ${dist}`.padEnd(52)}      raw     gzip   brotli`);
code.forEach(print);
const together = sum("wasm + js + css", code);
print(together);
print(measure("index.html"));
data.forEach(print);

const spare = BUDGET_KB - together.brotli / 1000;
console.log(`budget: ${BUDGET_KB} kB brotli for wasm + js + css: ${Math.abs(spare).toFixed(1)} kB ${spare < 0 ? "OVER" : "left"}`);
