// The list of foreign parts of a release: valid, whole, exact, and the same each time.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { join } from "node:path";
import { before, test } from "node:test";
import { promisify } from "node:util";
import { folder, leftOut, must, released, root, run, targets, version } from "./support.mjs";

const packages = process.env.NPM_PACKAGES ?? join(root, ".cache/npm");
const inPage = must("bash", ["-c", '. .ci/tools; printf %s "$NPM_IN_PAGE"']);
const list = (options, more) => must("node", [".ci/sbom.mjs", ...options], { env: { NPM_IN_PAGE: inPage }, ...more });
const start = promisify(execFile);
const place = folder();
const appFile = join(place, "app.cdx.json");
let app;
let programs;

before(async () => {
  writeFileSync(appFile, list(["app"]));
  app = JSON.parse(readFileSync(appFile, "utf8"));
  // All at once: it is mostly waiting for cargo.
  const told = targets.map(({ target }) => start("node", [".ci/sbom.mjs", target, appFile], { cwd: root, maxBuffer: 1 << 26 }));
  const texts = (await Promise.all(told)).map(({ stdout }) => JSON.parse(stdout));
  programs = new Map(targets.map(({ target }, at) => [target, texts[at]]));
});

const all = () => [["app", app], ...programs];
const names = (bom, where) =>
  new Set(bom.components.filter(({ properties }) => properties.some(({ value }) => value === where)).map(({ name }) => name));

test("it is valid against the schema of CycloneDX", (t) => {
  const schemas = join(packages, "cyclonedx-library/res/schema");
  if (!existsSync(schemas)) return leftOut(t, "the schemas of CycloneDX are missing: .ci/setup test brings them");
  // ajv finds what it stands on beside itself.
  process.env.NODE_PATH = packages;
  Module._initPaths();
  const { default: Ajv } = createRequire(import.meta.url)(join(packages, "ajv"));
  const validator = new Ajv({ strict: false, allErrors: true });
  const uri = /^[a-z][a-z0-9+.-]*:\S+$/i;
  validator.addFormat("iri-reference", /^\S+$/);
  validator.addFormat("uri", uri);
  validator.addFormat("date-time", (text) => !Number.isNaN(Date.parse(text)));
  for (const format of ["email", "idn-email"]) validator.addFormat(format, /^\S+@\S+$/);
  const schema = (name) => JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), "utf8"));
  // They are named by these files, not by their ids.
  for (const name of ["spdx", "jsf-0.82"]) {
    validator.addSchema({ ...schema(name), $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json` });
  }
  const check = validator.compile(schema("bom-1.6"));
  for (const [name, bom] of all()) assert.ok(check(bom), `${name}: ${JSON.stringify(check.errors, null, 1)}`);
  // The validator looks at all of it.
  const changes = [
    (bom) => (bom.serialNumber = "urn:uuid:1"),
    (bom) => (bom.components[3].type = "crate"),
    (bom) => bom.components.push(bom.components[0]),
    (bom) => delete bom.components[5].name,
    (bom) => (bom.components.find(({ hashes }) => hashes).hashes[0].content = "none"),
  ];
  for (const change of changes) {
    const bom = structuredClone(app);
    change(bom);
    assert.ok(!check(bom), `a mistake was not found: ${change}`);
  }
});

// The version of musl is read from the compiler's own copy, which comes with the target: `make release` brings it.
const hasMusl = (target) => existsSync(join(must("rustc", ["--print", "target-libdir", "--target", target]).trim(), "self-contained/libc.a"));

test("each part has one place, a version and a licence", () => {
  for (const [name, bom] of all()) {
    const references = bom.components.map((part) => part["bom-ref"]);
    const known = new Set([...references, bom.metadata.component["bom-ref"]]);
    assert.equal(known.size, references.length + 1, `${name}: a reference stands twice`);
    for (const part of bom.components) {
      const isElsewhere = part.name === "musl" && !hasMusl(name);
      assert.ok(part.version || isElsewhere, `${name}: ${part.name} has no version`);
      // As SPDX writes them: words, with AND, OR and WITH between.
      assert.match(part.licenses?.[0]?.expression ?? "", /^[A-Za-z0-9.() +-]+$/, `${name}: ${part.name} has no licence`);
    }
    const linked = new Set([bom.metadata.component["bom-ref"]]);
    for (const { ref, dependsOn = [] } of bom.dependencies) {
      for (const reference of [ref, ...dependsOn]) assert.ok(known.has(reference), `${name}: ${reference} is not listed`);
      for (const reference of dependsOn) linked.add(reference);
    }
    assert.deepEqual([...known].filter((reference) => !linked.has(reference)), [], `${name}: nobody needs these`);
  }
});

test("it has what is in the program and in its app, and nothing else", () => {
  const here = programs.get("x86_64-unknown-linux-musl");
  const program = names(here, "program");
  const page = names(here, "page");
  const expected = [
    [program, ["clap", "axum", "brotli", "tar", "notify", "inotify", "rust-std", "musl", "nachlese-app", "nachlese-cli"]],
    [page, ["leptos", "wasm-bindgen", "console_error_panic_hook", "rust-std", "nachlese-importer", "nachlese-qr"]],
  ];
  for (const [found, wanted] of expected) for (const name of wanted) assert.ok(found.has(name), `${name} is missing`);
  // Of tests, of the build, and macros.
  for (const name of ["boon", "fantoccini", "proptest", "serde_derive", "clap_derive", "leptos_macro", "uglify-js", "binaryen"]) {
    assert.ok(!program.has(name) && !page.has(name), `${name} is not in it`);
  }
  assert.ok(!page.has("tokio") && !page.has("clap") && !page.has("musl"));
  assert.ok(!program.has("console_error_panic_hook"));
  const apart = [
    ["x86_64-pc-windows-msvc", "windows-sys", ["inotify", "musl", "objc2-core-services"]],
    ["aarch64-apple-darwin", "objc2-core-services", ["inotify", "musl", "windows-sys"]],
    ["aarch64-unknown-linux-musl", "inotify", ["windows-sys", "objc2-core-services"]],
  ];
  for (const [target, own, others] of apart) {
    const found = names(programs.get(target), "program");
    assert.ok(found.has(own), `${target}: ${own}`);
    for (const other of others) assert.ok(!found.has(other), `${target}: ${other}`);
  }
});

test("packages of npm are listed if they are there", (t) => {
  const listed = app.components.filter(({ purl }) => purl?.startsWith("pkg:npm/")).map(({ purl }) => purl);
  const place = (spec) => join(root, ".cache/npm", spec.replaceAll(/.*\/|@[^@]*$/g, ""), ".spec");
  const fetched = inPage.split(" ").filter((spec) => existsSync(place(spec)));
  if (fetched.length === 0) return leftOut(t, "the packages of npm are missing: .ci/setup build brings them");
  assert.deepEqual(listed, fetched.map((spec) => `pkg:npm/${spec.replace(/^@/, "%40")}`).sort());
});

test("the same source gives the same bytes, in another folder too", () => {
  const elsewhere = join(place, "elsewhere");
  mkdirSync(elsewhere);
  for (const name of ["Cargo.toml", "Cargo.lock", "crates", "src", "tests/e2e/main.rs", "tests/integration/main.rs", ".ci"]) {
    cpSync(join(root, name), join(elsewhere, name), { recursive: true });
  }
  symlinkSync(join(root, ".cache"), join(elsewhere, ".cache"));
  const again = (options) => list(options, { cwd: elsewhere });
  assert.equal(again(["app"]), readFileSync(appFile, "utf8"));
  const target = "x86_64-unknown-linux-musl";
  assert.deepEqual(JSON.parse(again([target, appFile])), programs.get(target));
  const text = JSON.stringify(all());
  assert.ok(!text.includes(root) && !text.includes(place), "no folder of this machine is in it");
  const numbers = all().map(([, bom]) => bom.serialNumber);
  assert.equal(new Set(numbers).size, numbers.length);
});

test("what the compiler wrote into the released program is listed beside it", (t) => {
  const release = released();
  const beside = release && join(root, "release", `${release.name}.cdx.json`);
  if (!release || release.ending === "zip" || !existsSync(beside)) return t.skip("no archive in release/: make release");
  // Where a panic names its place, there stands a crate with its version.
  const place = "crates/[a-zA-Z0-9_-]+-[0-9]+\\.[0-9]+\\.[0-9]+/";
  const all = must("bash", ["-c", `tar -xzOf '${release.file}' '${release.name}/nachlese' | grep -aoE '${place}' | sort -u`]);
  const found = all.trim().split("\n").map((path) => path.match(/^crates\/(.*)-(\d+\.\d+\.\d+)\/$/).slice(1).join("@"));
  assert.ok(found.length > 20, `too few crates: ${found}`);
  const { components } = JSON.parse(readFileSync(beside, "utf8"));
  const listed = new Set(components.map(({ name, version: number }) => `${name}@${number.split(/[+-]/)[0]}`));
  assert.deepEqual(found.filter((crate) => !listed.has(crate)), []);
});

test("without words it says how it is called", () => {
  const { code, err } = run("node", [".ci/sbom.mjs"]);
  assert.equal(code, 2);
  assert.match(err, /^Usage: /);
  assert.equal(app.metadata.component.version, version);
});
