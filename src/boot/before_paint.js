// What must be known before the first paint, lest something flashes up and goes: the appearance that the reader chose,
// and that the address names another event than the one that stands in the page. It is so small that it is there before
// the stylesheet; the page is read on meanwhile, and painted as soon as both are there (`blocking`; browsers that do not
// know it wait for the stylesheet only).
{
  const page = document.documentElement;
  const beside = (name) => new URL(name, document.currentScript.src).href;
  const load = (rel, href) => {
    const link = Object.assign(document.createElement("link"), { rel, href, crossOrigin: "" });
    if (rel === "preload") link.as = "fetch";
    document.head.append(link);
  };
  const event = new URLSearchParams(location.search).get("event");

  if (event) {
    // Hidden by the stylesheet until boot.js has taken the other event away; shown again if that does not come.
    page.dataset.otherEvent = "";
    addEventListener("load", () => page.removeAttribute("data-other-event"));

    // The data comes together with the program that asks for it. Plain addresses only: of others the program knows
    // which ones it refuses.
    const isId = /^[\w-]+$/.test(event);
    if (isId || /^(https:\/\/[\w.-]+\/)?\w[\w./-]*$/.test(event)) {
      load("preload", isId ? beside(`events/${event}/event.json`) : event);
    }

    // So does what reads files of other programs: most of them can be told by their names.
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
    // Storage is blocked: the system's setting it is.
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
}
