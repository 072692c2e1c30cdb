// Only pages of `nachlese serve` have this script: it loads the page again if there is a newer one, and shows over it what
// is wrong with the event. All sentences come from the program.

const STYLE = `
  :host { position: fixed; inset-block-end: 0; inset-inline: 0; z-index: 2147483647; color-scheme: light dark; }
  section { max-block-size: 45vh; overflow: auto; padding: 12px 16px; font: 15px/1.45 system-ui, sans-serif;
    color: light-dark(#1d1d1f, #f2f2f2); background: light-dark(#fffbe9, #2b2718);
    border-block-start: 4px solid light-dark(#b45309, #f59e0b); }
  section.error { background: light-dark(#fff0ee, #2d1a18); border-color: light-dark(#b3261e, #f2877f); }
  header { display: flex; gap: 16px; align-items: center; justify-content: space-between; }
  h2 { margin: 0; font-size: 16px; }
  button { min-block-size: 32px; padding-inline: 12px; font: inherit; }
  ol { margin: 8px 0 0; padding-inline-start: 24px; }
  li { margin-block-end: 8px; }
  p { margin: 0; overflow-wrap: anywhere; }
  .place { font-family: ui-monospace, monospace; font-size: 13px; }
`;

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function draw({ language, title, hide, findings }) {
  document.querySelector("nachlese-findings")?.remove();
  if (findings.length === 0) return;
  const lines = findings.map(({ word, place, message, help }) => {
    const what = element("p", {}, element("strong", {}, `${word}: `), message);
    const parts = [element("p", { class: "place" }, place), what];
    if (help) parts.push(element("p", {}, help));
    return element("li", {}, ...parts);
  });
  const button = element("button", { type: "button" }, hide);
  const head = element("header", {}, element("h2", {}, title), button);
  const worst = findings.some(({ severity }) => severity === "error") ? "error" : "";
  const section = element("section", { class: worst, lang: language, "aria-label": title }, head, element("ol", {}, ...lines));
  const host = document.createElement("nachlese-findings");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  root.append(section);
  button.addEventListener("click", () => host.remove());
  document.body.append(host);
}

// The version that this page is of. A change may have come before anybody listened.
const own = new URL(import.meta.url).search.slice(1);

new EventSource("/.nachlese/changes").addEventListener("message", async ({ data }) => {
  if (data !== own) {
    location.reload();
    return;
  }
  const answer = await fetch("/.nachlese/findings");
  draw(await answer.json());
});
