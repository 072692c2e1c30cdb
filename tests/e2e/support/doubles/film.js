// A film without pictures that plays in real time, for the doubles of providers' players. `?length=` is its length in
// seconds, `?start=` its beginning, `?late=` how long its player is deaf and mute at first, in milliseconds. `?silent` keeps
// it from saying anything. `?moves=` leads to another page.
const asked = new URLSearchParams(location.search);
const now = () => Date.now() / 1000;

const film = {
  length: Number(asked.get("length") ?? 5000),
  state: "unstarted",
  begin: parseFloat(asked.get("start") ?? /^#t=(\d+)s$/.exec(location.hash)?.[1] ?? 0),
  told: 0,
  since: 0,
  changed: () => {},
  moved: () => {},
  failed: () => {},

  get second() {
    return Math.min(this.told + (this.state === "playing" ? now() - this.since : 0), this.length);
  },

  to(state) {
    if (state === this.state) return;
    this.told = this.second;
    this.since = now();
    this.state = state;
    this.changed();
  },

  play() {
    if (this.state === "unstarted") this.told = this.told || this.begin;
    this.to("playing");
  },

  pause() {
    if (this.state === "playing") this.to("paused");
  },

  seek(second) {
    this.told = second;
    this.since = now();
    this.moved();
  },
};

setInterval(() => film.state === "playing" && film.second >= film.length && film.to("ended"), 50);
const later = (work) => setTimeout(work, Number(asked.get("late") ?? 50));
if (asked.get("autoplay") === "1") later(() => film.play());

// All that the page has said to the player.
const heard = [];
const isMute = asked.has("silent") || asked.has("moves");
const say = (data, page = "*") => isMute || parent.postMessage(data, page);
if (asked.has("moves")) location.replace(asked.get("moves"));

// What a test lets happen in the frame: somebody presses a button, something fails, or the frame says what it likes.
addEventListener("message", ({ data }) => {
  const { double, value } = Object(data);
  if (!double) heard.push(data);
  else if (double === "say") parent.postMessage(value, "*");
  else if (double === "heard") parent.postMessage({ double, heard, state: film.state, second: film.second }, "*");
  else film[double](value);
});
