// What a webmaster copies: the tag, the frame, the colours, and the lines for a content security policy.
// `nachlese prerender` replaces the word in capitals by the providers' origins.

const PLAYERS = "PLAYERS";

const here = (path) => new URL(path, import.meta.url).href;
const bundle = new URL(import.meta.url).origin;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

// `attributes` are pairs of name and value. `page` is the address and title of the event's own page.
export function tagOf(attributes, page) {
  const all = attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
  const fallback = `<a href="${escaped(page.address)}">${escaped(page.title)}</a>`;
  return `<script type="module" src="${here("embed.js")}"></script>\n<nachlese-event${all}>${fallback}</nachlese-event>`;
}

// A frame inherits nothing from the page around, so the colour is in its address.
export function frameOf(attributes, accent, height, page) {
  const query = new URLSearchParams();
  for (const [name, value] of attributes) {
    if (value === "inherit") continue;
    const id = /^events\/([^/]+)\/event\.json$/.exec(value)?.[1];
    query.append(name === "src" ? "event" : name, id ?? value);
  }
  if (accent) query.append("accent", accent.slice(1));
  const address = `${here("embed.html")}${query.size > 0 ? `?${query}` : ""}`.replaceAll("%2C", ",");
  const attributesOf = `width="100%" height="${height}" loading="lazy" allow="fullscreen; picture-in-picture; encrypted-media"`;
  return `<iframe src="${escaped(address)}" title="${escaped(page.title)}" ${attributesOf} referrerpolicy="strict-origin-when-cross-origin"></iframe>\n<script type="module" src="${here("embed-height.js")}"></script>`;
}

export function styleOf(properties) {
  return `nachlese-event {\n${properties.map(([name, value]) => `  ${name}: ${value};\n`).join("")}}`;
}

export function policyForTag() {
  const own = ["connect-src", "img-src", "font-src", "media-src"].map((directive) => `${directive} ${bundle}`).join("; ");
  return `script-src ${bundle} 'wasm-unsafe-eval'; ${own}; frame-src ${PLAYERS}`;
}

export function policyForFrame() {
  return `frame-src ${bundle}; script-src ${bundle}`;
}
