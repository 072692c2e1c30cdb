// .ci/package: what it would do for each system; how it packs; what `cargo binstall` looks for.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { below, folder, must, read, root, run, targets, version } from "./support.mjs";

const dryRun = (...options) => must(".ci/package", ["--dry-run", ...options]);

// The lines of one target.
function plan(all, name) {
  const [, rest] = all.split(`${name}:\n`);
  assert.ok(rest, `${name} is not planned:\n${all}`);
  return rest.split(/^\S/m)[0];
}

test("a dry run says what is done for each system", () => {
  const all = dryRun();
  const expected = [
    // target, program, ending, what is special
    ["x86_64-unknown-linux-musl", "nachlese", "tar.gz", "packed_tar release/"],
    ["aarch64-unknown-linux-musl", "nachlese", "tar.gz", "packed_tar release/"],
    ["x86_64-apple-darwin", "nachlese", "tar.gz", "packed_tar release/"],
    ["aarch64-apple-darwin", "nachlese", "tar.gz", "packed_tar release/"],
    ["x86_64-pc-windows-msvc", "nachlese.exe", "zip", "-Ctarget-feature=+crt-static"],
  ];
  assert.deepEqual(expected.map(([target]) => target), targets.map(({ target }) => target));
  for (const [target, program, ending, special] of expected) {
    const name = `nachlese-${version}-${target}`;
    const lines = plan(all, `${name}.${ending}`);
    for (const part of [
      special,
      `cargo fetch --locked --target ${target}\n`,
      `cargo build --locked --profile program --features app -p nachlese-cli --bin nachlese --target ${target}\n`,
      `/${target}/program/${program} LICENSE release/${name}\n`,
      `> release/${name}.${ending}\n`,
      `> release/${name}.${ending}.sha256\n`,
      `node .ci/sbom.mjs ${target} `,
      `> release/${name}.cdx.json\n`,
    ]) {
      assert.ok(lines.includes(part), `${target}: no „${part}“ in\n${lines}`);
    }
  }
});

test("man pages come from a program that runs here", () => {
  const other = process.arch === "arm64" ? "x86_64" : "aarch64";
  for (const target of [`${other}-unknown-linux-musl`, "x86_64-pc-windows-msvc"]) {
    const foreign = dryRun(target);
    assert.match(foreign, /^ {2}cargo build --locked -p nachlese-cli --bin nachlese$/m);
    assert.match(foreign, /^ {2}\S*\/debug\/nachlese --language en man /m);
    if (target.includes("musl")) assert.match(foreign, /-Clinker=rust-lld/);
  }
  const chosen = must(".ci/package", ["--dry-run", `${other}-unknown-linux-musl`], {
    env: { [`CARGO_TARGET_${other.toUpperCase()}_UNKNOWN_LINUX_MUSL_LINKER`]: "my-linker" },
  });
  assert.ok(!chosen.includes("rust-lld"), "a linker that somebody chose is left alone");
});

test("an app that was made elsewhere is taken as it is", () => {
  const own = dryRun("x86_64-unknown-linux-musl");
  assert.match(own, /^ {2}\.ci\/archive$/m);
  for (const [given, meant] of [["/elsewhere/app.tar", "/elsewhere/app"], [".cache/app.tar", join(root, ".cache/app")]]) {
    const foreign = must(".ci/package", ["--dry-run", "x86_64-unknown-linux-musl"], { env: { NACHLESE_APP: given } });
    assert.doesNotMatch(foreign, /\.ci\/archive/);
    assert.ok(foreign.includes(`NACHLESE_APP=${meant}.tar `) && foreign.includes(` ${meant}.cdx.json >`), foreign);
  }
  const missing = run(".ci/package", ["x86_64-unknown-linux-musl"], { env: { NACHLESE_APP: "/elsewhere/app.tar" } });
  assert.equal(missing.code, 1);
  assert.equal(missing.err, "package: /elsewhere/app.tar or /elsewhere/app.cdx.json is missing: .ci/archive writes both\n");
});

test("an unknown option is refused", () => {
  const { code, err } = run(".ci/package", ["--dry"]);
  assert.equal(code, 1);
  assert.match(err, /^package: unknown: --dry\./);
});

test("the same files give the same archive, which others can read", () => {
  const place = folder();
  const make = (name, when) => {
    const inside = join(place, name, "thing-1.0");
    mkdirSync(join(inside, "man"), { recursive: true });
    writeFileSync(join(inside, "nachlese"), "x".repeat(70_000), { mode: 0o700 });
    writeFileSync(join(inside, "tool.exe"), "MZ");
    writeFileSync(join(inside, "man", "b.1"), "b\n", { mode: 0o600 });
    writeFileSync(join(inside, "man", "a.1"), "");
    for (const file of below(inside)) utimesSync(join(inside, file), when, when);
    return inside;
  };
  const [first, second] = [make("first", 1_000_000_000), make("second", 1_700_000_000)];
  const readers = { tar: ["tar", "-xf"], zip: ["unzip", "-q"] };
  for (const [form, [command, option]] of Object.entries(readers)) {
    const packed = [first, second].map((inside, at) => {
      const file = join(place, `${at}.${form}`);
      must("bash", ["-c", `node .ci/pack.mjs ${form} '${inside}' >'${file}'`]);
      return readFileSync(file, "latin1");
    });
    assert.equal(packed[0], packed[1]);
    const to = join(place, form);
    mkdirSync(to);
    must(command, [option, join(place, `0.${form}`)], { cwd: to });
    must("diff", ["-r", join(place, "first"), to]);
    assert.deepEqual(below(to).sort(), ["man/a.1", "man/b.1", "nachlese", "tool.exe"].map((it) => `thing-1.0/${it}`));
    const mode = (name) => (statSync(join(to, "thing-1.0", name)).mode & 0o777).toString(8);
    assert.deepEqual(["nachlese", "tool.exe", "man/b.1"].map(mode), ["755", "755", "644"]);
  }
});

test("cargo binstall finds the archives and the program in them", () => {
  // https://github.com/cargo-bins/cargo-binstall/blob/main/SUPPORT.md, read 2026-11-30
  const all = dryRun();
  const about = read("crates/cli/Cargo.toml");
  const section = (name) => about.split(`[package.metadata.binstall${name}]\n`)[1]?.split("\n[")[0] ?? "";
  const field = (text, name) => text.match(new RegExp(`^${name} = "(.*)"$`, "m"))?.[1];
  for (const { target, ending } of targets) {
    const special = section(`.overrides.${target}`);
    const value = (name) => field(special, name) ?? field(section(""), name);
    const values = {
      repo: "REPO",
      name: "nachlese-cli",
      bin: "nachlese",
      version,
      target,
      "binary-ext": ending === "zip" ? ".exe" : "",
    };
    const filled = (name) => value(name).replaceAll(/\{ ([a-z-]+) \}/g, (_, key) => values[key] ?? assert.fail(`{ ${key} }`));
    const name = `nachlese-${version}-${target}`;
    assert.equal(filled("pkg-url"), `REPO/releases/download/v${version}/${name}.${ending}`);
    assert.equal(filled("bin-dir"), `${name}/nachlese${values["binary-ext"]}`);
    assert.equal(value("pkg-fmt"), ending === "zip" ? "zip" : "tgz");
    plan(all, `${name}.${ending}`);
  }
});

test("a release needs a heading in the changelog and the right tag", () => {
  const { code, err } = run(".ci/notes", ["v0.0.0"]);
  assert.equal(code, 1);
  assert.match(err, /^notes: the tag is v0\.0\.0, but Cargo\.toml has the version /);
  const own = run(".ci/notes", [`v${version}`]);
  if (read("CHANGELOG.md").includes(`\n## ${version}\n`)) {
    assert.equal(own.code, 0);
    assert.match(own.out, /^- /m);
  } else {
    assert.match(own.err, /^notes: CHANGELOG\.md has no heading `## /);
  }
});

test("the scripts of a release are clean", (t) => {
  if (run("bash", ["-c", "command -v shellcheck"]).code !== 0) return t.skip("there is no shellcheck");
  const scripts = ["package", "archive", "image", "npm", "notes"].map((name) => `.ci/${name}`);
  const { code, out } = run("shellcheck", ["--external-sources", ...scripts]);
  assert.equal(code, 0, out);
});
