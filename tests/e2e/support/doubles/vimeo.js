// Speaks as Vimeo's player does, by its public documentation and what others write about its messages. `?texts` lets it
// write JSON; otherwise it writes objects. `?refuses` lets it not play before it is pressed.
const subscribed = new Set();
let isReady = false;

const tell = (message) => say(asked.has("texts") ? JSON.stringify(message) : message);
const told = (event, data) => subscribed.has(event) && tell({ event, data });
const time = () => ({ seconds: film.second, percent: film.second / film.length, duration: film.length });
const EVENTS = { playing: "play", paused: "pause", ended: "ended" };

film.changed = () => told(EVENTS[film.state], time());
film.moved = () => {
  told("seeked", time());
  told("timeupdate", time());
};
film.failed = (name) => told("error", { name, message: "This cannot be played.", method: null });
setInterval(() => film.state === "playing" && told("timeupdate", time()), 250);

const methods = {
  ping: () => tell({ event: "ready" }),
  addEventListener: (name) => void subscribed.add(name),
  getCurrentTime: () => tell({ method: "getCurrentTime", value: film.second }),
  getPaused: () => tell({ method: "getPaused", value: film.state !== "playing" }),
  setCurrentTime(second) {
    film.seek(second);
    tell({ method: "setCurrentTime", value: second });
  },
  play() {
    if (asked.has("refuses")) told("error", { method: "play", name: "NotAllowedError", message: "It has to be pressed." });
    else film.play();
  },
  pause: () => film.pause(),
};

later(() => {
  isReady = true;
  tell({ event: "ready" });
});
addEventListener("message", ({ data }) => {
  if (!isReady || Object(data).double) return;
  const { method, value } = typeof data === "string" ? JSON.parse(data) : data;
  methods[method]?.(value);
});
