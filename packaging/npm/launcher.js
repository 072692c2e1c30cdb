#!/usr/bin/env node
// Runs the program, which lies in the package of this system (`@nachlese/linux-x64` and so on), with the same
// arguments, streams, signals and exit code. NACHLESE_BINARY=/path/to/nachlese runs another one.
"use strict";

const { spawn } = require("node:child_process");
const { realpathSync, statSync } = require("node:fs");
const { constants } = require("node:os");
const own = require("./package.json");
const { sentences } = require("./text.js");

const speak = sentences(process.argv.slice(2), process.env);

// As the program itself does if it cannot do its job.
function refuse(sentence) {
  process.stderr.write(`nachlese: ${sentence}\n`);
  process.exit(2);
}

function named(path) {
  let found;
  try {
    found = realpathSync(path);
  } catch {
    refuse(speak.noSuchBinary(path));
  }
  if (!statSync(found).isFile()) refuse(speak.noSuchBinary(path));
  // It would start itself for ever.
  if (found === realpathSync(__filename)) refuse(speak.isLauncher(path));
  return found;
}

function installed() {
  const system = `${process.platform}-${process.arch}`;
  const name = `@nachlese/${system}`;
  if (!(name in own.optionalDependencies)) {
    const known = Object.keys(own.optionalDependencies).map((each) => each.split("/")[1]);
    refuse(speak.unknownSystem(system, known));
  }
  try {
    return require.resolve(`${name}/bin/nachlese${process.platform === "win32" ? ".exe" : ""}`);
  } catch {
    return refuse(speak.noPackage(name, own.version));
  }
}

const binary = process.env.NACHLESE_BINARY ? named(process.env.NACHLESE_BINARY) : installed();
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
let child;
// Before the start: a signal that comes between would end the launcher alone.
for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
child = spawn(binary, process.argv.slice(2), { stdio: "inherit" });
child.on("error", (error) => refuse(speak.doesNotRun(binary, error.code ?? error.message)));
child.on("exit", (code, signal) => {
  if (signal === null) process.exit(code);
  // Ends as the program did, so that a shell knows why.
  for (const each of SIGNALS) process.removeAllListeners(each);
  process.kill(process.pid, signal);
  // Some signals are not for this process: Windows has few.
  setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 100);
});
