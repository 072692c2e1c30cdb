// host-check.html: says what the host of this folder lacks, and which line helps.
// It asks what `nachlese doctor` asks, as far as a page of the folder can ask it, and nobody but its own host.
// `nachlese prerender` replaces FACTS by what the host should send, from the table of nginx.conf, .htaccess and _headers.

import { policyOf, admits } from "./embed-policy.js";
import { LOOK } from "./embed-report.js";

const FACTS = "FACTS";

const HOSTS = { nginx: "nginx", apache: "Apache", netlify: "_headers (Netlify, Cloudflare Pages)", header: "S3, CDN" };
const PATIENCE_MS = 15_000;

const lang = (new URLSearchParams(location.search).get("lang") ?? (document.documentElement.lang || navigator.language)).startsWith("de") ? "de" : "en";
const say = (de, en) => (lang === "de" ? de : en);
const here = new URL("./", location.href);

// What was looked at: by the code of the check, each with its subject, whether it is well (null: not known), what was found and the lines that help.
const looked = [];
const add = (check, subject, isWell, found, lines = FACTS.lines[check] ?? {}) => looked.push({ check, subject, isWell, found, lines });

async function ask(path, options = {}) {
  try {
    return await fetch(new URL(path, here), { cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(PATIENCE_MS), ...options });
  } catch {
    return null;
  }
}
const sent = (answer, name) => answer.headers.get(name) ?? "";
const status = (answer, name) => `${answer.status} ${name ? sent(answer, name) : ""}`.trim();

// Nobody needs the rest of a large file.
const drop = (answer) => answer.body?.cancel();

async function checkAddresses() {
  const page = await ask("./");
  if (!page) {
    add("start", "", null, "–");
    return null;
  }
  add("start", "", page.ok && sent(page, "content-type").startsWith("text/html"), status(page, "content-type"));
  const own = here.pathname.length > 1 ? [here.pathname.slice(0, -1)] : [];
  for (const path of [...own, ...(FACTS.talk ? [new URL(FACTS.talk, here).pathname] : [])]) {
    const answer = await ask(path);
    // A page may not see where it is led, but where it arrives.
    if (answer) add("slash", path, answer.redirected && new URL(answer.url).pathname === `${path}/`, status(answer));
    else add("slash", path, null, "–");
  }
  const [nowhere, own404] = [await ask(FACTS.nowhere), await ask("404.html")];
  if (nowhere) {
    const [found, expected] = [await nowhere.text(), own404 && (own404.ok || own404.status === 404) ? await own404.text() : null];
    add("not-found", "", nowhere.status === 404 && (expected === null || found === expected), status(nowhere, "content-type"));
  }
  for (const file of FACTS.serverFiles) {
    const answer = await ask(file);
    if (answer) add("server-files", file, answer.status >= 400, status(answer));
  }
  return page;
}

async function checkDeployed() {
  for (const file of FACTS.hashed) {
    const answer = await ask(file);
    if (!answer) continue;
    add("deployed", file, answer.ok, status(answer), {});
    // The browser unpacks it, and asks for packed files by itself.
    if (FACTS.packed.includes(file) && answer.ok) {
      const found = ["Content-Encoding", "Vary"].filter((name) => sent(answer, name)).map((name) => `${name}: ${sent(answer, name)}`);
      const isPacked = /^(br|gzip|zstd)$/.test(sent(answer, "content-encoding")) && /accept-encoding|^\*$/i.test(sent(answer, "vary"));
      add("packed", file, isPacked, found.join(", "));
    }
    drop(answer);
  }
  const old = await ask(FACTS.old);
  if (!old) return;
  const kept = sent(old, "cache-control");
  const isKept = kept.includes("immutable") || seconds(kept) > 3_600;
  add("old-file", FACTS.old, old.status === 404 && !isKept, status(old, "cache-control"), old.status === 404 ? FACTS.lines["old-file"] : FACTS.lines["not-found"]);
}

const seconds = (caching) => Number(/(?:^|,)\s*max-age=(\d+)/.exec(caching)?.[1] ?? -1);

function checkCaching(file, answer) {
  const kept = sent(answer, "cache-control");
  const isWell = file.isHashed ? kept.includes("immutable") || seconds(kept) >= seconds(file.caching) : /no-cache|no-store/.test(kept) || seconds(kept) === 0;
  add("caching", file.path, isWell, kept, file.lines.caching);
}

async function checkFiles(page) {
  for (const file of FACTS.files) {
    const answer = await ask(file.path);
    if (!answer?.ok) continue;
    const type = sent(answer, "content-type");
    const essence = type.split(";")[0].trim().toLowerCase();
    add("media-type", file.path, file.types.length === 0 || file.types.includes(essence), type, file.lines["media-type"]);
    checkCaching(file, answer);
    const found = file.sharing.filter(([name]) => sent(answer, name)).map(([name]) => `${name}: ${sent(answer, name)}`);
    add("sharing", file.path, file.sharing.every(([name, value]) => sent(answer, name) === value), found.join(", "), file.lines.sharing);
    drop(answer);
  }
  if (page) checkCaching(FACTS.page, page);
  const part = FACTS.inParts && (await ask(FACTS.inParts, { headers: { Range: "bytes=1-2" } }));
  if (!part) return;
  const isWell = [403, 404].includes(part.status) ? null : part.status === 206 && sent(part, "content-range").startsWith("bytes 1-2/");
  add("range", FACTS.inParts, isWell, status(part, "content-range"), {});
  drop(part);
}

function checkHeaders(page) {
  for (const { name, value, lines } of FACTS.headers) {
    const found = sent(page, name);
    if (name === "Content-Security-Policy") {
      const lacking = found ? lacks(page, value) : [];
      const isOptional = lacking.length > 0 && lacking.every((directive) => directive.startsWith(FACTS.optional));
      add("policy", name, isOptional ? null : found !== "" && lacking.length === 0, lacking.join("; ") || found, lines);
    } else if (name === "Referrer-Policy") {
      add("header", name, !["no-referrer", "same-origin"].includes(found.split(",").at(-1).trim()), found, lines);
    } else {
      add("header", name, name === "Permissions-Policy" ? found !== "" : found.toLowerCase() === value, found, lines);
    }
  }
}

// The directives of the policy that the page needs, with the sources that the one that is sent does not admit.
function lacks(page, needed) {
  const policies = policyOf(page, new DOMParser().parseFromString("", "text/html"));
  const own = ["base-uri", "form-action", "frame-ancestors"];
  return needed
    .split("; ")
    .map((directive) => directive.split(" "))
    .filter(([name]) => !own.includes(name))
    .map(([name, ...sources]) => [name, ...sources.filter((source) => source !== "'none'" && !admits(policies, name, source === "'self'" ? here.origin : source, here.href))])
    .filter((directive) => directive.length > 1)
    .map((directive) => directive.join(" ").replaceAll(here.origin, "'self'"));
}

function checkEncryption() {
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
  add("https", "", location.protocol === "https:" ? true : isLocal ? null : false, location.origin, {});
}

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  Object.assign(made, attributes);
  made.append(...children);
  return made;
};

const inFolder = (line) => line.replaceAll(FACTS.folder.slice(0, -1), here.pathname.slice(0, -1));

// A part of the report: all that was looked at for one check.
function part(check, items) {
  const words = FACTS.words[check];
  const bad = items.filter(({ isWell }) => isWell === false);
  const isWell = bad.length > 0 ? false : items.some(({ isWell }) => isWell) ? true : null;
  const sign = isWell === null ? "ℹ" : isWell ? say("✓ in Ordnung", "✓ fine") : say("✗ fehlt", "✗ missing");
  const shown = isWell === false ? bad : items;
  const founds = shown.map(({ subject, found }) => [subject, isWell === true ? "" : found || say("nicht gesendet", "not sent")].filter(Boolean).join(": "));
  const item = element("li", {}, element("strong", {}, sign), ` ${words.name[lang]}`, founds.some(Boolean) ? `: ${founds.filter(Boolean).join(", ")}` : "");
  item.dataset.check = check;
  item.dataset.well = String(isWell);
  if (isWell !== false) return item;
  item.append(element("p", {}, words.why[lang]));
  for (const [host, name] of Object.entries(HOSTS)) {
    const lines = [...new Set(bad.map(({ lines }) => inFolder(lines[host] ?? "")).filter(Boolean))];
    if (lines.length > 0) item.append(element("p", {}, `${name}:`), element("pre", {}, lines.join("\n")));
  }
  return item;
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(LOOK);
document.adoptedStyleSheets.push(sheet);
document.documentElement.lang = lang;
const told = element("p", {}, say("Die Prüfung läuft …", "Checking …"));
told.setAttribute("role", "status");
const list = element("ol", {});
const title = say("Server prüfen", "Check the host");
document.title = `Nachlese: ${title}`;
document.querySelector("#check").replaceChildren(element("main", { className: "embed-check" }, element("h1", { className: "heading" }, title), told, list));

const page = await checkAddresses();
await checkDeployed();
await checkFiles(page);
if (page) checkHeaders(page);
checkEncryption();
for (const check of Object.keys(FACTS.words).sort((one, other) => order(one) - order(other))) {
  const items = looked.filter((one) => one.check === check);
  if (items.length > 0) list.append(part(check, items));
}
function order(check) {
  return looked.findIndex((one) => one.check === check);
}
const failed = list.querySelectorAll("[data-well=false]").length;
told.textContent = failed === 0 ? say("Alles in Ordnung.", "Everything is fine.") : failed === 1 ? say("Ein Punkt ist nicht in Ordnung.", "One thing is not fine.") : say(`${failed} Punkte sind nicht in Ordnung.`, `${failed} things are not fine.`);
told.dataset.failed = failed;
