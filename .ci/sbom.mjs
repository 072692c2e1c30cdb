// Writes which foreign parts are in a release, with versions and licences, as CycloneDX 1.6:
//   node .ci/sbom.mjs app                  what is in the app (.cache/app.tar), to standard output
//   node .ci/sbom.mjs TARGET APP-SBOM      what is in the program for TARGET that carries this app
// The same source gives the same bytes: there is no date in it, and its number is the hash of the rest.
// Format: https://cyclonedx.org/docs/1.6/json/ and https://github.com/package-url/purl-spec, read 2026-11-30.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// What trunk builds, as in index.html.
const PAGE = ["nachlese-web", "nachlese-importer", "nachlese-exporter", "nachlese-qr"];
const PAGE_TARGET = "wasm32-unknown-unknown";

const say = (command, ...options) =>
  execFileSync(command, options, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "inherit"] });
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// Components by their reference, and who stands on whom.
class Parts {
  constructor() {
    this.components = new Map();
    this.edges = new Map();
  }

  add(component, place) {
    const reference = component["bom-ref"];
    const known = this.components.get(reference) ?? { ...component, properties: [] };
    if (!known.properties.some(({ value }) => value === place)) known.properties.push({ name: "nachlese:in", value: place });
    this.components.set(reference, known);
    if (!this.edges.has(reference)) this.edges.set(reference, new Set());
    return reference;
  }

  link(from, to) {
    if (!this.edges.has(from)) this.edges.set(from, new Set());
    this.edges.get(from).add(to);
  }

  // Of another list, as it is.
  take({ components, dependencies }) {
    for (const component of components) {
      for (const { value } of component.properties) this.add(component, value);
    }
    for (const { ref, dependsOn } of dependencies) for (const to of dependsOn ?? []) this.link(ref, to);
  }

  list(about) {
    const components = [...this.components.values()].sort((a, b) => byCode(a["bom-ref"], b["bom-ref"]));
    for (const { properties } of components) properties.sort((a, b) => byCode(a.value, b.value));
    const dependencies = [...this.edges.keys()].sort(byCode).map((ref) => {
      const dependsOn = [...this.edges.get(ref)].sort(byCode);
      return dependsOn.length > 0 ? { ref, dependsOn } : { ref };
    });
    const metadata = {
      lifecycles: [{ phase: "build" }],
      tools: { components: [{ type: "application", name: ".ci/sbom.mjs", version: about.version }] },
      component: about,
    };
    const rest = { version: 1, metadata, components, dependencies };
    const hash = sha256(JSON.stringify(rest));
    // A UUID of version 8 (RFC 9562): own digits.
    const digits = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)];
    return {
      $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      serialNumber: `urn:uuid:${digits.join("-")}`,
      ...rest,
    };
  }
}

// The checksums of Cargo.lock, by name and version. Crates of the workspace have none.
function checksums() {
  const found = new Map();
  for (const block of readFileSync(join(root, "Cargo.lock"), "utf8").split("[[package]]").slice(1)) {
    const field = (name) => block.match(new RegExp(`^${name} = "(.*)"$`, "m"))?.[1];
    if (field("checksum")) found.set(`${field("name")}@${field("version")}`, field("checksum"));
  }
  return found;
}

// `MIT/Apache-2.0` is how crates wrote it once.
const licences = (text) => (text ? { licenses: [{ expression: text.replaceAll(/\s*\/\s*/g, " OR ") }] } : {});
const site = (url) => (/^https?:\/\/\S+$/.test(url) ? { externalReferences: [{ type: "vcs", url }] } : {});

function crate(name, version, licence, repository, locked) {
  const checksum = locked.get(`${name}@${version}`);
  const known = { type: "library", "bom-ref": `${name}@${version}`, name, version };
  if (!checksum) return { ...known, ...licences(licence) };
  const purl = `pkg:cargo/${name}@${version}`;
  return { ...known, "bom-ref": purl, hashes: [{ alg: "SHA-256", content: checksum }], ...licences(licence), purl, ...site(repository) };
}

// What cargo links into one program: no build scripts, no macros, nothing of the tests. Gives the program's reference.
function crates(parts, place, target, ...options) {
  const locked = checksums();
  const kinds = ["--edges", "normal,no-proc-macro", "--prefix", "depth", "--format", "|{p}|{l}|{r}|"];
  const above = [];
  for (const line of say("cargo", "tree", "--locked", "--target", target, ...kinds, ...options).trim().split("\n")) {
    const [depth, called, licence, repository] = line.split("|");
    const [, name, version] = called.match(/^(\S+) v(\S+)/) ?? [];
    if (!version) throw new Error(`cargo tree: not understood: ${line}`);
    const reference = parts.add(crate(name, version, licence, repository, locked), place);
    above.length = Number(depth);
    if (above.length > 0) parts.link(above.at(-1), reference);
    above.push(reference);
  }
  return above[0];
}

// The standard library, which cargo does not list.
function standardLibrary(parts, place) {
  const version = say("rustc", "-vV").match(/^release: (.*)$/m)[1];
  return parts.add(
    { type: "library", "bom-ref": `rust-std@${version}`, name: "rust-std", version, ...licences("MIT OR Apache-2.0") },
    place,
  );
}

// The C library of static programs, in the version that came with the compiler.
function musl(parts, target) {
  const folder = say("rustc", "--print", "target-libdir", "--target", target).trim();
  const file = join(folder, "self-contained", "libc.a");
  const version = existsSync(file) ? readFileSync(file, "latin1").match(/\0(1\.\d+\.\d+)\0/)?.[1] : undefined;
  const known = { type: "library", "bom-ref": `musl@${version ?? ""}`, name: "musl", ...(version ? { version } : {}) };
  return parts.add({ ...known, ...licences("MIT") }, "program");
}

// The packages of npm whose text or fonts are in the page. Where one could not be fetched, the page has nothing of it.
function packages(parts) {
  const found = [];
  for (const spec of (process.env.NPM_IN_PAGE ?? "").split(" ").filter(Boolean)) {
    const folder = join(root, ".cache/npm", spec.split("/").at(-1).replace(/@[^@]*$/, ""));
    if (!existsSync(join(folder, ".spec")) || readFileSync(join(folder, ".spec"), "utf8").trim() !== spec) continue;
    const { name, version, license, repository } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const [group, short] = name.startsWith("@") ? name.split("/") : [undefined, name];
    const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
    const url = (repository?.url ?? repository ?? "").replace(/^git\+/, "");
    const named = { type: "library", "bom-ref": purl, ...(group ? { group } : {}), name: short, version };
    found.push(parts.add({ ...named, ...licences(license), purl, ...site(url) }, "page"));
  }
  return found;
}

const ownVersion = readFileSync(join(root, "Cargo.toml"), "utf8").match(/^version = "(.*)"$/m)[1];
const own = (reference, name, description) => ({
  type: "application",
  "bom-ref": `${reference}@${ownVersion}`,
  name,
  version: ownVersion,
  description,
  ...licences("MIT"),
});

const parts = new Parts();
const [what, appList] = process.argv.slice(2);
let about;
if (what === "app") {
  about = own("nachlese-app", "nachlese-app", "The files that every site has, as the program carries them");
  const programs = PAGE.map((name) => crates(parts, "page", PAGE_TARGET, "--package", name));
  for (const part of [...programs, standardLibrary(parts, "page"), ...packages(parts)]) parts.link(about["bom-ref"], part);
} else if (what && appList) {
  about = own("nachlese-program", "nachlese", `The program for ${what}`);
  const app = JSON.parse(readFileSync(appList, "utf8"));
  parts.take({ components: [{ ...app.metadata.component, properties: [{ value: "program" }] }], dependencies: [] });
  parts.take(app);
  const program = crates(parts, "program", what, "--package", "nachlese-cli", "--features", "app");
  const direct = [program, app.metadata.component["bom-ref"], standardLibrary(parts, "program")];
  if (what.endsWith("-musl")) direct.push(musl(parts, what));
  for (const part of direct) parts.link(about["bom-ref"], part);
} else {
  console.error("Usage: node .ci/sbom.mjs app | node .ci/sbom.mjs TARGET APP-SBOM");
  process.exit(2);
}
process.stdout.write(`${JSON.stringify(parts.list(about), null, 1)}\n`);
