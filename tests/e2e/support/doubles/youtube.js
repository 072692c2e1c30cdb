// Speaks as YouTube's player does, by what others write about its messages. `?state=event` or `delivery` lets the state come
// by one of the two messages only.
const NUMBERS = { unstarted: -1, ended: 0, playing: 1, paused: 2 };
const id = Number(asked.get("widgetid"));
const subscribed = new Set();
let isListening = false;
let page;

const tell = (event, info) => say(JSON.stringify({ event, info, id, channel: "widget" }), page);
const time = () => ({ currentTime: film.state === "unstarted" ? 0 : film.second, currentTimeLastUpdated_: now() });

const calls = {
  playVideo: () => film.play(),
  pauseVideo: () => film.pause(),
  // Plays on, or stays paused.
  seekTo(second) {
    film.seek(second);
    if (film.state !== "paused") film.play();
  },
  addEventListener: (name) => subscribed.add(name),
};

film.changed = () => {
  if (!isListening) return;
  const state = NUMBERS[film.state];
  if (asked.get("state") !== "delivery" && subscribed.has("onStateChange")) tell("onStateChange", state);
  if (asked.get("state") !== "event") tell("infoDelivery", { playerState: state });
  tell("infoDelivery", time());
};
film.moved = () => isListening && tell("infoDelivery", time());
film.failed = (code) => subscribed.has("onError") && tell("onError", code);

// Every other piece of news tells nothing about the time.
let turn = 0;
setInterval(() => {
  if (!isListening || film.state !== "playing") return;
  turn += 1;
  tell("infoDelivery", turn % 2 ? time() : { videoLoadedFraction: 0.5, videoBytesLoaded: 0.5 });
}, 250);

later(() =>
  addEventListener("message", ({ data, origin }) => {
    if (asked.get("enablejsapi") !== "1" || origin !== asked.get("origin") || typeof data !== "string") return;
    const message = JSON.parse(data);
    if (message.id !== id || message.channel !== "widget") return;
    if (message.event === "listening" && isListening) tell("alreadyInitialized", null);
    else if (message.event === "listening") {
      [isListening, page] = [true, origin];
      tell("onReady", null);
      tell("apiInfoDelivery", { cards: {} });
      const info = { ...time(), playerState: NUMBERS[film.state], duration: film.length, playbackRate: 1, videoData: { title: "Film" } };
      tell("initialDelivery", info);
    } else if (message.event === "command") calls[message.func](...message.args);
  }),
);
