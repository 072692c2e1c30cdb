// What must be known before the first paint, so that nothing flashes up: the appearance that the reader chose, and
// whether the address names another event than the one in the page. This script is so small that it arrives before the
// stylesheet. The page is parsed meanwhile, and painted as soon as both are there (`blocking`; browsers without it wait
// for the stylesheet only). It also says so if boot.js does not come, because nobody else could.
{
  const page = document.documentElement;
  const beside = (name) => new URL(name, document.currentScript.src).href;
  const load = (rel, href) => {
    const link = Object.assign(document.createElement("link"), { rel, href, crossOrigin: "" });
    if (rel === "preload") link.as = "fetch";
    link.dataset.asked = "";
    document.head.append(link);
  };
  const event = new URLSearchParams(location.search).get("event");

  if (event) {
    // The stylesheet hides the page until boot.js has removed the other event.
    page.dataset.otherEvent = "";

    // The data is loaded together with the program that needs it. This is only for plain addresses, because the program
    // decides about all others.
    const isId = /^[\w-]+$/.test(event);
    if (isId || /^(https:\/\/[\w.-]+\/)?\w[\w./-]*$/.test(event)) {
      load("preload", isId ? beside(`events/${event}/event.json`) : event);
    }

    // So is the importer for files of other programs. Most of them can be recognised by their names.
    if (/schedule|\.(xml|ics)$/.test(event)) {
      const importer = event.endsWith(".ics") ? "calendar-importer" : "importer";
      load("modulepreload", beside("importer-reader.js"));
      load("modulepreload", beside(`${importer}.js`));
      load("preload", beside(`${importer}_bg.wasm`));
    }
  }

  let theme = null;
  try {
    theme = localStorage.getItem("nachlese.theme");
  } catch {
    // Storage is blocked. The system's setting is used.
  }
  if (theme) {
    const observer = new MutationObserver(() => choose());
    const choose = () => {
      const root = document.querySelector("[data-nachlese]");
      if (!root) return;
      root.dataset.theme = theme;
      observer.disconnect();
    };
    observer.observe(page, { childList: true, subtree: true });
    choose();
  }

  const PATIENCE_MS = 30_000;
  const SENTENCES = {
    de: ["Diese Seite konnte nicht vollständig geladen werden. Vielleicht ist die Verbindung gestört.", "Neu laden"],
    en: ["This page could not be loaded completely. There may be a connection problem.", "Reload"],
  };

  const made = (name, className, ...children) => {
    const element = Object.assign(document.createElement(name), { className });
    element.append(...children);
    return element;
  };

  const tellIfMissing = () => {
    const root = document.querySelector('[data-nachlese="loading"]');
    // boot.js says that it runs. Pages without an app have this script for their appearance.
    if (!root || page.dataset.started !== undefined) return;
    const [sentence, label] = SENTENCES[page.lang] ?? SENTENCES.en;
    const button = made("button", "button", label);
    button.addEventListener("click", () => location.reload());
    const alert = made("div", "notice", made("p", "", sentence), button);
    alert.setAttribute("role", "alert");
    alert.dataset.code = "app-not-loaded";
    const notices = made("div", "notices", alert);
    if (root.dataset.prerendered && !event) root.querySelector("main")?.prepend(notices);
    else {
      root.removeAttribute("data-prerendered");
      root.replaceChildren(made("main", "", made("h1", "visually-hidden", "Nachlese"), notices));
    }
    page.removeAttribute("data-other-event");
    root.dataset.nachlese = "error";
  };

  // It is not there, or not what it should be; it does not run; it never comes.
  const isParsed = new Promise((resolve) => addEventListener("DOMContentLoaded", resolve));
  addEventListener("error", ({ target }) => target.type === "module" && isParsed.then(tellIfMissing), true);
  addEventListener("load", tellIfMissing);
  setTimeout(tellIfMissing, PATIENCE_MS);
}
