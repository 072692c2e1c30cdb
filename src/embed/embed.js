// <nachlese-event>: an event inside of any page. One line there:
//   <script type="module" src="https://…/embed.js"></script> <nachlese-event src="events/x/event.json"></nachlese-event>
// `nachlese prerender` writes the names of this deployment's files over the words in capitals.

const FILES = { glue: "GLUE", program: "PROGRAM", style: "STYLE", event: "EVENT" };
const OBSERVED = ["src", "lang", "theme", "sections", "talk", "heading-level", "chrome", "consent"];
const RIGHT_TO_LEFT = /^(ar|fa|he|ur|ps|yi)\b/;

const MESSAGES = {
  "no-wasm": {
    de: "Diese Seite lässt WebAssembly nicht zu; die Veranstaltung kann hier nicht gezeigt werden.",
    en: "This page does not admit WebAssembly; the event cannot be shown here.",
  },
  "app-not-loaded": {
    de: "Die Veranstaltung konnte nicht geladen werden.",
    en: "The event could not be loaded.",
  },
};

// What the host's styles leave behind by inheritance goes, before any layer of ours.
const RESET = `@layer reset { .nachlese { all: initial; } }
:host { display: block; } :host([hidden]) { display: none; }
.nachlese[data-theme="inherit"] { color-scheme: inherit; }`;

const here = (path) => new URL(path, import.meta.url).href;

async function styleSheet(text) {
  const sheet = new CSSStyleSheet({ baseURL: here("./") });
  return sheet.replace(text);
}

// Once for all elements of a page.
let loading;
function load() {
  loading ??= Promise.all([
    import(here(FILES.glue)).then(async (glue) => {
      await glue.default({ module_or_path: fetch(here(FILES.program)) });
      return glue;
    }),
    fetch(here(FILES.style)).then((answer) => answer.text()).then(styleSheet),
    styleSheet(RESET),
  ]).catch((error) => {
    loading = undefined; // The next element tries again.
    throw error;
  });
  return loading;
}

// What reads the programmes of other programs is loaded only for them.
async function importForeign(text) {
  const importer = await import(here("importer.js"));
  await importer.default();
  return importer.import_event(text);
}

function languageOf(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    if (node.lang) return node.lang;
  }
  return "";
}

class NachleseEvent extends HTMLElement {
  static observedAttributes = OBSERVED;
  #turn = 0;
  #shown = "";
  #root;
  #embed;

  connectedCallback() {
    if (!this.shadowRoot) this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
    this.#update();
  }

  disconnectedCallback() {
    // Moved elements come back in the same turn.
    queueMicrotask(() => {
      if (!this.isConnected) this.#clear();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name === "theme") this.#applyTheme();
    else this.#update();
  }

  get #wanted() {
    const get = (name) => this.getAttribute(name) ?? "";
    return {
      src: here(get("src") || FILES.event),
      lang: languageOf(this),
      sections: get("sections"),
      talk: get("talk"),
      headingLevel: /^[1-6]$/.test(get("heading-level")) ? get("heading-level") : "2",
      chrome: get("chrome"),
      consent: get("consent"),
    };
  }

  #applyTheme() {
    const theme = this.getAttribute("theme");
    if (this.#root) this.#root.dataset.theme = ["light", "dark", "inherit"].includes(theme) ? theme : "auto";
  }

  #clear() {
    this.#turn += 1;
    this.#shown = "";
    this.#embed?.free();
    this.#embed = undefined;
    this.#root?.remove();
    this.#root = undefined;
  }

  #update() {
    const turn = ++this.#turn;
    // Several attributes that change together are one change.
    queueMicrotask(async () => {
      if (turn !== this.#turn || !this.isConnected) return;
      const wanted = this.#wanted;
      const key = JSON.stringify(wanted);
      if (key === this.#shown && this.#embed) return;
      try {
        const [glue, style, reset] = await load();
        if (turn !== this.#turn || !this.isConnected) return;
        this.#show(glue, [reset, style], wanted);
        this.#shown = key;
      } catch (error) {
        if (turn === this.#turn) this.#fail(error, wanted.lang);
      }
    });
  }

  #show(glue, styles, wanted) {
    const turn = this.#turn;
    this.#clear();
    this.#turn = turn;
    this.shadowRoot.adoptedStyleSheets = styles;
    this.#root = this.#block(wanted.lang);
    this.#root.nachleseImporter = importForeign;
    this.#root.setAttribute("part", "base");
    this.#applyTheme();
    this.#embed = glue.embed(this.#root, wanted, (name, key, value) => {
      // What stood here for readers without scripts has done its work.
      if (name === "ready") this.shadowRoot.querySelector("slot").hidden = true;
      this.#tell(name, { [key]: value });
    });
  }

  #block(lang) {
    const block = document.createElement("div");
    block.className = "nachlese";
    block.dataset.nachlese = "loading";
    if (lang) block.lang = lang;
    block.dir = RIGHT_TO_LEFT.test(lang) ? "rtl" : "ltr";
    this.shadowRoot.append(block);
    return block;
  }

  #fail(error, lang) {
    const code = error instanceof WebAssembly.CompileError ? "no-wasm" : "app-not-loaded";
    console.error(`nachlese: ${code}`, error);
    this.#clear();
    this.#root = this.#block(lang);
    this.#root.dataset.nachlese = "error";
    const alert = document.createElement("p");
    alert.setAttribute("role", "alert");
    alert.dataset.code = code;
    alert.append(MESSAGES[code][lang.startsWith("de") ? "de" : "en"]);
    this.#root.append(alert);
    this.#tell("error", { code });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`nachlese-${name}`, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get("nachlese-event")) customElements.define("nachlese-event", NachleseEvent);
