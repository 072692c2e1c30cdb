// Starts the app of a page that carries everything itself. In front of this stands wasm-bindgen's script, which
// gives `init`.
try {
  performance.mark("nachlese:start");
} catch {
  // Only measuring needs it.
}

const MESSAGES = {
  "app-not-loaded": {
    de: "Suche, Filter und Videos laufen in diesem Browser nicht; alles andere ist da.",
    en: "Search, filters and videos do not work in this browser; everything else is here.",
  },
  "one-event": {
    de: "Diese Datei enthält nur diese eine Veranstaltung. Die Adresse nennt eine andere; die gibt es hier nicht.",
    en: "This file holds only this one event. The address names another one, which is not here.",
  },
};

const root = document.querySelector("[data-nachlese]");
const place = (name) => document.querySelector(`script#nachlese-${name}`);
const carried = (name) => place(name).textContent;

// The reader's choice, before the app is there: no flash of the other appearance.
try {
  const theme = localStorage.getItem("nachlese.theme");
  if (theme) root.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's setting it is.
}

function say(code) {
  const alert = document.createElement("div");
  alert.className = "notice";
  alert.setAttribute("role", "alert");
  alert.dataset.code = code;
  for (const [lang, sentence] of Object.entries(MESSAGES[code])) {
    const line = document.createElement("p");
    line.lang = lang;
    line.textContent = sentence;
    alert.append(line);
  }
  const notices = document.createElement("div");
  notices.className = "notices";
  notices.append(alert);
  root.querySelector("main").prepend(notices);
}

function bytes(base64) {
  const binary = atob(base64);
  const found = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) found[at] = binary.charCodeAt(at);
  return found;
}

// Browsers open no data: address and seek badly in one. What the app shows, it shows from memory.
function blobAddress(data) {
  const comma = data.indexOf(",");
  const type = data.slice("data:".length, comma).replace(/;base64$/, "");
  return URL.createObjectURL(new Blob([bytes(data.slice(comma + 1))], { type }));
}

function findFiles() {
  const found = new Map();
  for (const [path, data] of Object.entries(JSON.parse(carried("files")))) found.set(path, blobAddress(data));
  const inArticle = [...root.querySelectorAll("[data-file]")];
  for (const element of inArticle) {
    const data = element.getAttribute("src") ?? element.getAttribute("href");
    if (data && !found.has(element.dataset.file)) found.set(element.dataset.file, blobAddress(data.split("#")[0]));
  }
  for (const link of inArticle.filter((element) => element.matches("a"))) {
    const [, fragment] = (link.getAttribute("href") ?? link.dataset.place).split("#");
    link.href = found.get(link.dataset.file) + (fragment ? `#${fragment}` : "");
    if (link.dataset.opens !== undefined) link.removeAttribute("download");
  }
  return [...found].map((line) => line.join("\t")).join("\n");
}

// JSON stands there as it is, what other programs write does not.
function eventFile() {
  const text = carried("event");
  return place("event").dataset.base64 === undefined ? text : new TextDecoder().decode(bytes(text));
}

async function unpacked(base64) {
  const packed = new Blob([bytes(base64)]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

// The app takes the article over as it is: a note comes after.
function whenReady(then) {
  if (root.dataset.nachlese === "loading") requestAnimationFrame(() => whenReady(then));
  else then();
}

try {
  const wanted = new URLSearchParams(location.search).get("event");
  root.dataset.files = findFiles();
  root.dataset.carried = eventFile();
  await init({ module_or_path: await unpacked(carried("program")) });
  if (wanted && wanted !== root.dataset.id) whenReady(() => say("one-event"));
} catch (error) {
  console.error("nachlese: app-not-loaded", error);
  say("app-not-loaded");
  root.dataset.nachlese = "error";
}
