// Keeps the state of an event in the host page's address, for <nachlese-event url-sync> and for frames.
// `?q=…#talk@12:34` becomes `?nachlese-q=…&nachlese-at=talk@12:34`. All other keys and the fragment belong to the host
// and do not change. A fragment is read as a place only if it begins with the prefix.

const PLACE = "at";

export function keep(prefix, tell) {
  const keyOf = (piece) => [...new URLSearchParams(piece).keys()][0] ?? "";
  const isOurs = (piece) => keyOf(piece).startsWith(prefix);
  const pieces = () => location.search.slice(1).split("&").filter(Boolean);
  const isOurPlace = () => location.hash.startsWith(`#${prefix}`);

  const read = () => {
    const own = new URLSearchParams();
    let place = isOurPlace() ? location.hash.slice(1 + prefix.length) : "";
    for (const [key, value] of new URLSearchParams(pieces().filter(isOurs).join("&"))) {
      const name = key.slice(prefix.length);
      if (name !== PLACE) own.append(name, value);
      else place ||= encodeURIComponent(value);
    }
    return `${own.size > 0 ? `?${own}` : ""}${place ? `#${place}` : ""}`;
  };

  // This page's address with another state in it.
  const link = (address) => {
    const [search, place] = address.split("#");
    const own = [...new URLSearchParams(search)].map(([key, value]) => [prefix + key, value]);
    if (place) own.push([prefix + PLACE, decodeURIComponent(place)]);
    // Colons and at signs are allowed in a query, and easier to read.
    const text = new URLSearchParams(own).toString().replaceAll("%3A", ":").replaceAll("%40", "@");
    const all = [...pieces().filter((piece) => !isOurs(piece)), text].filter(Boolean).join("&");
    const hash = isOurPlace() ? "" : location.hash;
    return location.pathname + (all && `?${all}`) + hash;
  };

  const write = (address, isStep) => {
    shown = address;
    try {
      history[isStep ? "pushState" : "replaceState"](history.state, "", link(address));
    } catch {
      // Browsers refuse more than about 100 changes in 30 seconds, and all in about:srcdoc. The event works without.
    }
  };

  let shown = read();
  const follow = () => {
    const now = read();
    if (now === shown) return;
    shown = now;
    tell(now);
  };
  addEventListener("popstate", follow);
  return { read, write, link: (address) => new URL(link(address), location.href).href, stop: () => removeEventListener("popstate", follow) };
}
