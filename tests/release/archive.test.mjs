// The archive of this machine, or of $TARGET, as somebody finds it: unpacked, without anything of the project around.
// Left out if there is none: .ci/package makes it.
import assert from "node:assert/strict";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createHash } from "node:crypto";
import { below, folder, must, released, run, version } from "./support.mjs";

const release = released();

function unpacked() {
  const place = folder();
  const archive = `archive.${release.ending}`;
  copyFileSync(release.file, join(place, archive));
  if (release.ending === "zip") must("unzip", ["-q", archive], { cwd: place });
  else must("tar", ["-xzf", archive], { cwd: place });
  const program = join(place, release.name, release.ending === "zip" ? "nachlese.exe" : "nachlese");
  return { place, program, nachlese: (...words) => run(program, words, { cwd: place, env: { LC_ALL: "C" } }) };
}

test("it has all that belongs to the program", (t) => {
  if (!release) return t.skip("no archive in release/: make release");
  const { place, nachlese } = unpacked();
  assert.equal(nachlese("--version").out.trim(), `nachlese ${version}`);
  const inside = below(join(place, release.name));
  for (const name of ["LICENSE", "man/nachlese.1", "man/nachlese-build.1", "completions/nachlese.bash", "completions/nachlese.zsh"]) {
    assert.ok(inside.includes(name), `${name} is missing: ${inside}`);
  }
  const [sum, name] = readFileSync(`${release.file}.sha256`, "utf8").trim().split(/\s+\*?/);
  assert.equal(name, `${release.name}.${release.ending}`);
  assert.equal(sum, createHash("sha256").update(readFileSync(release.file)).digest("hex"));
});

test("it makes a site of nothing", (t) => {
  if (!release) return t.skip("no archive in release/: make release");
  const { place, nachlese } = unpacked();
  for (const words of [
    ["new", "my-event", "--template", "hearing"],
    ["check", "my-event/event.json"],
    ["build", "my-event", "-o", "site", "--base", "https://example.org/event/"],
  ]) {
    const { code, out, err } = nachlese(...words);
    assert.equal(code, 0, `${words.join(" ")}: ${out}${err}`);
  }
  for (const name of ["index.html", "sw.js", "feed.xml", "importer_bg.wasm", "404.html"]) {
    assert.ok(existsSync(join(place, "site", name)), `${name} is missing`);
  }
});
