// The preview in „Einbetten“: the element itself with the attributes of the tag, while the preview is open.
// It is only to look at: it takes no focus and no clicks, and starts no video.

const here = (path) => new URL(path, import.meta.url).href;

// Returns the preview's element, and a function that changes its attributes, properties and height.
export function preview(words, isOpen) {
  const box = document.createElement("div");
  box.className = "embed__box";
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", words.preview);
  const summary = document.createElement("summary");
  summary.append(words.preview);
  const details = document.createElement("details");
  details.className = "embed__preview";
  details.open = isOpen;
  details.append(summary, box);

  let event;
  let wanted = [[], []];
  const apply = () => {
    const [attributes, properties] = wanted;
    const now = new Map(attributes);
    for (const { name } of [...event.attributes]) if (!now.has(name) && !["inert", "style"].includes(name)) event.removeAttribute(name);
    for (const [name, value] of now) event.setAttribute(name, value);
    event.removeAttribute("style");
    // The host page does not have this page's fonts. There it is Arial.
    for (const part of ["text", "heading"]) event.style.setProperty(`--nachlese-font-${part}`, "Arial, sans-serif");
    for (const [name, value] of properties) event.style.setProperty(name, value);
  };
  const start = async () => {
    event = document.createElement("nachlese-event");
    event.inert = true;
    apply();
    box.replaceChildren(event);
    try {
      await import(here("embed.js"));
    } catch {
      event.append(words.failed);
    }
  };
  const toggle = () => {
    if (details.open && !event) start();
    else if (!details.open && event) {
      event.remove();
      event = undefined;
    }
  };
  details.addEventListener("toggle", toggle);

  const show = (attributes, properties, height) => {
    wanted = [attributes, properties];
    box.style.blockSize = `${height}px`;
    if (event) apply();
  };
  return [details, show];
}
