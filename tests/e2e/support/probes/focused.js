// What has the focus, its place in the document, and what is wrong with how it looks.
const element = document.activeElement;
if (!element || element === document.body) return null;

const style = getComputedStyle(element);
const box = element.getBoundingClientRect();
const text = (element.textContent || element.placeholder || "").trim().slice(0, 40);
const hasRing =
  (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none";
const isInView =
  box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;

const within = (value, most) => Math.min(Math.max(value, 0), most - 1);
const above = document.elementFromPoint(
  within(box.left + box.width / 2, innerWidth),
  within(box.top + Math.min(box.height, 40) / 2, innerHeight),
);
const isFree = above !== null && (element.contains(above) || above.contains(element));

return {
  name: `${element.nodeName.toLowerCase()}.${element.getAttribute("class")} ${text}`,
  wrong: [
    !hasRing && "no ring",
    !isInView && "out of view",
    !isFree && `covered by ${above?.getAttribute("class")}`,
  ].filter(Boolean),
  at: [...document.querySelectorAll("*")].indexOf(element),
  chip: element.dataset.value ?? null,
  is: {
    skip: element.matches(".skip-link"),
    tool: element.closest(".page-header__tools") !== null,
    contents: element.closest(".contents") !== null,
    search: element.matches("input[type=search]"),
    footer: element.closest(".page-footer") !== null,
  },
};
