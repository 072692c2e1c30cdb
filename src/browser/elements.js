// How scripts make elements.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// A small button, as the page has them.
export function chip(words, onClick) {
  const made = element("button", { type: "button", class: "chip" }, words);
  made.addEventListener("click", onClick);
  return made;
}
