// What an event takes over from the page around it: light or dark, a margin or none, and how much of the window a fixed
// bar of the host covers. No property tells this, so it is measured again whenever the host changes.

// `nachlese prerender` replaces the word in capitals by reset.css: additional styles of an element.
export const RESET = "RESET";

// If the event is nearer than this to the edge of the box around it, it needs a margin of its own.
const LEAST_GAP_PX = 8;

// A background that differs by more in one of its channels, which go from 0 to 1, is seen as another one.
const LEAST_DIFFERENCE = 0.03;

// The parent in the drawn tree, through slots and shadow roots.
function parentOf(node) {
  const parent = node.assignedSlot ?? node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}

function around(element) {
  const all = [];
  for (let node = parentOf(element); node; node = parentOf(node)) all.push(node);
  return all;
}

let pixel;

// A colour as red, green, blue and opacity, each from 0 to 1. The browser converts newer notations.
function channels(colour) {
  const plain = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(colour);
  if (plain) return [...plain.slice(1, 4).map((part) => part / 255), Number(plain[4] ?? 1)];
  pixel ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  return [...pixel.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
}

// The relative luminance of WCAG 2. In the middle, black and white have the same contrast.
const MIDDLE = 0.18;
function brightness([red, green, blue]) {
  const light = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue);
}

// The first colour behind it, if that is not a picture, and the element whose text stands on it. Without a colour it is
// the window's own background, which reset.css gives to the outline of `frame`.
function behind(element, frame) {
  let writing = element;
  for (const node of around(element)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    const ground = channels(backgroundColor);
    if (ground[3] >= 0.5) return { ground, writing };
    writing = node;
    if (backgroundImage !== "none") return { writing };
  }
  return { ground: frame && channels(getComputedStyle(frame).outlineColor), writing };
}

// On a picture, by the colour of the text.
export function isDark(element, frame) {
  const { ground, writing } = behind(element, frame);
  return ground ? brightness(ground) < MIDDLE : brightness(channels(getComputedStyle(writing).color)) > 2 * MIDDLE;
}

// Whether the event's own background can hardly be told from what is behind it.
function isOnSameGround(element, root) {
  const { ground } = behind(element, root.parentNode);
  const own = channels(getComputedStyle(root).backgroundColor);
  return own[3] < 0.5 || (ground !== undefined && own.slice(0, 3).every((part, at) => Math.abs(part - ground[at]) <= LEAST_DIFFERENCE));
}

// Calls back, at most once per frame, when the look of the page around may have changed.
export function onChange(element, work, signal) {
  const later = soon(work, signal);
  const changes = new MutationObserver(later);
  for (const node of around(element)) changes.observe(node, { attributes: true });
  const sizes = new ResizeObserver(later);
  sizes.observe(element);
  document.addEventListener("transitionend", later, { signal });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", later, { signal });
  signal.addEventListener("abort", () => {
    changes.disconnect();
    sizes.disconnect();
  });
}

function soon(work, signal) {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      if (!signal.aborted) work();
    });
  };
}

// The distance to the edges of the visible box around it, which has a background or border, or to the window's edges.
function gap(element) {
  const box = element.getBoundingClientRect();
  const isSeen = (node) => {
    const { backgroundColor, backgroundImage, borderInlineStartWidth, boxShadow } = getComputedStyle(node);
    return channels(backgroundColor)[3] > 0 || backgroundImage !== "none" || parseFloat(borderInlineStartWidth) > 0 || boxShadow !== "none";
  };
  // The body's background is drawn on the whole window.
  const seen = around(element).find((node) => node !== document.body && node !== document.documentElement && isSeen(node));
  const { left, right } = seen ? seen.getBoundingClientRect() : { left: 0, right: document.documentElement.clientWidth };
  return Math.min(box.left - left, right - box.right);
}

// How far down a fixed bar of the host at the top of the window reaches.
function covered(element) {
  const { left, width } = element.getBoundingClientRect();
  const middle = Math.min(Math.max(left + width / 2, 0), innerWidth - 1);
  let end = 0;
  for (const top of document.elementsFromPoint(middle, 1)) {
    for (let node = top; node && !node.contains(element); node = parentOf(node)) {
      const stays = ["fixed", "sticky"].includes(getComputedStyle(node).position);
      if (stays) end = Math.max(end, node.getBoundingClientRect().bottom);
    }
  }
  // A taller element is not a bar, but covers the page only for a while.
  return end < innerHeight / 2 ? Math.round(end) : 0;
}

// Keeps `root`, the event's block in the element, in step with the host until it is stopped. The tag's own theme is not
// changed.
export function followHost(element, root) {
  const stop = new AbortController();
  const { signal } = stop;
  const look = () => {
    const isNamed = ["auto", "light", "dark", "inherit"].includes(element.getAttribute("theme"));
    if (!isNamed) root.dataset.theme = isDark(element, root.parentNode) ? "dark" : "light";
    root.dataset.gutter = gap(element) >= LEAST_GAP_PX && isOnSameGround(element, root) ? "host" : "own";
  };
  const scroll = () => root.style.setProperty("--_host-bar", `${covered(element)}px`);
  onChange(element, look, signal);
  document.addEventListener("scroll", soon(scroll, signal), { capture: true, passive: true, signal });
  look();
  scroll();
  return { look, stop: () => stop.abort() };
}
