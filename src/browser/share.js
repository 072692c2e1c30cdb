// „Teilen“: the system's share sheet, or a small panel with the link, the second and a QR code. Loaded on demand.

import { element } from "./elements.js";

const WORDS = {
  de: { link: "Link", copy: "Link kopieren", copied: "Kopiert.", marked: "Markiert: bitte kopieren.", from: (at) => `ab ${at}`, code: "QR-Code für diesen Link", close: "Schließen" },
  en: { link: "Link", copy: "Copy link", copied: "Copied.", marked: "Selected: please copy.", from: (at) => `from ${at}`, code: "QR code for this link", close: "Close" },
};

// In the page's own colours. The QR code is always dark on light.
const LOOK = `.share { align-items: start; background: var(--_surface); border: 1px solid var(--_line); display: flex; flex-wrap: wrap; gap: 1em; inline-size: 100%; order: 0; padding: 1em; }
.share__fields { align-content: start; display: grid; flex: 1 1 14em; gap: 0.75em; }
.share__actions { align-items: center; display: flex; flex-wrap: wrap; gap: 0.5em 1em; }
.share__from { align-items: center; display: flex; gap: 0.6em; min-block-size: var(--_target-link); }
.share__from > input { accent-color: var(--_accent); block-size: max(1.5em, 24px); flex: none; inline-size: max(1.5em, 24px); margin: 0; }
.share__code { background: Canvas; block-size: 10em; color-scheme: light; fill: CanvasText; flex: none; inline-size: 10em; }
.share__code > svg { display: block; }
@media print { .share { display: none; } }`;

const SVG = "http://www.w3.org/2000/svg";
// The light margin that a code needs, in squares.
const RIM = 4;

let sheet;
let open;

export function clock(seconds) {
  const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(Math.floor);
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// The second that plays in the talk's card, or that the address asks for.
function secondOf(card, asked) {
  const video = card.querySelector("video");
  const played = Math.floor((video?.currentTime ?? 0) - (video?.dataset.start ?? 0));
  if (played > 0) return clock(played);
  const [id, at = ""] = decoded(asked.replace("#", "")).split("@");
  return id === card.dataset.talk && /^[\d:]+$/.test(at) ? at : "";
}

// A link to a talk's own page, or to its place in this page. `page` is the page's address, with `{id}` for the talk.
export function pageLink(page, id, at) {
  const link = new URL(page.replace("{id}", id), location.href.split(/[?#]/)[0]);
  const asked = new URLSearchParams(location.search);
  for (const key of ["event", "lang"]) if (asked.get(key)) link.searchParams.set(key, asked.get(key));
  if (at) link.hash = `${id}@${at}`;
  return link.href;
}

// If the code cannot be drawn, there is still the link.
async function draw(place, link, name) {
  try {
    const { default: init, code } = await import(new URL("qr.js", import.meta.url).href);
    await init();
    const [size, path] = code(link).split("\n");
    const svg = document.createElementNS(SVG, "svg");
    const squares = Number(size) + 2 * RIM;
    const attributes = { viewBox: `${-RIM} ${-RIM} ${squares} ${squares}`, role: "img", "aria-label": name, "shape-rendering": "crispEdges" };
    for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
    svg.append(document.createElementNS(SVG, "path"));
    svg.firstChild.setAttribute("d", path);
    if (place.dataset.link === link) place.replaceChildren(svg);
  } catch (error) {
    console.warn("nachlese: no-code", error);
  }
}

function close(takesFocus) {
  open.watch.disconnect();
  open.panel.remove();
  open.button.removeAttribute("aria-expanded");
  if (takesFocus) open.button.focus();
  open = undefined;
}

function build(words, title, at, linkTo) {
  const field = element("input", { class: "field", readonly: "", "aria-label": words.link });
  const tick = element("input", { type: "checkbox" });
  tick.checked = true;
  const place = element("div", { class: "share__code" });
  const status = element("span", { role: "status" });
  const copy = element("button", { type: "button", class: "button" }, words.copy);
  const end = element("button", { type: "button", class: "button", "data-look": "quiet" }, words.close);
  const refresh = () => {
    field.value = place.dataset.link = linkTo(tick.checked ? at : "");
    status.textContent = "";
    draw(place, field.value, words.code);
  };
  tick.addEventListener("change", refresh);
  end.addEventListener("click", () => close(true));
  copy.addEventListener("click", async () => {
    field.select();
    // Without a secure context there is no clipboard. Then the link is selected.
    const isCopied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
    status.textContent = isCopied ? words.copied : words.marked;
  });
  const from = at ? [element("label", { class: "share__from" }, tick, element("span", {}, words.from(at)))] : [];
  const fields = element("div", { class: "share__fields" }, field, ...from, element("div", { class: "share__actions" }, copy, end, status));
  const panel = element("div", { class: "share", role: "group", "aria-label": title }, fields, place);
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close(true);
  });
  refresh();
  return { panel, field };
}

function lookInto(tree) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(LOOK);
  }
  if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets.push(sheet);
}

// Offers the system's share sheet. Returns whether it opened; if the reader changes their mind, nothing else should open.
export async function offerSheet(data) {
  if (!navigator.canShare?.(data)) return false;
  return navigator.share(data).then(() => true, (error) => error.name === "AbortError");
}

// `asked` is the place in the address. `linkOf` returns the link to a talk or to a second of it.
export async function share(button, root, asked = location.hash, linkOf = (id, at) => pageLink(button.dataset.share, id, at)) {
  const wasOpen = open?.button === button && open.panel.isConnected;
  if (open) close(false);
  if (wasOpen) return;
  const card = button.closest("[data-talk]");
  const id = card.dataset.talk;
  const at = secondOf(card, asked);
  // In a row, the button's name is its own word and the title.
  const words = [button, card.querySelector(".heading a")];
  const name = button.getAttribute("aria-label") ?? words.map((part) => part.textContent).join(": ").replaceAll("\u00ad", "");
  const data = { title: name.slice(name.indexOf(": ") + 2), url: linkOf(id, at) };
  if (await offerSheet(data)) return;
  const language = root.lang.startsWith("de") ? "de" : "en";
  const { panel, field } = build(WORDS[language], name, at, (second) => linkOf(id, second));
  lookInto(root.getRootNode());
  panel.lang = language;
  (button.closest("p, .signs") ?? button).after(panel);
  button.setAttribute("aria-expanded", "true");
  // While the reader types, a row may change to another talk.
  const watch = new MutationObserver(() => close(false));
  watch.observe(card, { attributeFilter: ["data-talk"] });
  open = { button, panel, watch };
  field.focus();
  field.select();
  panel.scrollIntoView({ block: "nearest" });
}
