// The container image, as far as that can be told without a container engine: the rules of its Containerfile, the
// folder it is built from, and the program alone in a root that is made as the Containerfile says.
// Rules: https://docs.docker.com/reference/dockerfile/, read 2026-11-30.
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder, must, read, released, run, standIns, targets } from "./support.mjs";

const inForce = (text) => text.split("\n").filter((line) => line.trim() && !line.startsWith("#"));
const instructions = inForce(read("packaging/Containerfile")).map((line) => {
  const [, word, rest] = line.match(/^([A-Z]+) (\S.*)$/) ?? assert.fail(`not understood: ${line}`);
  return { word, rest };
});
const only = (wanted) => {
  const found = instructions.filter(({ word }) => word === wanted);
  assert.equal(found.length, 1, `one ${wanted}`);
  return found[0].rest;
};

// A folder as .ci/image leaves it, of the archives in `release`.
function context(release) {
  const { code, err } = run(".ci/image", [], { env: { RELEASE: release } });
  assert.equal(code, 0, err);
  return join(release, "image");
}

// What a builder makes of it for a processor.
function built(from, processor) {
  const to = folder();
  for (const { word, rest } of instructions) {
    if (word === "COPY") {
      const [source, target] = rest.replaceAll("${TARGETARCH}", processor).split(" ");
      assert.ok(source.endsWith("/"), "a folder is copied with what is in it");
      const preserved = ["-a", `${join(from, source)}.`, join(to, target)];
      must("cp", preserved);
    }
    if (word === "WORKDIR") mkdirSync(join(to, rest), { recursive: true });
  }
  return to;
}

test("the image begins empty, runs nothing while it is built, and is nobody", () => {
  assert.equal(instructions[0].word, "FROM");
  assert.equal(only("FROM"), "scratch");
  const allowed = ["FROM", "ARG", "COPY", "WORKDIR", "USER", "ENTRYPOINT", "CMD"];
  for (const { word } of instructions) assert.ok(allowed.includes(word), `${word} needs a shell or is not meant here`);
  // By number: there is no /etc/passwd that would know a name. Not 0.
  assert.match(only("USER"), /^[1-9]\d*:[1-9]\d*$/);
  // As a list: otherwise a shell is called, and there is none.
  assert.deepEqual(JSON.parse(only("ENTRYPOINT")), ["/nachlese"]);
  assert.deepEqual(JSON.parse(only("CMD")), ["--help"]);
  assert.equal(only("WORKDIR"), "/work");
  // What a line uses is set before it, within this stage.
  const at = (wanted) => instructions.findIndex(({ word }) => word === wanted);
  assert.ok(only("COPY").startsWith("${TARGETARCH}/") && at("ARG") > at("FROM") && at("ARG") < at("COPY"));
  assert.equal(only("ARG"), "TARGETARCH");
});

test("each processor has a root with the program and two folders for all", () => {
  const release = join(folder(), "release");
  standIns(release);
  const from = context(release);
  const processors = targets.map(({ image }) => image).filter((image) => image !== "-");
  assert.deepEqual(readdirSync(from).sort(), ["Containerfile", ...processors].sort());
  for (const processor of processors) {
    const root = built(from, processor);
    assert.deepEqual(readdirSync(root).sort(), ["LICENSE", "nachlese", "tmp", "work"]);
    const mode = (name) => (statSync(join(root, name)).mode & 0o7777).toString(8);
    assert.deepEqual(["nachlese", "LICENSE", "tmp", "work"].map(mode), ["755", "644", "1777", "1777"]);
  }
});

test("what is missing is said", () => {
  const release = join(folder(), "release");
  standIns(release, targets.filter(({ image }) => image !== "arm64"));
  const { code, err } = run(".ci/image", [], { env: { RELEASE: release } });
  assert.equal(code, 0);
  assert.match(err, /^image: arm64 is left out: there is no .*-aarch64-unknown-linux-musl\.tar\.gz\n$/);
  const empty = run(".ci/image", [], { env: { RELEASE: join(folder(), "none") } });
  assert.equal(empty.code, 1);
  assert.match(empty.err, /image: there is no archive for Linux in .*: run make release first\n$/);
});

test("the program makes a site in a root without anything else", (t) => {
  const release = released();
  if (!release || release.image === "-") return t.skip("no archive for Linux in release/: make release");
  const place = join(folder(), "release");
  mkdirSync(place);
  cpSync(release.file, join(place, `${release.name}.tar.gz`));
  const root = built(context(place), release.image);
  const [program] = JSON.parse(only("ENTRYPOINT"));
  // Without the variables of this shell: an image has none of them. Root can be the user of the image; others need a
  // space of their own, which not every machine allows.
  const user = process.getuid() === 0 ? ["/usr/sbin/chroot", `--userspec=${only("USER")}`, root] : ["/usr/bin/unshare", "--map-root-user", `--root=${root}`];
  const inside = (...words) => run("/usr/bin/env", ["-i", ...user, program, ...words]);
  if (process.getuid() !== 0 && run("/usr/bin/unshare", ["--map-root-user", "true"]).code !== 0) {
    return t.skip("this machine allows no root of one's own (unshare)");
  }
  for (const words of [["--version"], ["new", "/work/my-event", "--template", "hearing"], ["build", "/work/my-event", "-o", "/work/site"]]) {
    const { code, out, err } = inside(...words);
    assert.equal(code, 0, `${words.join(" ")}: ${out}${err}`);
  }
  assert.ok(existsSync(join(root, "work/site/index.html")));
  assert.deepEqual(readdirSync(join(root, "tmp")), [], "nothing is left behind");
});
