// What other programs do with a page before its own program is there: blockers, translators, minifiers, extensions.
// Which one is tried stands in the storage of the tab.
const root = () => document.querySelector("[data-nachlese]");
const all = (selector = "*") => [...root().querySelectorAll(selector)];
const nodes = (kind) => {
  const walker = document.createTreeWalker(root(), kind);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
};
const texts = () => nodes(NodeFilter.SHOW_TEXT).filter((text) => text.data.trim());
const comments = () => nodes(NodeFilter.SHOW_COMMENT);
const made = (name, text = "x") => Object.assign(document.createElement(name), { textContent: text });
const wrap = (node, ...names) => {
  const outer = names.map((name) => made(name, "")).reduceRight((inner, around) => (around.append(inner), around), node.cloneNode(true));
  node.replaceWith(outer);
};
// The element at some hundredths of the page.
const at = (hundredth) => {
  const elements = all("[data-prerendered] > * *");
  return elements[Math.floor((elements.length * hundredth) / 100)];
};
const range = (count) => [...Array(count).keys()].map((step) => Math.floor(((step + 0.5) * 100) / count));

const alterations = {};
const every = (count, what, alter) => {
  for (const place of range(count)) alterations[`${what} at ${place} %`] = () => alter(at(place));
};
const on = (selectors, what, alter) => {
  for (const selector of selectors) alterations[`${what} ${selector}`] = () => all(selector).slice(0, 1).forEach(alter);
};

every(16, "an element is gone", (it) => it.remove());
on(
  ["header", "footer", "nav", "main > *", "section", "section[data-section=talks]", "h1", "h2", "article", "li", "a", "button", "search, form", "input", ".filter-bar", "[role=status]", ".facets", "fieldset", "img", "details", "summary", ".notices", ".programme__main", ".programme__list", "time", "svg"],
  "gone is",
  (it) => it.remove(),
);
every(10, "a bare element more", (it) => it.before(made("div")));
every(6, "an element of an extension more", (it) => it.before(made("x-helper")));
every(6, "an element of the same sort more", (it) => it.before(it.cloneNode(false)));
every(6, "an element twice", (it) => it.after(it.cloneNode(true)));
every(4, "a text more", (it) => it.before("x"));
every(6, "an element without content", (it) => it.replaceChildren());
every(6, "an element without its tag", (it) => it.replaceWith(...it.childNodes));
every(6, "an element within another one", (it) => wrap(it, "div"));
every(4, "two elements the other way round", (it) => it.nextElementSibling?.after(it));
every(4, "another tag", (it) => {
  const other = made(it.localName === "div" ? "section" : "div", "");
  other.append(...it.childNodes);
  it.replaceWith(other);
});
Object.assign(alterations, {
  nothing: () => {},
  "all texts translated in place": () => texts().forEach((text) => (text.data = `${text.data}é`)),
  "all texts in other elements": () => texts().forEach((text) => wrap(text, "font", "font")),
  "all texts in elements of ours": () => texts().forEach((text) => wrap(text, "span")),
  "first words marked": () => texts().forEach((text) => text.length > 3 && (text.splitText(2), wrap(text, "mark"))),
  "no texts": () => texts().forEach((text) => text.remove()),
  "texts in pieces": () => texts().forEach((text) => text.length > 2 && text.splitText(1)),
  "no blanks": () => texts().forEach((text) => (text.data = text.data.trim())),
  "blanks everywhere": () => all().forEach((it) => it.before("\n ")),
  "no comments": () => comments().forEach((it) => it.remove()),
  "half of the comments": () => comments().forEach((it, place) => place % 2 && it.remove()),
  "no first comments": () => comments().forEach((it) => it.data === "[" && it.remove()),
  "no last comments": () => comments().forEach((it) => it.data === "]" && it.remove()),
  "comments everywhere": () => all().forEach((it) => it.before(document.createComment("x"))),
  "more classes": () => all().forEach((it) => it.classList.add("x-seen")),
  "other classes": () => all().forEach((it) => it.setAttribute("class", "x")),
  "no classes": () => all().forEach((it) => it.removeAttribute("class")),
  "no ids": () => all().forEach((it) => it.removeAttribute("id")),
  "more attributes": () => all().forEach((it) => it.setAttribute("data-x-seen", "1")),
  "no attributes": () => all().forEach((it) => it.getAttributeNames().forEach((name) => it.removeAttribute(name))),
  "an element before all": () => root().prepend(made("div")),
  "an element after all": () => root().append(made("div")),
  "an element around all": () => wrap(root().firstElementChild, "div"),
  "nothing left": () => root().replaceChildren(),
  "a part of a table more": () => all("table").forEach((it) => it.prepend(made("tbody", ""))),
});

window.alterations = Object.keys(alterations);
document.addEventListener("DOMContentLoaded", () => alterations[sessionStorage.getItem("alteration") ?? "nothing"]());
