// Before a host's page: notes the events of <nachlese-event>, and finds the elements wherever they stand.
const probe = { told: [] };
for (const name of ["ready", "error", "play", "consent", "address"]) {
  addEventListener(`nachlese-${name}`, (event) => {
    const own = { ...event.detail };
    probe.told.push([name, own, event.bubbles && event.composed, event.target.id]);
  });
}
probe.elements = (root = document) => {
  const found = [...root.querySelectorAll("nachlese-event")];
  for (const element of root.querySelectorAll("*")) {
    if (element.shadowRoot && element.localName !== "nachlese-event") found.push(...probe.elements(element.shadowRoot));
  }
  return found;
};
probe.headings = (root) => [...root.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => heading.localName);
probe.attribute = (name, value) => {
  const [element] = probe.elements();
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
};
window.probe = probe;
