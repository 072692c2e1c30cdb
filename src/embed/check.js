// embed-check.html: says why an event does not appear on a page, and which header line helps.
// Open it where the readers are, with ?target=<page that shows the event>. Some things only that page itself can tell.
// For these, put into it for a while: <div id="check"></div> <script type="module" src="https://…/embed-check.js"></script>
// Nothing is requested from a video provider before somebody presses the button.
// `nachlese prerender` replaces the words in capitals by the names of this deployment's files.

import { policyOf, admits } from "./embed-policy.js";
import { LOOK } from "./embed-report.js";

const FILES = { glue: "GLUE", program: "PROGRAM", style: "STYLE", event: "EVENT" };
const PLAYERS = "PLAYERS".split(" ").filter(Boolean);
const TYPES = { glue: "text/javascript", program: "application/wasm", style: "text/css", event: "application/json" };
const PATIENCE_MS = 15_000;

const here = (path) => new URL(path, import.meta.url).href;
const bundle = new URL(import.meta.url).origin;
const isForeign = bundle !== location.origin;
const parameters = new URLSearchParams(isForeign ? "" : location.search);
const lang = (parameters.get("lang") ?? (document.documentElement.lang || navigator.language)).startsWith("de") ? "de" : "en";
const say = (de, en) => (lang === "de" ? de : en);

// Lines of the report: name, whether it is fine (null: for information), what was found, the line that helps.
const lines = [];
const list = document.createElement("ol");

function add(name, isWell, found, fix = "") {
  lines.push({ name, isWell, found, fix: isWell === false ? fix : "" });
  const item = document.createElement("li");
  const word = document.createElement("strong");
  word.append(isWell === null ? "ℹ" : isWell ? say("✓ in Ordnung", "✓ fine") : say("✗ fehlt", "✗ missing"));
  item.append(word, ` ${name}: ${found}`);
  item.dataset.check = name;
  item.dataset.well = String(isWell);
  if (isWell === false && fix) {
    const code = document.createElement("code");
    code.append(fix);
    const line = document.createElement("p");
    line.append(say("Hilft: ", "This helps: "), code);
    item.append(line);
  }
  list.append(item);
  return item;
}

// Whether the target page could be read.
let isKnown = true;

const CSP = "Content-Security-Policy:";
const self = isForeign ? bundle : "'self'";

function checkBrowser() {
  add(say("Eigene Elemente", "Custom elements"), "customElements" in window, say("hängen vom Browser ab", "depend on the browser"));
  let isAllowed = true;
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    isAllowed = false;
  }
  const found = isAllowed ? say("erlaubt", "allowed") : say("verboten", "forbidden");
  add("WebAssembly", isAllowed, found, `${CSP} script-src ${self} 'wasm-unsafe-eval'`);
  const isMixed = location.protocol === "https:" && bundle.startsWith("http:");
  add(say("Gemischte Inhalte", "Mixed content"), !isMixed, bundle, say("Liefern Sie das Bündel über https: aus.", "Serve the bundle over https:."));
  const worker = !isForeign && "serviceWorker" in navigator;
  add("Service Worker", null, worker ? say("möglich", "possible") : say("hier nicht nötig", "not needed here"));
}

async function checkFile(name, path) {
  const type = TYPES[name];
  const file = path.split("/").at(-1);
  let answer;
  try {
    answer = await fetch(here(path), { credentials: "omit", cache: "no-store" });
  } catch {
    const lines = isForeign ? `Access-Control-Allow-Origin: *  |  ${CSP} connect-src ${self}` : `${CSP} connect-src 'self'`;
    add(file, false, say("nicht lesbar: CORS, CSP oder Netz", "not readable: CORS, CSP or network"), lines);
    return;
  }
  const shown = answer.headers.get("content-type") ?? "";
  const isType = shown.startsWith(type) || (name === "glue" && /javascript/.test(shown));
  add(`${file} Content-Type`, answer.ok && isType, `${answer.status} ${shown}`, `Content-Type: ${type}`);
  if (isForeign) {
    add(`${file} CORS`, true, say("lesbar", "readable"));
    return;
  }
  // Scripts of the same origin can read this header, so it shows what foreign hosts will get.
  const allowed = answer.headers.get("access-control-allow-origin");
  const found = allowed ?? say("kein Access-Control-Allow-Origin; andere Websites können nicht einbetten", "no Access-Control-Allow-Origin; other websites cannot embed");
  add(`${file} CORS`, allowed !== null, found, "Access-Control-Allow-Origin: *");
}

// What a page's own headers and meta elements say, or null if they cannot be read.
async function headersOf(address) {
  try {
    const answer = await fetch(address, { credentials: "same-origin", cache: "no-store" });
    const html = answer.headers.get("content-type")?.startsWith("text/html") ? await answer.text() : "";
    const page = new DOMParser().parseFromString(html, "text/html");
    return { policy: policyOf(answer, page), referrer: referrerOf(answer, page), page: answer.url, status: answer.status };
  } catch {
    return null;
  }
}

function referrerOf(answer, page) {
  const meta = page.querySelector("meta[name=referrer]")?.content;
  return meta ?? answer.headers.get("referrer-policy")?.split(",").at(-1).trim() ?? "strict-origin-when-cross-origin";
}

async function checkHost(address) {
  const name = say("Die Seite", "The page");
  const headers = await headersOf(address);
  if (!headers) {
    const found = say("von hier nicht lesbar. Fügen Sie dort zum Testen ein: ", "cannot be read from here. For a test, paste this into it: ");
    add(name, null, `${address} ${found}<div id="check"></div> <script type="module" src="${import.meta.url}"></script>`);
    PLAYERS.forEach((player) => addPlayer(player, null));
    isKnown = false;
    return;
  }
  // The headers of an error page say nothing about the target page.
  if (headers.status >= 400) {
    add(name, false, `${headers.page} ${headers.status}`, say("Gibt es die Seite? Prüfen Sie die Adresse.", "Does the page exist? Check the address."));
    return;
  }
  add(name, null, headers.page);
  const source = new URL(headers.page).origin === bundle ? "'self'" : bundle;
  const needs = { "script-src": [bundle, "'wasm-unsafe-eval'"], "connect-src": [bundle], "img-src": [bundle], "media-src": [bundle] };
  for (const [directive, wanted] of Object.entries(needs)) {
    const isWell = wanted.every((source) => admits(headers.policy, directive, source, headers.page));
    const shown = wanted.map((word) => (word === bundle ? source : word)).join(" ");
    add(directive, isWell, isWell ? say("lässt das Bündel zu", "allows the bundle") : say("lässt das Bündel nicht zu", "does not allow the bundle"), `${CSP} ${directive} ${shown}`);
  }
  PLAYERS.forEach((player) => addPlayer(player, admits(headers.policy, "frame-src", player, headers.page)));
  const isSilent = ["no-referrer", "same-origin"].includes(headers.referrer);
  add("Referrer-Policy", !isSilent, headers.referrer, "Referrer-Policy: strict-origin-when-cross-origin");
}

function addPlayer(player, isWell) {
  const found = isWell === null ? say("noch nicht bekannt", "not known yet") : isWell ? say("zugelassen", "allowed") : say("nicht zugelassen", "not allowed");
  const item = add(`frame-src ${player}`, isWell, found, `${CSP} frame-src ${player}`);
  if (isWell !== null || isElsewhere) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.append(say(`Prüfen: lädt ${player}`, `Test: loads ${player}`));
  button.addEventListener("click", () => tryPlayer(player, button), { once: true });
  item.append(" ", button);
}

// The browser requests a frame only if the policy allows it.
function tryPlayer(player, button) {
  const frame = document.createElement("iframe");
  frame.title = player;
  frame.hidden = true;
  const end = (isWell) => {
    document.removeEventListener("securitypolicyviolation", refused);
    frame.remove();
    button.parentNode.remove();
    addPlayer(player, isWell);
  };
  const refused = ({ blockedURI, effectiveDirective }) => {
    if (effectiveDirective === "frame-src" && blockedURI.startsWith(player)) end(false);
  };
  document.addEventListener("securitypolicyviolation", refused);
  frame.addEventListener("load", () => setTimeout(() => frame.isConnected && end(true), 300));
  frame.src = player;
  document.body.append(frame);
}

async function checkTime() {
  const name = say("Zeit bis zur Anzeige", "Time to ready");
  const start = performance.now();
  const element = document.createElement("nachlese-event");
  element.hidden = true;
  const ended = new Promise((resolve) => {
    element.addEventListener("nachlese-ready", () => resolve(""));
    element.addEventListener("nachlese-error", ({ detail }) => resolve(detail.code));
    setTimeout(() => resolve("timeout"), PATIENCE_MS);
  });
  try {
    await import(here("embed.js"));
    document.body.append(element);
    const code = await ended;
    add(name, code === "", code || `${Math.round(performance.now() - start)} ms`);
  } catch (error) {
    add(name, false, String(error), `${CSP} script-src ${self} 'wasm-unsafe-eval'`);
  }
  element.remove();
}

const asText = () =>
  lines
    .map(({ name, isWell, found, fix }) => `[${isWell === null ? "i" : isWell ? "ok" : "FAIL"}] ${name}: ${found}${fix ? `\n       ${fix}` : ""}`)
    .join("\n");

const target = parameters.get("target");
// Only a web address, never `javascript:`. `https://` may be left out before a host with a path.
function addressOf(text) {
  const typed = /^[\w-]+(\.[\w-]+)+(:\d+)?\//.test(text) ? `https://${text}` : text;
  const isOne = /^(https?:|[/.])/.test(typed) && URL.canParse(typed, location.href);
  return isOne ? new URL(typed, location.href).href : null;
}
const page = target ? addressOf(target) : location.href;
const isElsewhere = page !== location.href;

const root = document.querySelector("#check") ?? document.body.appendChild(document.createElement("div"));
const title = document.createElement("h1");
title.className = "heading";
title.append(say("Einbettung prüfen", "Check the embedding"));
const status = document.createElement("p");
status.setAttribute("role", "status");
status.append(say("Die Prüfung läuft …", "Checking …"));
const report = document.createElement("textarea");
report.readOnly = true;
report.rows = 12;
report.setAttribute("aria-label", say("Bericht als Text", "Report as text"));
const copy = document.createElement("button");
copy.type = "button";
copy.className = "button";
copy.append(say("Bericht kopieren", "Copy report"));
copy.addEventListener("click", async () => {
  report.value = asText();
  report.select();
  // Without a secure context there is no clipboard. Then the text is selected.
  await navigator.clipboard?.writeText(report.value).catch(() => undefined);
});
const sheet = new CSSStyleSheet();
sheet.replaceSync(LOOK);
document.adoptedStyleSheets.push(sheet);
// The target page. Without one, only this page is checked.
const form = document.createElement("form");
const label = document.createElement("label");
const field = document.createElement("input");
const start = document.createElement("button");
label.append(say("Adresse Ihrer Seite, auf der die Veranstaltung erscheinen soll", "Address of your page that is to show the event"), field);
field.value = target ?? "";
field.inputMode = "url";
start.className = "button";
start.append(say("Prüfen", "Check"));
form.append(label, start);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  location.search = new URLSearchParams({ lang, target: field.value });
});
const main = document.createElement(isForeign ? "div" : "main");
main.className = "embed-check";
main.lang = lang;
main.append(title, ...(isForeign ? [] : [form]), status, list, report, copy);
root.replaceChildren(main);

checkBrowser();
for (const [name, path] of Object.entries(FILES)) await checkFile(name, path);
if (page) await checkHost(page);
else add(say("Ihre Seite", "Your page"), false, say(`„${target}“ ist keine Adresse einer Seite.`, `“${target}” is not the address of a page.`), "https://…");
await checkTime();
const failed = lines.filter(({ isWell }) => isWell === false).length;
status.textContent = failed === 0 ? (isKnown ? say("Alles in Ordnung.", "Everything is fine.") : say("Soweit von hier zu sehen, ist alles in Ordnung.", "As far as can be seen from here, everything is fine.")) : failed === 1 ? say("Ein Punkt fehlt.", "One thing is missing.") : say(`${failed} Punkte fehlen.`, `${failed} things are missing.`);
status.dataset.failed = failed;
report.value = asText();
