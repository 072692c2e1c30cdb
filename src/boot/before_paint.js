// What must be known before the first paint, so that nothing flashes up: the appearance that the reader chose, and
// whether the address names another event than the one in the page. This script is so small that it arrives before the
// stylesheet. The page is parsed meanwhile, and painted as soon as both are there (`blocking`; browsers without it wait
// for the stylesheet only).
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
    // The stylesheet hides the page until boot.js has removed the other event. Without boot.js, it is shown again.
    page.dataset.otherEvent = "";
    addEventListener("load", () => page.removeAttribute("data-other-event"));

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
}
