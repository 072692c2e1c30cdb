// <nachlese-event>: an event inside any page. One line there is enough:
//   <script type="module" src="https://…/embed.js"></script> <nachlese-event src="events/x/event.json"></nachlese-event>
// `nachlese prerender` replaces the words in capitals by the names of this deployment's files.

const FILES = { glue: "GLUE", program: "PROGRAM", style: "STYLE", event: "EVENT" };
const OBSERVED = ["src", "lang", "theme", "sections", "talk", "heading-level", "chrome", "consent", "layout", "font", "url-sync"];
const RIGHT_TO_LEFT = /^(ar|fa|he|ur|ps|yi)\b/;

const MESSAGES = {
  "no-wasm": {
    de: "Diese Seite lässt WebAssembly nicht zu. Deshalb kann die Veranstaltung hier nicht gezeigt werden.",
    en: "This page does not allow WebAssembly, so the event cannot be shown here.",
  },
  "app-not-loaded": {
    de: "Die Veranstaltung konnte nicht geladen werden.",
    en: "The event could not be loaded.",
  },
  "bad-address": {
    de: "Im Attribut src steht keine Web-Adresse: „{src}“. Schreiben Sie einen Pfad oder https://….",
    en: "The attribute src is not a web address: “{src}”. Write a path or https://….",
  },
};
const BAD_ADDRESS = new Error("the attribute src is not a web address");

const here = (path) => new URL(path, import.meta.url).href;

async function styleSheet(text) {
  // Without a prototype, because libraries of the host may have extended it.
  const sheet = new CSSStyleSheet({ __proto__: null, baseURL: here("./") });
  return sheet.replace(text);
}

// What does not arrive is not waited for without a word.
const PATIENCE_MS = 30_000;
const inTime = (promise) =>
  Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error("too slow")), PATIENCE_MS))]);

// In the event's own page the program runs already. Some browsers' extensions take `performance` away.
function isHere(program) {
  try {
    return performance.getEntriesByName(program).length > 0;
  } catch {
    return false;
  }
}

// Once for all elements of a page.
let loading;
function load() {
  const program = here(FILES.program);
  loading ??= Promise.all([
    Promise.all([import(here(FILES.glue)), isHere(program) ? program : fetch(program)]).then(async ([glue, module_or_path]) => {
      await glue.default({ module_or_path });
      return glue;
    }),
    fetch(here(FILES.style)).then(async (answer) => {
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      return styleSheet(await answer.text());
    }),
    import(here("embed-host.js")).then(async ({ RESET, followHost }) => ({ reset: await styleSheet(RESET), followHost })),
  ]).catch((error) => {
    loading = undefined; // The next element tries again.
    throw error;
  });
  return loading;
}

function languageOf(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    if (node.lang) return node.lang;
  }
  return "";
}

// The event's file and a number for each element on the page: landmarks need names of their own.
const shown = new Set();
function placeOf(file) {
  let number = 1;
  while (shown.has(`${file} ${number}`)) number += 1;
  shown.add(`${file} ${number}`);
  return `${file} ${number}`;
}

class NachleseEvent extends HTMLElement {
  static observedAttributes = OBSERVED;
  #turn = 0;
  #shown;
  #frame;
  #root;
  #embed;
  #address = "";
  #prefix = null;
  #keeper;
  #host;
  #place;

  connectedCallback() {
    if (!this.shadowRoot) this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
    // Set by the host before this script was loaded.
    if (Object.hasOwn(this, "address")) {
      const { address } = this;
      delete this.address;
      this.address = address;
    }
    this.#update();
  }

  disconnectedCallback() {
    // An element that is only moved comes back before the microtask runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#clear();
      this.#release();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name === "theme" || name === "font") this.#applyLook();
    else this.#update();
  }

  // The state of search, filters and place, as `?q=…#talk@12:34`. Empty if everything has its default.
  get address() {
    return this.#address;
  }

  set address(address) {
    this.#address = String(address);
    this.#embed?.go_to(this.#address);
  }

  get #wanted() {
    const get = (name) => this.getAttribute(name) ?? "";
    const level = /^[1-6]$/.test(get("heading-level")) ? get("heading-level") : "2";
    const src = get("src") || FILES.event;
    if (!URL.canParse(src, here("./"))) throw BAD_ADDRESS;
    // The names are those of src/embed/options.rs.
    const words = Object.fromEntries(["sections", "talk", "chrome", "consent", "layout"].map((name) => [name, get(name)]));
    return { src: here(src), lang: languageOf(this), headingLevel: level, ...words };
  }

  #applyLook() {
    if (!this.#root) return;
    const theme = this.getAttribute("theme");
    if (["auto", "light", "dark", "inherit"].includes(theme)) this.#root.dataset.theme = theme;
    else this.#host?.look();
    this.#root.dataset.font = this.getAttribute("font") === "inherit" ? "inherit" : "";
  }

  #clear() {
    this.#turn += 1;
    this.#shown = undefined;
    this.#embed?.free();
    this.#root?.nachleseStop?.();
    this.#frame?.remove();
    this.#host?.stop();
    shown.delete(this.#place);
    this.#embed = this.#frame = this.#root = this.#host = undefined;
    this.shadowRoot.firstChild.hidden = false;
  }

  #release() {
    this.#keeper?.stop();
    [this.#keeper, this.#prefix] = [undefined, null];
  }

  // The state is kept in the host's address only if the host asks for it.
  async #keep() {
    const prefix = this.getAttribute("url-sync");
    if (prefix === this.#prefix) return;
    this.#release();
    this.#prefix = prefix;
    if (prefix === null) return;
    const { keep } = await import(here("embed-address.js"));
    // The attribute has changed, or the element is gone in the meantime.
    if (prefix !== this.#prefix || this.#keeper) return;
    this.#keeper = keep(prefix || "nachlese-", (address) => {
      this.address = address;
    });
    this.address = this.#keeper.read();
  }

  #update() {
    const turn = ++this.#turn;
    const isLate = () => turn !== this.#turn || !this.isConnected;
    // Attributes that change together cause only one update.
    queueMicrotask(async () => {
      if (isLate()) return;
      const lang = languageOf(this);
      try {
        const wanted = this.#wanted;
        const key = JSON.stringify(wanted);
        await this.#keep();
        if (isLate() || (key === this.#shown && this.#embed)) return;
        // Where it is only late, it takes the place of the message.
        const timer = setTimeout(() => {
          if (isLate()) return;
          this.#fail(new Error("too slow"), lang);
          this.#turn = turn;
        }, PATIENCE_MS);
        const [glue, style, { reset, followHost }] = await load().finally(() => clearTimeout(timer));
        if (isLate()) return;
        this.#show(glue, [reset, style], wanted, lang, followHost);
        this.#shown = key;
      } catch (error) {
        if (!isLate()) this.#fail(error, lang);
      }
    });
  }

  #show(glue, styles, options, lang, followHost) {
    const turn = this.#turn;
    const hadContent = this.shadowRoot.firstChild.hidden;
    this.#clear();
    this.#turn = turn;
    // Do not show the content for readers without scripts in between.
    this.shadowRoot.firstChild.hidden = hadContent;
    this.shadowRoot.adoptedStyleSheets = styles;
    this.#draw(lang);
    const root = this.#root;
    this.#host = followHost(this, root);
    // Loaded only for those who need them. Without the first two, players play and transcripts can be read, too.
    root.nachlesePlayer = (frame) => import(here("players.js")).then(({ playerOf }) => { frame.nachlesePlayer = playerOf(frame); }, () => {});
    root.nachleseTranscript = (pane) => import(here("transcript.js")).then(({ transcript }) => transcript(pane, root, this.#linkTo), () => {});
    root.nachleseImporter = async (bytes, type) => (await inTime(import(here("importer-reader.js")))).read(bytes, root, type);
    for (const name of ["pointerdown", "click"]) root.addEventListener(name, (event) => this.#share(event));
    this.#place = placeOf(this.getAttribute("src"));
    this.#embed = glue.embed(root, { ...options, address: this.#address, number: this.#place.split(" ").pop() }, (name, key, value) => {
      if (root !== this.#root) return;
      if (name === "language") this.#speak(value);
      else if (name === "address") this.#remember(value, key === "step");
      else {
        // The fallback content is hidden, or shown again after an error.
        this.shadowRoot.firstChild.hidden = name !== "error";
        this.#tell(name, { [key]: value });
      }
    });
  }

  #draw(lang) {
    const box = (className) => Object.assign(document.createElement("div"), { className });
    this.#frame = box("frame");
    this.#root = box("nachlese");
    this.#root.setAttribute("part", "base");
    this.#root.dataset.nachlese = "loading";
    this.#speak(lang);
    this.#applyLook();
    this.#frame.append(this.#root);
    this.shadowRoot.append(this.#frame);
  }

  #speak(lang) {
    this.#root.lang = lang;
    this.#root.dir = RIGHT_TO_LEFT.test(lang) ? "rtl" : "ltr";
  }

  // Loaded on pointerdown, because only a recent press may open the system's share sheet.
  async #share({ target, type }) {
    const button = target.closest("[data-share]");
    if (!button) return;
    const { share } = await import(here("share.js"));
    if (type === "click") share(button, this.#root, this.#address.replace(/^[^#]*/, ""), this.#linkTo);
  }

  // A link to the host page if it keeps the place in its address, else to the event's own page.
  #linkTo = (id, second) => {
    const place = `#${id}${second ? `@${second}` : ""}`;
    if (this.#keeper) return this.#keeper.link(place);
    return `${here("./")}?${new URLSearchParams({ event: here(this.getAttribute("src") || FILES.event), lang: this.#root.lang })}${place}`;
  };

  #remember(address, isStep) {
    if (address === this.#address) return;
    this.#address = address;
    this.#keeper?.write(address, isStep);
    this.#tell("address", { address, isStep });
  }

  #fail(error, lang) {
    const isBad = error === BAD_ADDRESS;
    const code = error instanceof WebAssembly.CompileError ? "no-wasm" : isBad ? "bad-address" : "app-not-loaded";
    console.error(`nachlese: ${code}`, error);
    this.#clear();
    this.#draw(lang);
    this.#root.dataset.nachlese = "error";
    const textContent = MESSAGES[code][lang.startsWith("de") ? "de" : "en"].replace("{src}", () => this.getAttribute("src"));
    const alert = Object.assign(document.createElement("p"), { role: "alert", textContent });
    alert.dataset.code = code;
    this.#root.append(alert);
    this.#tell("error", { code });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`nachlese-${name}`, { __proto__: null, bubbles: true, composed: true, detail }));
  }
}

// A second copy of this script, even of another version, changes nothing.
if (!customElements.get("nachlese-event")) customElements.define("nachlese-event", NachleseEvent);
