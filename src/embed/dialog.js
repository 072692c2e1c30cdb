// „Einbetten“: what a webmaster copies to show this event, or parts of it, in another page. Loaded when it is opened.
// `nachlese prerender` replaces the word in capitals by the event that this deployment opens with.

import { contrastOf, lookOf } from "./embed-look.js";
import { preview } from "./embed-preview.js";
import { frameOf, policyForFrame, policyForTag, styleOf, tagOf } from "./embed-snippets.js";

const EVENT = "EVENT";

const here = (path) => new URL(path, import.meta.url).href;

const WORDS = {
  de: {
    title: "Einbetten", sections: "Nur diese Abschnitte", language: "Sprache", theme: "Darstellung", font: "Schrift",
    host: "wie die umgebende Seite", auto: "wie das System", inherit: "wie die umgebende Seite", light: "hell", dark: "dunkel", own: "Arial",
    level: "Ebene der obersten Überschrift", chrome: "mit Kopf und Fuß", compact: "Programm als knappe Liste", coloured: "eigene Farbe", accent: "Farbe für Links, Knöpfe und Überschriften",
    weak: (contrast) => `Zu hell: Der Kontrast ist ${contrast}. Nötig ist mindestens 4,5.`, height: "Höhe des Rahmens in Pixeln", preview: "Vorschau",
    failed: "Die Vorschau konnte nicht geladen werden.", element: "Als Element", elementHint: "Für Seiten, die ein fremdes Skript zulassen. Passt sich der Breite und Sprache der Seite an.",
    framed: "Als Rahmen", framedHint: "Für Seiten, auf denen fremde Skripte nicht erwünscht sind. Die zweite Zeile ist freiwillig: Sie macht den Rahmen so hoch wie seinen Inhalt.",
    tag: "Element (HTML)", css: "Farben (CSS der Seite)", frame: "Rahmen (iframe)", oembed: "oEmbed, für Systeme, die es unterstützen",
    csp: "Für das Element: Zeile für die Content-Security-Policy der Seite", framecsp: "Für den Rahmen: Zeile für die Content-Security-Policy der Seite",
    copy: "Kopieren", copied: "Kopiert.", marked: "Markiert: bitte mit Strg+C kopieren.", check: "Einbettung prüfen", close: "Schließen",
  },
  en: {
    title: "Embed", sections: "Only these sections", language: "Language", theme: "Appearance", font: "Font",
    host: "same as the surrounding page", auto: "same as the system", inherit: "same as the surrounding page", light: "light", dark: "dark", own: "Arial",
    level: "Level of the top heading", chrome: "with header and footer", compact: "programme as a compact list", coloured: "custom colour", accent: "Colour of links, buttons and headings",
    weak: (contrast) => `Too light: the contrast is ${contrast}. It must be at least 4.5.`, height: "Height of the frame in pixels", preview: "Preview",
    failed: "The preview could not be loaded.", element: "As an element", elementHint: "For pages that allow third-party scripts. Adapts to the width and language of the page.",
    framed: "As a frame", framedHint: "For pages where third-party scripts are not wanted. The second line is optional: it makes the frame as tall as its content.",
    tag: "Element (HTML)", css: "Colours (the page's CSS)", frame: "Frame (iframe)", oembed: "oEmbed, for systems that support it",
    csp: "For the element: line for the page's Content-Security-Policy", framecsp: "For the frame: line for the page's Content-Security-Policy",
    copy: "Copy", copied: "Copied.", marked: "Selected: please copy with Ctrl+C.", check: "Check the embedding", close: "Close",
  },
};

// In the page's own colours, because the dialog is inside .nachlese.
const LOOK = `.embed { background: var(--_canvas); border: 1px solid var(--_line-strong); color: var(--_text); inline-size: min(76em, 100% - 2em); max-inline-size: none; padding: 1.5em; }
.embed::backdrop { background: #0008; }
.embed form, .embed__columns, .embed__choices, .embed section { align-content: start; display: grid; gap: 1em; grid-template-columns: minmax(0, 1fr); }
.embed__columns, .embed section { gap: 1.5em; }
.embed section { border-block-start: 1px solid var(--_line); gap: 0.75em; padding-block-start: 1em; }
.embed fieldset, .embed__pairs { display: grid; gap: 0.25em 1em; grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr)); }
.embed__pairs { gap: 1em; }
.embed [hidden] { display: none; }
.embed .heading { font-size: 1.25em; }
.embed .embed__title { font-size: 1.5em; }
.embed input { flex: none; }
.embed legend, .embed__label, .embed summary { font-weight: 700; }
.embed label { align-items: center; display: flex; gap: 0.5em; min-block-size: 2em; }
.embed select, .embed textarea, .embed [type="number"] { background: var(--_canvas); border: 1px solid var(--_line-strong); color: inherit; font: inherit; inline-size: 100%; min-block-size: 2.5em; padding: 0.35em; }
.embed textarea { font-family: monospace; font-size: 0.875em; resize: vertical; }
.embed [type="color"] { block-size: 2.5em; border: 1px solid var(--_line-strong); inline-size: 4em; padding: 0.15em; }
.embed__row { align-content: start; display: grid; gap: 0.25em; }
.embed__box { border: 1px dashed var(--_line-strong); max-block-size: 80dvh; overflow: auto; }
.embed__actions { align-items: center; display: flex; flex-wrap: wrap; gap: 0.5em 1em; }
@container nachlese (inline-size >= 62em) {
  .embed__columns { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); }
  .embed__preview { align-self: start; inset-block-start: 0; position: sticky; }
}`;

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// The event that the page shows, as a value of `src`. Empty for the event that this deployment shows by default.
function sourceOf(root) {
  const wanted = new URLSearchParams(location.search).get("event");
  const isId = wanted && !/[./]/.test(wanted);
  const file = isId ? here(`events/${wanted}/event.json`) : new URL(wanted || root.dataset.event, location.href).href;
  if (file === here(EVENT)) return "";
  return file.startsWith(here("./")) ? file.slice(here("./").length) : file;
}

function sectionsOf(root) {
  const sections = [...root.querySelectorAll("[data-section][id]")];
  return sections.map((section) => {
    const heading = section.querySelector(".section__heading")?.textContent ?? section.getAttribute("aria-label");
    // A section without a name is known by how it begins.
    const first = (section.querySelector("p, blockquote, figcaption") ?? section).textContent;
    const text = (heading ?? first).replaceAll("\u00ad", "").trim();
    return { id: section.id, name: text.length > 60 ? `${text.slice(0, 60)} …` : text };
  });
}

let sheet;
let dialog;

export function open(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(LOOK);
    document.adoptedStyleSheets.push(sheet);
  }
  dialog?.remove(); // The page may be in another language now, or show another event.
  dialog = build(root);
  // Outside of what the app draws, but with its colours.
  root.append(dialog);
  // Removing the dialog also removes the preview.
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
}

const LEAST_PX = 100;
const MOST_PX = 10_000;

function build(root) {
  const lang = root.lang.startsWith("de") ? "de" : "en";
  const words = WORDS[lang];
  const source = sourceOf(root);
  // Head and root describe the page as it was loaded, not another event in it.
  const isOwn = !new URLSearchParams(location.search).get("event");
  const talk = isOwn ? (root.dataset.page ?? "") : "";
  const sections = talk ? [] : sectionsOf(root);
  const page = { address: location.href.split("#")[0], title: document.title };

  const row = (field, name, ...more) => element("div", { class: "embed__row" }, element("label", { class: "embed__label", for: field.id }, words[name]), field, ...more);
  const choice = (name, values, chosen) => {
    const options = values.map(([value, text]) => element("option", value === chosen ? { value, selected: "" } : { value }, text));
    const select = element("select", { name, id: `embed-${name}` }, ...options);
    return [select, row(select, name)];
  };
  const languages = [...root.querySelectorAll(".page-header [lang]")].map((button) => [button.lang, button.textContent]);
  const [language, languageRow] = choice("language", [["", words.host], ...languages], "");
  const [theme, themeRow] = choice("theme", [["", words.host], ...["auto", "light", "dark"].map((value) => [value, words[value]])], "");
  const [font, fontRow] = choice("font", [["", words.own], ["inherit", words.inherit]], "");
  const [level, levelRow] = choice("level", ["1", "2", "3", "4", "5", "6"].map((value) => [value, value]), "2");
  const height = element("input", { type: "number", id: "embed-height", min: LEAST_PX, max: MOST_PX, step: 10, value: 800 });
  const boxes = sections.map(({ id, name }) => [element("input", { type: "checkbox", value: id }), name]);
  const chrome = element("input", { type: "checkbox", checked: "" });
  const compact = element("input", { type: "checkbox" });
  const isColoured = element("input", { type: "checkbox", name: "coloured" });
  const accent = element("input", { type: "color", id: "embed-accent", value: "#005a9f" });
  const weakness = element("p", { role: "status" });
  const accentRow = row(accent, "accent", weakness);
  const what = element("fieldset", {}, element("legend", {}, words.sections), ...boxes.map(([box, name]) => element("label", {}, box, element("span", {}, name))));
  const ticked = (box, text) => element("label", {}, box, element("span", {}, text));

  const attributes = () => {
    const all = {
      src: source,
      lang: language.value,
      theme: theme.value,
      sections: boxes.filter(([box]) => box.checked).map(([box]) => box.value).join(","),
      talk,
      "heading-level": level.value === "2" ? "" : level.value,
      chrome: chrome.checked ? "" : "none",
      layout: compact.checked ? "list" : "",
      font: font.value,
    };
    return Object.entries(all).filter(([, value]) => value);
  };
  const colour = () => (isColoured.checked ? accent.value : "");
  const pixels = () => (height.validity.valid && height.value ? height.value : 800);
  const oembed = isOwn ? document.querySelector("link[type='application/json+oembed']") : null;
  const texts = {
    tag: () => tagOf(attributes(), page),
    css: () => styleOf(lookOf(colour())),
    csp: policyForTag,
    frame: () => frameOf(attributes(), colour(), pixels(), page),
    framecsp: policyForFrame,
    oembed: () => oembed?.href ?? "",
  };
  const status = element("p", { role: "status" });
  const outputs = Object.keys(texts).map((name) => {
    const field = element("textarea", { readonly: "", rows: ["oembed", "framecsp"].includes(name) ? 2 : 4, id: `embed-${name}`, spellcheck: "false" });
    const copy = element("button", { type: "button", class: "button", "aria-label": `${words.copy}: ${words[name]}`, "data-copy": name }, words.copy);
    copy.addEventListener("click", async () => {
      field.select();
      // Without a secure context there is no clipboard. Then the text is selected.
      const isCopied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
      status.textContent = isCopied ? words.copied : words.marked;
    });
    return [name, field, row(field, name, element("div", {}, copy))];
  });
  const rows = Object.fromEntries(outputs.map(([name, , outputRow]) => [name, outputRow]));
  // The preview is open if there is room for it beside the choices. Otherwise it opens on demand.
  const [shown, show] = preview(words, root.clientWidth >= 992);
  const refresh = () => {
    const properties = lookOf(colour());
    for (const [name, field] of outputs) field.value = texts[name]();
    accentRow.hidden = rows.css.hidden = !isColoured.checked;
    const contrast = contrastOf(accent.value);
    weakness.textContent = contrast < 4.5 ? words.weak(contrast.toLocaleString(lang, { maximumFractionDigits: 1 })) : "";
    show(attributes(), properties, pixels());
  };

  const check = element("a", { href: here(`embed-check.html?lang=${lang}`) }, words.check);
  const close = element("button", { class: "button", "data-look": "quiet" }, words.close);
  const choices = element(
    "div",
    { class: "embed__choices" },
    ...(boxes.length > 0 ? [what] : []),
    element("div", { class: "embed__pairs" }, languageRow, themeRow, fontRow, levelRow, row(height, "height")),
    ticked(chrome, words.chrome),
    ticked(compact, words.compact),
    ticked(isColoured, words.coloured),
    accentRow,
  );
  const part = (name, ...children) => element("section", {}, element("h3", { class: "heading" }, words[name]), element("p", {}, words[`${name}Hint`]), ...children);
  const form = element(
    "form",
    { method: "dialog", novalidate: "" },
    element("h2", { id: "embed-title", class: "heading embed__title" }, words.title),
    element("div", { class: "embed__columns" }, choices, shown),
    part("element", rows.tag, rows.css, rows.csp),
    part("framed", rows.frame, rows.framecsp, ...(oembed ? [rows.oembed] : [])),
    element("div", { class: "embed__actions" }, close, check, status),
  );
  form.addEventListener("input", refresh);
  refresh();
  return element("dialog", { class: "embed", "aria-labelledby": "embed-title", lang }, form);
}
