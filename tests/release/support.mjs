// Paths and helpers for the tests of a release. `node --test tests/release/*.test.mjs` runs them (make test does).
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const read = (name) => readFileSync(join(root, name), "utf8");
export const version = read("Cargo.toml").match(/^version = "(.*)"$/m)[1];

// The lines of .ci/targets.
export const targets = read(".ci/targets")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => {
    const [target, runner, npm, image] = line.split(/\s+/);
    return { target, runner, npm, image, ending: target.includes("windows") ? "zip" : "tar.gz" };
  });

// A folder of the test, removed in the end.
export function folder() {
  const made = mkdtempSync(join(tmpdir(), "nachlese-release-"));
  after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

// What a command says, with its exit code; nothing of this machine's npm is used if `env` names another home.
export function run(command, options, { cwd = root, env = {}, input } = {}) {
  const done = spawnSync(command, options, { cwd, env: { ...process.env, ...env }, encoding: "utf8", input, maxBuffer: 1 << 26 });
  if (done.error) throw done.error;
  return { code: done.status, out: done.stdout, err: done.stderr };
}

// The same for one that must succeed: gives what it wrote.
export function must(command, options, more) {
  const { code, out, err } = run(command, options, more);
  if (code !== 0) throw new Error(`${command} ${options.join(" ")}: ${code}\n${out}${err}`);
  return out;
}

// A test that needs something that is not there: `.ci/setup test` brings it where CI is set.
export function leftOut(test, reason) {
  if (process.env.CI) throw new Error(`a test cannot run: ${reason}`);
  test.skip(reason);
}

// A program of the same name for tests: it tells how it was called, and does as it is told.
export const STAND_IN = `#!/bin/sh
case "$1" in
  exit) exit "$2" ;;
  wait) echo $$; exec sleep 60 ;;
  read) cat ;;
  *) echo "stand-in ${version} of SYSTEM:"; for word in "$@"; do echo "[$word]"; done ;;
esac
`;

// Archives of stand-ins for these systems, as .ci/package would leave them.
export function standIns(release, wanted = targets) {
  mkdirSync(release, { recursive: true });
  for (const { target, npm, ending } of wanted) {
    const name = `nachlese-${version}-${target}`;
    const inside = join(release, name);
    mkdirSync(inside);
    const program = join(inside, ending === "zip" ? "nachlese.exe" : "nachlese");
    writeFileSync(program, STAND_IN.replace("SYSTEM", npm), { mode: 0o755 });
    writeFileSync(join(inside, "LICENSE"), read("LICENSE"));
    const form = ending === "zip" ? "zip" : "tar";
    const packed = execFileSync("node", [join(root, ".ci/pack.mjs"), form, inside], { maxBuffer: 1 << 26 });
    const bytes = form === "zip" ? packed : execFileSync("gzip", ["-9n"], { input: packed });
    writeFileSync(join(release, `${name}.${ending}`), bytes);
    rmSync(inside, { recursive: true });
  }
}

// The archive for this machine or for $TARGET in release/, if somebody made one: its name without the ending.
export function released() {
  const here = { linux: "linux-musl", darwin: "darwin", win32: "windows-msvc" }[process.platform];
  const machine = { x64: "x86_64", arm64: "aarch64" }[process.arch];
  const isMine = ({ target }) => (process.env.TARGET ? target === process.env.TARGET : target.startsWith(machine) && target.endsWith(here));
  const wanted = targets.find(isMine);
  if (!wanted) return undefined;
  const name = `nachlese-${version}-${wanted.target}`;
  const file = join(root, "release", `${name}.${wanted.ending}`);
  return existsSync(file) ? { ...wanted, name, file } : undefined;
}

// All files below a folder, with paths from there.
export function below(place, inside = "") {
  return readdirSync(join(place, inside), { withFileTypes: true }).flatMap((entry) => {
    const path = inside ? `${inside}/${entry.name}` : entry.name;
    return entry.isDirectory() ? below(place, path) : [path];
  });
}
