// Players tell where they are and obey: the browser's own player of a file, and providers' players in frames. Loaded on
// demand. Nothing is loaded from a provider.

import { protocolOf, reportOf } from "./players-protocols.js";

const players = new WeakMap();

// A number of seconds that an element or a provider says, or NaN.
function seconds(value) {
  return Number.isFinite(value) && value >= 0 ? value : NaN;
}

// Events: "time" when the position has changed, "state" when anything else has, "failed" with the player's code of the
// error as `detail`.
class Player extends EventTarget {
  isOver = false;
  #element;
  #listeners = [];

  constructor(element) {
    super();
    this.#element = element;
  }

  // Where the talk begins in its file.
  get start() {
    return seconds(Number(this.#element.dataset.start ?? 0)) || 0;
  }

  listen(target, name, listener, isCapturing = false) {
    target.addEventListener(name, listener, isCapturing);
    this.#listeners.push(() => target.removeEventListener(name, listener, isCapturing));
  }

  tell(name, detail) {
    if (!this.isOver) this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  // Ends listening. After that, `playerOf` makes a new player for the element.
  end() {
    for (const stop of this.#listeners.splice(0)) stop();
    if (!this.isOver) players.delete(this.#element);
    this.isOver = true;
  }
}

// What a video or audio element of the page plays.
class FilePlayer extends Player {
  #media;

  constructor(media) {
    super(media);
    this.#media = media;
    for (const name of ["timeupdate", "seeking", "seeked"]) this.listen(media, name, () => this.tell("time"));
    for (const name of ["loadedmetadata", "emptied", "play", "pause", "ended"]) this.listen(media, name, () => this.tell("state"));
    // If a `source` cannot be played, the error is its own, and does not bubble.
    const fail = ({ target }) => {
      const isLast = media.networkState === HTMLMediaElement.NETWORK_NO_SOURCE;
      if (target === media || (target.localName === "source" && isLast)) this.tell("failed", media.error?.code ?? MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED);
    };
    this.listen(media, "error", fail, true);
  }

  get isTold() {
    return this.#media.readyState > 0;
  }

  get isPaused() {
    return this.#media.paused;
  }

  get isEnded() {
    return this.#media.ended;
  }

  get position() {
    return this.isTold ? this.#media.currentTime - this.start : NaN;
  }

  seek(second) {
    if (Number.isFinite(second)) this.#media.currentTime = Math.max(second + this.start, 0);
    this.play();
  }

  // If the browser refuses to play, there is the player's own button.
  play() {
    this.#media.play().catch(() => {});
  }

  pause() {
    this.#media.pause();
  }
}

const TICK_MS = 250;
// After that, a player is greeted no longer, but may still begin to speak.
const PATIENCE_MS = 10_000;
// For that long after a seek, a player may still tell where it was.
const SEEK_MS = 1_500;
const SEEK_SECONDS = 3;

// A provider's player in a frame. Firefox may keep its messages back, so one that says nothing is no error.
class FramePlayer extends Player {
  #frame;
  #protocol;
  #origin;
  #isTold = false;
  // Whether the page that the frame has now has spoken, and answered.
  #isThere = false;
  #isAnswered = false;
  // What is to be done, by the names of the protocol's messages.
  #wanted = [];
  #state;
  // What was told last: a second of the file, since when, and how fast it plays.
  #second = NaN;
  #since;
  #rate = 1;
  #sought = { until: 0 };
  #shown = NaN;
  #timer;
  #ticks;
  #patience;

  constructor(frame) {
    super(frame);
    this.#frame = frame;
    this.listen(window, "message", (event) => this.#hear(event));
    this.listen(frame, "load", () => this.#begin());
    this.#begin();
  }

  get isTold() {
    return this.#isTold;
  }

  get isPaused() {
    return this.#state !== "playing" && this.#state !== "buffering";
  }

  get isEnded() {
    return this.#state === "ended";
  }

  // Whether the time is known between two messages. Only YouTube tells enough for that.
  get #isRunning() {
    return this.#state === "playing" && this.#since !== undefined;
  }

  get position() {
    const passed = this.#isRunning ? (Date.now() / 1000 - this.#since) * this.#rate : 0;
    return this.#second + Math.min(Math.max(passed, 0), 1) - this.start;
  }

  seek(second) {
    if (Number.isFinite(second)) this.#want("seek", Math.max(second + this.start, 0));
  }

  play() {
    this.#want("play");
  }

  pause() {
    this.#want("pause");
  }

  end() {
    super.end();
    this.#rest();
  }

  // The frame has loaded its address, perhaps another one than before.
  #begin() {
    const { src } = this.#frame;
    const address = new URL(URL.canParse(src) ? src : "about:blank");
    const [protocol, { origin }] = [protocolOf(address), address];
    const isOther = protocol !== this.#protocol || origin !== this.#origin;
    if (this.#isThere && protocol?.isGreeting && !isOther) return;
    if (isOther) [this.#isTold, this.#state, this.#second] = [false, undefined, NaN];
    [this.#protocol, this.#origin] = [protocol, origin];
    [this.#isThere, this.#isAnswered, this.#patience, this.#ticks] = [false, false, Date.now() + PATIENCE_MS, 0];
    if (isOther) this.tell("state");
    if (this.#protocol) this.#tick();
  }

  #tick() {
    const isWaiting = !this.#isAnswered && Date.now() < this.#patience;
    if (isWaiting && this.#ticks % this.#protocol.greetingTicks === 0) this.#greet();
    this.#ticks += 1;
    if (!isWaiting) this.#obey();
    this.#tellTime();
    const isIdle = !(isWaiting || this.#isRunning);
    if (this.isOver || isIdle || !this.#frame.isConnected) this.#rest();
    else this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
  }

  #rest() {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #hear({ source, origin, data }) {
    if (!this.#protocol || !source || source !== this.#frame.contentWindow || origin !== this.#origin) return;
    const report = reportOf(this.#protocol, data);
    if (report.isAsking) this.#say([this.#protocol.reply ?? this.#protocol.greeting]);
    if (report.isAnswer) this.#isAnswered = true;
    this.#take(report);
  }

  #take({ second, since, rate, state = this.#state, code, isAnswer }) {
    // A player that has not begun says 0, wherever it will begin.
    const hasBegun = state !== undefined && state !== "unstarted";
    const isLate = Date.now() < this.#sought.until && Math.abs(second - this.#sought.second) > SEEK_SECONDS;
    const isPosition = (hasBegun ? seconds(second) >= 0 : seconds(second) > 0) && !isLate;
    const isRate = seconds(rate) > 0 && rate <= 16;
    const isNews = state !== this.#state || (isRate && rate !== this.#rate);
    const isCode = Number.isInteger(code) || (typeof code === "string" && /^\w{1,64}$/.test(code));
    if (!isPosition && !isNews && !isCode && !isAnswer) return;
    const [wasTold, wasThere] = [this.#isTold, this.#isThere];
    if (isPosition) [this.#second, this.#since, this.#sought] = [second, since, { until: 0 }];
    else if (isNews) [this.#second, this.#since] = [this.position + this.start, this.#since && Date.now() / 1000];
    if (isRate) this.#rate = rate;
    const isChange = state !== this.#state || !wasTold;
    this.#state = state;
    [this.#isTold, this.#isThere] = [true, true];
    if (!wasThere) this.#say(this.#protocol.subscriptions);
    this.#obey();
    if (isChange) this.tell("state");
    this.#tellTime();
    if (isCode) this.tell("failed", code);
    if (this.#isRunning && this.#timer === undefined) this.#tick();
  }

  // Does what was wanted before the player could hear it. One that stays silent may still hear it.
  #obey() {
    for (const [method, second] of this.#wanted.splice(0)) {
      this.#say(this.#protocol[method](second));
      if (method === "seek" && this.#isTold) {
        [this.#second, this.#since, this.#sought] = [second, undefined, { second, until: Date.now() + SEEK_MS }];
        this.#tellTime();
      }
    }
  }

  #want(method, second) {
    // A seek replaces what was wanted before it. Of "play" and "pause" after it, the last one counts.
    const kept = method === "seek" ? [] : this.#wanted.filter(([wanted]) => wanted === "seek");
    this.#wanted = [...kept, [method, second]];
    if (this.#protocol && (this.#isThere || Date.now() >= this.#patience)) this.#obey();
  }

  // Goes to whatever page is in the frame, since it tells nothing. If it went to the player's origin only, browsers would
  // complain in the console each time, for instance where a filter keeps the player away.
  #greet() {
    this.#say([this.#protocol.greeting], "*");
  }

  #say(messages, origin = this.#origin) {
    const { contentDocument, contentWindow } = this.#frame;
    // Before its first page comes, a frame has an empty one of this page's origin.
    if (contentDocument?.URL === "about:blank") return;
    for (const message of messages) contentWindow?.postMessage(this.#protocol.writes(message), origin);
  }

  #tellTime() {
    const { position } = this;
    if (Object.is(position, this.#shown)) return;
    this.#shown = position;
    this.tell("time");
  }
}

// The player of a video, audio or iframe element. It is always the same one until its `end`. It has `position` (in
// seconds from where the talk begins in its file, NaN while that is unknown), `isPaused`, `isEnded`, and `isTold`: whether
// the player has said anything yet. `seek` plays from a second.
export function playerOf(element) {
  const Kind = element.localName === "iframe" ? FramePlayer : FilePlayer;
  if (!players.has(element)) players.set(element, new Kind(element));
  return players.get(element);
}
