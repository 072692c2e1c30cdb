// .github/workflows: they parse, name only what exists, agree with .ci/targets, and name no host of a registry.
// Rules: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax, read 2026-11-30.
import assert from "node:assert/strict";
import { existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { leftOut, read, root, run, targets } from "./support.mjs";

const FOLDER = ".github/workflows";
const files = readdirSync(join(root, FOLDER)).sort();
// What the steps before have made, and not the source.
const MADE = [".cache/", "release/"];

function workflows(t) {
  const reader = join(process.env.NPM_PACKAGES ?? join(root, ".cache/npm"), "yaml");
  if (!existsSync(reader)) {
    leftOut(t, "the reader of YAML is missing: .ci/setup test brings it");
    return [];
  }
  const { parseDocument } = createRequire(import.meta.url)(reader);
  return files.map((name) => {
    const document = parseDocument(read(`${FOLDER}/${name}`), { strict: true, uniqueKeys: true });
    assert.deepEqual([...document.errors, ...document.warnings], [], name);
    return { ...document.toJS(), name, text: read(`${FOLDER}/${name}`) };
  });
}
const jobsOf = ({ jobs }) => Object.entries(jobs).map(([id, job]) => ({ id, ...job }));
const stepsOf = (workflow) => jobsOf(workflow).flatMap(({ id, steps }) => steps.map((step) => ({ job: id, ...step })));

test("there is one for changes and one for releases", (t) => {
  assert.deepEqual(files, ["ci.yml", "release.yml"]);
  for (const { name, on, jobs, permissions } of workflows(t)) {
    assert.ok(on && Object.keys(jobs).length > 0, name);
    // What a job may write, it says itself.
    assert.deepEqual(permissions, { contents: "read" }, name);
  }
});

test("every script and path that they name exists", (t) => {
  const rules = read("Makefile").matchAll(/^([a-z]+):/gm);
  const recipes = new Set([...rules].map(([, name]) => name));
  let seen = 0;
  for (const workflow of workflows(t)) {
    for (const { run: script, job } of stepsOf(workflow)) {
      if (!script) continue;
      const where = `${workflow.name}, ${job}`;
      // Words with a slash in them that are no variable, option or address.
      for (const [, path] of script.matchAll(/(?<![\w$"'/}:.-])((?:\.?[\w-]+\/)+[\w.-]+)/g)) {
        if (MADE.some((start) => path.startsWith(start)) || /^linux\/|^org\./.test(path)) continue;
        assert.ok(existsSync(join(root, path)), `${where}: ${path} is missing`);
        if (path.startsWith(".ci/") && !path.endsWith(".mjs")) {
          const called = script.match(new RegExp(`bash ${path}`));
          assert.ok(called || statSync(join(root, path)).mode & 0o100, `${where}: ${path} may not be run`);
        }
        seen += 1;
      }
      for (const [, recipe] of script.matchAll(/\bmake ([a-z]+)/g)) assert.ok(recipes.has(recipe), `${where}: make ${recipe}`);
      const checked = run("bash", ["-n"], { input: script.replaceAll(/\$\{\{.*?\}\}/g, "value") });
      assert.equal(checked.code, 0, `${where}: ${checked.err}`);
    }
  }
  assert.ok(!process.env.CI || seen > 8, `only ${seen} paths were seen`);
});

test("text of an event, a branch or a tag never becomes a command", (t) => {
  for (const workflow of workflows(t)) {
    for (const { run: script, job } of stepsOf(workflow)) {
      assert.doesNotMatch(script ?? "", /\$\{\{/, `${workflow.name}, ${job}: hand it over in env`);
    }
  }
});

test("actions are pinned by commit, with their version beside", (t) => {
  for (const { name, text } of workflows(t)) {
    const uses = text.match(/uses: .*/g);
    for (const line of uses) assert.match(line, /^uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, name);
    // One version of each.
    const pins = new Set(uses.map((line) => line.slice(6)));
    assert.equal(pins.size, new Set([...pins].map((pin) => pin.split("@")[0])).size, `${name}: ${[...pins]}`);
  }
});

test("hosts are named by variables only", (t) => {
  const places = [...workflows(t), ...["npm", "image", "package", "notes"].map((name) => ({ name, text: read(`.ci/${name}`) }))];
  places.push({ name: "Containerfile", text: read("packaging/Containerfile") });
  for (const { name, text } of places) {
    const inForce = text.replaceAll(/(^|\s)#.*$/gm, "");
    assert.doesNotMatch(inForce, /https?:\/\//, name);
    assert.doesNotMatch(inForce, /\b[a-z0-9-]+\.(?:io|com|org|dev|de|net)\b(?!\.)/, name);
  }
});

test("jobs wait for what they need, in time, and publish only tags", (t) => {
  for (const workflow of workflows(t)) {
    const ids = Object.keys(workflow.jobs);
    for (const { id, needs, "timeout-minutes": minutes, permissions = {}, if: when = "", steps, environment } of jobsOf(workflow)) {
      const where = `${workflow.name}, ${id}`;
      for (const need of [needs ?? []].flat()) assert.ok(ids.indexOf(need) >= 0 && ids.indexOf(need) < ids.indexOf(id), where);
      assert.ok(minutes > 0, `${where}: without an end`);
      const secret = JSON.stringify(steps).includes("secrets.");
      if (secret || permissions.contents === "write" || permissions.packages === "write") {
        assert.match(when, /^github\.ref_type == 'tag'/, where);
        assert.equal(environment, "release", where);
      }
      for (const { uses = "", with: options = {} } of steps) {
        if (uses.startsWith("actions/checkout@")) assert.equal(options["persist-credentials"], false, where);
        if (uses.startsWith("actions/upload-artifact@")) assert.equal(options["if-no-files-found"], "error", where);
        if (uses.startsWith("actions/attest@")) {
          assert.deepEqual([permissions["id-token"], permissions.attestations], ["write", "write"], where);
        }
      }
    }
    // An artifact that is fetched was left by a job before.
    const left = stepsOf(workflow).filter(({ uses }) => uses?.startsWith("actions/upload-artifact@"));
    for (const { uses, with: options, job } of stepsOf(workflow)) {
      if (!uses?.startsWith("actions/download-artifact@")) continue;
      const start = options.name ?? options.pattern.replace("*", "");
      const from = left.find((step) => step.with.name.startsWith(start));
      assert.ok(from && ids.indexOf(from.job) < ids.indexOf(job), `${workflow.name}, ${job}: ${start}`);
    }
  }
});

test("a release is built for each system of .ci/targets", (t) => {
  const all = workflows(t);
  if (all.length === 0) return;
  const release = all.find(({ name }) => name === "release.yml");
  assert.deepEqual(release.jobs.program.strategy.matrix.include, targets.map(({ target, runner }) => ({ target, runner })));
  const platforms = targets.filter(({ image }) => image !== "-").map(({ image }) => `linux/${image}`);
  assert.ok(release.text.includes(`--platform ${platforms.join(",")} `), "the image is for each Linux");
  // docs/releasing.md tells of every variable and secret.
  const docs = read("docs/releasing.md");
  const named = new Set([...release.text.matchAll(/\b(?:vars|secrets)\.([A-Z_]+)/g)].map(([, name]) => name));
  assert.ok(named.size > 3);
  for (const name of named) assert.ok(docs.includes(`\`${name}\``), `docs/releasing.md: ${name} is not in it`);
});
