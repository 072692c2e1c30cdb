// The packages for npm: published to a registry of our own, installed by name, started, and what goes wrong.
// The programs in them are stand-ins; the last test takes the released one, if there is an archive.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { registry } from "./registry.mjs";
import { folder, must, released, standIns, targets, version } from "./support.mjs";

const system = `${process.platform}-${process.arch}`;
const place = folder();
const project = join(place, "project");
const modules = join(project, "node_modules");
const ownPackage = join(modules, "@nachlese", system);
let server;

// What an installed launcher says.
const nachlese = (words, more = {}) => server.npm(process.execPath, [join(modules, "nachlese/launcher.js"), ...words], { cwd: project, more });
async function npm(...words) {
  const done = await server.npm("npm", words, { cwd: project });
  assert.equal(done.code, 0, `npm ${words.join(" ")}: ${done.out}${done.err}`);
  return done;
}

// Runs .ci/npm on the archives of a folder.
async function make(release, ...words) {
  const more = { RELEASE: release, REPOSITORY: "https://forge.example/nachlese" };
  const done = await server.npm(".ci/npm", words, { more });
  assert.equal(done.code, 0, done.err);
  return done;
}
const packed = (release) => readdirSync(join(release, "npm")).map((name) => join(release, "npm", name));

before(async () => {
  const release = join(place, "release");
  standIns(release);
  server = await registry(join(place, "home"));
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{"private": true}');
  await make(release);
  for (const file of packed(release)) server.put(file);
  await npm("install", "nachlese");
});
after(() => server.close());

test("all are published, first the programs; what is there is passed over", async (t) => {
  const release = join(place, "release");
  // An npm that only tells what it is asked for: the real one takes half a second each time.
  const tools = join(place, "tools");
  mkdirSync(tools);
  const there = `@nachlese/${targets[1].npm}@${version}`;
  const pretends = `#!/bin/sh\ncase "$1 $2" in "view ${there}") echo ${version} ;; view*) exit 1 ;; *) echo "$1 $(basename "$2") $3 $4" ;; esac\n`;
  writeFileSync(join(tools, "npm"), pretends, { mode: 0o755 });
  const publish = (from) => server.npm(".ci/npm", ["--publish", "--tag=next"], { more: { RELEASE: from, PATH: `${tools}:${process.env.PATH}` } });
  const { code, out, err } = await publish(release);
  assert.equal(code, 0, err);
  const lines = targets.map(({ npm: name }) => `publish nachlese-${name}-${version}.tgz --ignore-scripts --tag=next`);
  lines[1] = `npm: ${there} is there already.`;
  assert.deepEqual(out.trim().split("\n"), [...lines, `publish nachlese-${version}.tgz --ignore-scripts --tag=next`]);
  const lacking = join(place, "lacking");
  cpSync(join(release, "npm"), join(lacking, "npm"), { recursive: true });
  rmSync(join(lacking, "npm", `nachlese-darwin-x64-${version}.tgz`));
  const refused = await publish(lacking);
  assert.deepEqual([refused.code, refused.out], [1, ""]);
  assert.match(refused.err, /^npm: \S+nachlese-darwin-x64-\S+\.tgz is missing: nothing is published\.\nnpm: → bring the archives of all systems to /);
  // The real one takes such a package.
  const other = await registry(join(place, "home of others"));
  t.after(() => other.close());
  const done = await other.npm("npm", ["publish", join(release, "npm", `nachlese-${version}.tgz`)]);
  assert.deepEqual([done.code, other.published], [0, ["nachlese"]], done.err);
});

test("npm brings the program of this system and no other", () => {
  assert.deepEqual(readdirSync(join(modules, "@nachlese")), [system]);
  const lock = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8"));
  const locked = Object.keys(lock.packages).filter((name) => name.includes("@nachlese/"));
  assert.equal(locked.length, targets.length, "the lock file serves all systems");
  const about = JSON.parse(readFileSync(join(ownPackage, "package.json"), "utf8"));
  assert.deepEqual([about.version, about.license, about.repository.url], [version, "MIT", "git+https://forge.example/nachlese.git"]);
  for (const name of ["LICENSE", "README.md"]) assert.ok(existsSync(join(ownPackage, name)));
});

test("npx starts it with the same words, streams and exit code", async () => {
  // From nothing: npx fetches what it starts.
  const empty = join(place, "nothing");
  mkdirSync(empty);
  const told = await server.npm("npx", ["--yes", "nachlese", "build", "two words", "ä", ""], { cwd: empty });
  assert.equal(told.out, `stand-in ${version} of ${system}:\n[build]\n[two words]\n[ä]\n[]\n`);
  for (const code of [0, 1, 2, 77]) assert.equal((await nachlese(["exit", String(code)])).code, code);
  assert.equal(must(process.execPath, [join(modules, "nachlese/launcher.js"), "read"], { input: "from a pipe" }), "from a pipe");
});

test("a signal reaches the program, and the launcher ends as it did", async () => {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
    const child = spawn(process.execPath, [join(modules, "nachlese/launcher.js"), "wait"], { env: server.env });
    const [pid] = await once(child.stdout, "data");
    child.kill(signal);
    const [code, by] = await once(child, "exit");
    assert.deepEqual([code, by], [null, signal]);
    assert.throws(() => process.kill(Number(pid), 0), { code: "ESRCH" }, "the program has ended, too");
  }
});

test("NACHLESE_BINARY names another program", async () => {
  const other = join(place, "other program");
  writeFileSync(other, '#!/bin/sh\necho "another one: $1"\n', { mode: 0o755 });
  assert.equal((await nachlese(["check"], { NACHLESE_BINARY: other })).out, "another one: check\n");
  assert.match((await nachlese(["check"], { NACHLESE_BINARY: "" })).out, /^stand-in/);
  const link = join(place, "link");
  symlinkSync(join(modules, "nachlese/launcher.js"), link);
  const blocked = join(place, "blocked");
  writeFileSync(blocked, "", { mode: 0o644 });
  const wrong = [
    ["/no/such/file", "de_DE.UTF-8", "nachlese: NACHLESE_BINARY nennt keine Datei: /no/such/file\n  → Geben Sie den Pfad des Programms an oder entfernen Sie die Variable.\n"],
    ["/no/such/file", "C", "nachlese: NACHLESE_BINARY names no file: /no/such/file\n  → Give the path of the program, or remove the variable.\n"],
    [place, "C", `nachlese: NACHLESE_BINARY names no file: ${place}\n  → Give the path of the program, or remove the variable.\n`],
    [link, "de", `nachlese: NACHLESE_BINARY nennt den Starter aus dem npm-Paket, nicht das Programm: ${link}\n  → Geben Sie den Pfad des Programms an oder entfernen Sie die Variable.\n`],
    [link, "en", `nachlese: NACHLESE_BINARY names the launcher of the npm package, not the program: ${link}\n  → Give the path of the program, or remove the variable.\n`],
    [blocked, "de", `nachlese: Das Programm lässt sich nicht starten (EACCES): ${blocked}\n  → Ist es für dieses System, und darf man es ausführen? Sonst installieren Sie das Paket neu.\n`],
    [blocked, "en", `nachlese: The program cannot be started (EACCES): ${blocked}\n  → Is it for this system, and may it be run? Otherwise install the package again.\n`],
  ];
  for (const [NACHLESE_BINARY, LC_ALL, sentence] of wrong) {
    assert.deepEqual(await nachlese([], { NACHLESE_BINARY, LC_ALL }), { code: 2, out: "", err: sentence });
  }
});

const MISSING = {
  de: `nachlese: Das Paket @nachlese/${system} fehlt. Darin liegt das Programm für dieses System.
  Wahrscheinlich kennt package-lock.json es nicht, weil die Datei auf einem anderen System entstand (npm/cli#4828),
  oder npm wurde mit --omit=optional aufgerufen.
  → Löschen Sie node_modules und package-lock.json und rufen Sie npm install auf.
  → Oder installieren Sie das Paket einzeln: npm install @nachlese/${system}@${version}
  → Oder nennen Sie ein Programm, das Sie schon haben: NACHLESE_BINARY=/pfad/zu/nachlese
`,
  en: `nachlese: The package @nachlese/${system} is missing. It has the program for this system.
  Probably package-lock.json does not know it, because the file was made on another system (npm/cli#4828),
  or npm was called with --omit=optional.
  → Delete node_modules and package-lock.json, then run npm install.
  → Or install the package by itself: npm install @nachlese/${system}@${version}
  → Or name a program that you already have: NACHLESE_BINARY=/path/to/nachlese
`,
};

test("a lock file that lost this system is said, and mended as it says", async () => {
  const file = join(project, "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8"));
  delete lock.packages[`node_modules/@nachlese/${system}`];
  writeFileSync(file, JSON.stringify(lock));
  // Older versions of npm make this of it and say nothing; later ones refuse such a file.
  rmSync(ownPackage, { recursive: true });
  const languages = [
    [["check"], { LC_ALL: "", LANG: "de_DE.UTF-8" }, "de"],
    [["check"], { LC_ALL: "de_AT", LANG: "en_GB" }, "de"],
    [["check"], { LC_ALL: "C", LANG: "de_DE" }, "en"],
    [["check", "--language", "de"], { LC_ALL: "C" }, "de"],
    [["--language=en", "check"], { LC_ALL: "de_DE" }, "en"],
    [["check", "--language"], { LC_ALL: "de_DE" }, "en"],
    [[], { LC_ALL: "", LANG: "" }, "en"],
  ];
  for (const [words, more, language] of languages) {
    assert.deepEqual(await nachlese(words, more), { code: 2, out: "", err: MISSING[language] });
  }
  await npm("install", `@nachlese/${system}@${version}`);
  assert.match((await nachlese(["check"])).out, /^stand-in/);
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, dependencies: { nachlese: version } }));
  rmSync(modules, { recursive: true });
  rmSync(file);
  await npm("install");
  assert.match((await nachlese(["check"])).out, /^stand-in/);
});

test("a system without a program is said", async () => {
  const elsewhere = join(place, "elsewhere.cjs");
  writeFileSync(elsewhere, 'Object.defineProperty(process, "platform", {value: "freebsd"});');
  const known = targets.map(({ npm: name }) => name).join(", ");
  const expected = {
    de: `nachlese: Für dieses System (freebsd-${process.arch}) gibt es kein fertiges Programm, nur für ${known}.\n  → Bauen Sie es aus dem Quelltext und nennen Sie es: NACHLESE_BINARY=/pfad/zu/nachlese\n`,
    en: `nachlese: There is no ready-made program for this system (freebsd-${process.arch}), only for ${known}.\n  → Build it from source and name it: NACHLESE_BINARY=/path/to/nachlese\n`,
  };
  for (const [LC_ALL, err] of Object.entries(expected)) {
    assert.deepEqual(await nachlese([], { NODE_OPTIONS: `--require=${elsewhere}`, LC_ALL }), { code: 2, out: "", err });
  }
});

test("the released program is installed without a network and makes a site", async (t) => {
  const release = released();
  if (!release) return t.skip("no archive in release/: make release");
  const real = join(place, "real");
  mkdirSync(real);
  cpSync(release.file, join(real, `${release.name}.${release.ending}`));
  const said = await make(real);
  assert.equal(said.err.match(/^npm: @nachlese\/\S+ is left out: there is no /gm).length, targets.length - 1);
  const files = packed(real);
  assert.equal(files.length, 2, "one program and what starts it");
  const empty = join(place, "empty");
  mkdirSync(empty);
  const offline = { cwd: empty, more: { npm_config_cache: join(place, "no-cache"), npm_config_registry: "http://127.0.0.1:9/" } };
  const installed = await server.npm("npm", ["install", "--offline", ...files], offline);
  assert.equal(installed.code, 0, installed.err);
  for (const [words, said] of [
    [["--version"], `nachlese ${version}\n`],
    [["new", "my-event", "--template", "hearing"], ""],
    [["build", "my-event", "-o", "site"], ""],
  ]) {
    // What npx starts; it takes its time each time.
    const command = words.length > 1 ? [join(empty, "node_modules/.bin/nachlese")] : ["npx", "--offline", "nachlese"];
    const { code, out, err } = await server.npm(command[0], [...command.slice(1), ...words], offline);
    assert.deepEqual([code, out], [0, said], err);
  }
  assert.ok(existsSync(join(empty, "site/index.html")));
});
