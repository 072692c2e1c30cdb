// What launcher.js says, in German and English, chosen as the program does: `--language`, else LC_ALL, else LANG.
"use strict";

const SENTENCES = {
  de: {
    noPackage: (name, version) =>
      `Das Paket ${name} fehlt. Darin liegt das Programm für dieses System.\n` +
      "  Wahrscheinlich kennt package-lock.json es nicht, weil die Datei auf einem anderen System entstand (npm/cli#4828),\n" +
      "  oder npm wurde mit --omit=optional aufgerufen.\n" +
      "  → Löschen Sie node_modules und package-lock.json und rufen Sie npm install auf.\n" +
      `  → Oder installieren Sie das Paket einzeln: npm install ${name}@${version}\n` +
      "  → Oder nennen Sie ein Programm, das Sie schon haben: NACHLESE_BINARY=/pfad/zu/nachlese",
    unknownSystem: (system, known) =>
      `Für dieses System (${system}) gibt es kein fertiges Programm, nur für ${known.join(", ")}.\n` +
      "  → Bauen Sie es aus dem Quelltext und nennen Sie es: NACHLESE_BINARY=/pfad/zu/nachlese",
    noSuchBinary: (path) =>
      `NACHLESE_BINARY nennt keine Datei: ${path}\n  → Geben Sie den Pfad des Programms an oder entfernen Sie die Variable.`,
    isLauncher: (path) =>
      `NACHLESE_BINARY nennt den Starter aus dem npm-Paket, nicht das Programm: ${path}\n` +
      "  → Geben Sie den Pfad des Programms an oder entfernen Sie die Variable.",
    doesNotRun: (path, why) =>
      `Das Programm lässt sich nicht starten (${why}): ${path}\n` +
      "  → Ist es für dieses System, und darf man es ausführen? Sonst installieren Sie das Paket neu.",
  },
  en: {
    noPackage: (name, version) =>
      `The package ${name} is missing. It has the program for this system.\n` +
      "  Probably package-lock.json does not know it, because the file was made on another system (npm/cli#4828),\n" +
      "  or npm was called with --omit=optional.\n" +
      "  → Delete node_modules and package-lock.json, then run npm install.\n" +
      `  → Or install the package by itself: npm install ${name}@${version}\n` +
      "  → Or name a program that you already have: NACHLESE_BINARY=/path/to/nachlese",
    unknownSystem: (system, known) =>
      `There is no ready-made program for this system (${system}), only for ${known.join(", ")}.\n` +
      "  → Build it from source and name it: NACHLESE_BINARY=/path/to/nachlese",
    noSuchBinary: (path) =>
      `NACHLESE_BINARY names no file: ${path}\n  → Give the path of the program, or remove the variable.`,
    isLauncher: (path) =>
      `NACHLESE_BINARY names the launcher of the npm package, not the program: ${path}\n` +
      "  → Give the path of the program, or remove the variable.",
    doesNotRun: (path, why) =>
      `The program cannot be started (${why}): ${path}\n` +
      "  → Is it for this system, and may it be run? Otherwise install the package again.",
  },
};

function language(words, environment) {
  const at = words.findIndex((word) => word === "--language" || word.startsWith("--language="));
  if (at >= 0) return words[at].split("=")[1] ?? words[at + 1] ?? "";
  return environment.LC_ALL || environment.LANG || "";
}

exports.sentences = (words, environment) => SENTENCES[language(words, environment).startsWith("de") ? "de" : "en"];
