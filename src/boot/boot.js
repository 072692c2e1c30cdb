// Starts the app in the page. If that fails, says in the page what to do; a prerendered page stays readable.
// It must not depend on anything that can fail to load.
document.documentElement.dataset.started = "";
try {
  performance.mark("nachlese:start");
} catch {
  // Only measuring needs it.
}

const PATIENCE_MS = 30_000;

const MESSAGES = {
  // Reloading would not help, so there is no button.
  "no-wasm": {
    de: "Suche, Filter und eingebettete Videos brauchen WebAssembly. Ihr Browser kennt es nicht, oder eine Einstellung verbietet es.",
    en: "Search, filters and embedded videos need WebAssembly. Your browser does not support it, or a setting blocks it.",
  },
  "app-not-loaded": {
    de: "Diese Seite konnte nicht vollständig geladen werden. Vielleicht ist die Verbindung gestört.",
    en: "This page could not be loaded completely. There may be a connection problem.",
    retry: { de: "Neu laden", en: "Reload" },
  },
};

// For a tab that is older than the deployment.
const NEWER = {
  de: ["Von dieser Seite gibt es eine neue Fassung.", "Neu laden"],
  en: ["There is a newer version of this page.", "Reload"],
};

const LINKS = [
  { data: "original", de: "Ursprüngliche Meldung", en: "Original article" },
  { data: "overview", de: "Alle Veranstaltungen", en: "All events" },
  { data: "event", de: "Daten der Veranstaltung (JSON)", en: "Data of the event (JSON)" },
];

const root = document.querySelector("[data-nachlese]");

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function inLanguage(lang, code) {
  const { [lang]: sentence, retry } = MESSAGES[code];
  const block = element("div", { lang }, element("p", {}, sentence));
  if (retry) {
    const button = element("button", { type: "button", class: "button" }, retry[lang]);
    button.addEventListener("click", () => location.reload());
    block.append(element("p", {}, button));
  }
  const links = LINKS.filter(({ data }) => root.dataset[data]);
  const items = links.map((link) => element("li", {}, element("a", { href: root.dataset[link.data] }, link[lang])));
  if (items.length > 0) block.append(element("ul", {}, ...items));
  return block;
}

function fail(code, reason) {
  console.error(`nachlese: ${code}`, reason);
  const title = element("h1", { class: "failure__title" }, "Nachlese");
  const sentences = [inLanguage("de", code), inLanguage("en", code)];
  if (root.dataset.prerendered) {
    const alert = element("div", { class: "notice", role: "alert", "data-code": code }, ...sentences);
    root.querySelector("main").prepend(element("div", { class: "notices" }, alert));
  } else {
    const alert = element("div", { class: "failure", role: "alert", "data-code": code }, title, ...sentences);
    const page = element("div", { class: "page" }, element("header", { class: "page-header" }), element("main", { class: "page__main" }, alert), element("footer", { class: "page-footer" }));
    root.replaceChildren(page);
  }
  root.dataset.nachlese = "error";
}

// Something was only late.
function takeBack() {
  if (root.dataset.nachlese !== "error") return;
  root.querySelector("[data-code]")?.parentNode.remove();
  root.dataset.nachlese = "loading";
}

// Without 'wasm-unsafe-eval', a content security policy forbids even an empty module.
function wasmProblem() {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    return null;
  } catch (error) {
    return error;
  }
}

// If the page on the server names another script than this one, this deployment's files may be gone.
async function tellIfOlder() {
  try {
    const answer = await fetch(location.pathname, { cache: "no-cache" });
    const isSame = (await answer.text()).includes(new URL(import.meta.url).pathname.split("/").pop());
    if (!answer.ok || isSame || document.querySelector("[data-newer]")) return;
  } catch {
    return;
  }
  const lang = root.lang.startsWith("de") ? "de" : "en";
  const [sentence, label] = NEWER[lang];
  const button = element("button", { type: "button", class: "button" }, label);
  button.addEventListener("click", () => location.reload());
  root.append(element("div", { class: "notice", "data-newer": "", role: "status", lang }, sentence, button));
}

function load(name) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error(`${name} does not arrive`)), PATIENCE_MS));
  return Promise.race([import(new URL(name, import.meta.url).href), late]).catch((error) => {
    tellIfOlder();
    throw error;
  });
}

// Also checked when somebody comes back to a tab after a while.
const AWHILE_MS = 600_000;
let looked = Date.now();
addEventListener("visibilitychange", () => {
  if (document.hidden || Date.now() - looked < AWHILE_MS) return;
  looked = Date.now();
  tellIfOlder();
});

// The reader for large files and files of other programs is loaded only for them.
root.nachleseImporter = async (bytes, type) => {
  const { read } = await load("importer-reader.js");
  return read(bytes, root, type);
};

// The exporter of watch-lists is loaded only on demand, too.
root.nachleseExporter = async (...given) => {
  const { save } = await load("export.js");
  return save(...given);
};

// Trunk writes a preload for each of the two files, with a hash in its name. Browsers do not check the integrity of a
// preload for `fetch`, and warn of it, so it stands beside. What before_paint.js has asked for (`data-asked`) is of
// another event, and stands first if the page arrives slowly.
async function start() {
  const glue = document.querySelector('link[rel="modulepreload"]:not([data-asked])');
  const wasm = document.querySelector('link[rel="preload"][type="application/wasm"]');
  const { default: init } = await import(glue.href);
  const program = await fetch(wasm.href, { integrity: wasm.dataset.integrity ?? wasm.integrity });
  takeBack();
  await init({ module_or_path: program });
}

// After everything else, the page becomes an app that works without a network.
const REST_MS = 3_000;

async function settle() {
  const { offline, folder = "" } = root.dataset;
  if (offline === undefined || window.top !== window) return;
  try {
    await navigator.serviceWorker?.register(`${folder}sw.js`);
    // Only if the host's policy allows it, because a blocked link would be an error in the console.
    const href = `${folder}manifest.webmanifest`;
    const answer = await fetch(href, { method: "HEAD" });
    const policy = answer.headers.get("content-security-policy") ?? "";
    const isAdmitted = policy.includes("manifest-src") || !policy.includes("default-src 'none'");
    if (answer.ok && isAdmitted) document.head.append(element("link", { rel: "manifest", href }));
  } catch {
    // Storage is blocked, or there is no network. The page works as before.
  }
}

// The script for sharing is loaded on pointerdown, because only a recent press may open the system's share sheet.
for (const name of ["pointerdown", "click"]) {
  root.addEventListener(name, async ({ target }) => {
    const button = target.closest("[data-share]");
    if (!button) return;
    const { share } = await load("share.js");
    if (name === "click") share(button, root);
  });
}

// The app has drawn a provider's player.
root.nachlesePlayer = (frame) => {
  // Without the script it plays, too.
  load("players.js").then(({ playerOf }) => { frame.nachlesePlayer = playerOf(frame); }, () => {});
};

// The app has drawn a transcript. Without the scripts it can be read, too.
root.nachleseTranscript = (pane) => {
  const show = ([{ transcript }, { pageLink }]) => transcript(pane, root, (id, place) => pageLink(pane.dataset.page, id, place));
  Promise.all([load("transcript.js"), load("share.js")]).then(show, () => {});
};

// The dialog that explains how to show the event elsewhere.
root.addEventListener("click", async ({ target }) => {
  if (!target.closest("[data-embed]")) return;
  const { open } = await load("embed-dialog.js");
  open(root);
});

// The script before this one may have lost its patience.
takeBack();

// The address names another event than the one in the page.
if (root.dataset.prerendered && new URLSearchParams(location.search).get("event")) {
  root.removeAttribute("data-prerendered");
  // What the head says is about the event in the page: its address, translations, files, preview and data.
  const said = 'link:is([rel="canonical"], [rel="alternate"]), meta:is([property], [name="description"], [name^="twitter:"]), [type="application/ld+json"]';
  for (const tag of document.head.querySelectorAll(said)) tag.remove();
  document.title = "Nachlese";
  // The built-in event was asked for with the page. Browsers warn of what nobody takes.
  const data = document.querySelector('link[rel="preload"][as="fetch"]:not([type], [data-asked])');
  if (data) fetch(data.href).catch(() => {});
  const title = element("h1", { class: "visually-hidden" }, "Nachlese");
  const status = element("p", { class: "loading", role: "status" }, root.lang === "de" ? "Inhalt wird geladen …" : "Loading …");
  root.replaceChildren(element("main", {}, title, status));
  document.documentElement.removeAttribute("data-other-event");
}

const problem = wasmProblem();
if (problem) {
  fail("no-wasm", problem);
} else {
  // On a very slow network, the app may still arrive after the message. Then it replaces the message.
  const timer = setTimeout(() => {
    if (root.dataset.nachlese === "loading") fail("app-not-loaded", `nothing after ${PATIENCE_MS} ms`);
  }, PATIENCE_MS);
  start()
    .then(() => setTimeout(settle, REST_MS))
    .catch((error) => fail("app-not-loaded", error))
    .finally(() => clearTimeout(timer));
}
