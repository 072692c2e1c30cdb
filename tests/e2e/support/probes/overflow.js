// Lists what does not fit: boxes that end outside of the window, text cut off by its own box.
const width = document.documentElement.clientWidth;
const clips = ["auto", "scroll", "hidden", "clip"];
const hidden = ".visually-hidden, .visually-hidden *, .skip-link";
const texts = "h1, h2, h3, p, li, dt, dd, button, a, legend, summary";

function isClipped(element) {
  for (let e = element.parentElement; e && e !== document.body; e = e.parentElement) {
    if (clips.includes(getComputedStyle(e).overflowX)) return true;
  }
  return false;
}

function describe(element, what) {
  return `${element.nodeName}.${element.getAttribute("class")} ${what}: ${element.textContent.slice(0, 60)}`;
}

const seen = [...document.body.querySelectorAll("*")].filter((e) => e.checkVisibility() && !e.matches(hidden));
const outside = seen
  .filter((e) => e.getBoundingClientRect().right > width + 1 && !isClipped(e))
  .map((e) => describe(e, `ends at ${Math.round(e.getBoundingClientRect().right)} of ${width} px`));
const cut = seen
  .filter((e) => e.matches(texts) && getComputedStyle(e).display !== "inline" && e.scrollWidth > e.clientWidth + 2)
  .map((e) => describe(e, `holds ${e.scrollWidth} px in ${e.clientWidth} px`));
const scrolls = document.documentElement.scrollWidth > width ? ["the page scrolls sideways"] : [];
return [...scrolls, ...outside, ...cut];
