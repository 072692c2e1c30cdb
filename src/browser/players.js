// Players tell where they are and obey: the browser's own player of a file, and providers' players in frames. Loaded on
// demand. Nothing is loaded from a provider.

const players = new WeakMap();

// A number of seconds that an element or a provider says, or NaN.
function seconds(value) {
  return Number.isFinite(value) && value >= 0 ? value : NaN;
}

// Events: "time" when the position has changed, "state" when anything else has, "failed" with the player's code of the
// error as `detail`.
class Player extends EventTarget {
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
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  // Ends listening. After that, `playerOf` makes a new player for the element.
  end() {
    for (const stop of this.#listeners.splice(0)) stop();
    players.delete(this.#element);
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
    // A source that cannot be played tells so itself, and it does not bubble.
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

// A frame whose player says nothing.
class FramePlayer extends Player {
  position = NaN;
  isPaused = true;
  isEnded = false;
  isTold = false;
  seek() {}
  play() {}
  pause() {}
}

// The player of a video, audio or iframe element. It is always the same one until its `end`. It has `position` (in
// seconds from where the talk begins in its file, NaN while that is unknown), `isPaused`, `isEnded`, and `isTold`: whether
// the player has said anything yet. `seek` plays from a second.
export function playerOf(element) {
  const Kind = element.localName === "iframe" ? FramePlayer : FilePlayer;
  if (!players.has(element)) players.set(element, new Kind(element));
  return players.get(element);
}
