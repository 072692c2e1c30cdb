// embed.html: an event in a frame, for hosts that allow no third-party scripts.
//   <iframe src="https://…/embed.html?event=x&sections=talks" title="…"></iframe>
// The address says what to show, with the attributes of <nachlese-event> as keys. `event` is an id or a file.
// The frame tells the page around it its height, and its state if that page asks. embed-height.js uses both.

const parameters = new URLSearchParams(location.search);
const element = document.querySelector("nachlese-event");

for (const name of ["lang", "theme", "sections", "talk", "heading-level", "chrome", "consent", "layout"]) {
  const value = parameters.get(name);
  if (value) element.setAttribute(name, value);
}
const event = parameters.get("event");
if (event) element.setAttribute("src", event.includes("/") ? event : `events/${event}/event.json`);
// The colour without `#`, which would begin the fragment of the address.
const accent = parameters.get("accent");
if (accent) {
  const { lookOf } = await import("./embed-look.js");
  for (const [name, value] of lookOf(`#${accent}`)) element.style.setProperty(name, value);
}
if (!element.hasAttribute("heading-level")) element.setAttribute("heading-level", "1");
// The space below a short event has the same colours. Only a script of the page around can tell what that page looks
// like. Most pages are light.
const theme = parameters.get("theme");
function paint(look) {
  element.setAttribute("theme", look);
  document.body.dataset.theme = look;
}
paint(theme || "light");
// embed.html#panel@12:34 shows one talk. The rest of the address is not part of the state.
const talk = location.hash.slice(1).split("@")[0];
if (talk) element.setAttribute("talk", decoded(talk));

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

if (window.parent !== window) {
  let told = 0;
  // The height is no secret, because the page around can see it anyway.
  const tell = () => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    window.parent.postMessage({ nachlese: "height", height }, "*");
  };
  let isDue = false;
  new ResizeObserver(() => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      tell();
    });
  }).observe(element);

  // The search is sent only to the page around this frame, and only if that page has asked.
  let host;
  const greet = () => {
    window.parent.postMessage({ nachlese: "hello" }, "*");
    told = 0;
    tell();
  };
  window.addEventListener("message", ({ data, origin, source }) => {
    if (source !== window.parent) return;
    if (data?.nachlese === "ask") greet();
    if (data?.nachlese === "theme" && !theme) paint(data.isDark ? "dark" : "light");
    if (data?.nachlese !== "address" || typeof data.address !== "string") return;
    if (origin === "null" || (host ?? origin) !== origin) return;
    host = origin;
    if (element.address !== data.address) element.address = data.address;
  });
  // Otherwise another page would replace the event in the frame. Many pages do not allow frames at all.
  const leaves = (node) => node.localName === "a" && !/^#|^$/.test(node.getAttribute("href") ?? "");
  for (const name of ["click", "auxclick"]) {
    element.addEventListener(name, (event) => {
      const link = event.composedPath().find((node) => node instanceof Element && leaves(node));
      if (link && !link.download) Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
    });
  }
  element.addEventListener("nachlese-address", ({ detail }) => {
    if (host) window.parent.postMessage({ nachlese: "address", ...detail }, host);
  });
  greet();
}
