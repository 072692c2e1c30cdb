// Puts frames and videos into an empty page, and notes what their players tell.
const listened = new Map();
const running = new Set();
window.counts = { ports: 0, errors: [] };
for (const name of ["addEventListener", "removeEventListener"]) {
  const own = EventTarget.prototype[name];
  EventTarget.prototype[name] = function (...given) {
    listened.set(given[0], (listened.get(given[0]) ?? 0) + (name === "addEventListener" ? 1 : -1));
    return own.apply(this, given);
  };
}
const { setInterval, clearInterval, MessageChannel } = window;
window.setInterval = (...given) => {
  const timer = setInterval(...given);
  running.add(timer);
  return timer;
};
window.clearInterval = (timer) => {
  running.delete(timer);
  clearInterval(timer);
};
window.MessageChannel = class extends MessageChannel {
  constructor() {
    super();
    window.counts.ports += 1;
  }
};
// What is open now: listeners, timers and message ports.
window.open_now = () => [...listened.values()].reduce((sum, count) => sum + count, 0) + running.size + window.counts.ports;
window.timers = () => running.size;
addEventListener("error", ({ message }) => window.counts.errors.push(message));
addEventListener("unhandledrejection", ({ reason }) => window.counts.errors.push(String(reason)));

// A frame as the page makes it, or a video.
window.add = (name, src, start) => {
  const element = document.createElement(name);
  if (name === "iframe") element.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation");
  if (start) element.dataset.start = start;
  element.muted = true;
  element.src = src;
  document.body.append(element);
  return element;
};

// Listens to an element's player; `notes` has what it tells.
window.follow = async (element) => {
  const { playerOf } = await import(new URL("players.js", location.href).href);
  const player = playerOf(element);
  window.notes = [];
  for (const name of ["time", "state", "failed"]) {
    player.addEventListener(name, ({ detail }) => window.notes.push({ name, detail, position: player.position, at: performance.now() }));
  }
  return Object.assign(window, { element, player, same: playerOf(element) === player });
};

window.play = (name, src, start) => window.follow(window.add(name, src, start)).then(() => true);
// It plays on while a busy machine looks.
window.near = (second) => window.player.position > second - 0.5 && window.player.position < second + 10;
// Lets something happen in the player's frame, as the provider or a reader would.
window.let = (double, value, frame = window.element) => frame.contentWindow.postMessage({ double, value }, "*");
// What the player's frame has been told.
window.heard = (frame = window.element) =>
  new Promise((resolve) => {
    const end = (data) => {
      removeEventListener("message", hear);
      clearTimeout(timer);
      resolve(data);
    };
    // The frame may say anything, even null.
    const hear = ({ data, source }) => source === frame.contentWindow && Object(data).double === "heard" && end(data);
    // Between two pages nobody answers.
    const timer = setTimeout(end, 1_000, {});
    addEventListener("message", hear);
    window.let("heard", undefined, frame);
  });
