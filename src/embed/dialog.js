// „Einbetten“: what a webmaster copies to show this event, or parts of it, in another page. Loaded when it is opened.
// `nachlese prerender` writes the providers' origins over the word in capitals.

const PLAYERS = "PLAYERS";

const here = (path) => new URL(path, import.meta.url).href;
const bundle = new URL(import.meta.url).origin;

const WORDS = {
  de: {
    title: "Einbetten", sections: "Nur diese Abschnitte", language: "Sprache",
    host: "wie die Seite außen herum", theme: "Darstellung", auto: "wie das System", inherit: "wie die Seite außen herum",
    light: "hell", dark: "dunkel", level: "Ebene der obersten Überschrift", chrome: "mit Kopf und Fuß", tag: "Element (HTML)",
    frame: "Rahmen (iframe)", oembed: "oEmbed", csp: "Zeile für die Content-Security-Policy der Seite", copy: "Kopieren",
    copied: "Kopiert.", marked: "Markiert: bitte mit Strg+C kopieren.", check: "Einbettung prüfen", close: "Schließen",
  },
  en: {
    title: "Embed", sections: "Only these sections", language: "Language",
    host: "as the page around", theme: "Appearance", auto: "as the system", inherit: "as the page around",
    light: "light", dark: "dark", level: "Level of the topmost heading", chrome: "with header and footer", tag: "Element (HTML)",
    frame: "Frame (iframe)", oembed: "oEmbed", csp: "Line for the page's Content-Security-Policy", copy: "Copy",
    copied: "Copied.", marked: "Selected: please copy with Ctrl+C.", check: "Check the embedding", close: "Close",
  },
};

// In the page's own colours; the dialog stands inside of .nachlese.
const LOOK = `.embed { background: var(--_canvas); border: 1px solid var(--_line-strong); color: var(--_text); inline-size: min(46em, 100% - 2em); padding: 1.5em; }
.embed::backdrop { background: #0008; }
.embed form { display: grid; gap: 1em; }
.embed fieldset { display: grid; gap: 0.25em 1em; grid-template-columns: repeat(auto-fill, minmax(14em, 1fr)); }
.embed h2 { font-size: 1.5em; }
.embed input { flex: none; }
.embed legend, .embed__label { font-weight: 700; }
.embed label { align-items: center; display: flex; gap: 0.5em; min-block-size: 2em; }
.embed select, .embed textarea { background: var(--_canvas); border: 1px solid var(--_line-strong); color: inherit; font: inherit; inline-size: 100%; padding: 0.35em; }
.embed textarea { font-family: monospace; font-size: 0.875em; }
.embed__row { display: grid; gap: 0.25em; }
.embed__actions { align-items: center; display: flex; flex-wrap: wrap; gap: 0.5em 1em; }`;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// Which event the page shows, as embed.js understands it; empty for the one that this deployment shows by itself.
function sourceOf() {
  const wanted = new URLSearchParams(location.search).get("event");
  if (!wanted) return "";
  return /[./]/.test(wanted) ? new URL(wanted, location.href).href : `events/${wanted}/event.json`;
}

function sectionsOf(root) {
  const sections = [...root.querySelectorAll("[data-section][id]")];
  return sections.map((section) => {
    const heading = section.querySelector("h2")?.cloneNode(true);
    heading?.querySelectorAll("a").forEach((link) => link.remove());
    const text = (heading ?? section).textContent.replaceAll("\u00ad", "").trim();
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
  // Outside of what the app draws, and inside of its colours.
  root.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
}

function build(root) {
  const lang = root.lang.startsWith("de") ? "de" : "en";
  const words = WORDS[lang];
  const source = sourceOf();
  const talk = root.dataset.page ?? "";
  const sections = talk ? [] : sectionsOf(root);
  const title = document.title;

  const choice = (name, values, chosen) => {
    const options = values.map(([value, text]) => element("option", value === chosen ? { value, selected: "" } : { value }, text));
    const select = element("select", { name, id: `embed-${name}` }, ...options);
    return [select, element("div", { class: "embed__row" }, element("label", { class: "embed__label", for: select.id }, words[name]), select)];
  };
  const languages = [...root.querySelectorAll(".page-header [lang]")].map((button) => [button.lang, button.textContent]);
  const [language, languageRow] = choice("language", [["", words.host], ...languages], "");
  const [theme, themeRow] = choice("theme", ["auto", "inherit", "light", "dark"].map((value) => [value, words[value]]), "auto");
  const [level, levelRow] = choice("level", ["1", "2", "3", "4", "5", "6"].map((value) => [value, value]), "2");
  const boxes = sections.map(({ id, name }) => [element("input", { type: "checkbox", value: id }), name]);
  const chrome = element("input", { type: "checkbox", checked: "" });
  const what = element("fieldset", {}, element("legend", {}, words.sections), ...boxes.map(([box, name]) => element("label", {}, box, element("span", {}, name))));

  const values = () => {
    const all = {
      src: source && here(source),
      lang: language.value,
      theme: theme.value === "auto" ? "" : theme.value,
      sections: boxes.filter(([box]) => box.checked).map(([box]) => box.value).join(","),
      talk,
      "heading-level": level.value === "2" ? "" : level.value,
      chrome: chrome.checked ? "" : "none",
    };
    return Object.entries(all).filter(([, value]) => value);
  };
  const texts = {
    tag: () => {
      const attributes = values().map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
      const fallback = `<a href="${escaped(location.href.split("#")[0])}">${escaped(title)}</a>`;
      return `<script type="module" src="${here("embed.js")}"></script>\n<nachlese-event${attributes}>${fallback}</nachlese-event>`;
    },
    frame: () => {
      const query = new URLSearchParams(values().map(([key, value]) => (key === "src" ? ["event", value] : [key, value])));
      const address = `${here("embed.html")}${query.size > 0 ? `?${query}` : ""}`;
      const attributes = `width="100%" height="800" loading="lazy" allow="fullscreen; picture-in-picture; encrypted-media"`;
      return `<iframe src="${escaped(address)}" title="${escaped(title)}" ${attributes} referrerpolicy="strict-origin-when-cross-origin"></iframe>\n<script type="module" src="${here("embed-height.js")}"></script>`;
    },
    oembed: () => here(`${talk ? `talk/${talk}/` : ""}oembed.json`),
    csp: () => {
      const own = ["connect-src", "img-src", "font-src", "media-src"].map((directive) => `${directive} ${bundle}`).join("; ");
      return `script-src ${bundle} 'wasm-unsafe-eval'; ${own}; frame-src ${bundle} ${PLAYERS}`;
    },
  };
  const status = element("p", { role: "status" });
  const outputs = Object.keys(texts).filter((name) => name !== "oembed" || !source).map((name) => {
    const field = element("textarea", { readonly: "", rows: name === "oembed" ? 1 : 3, id: `embed-${name}`, spellcheck: "false" });
    const copy = element("button", { type: "button", class: "button", "aria-label": `${words.copy}: ${words[name]}`, "data-copy": name }, words.copy);
    copy.addEventListener("click", async () => {
      field.select();
      // Without a secure context there is no clipboard: the text is selected then.
      const isCopied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
      status.textContent = isCopied ? words.copied : words.marked;
    });
    const label = element("label", { class: "embed__label", for: field.id }, words[name]);
    return [name, field, element("div", { class: "embed__row" }, label, field, element("div", {}, copy))];
  });
  const refresh = () => outputs.forEach(([name, field]) => (field.value = texts[name]()));

  const check = element("a", { href: here(`embed-check.html?lang=${lang}`) }, words.check);
  const close = element("button", { class: "button", "data-look": "quiet" }, words.close);
  const form = element(
    "form",
    { method: "dialog" },
    element("h2", { id: "embed-title" }, words.title),
    ...(boxes.length > 0 ? [what] : []),
    languageRow,
    themeRow,
    levelRow,
    element("label", {}, chrome, element("span", {}, words.chrome)),
    ...outputs.map(([, , row]) => row),
    element("div", { class: "embed__actions" }, close, check, status),
  );
  form.addEventListener("input", refresh);
  refresh();
  return element("dialog", { class: "embed", "aria-labelledby": "embed-title", lang }, form);
}
