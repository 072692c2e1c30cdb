// Lets readers follow, search and quote a transcript. Loaded when one is shown; the app has drawn its words.
//
// The texts stay plain text that can be selected: a link cannot be, and 5,000 of them would be 5,000 tab stops. The
// whole text is one tab stop, in which the arrow keys lead from sentence to sentence.

import { chip, element } from "./elements.js";
import { finder } from "./transcript-find.js";
import { passages } from "./transcript-passage.js";
import { playerOf } from "./players.js";
import { speakers } from "./transcript-speakers.js";

const WORDS = {
  de: { follow: "Mitlaufen", help: "Pfeiltasten: Satz für Satz. Eingabetaste: ab dort abspielen. Umschalt und Pfeiltasten: auswählen." },
  en: { follow: "Follow along", help: "Arrow keys: sentence by sentence. Enter: play from there. Shift and arrow keys: select." },
};

// A large step leads to the end.
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -1e6, End: 1e6 };

const readers = new WeakMap();

// The last of ascending sentences that has begun by a second.
function begunBy(sentences, second) {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(sentences[middle].dataset.at) <= second) low = middle + 1;
    else high = middle;
  }
  return sentences[low - 1];
}

class Reader {
  #sentences;
  #player;
  #current;
  #chapter;
  #isHeld = false;
  #stop = new AbortController();

  // `linkTo(id, place)` makes a link to a second or passage of a talk.
  constructor(pane, text, root, linkTo) {
    Object.assign(this, { pane, text, root, linkTo });
    this.language = root.lang.startsWith("de") ? "de" : "en";
    const words = WORDS[this.language];
    this.signal = this.#stop.signal;
    this.followButton = chip(words.follow, () => this.#goOn());
    this.followButton.hidden = true;
    // Screen readers tell it with the first place of the text.
    const help = element("span", { class: "visually-hidden", id: `${pane.dataset.id}~reading` }, words.help);
    this.help = help.id;
    const tools = pane.querySelector(".transcript__tools");
    this.find = finder(this);
    this.passages = passages(this);
    this.speakers = speakers(this);
    tools.replaceChildren(help, this.find.form, this.followButton, this.speakers.group, this.passages.shownBar);
    // Below the text, so that it does not move under a selection.
    pane.querySelector(".transcript__foot").replaceChildren(...this.passages.foot);
    this.#listen();
    this.#watch();
    this.#meetPlayer();
    this.#tidyStops();
    this.passages.show();
  }

  get sentences() {
    this.#sentences ??= [...this.text.querySelectorAll(".turn__sentence")];
    return this.#sentences;
  }

  get isPlaying() {
    return this.#player !== undefined && !this.#player.isPaused;
  }

  // Whether the reader is at work here, so that the text must not move.
  get isBusy() {
    return this.#isHeld || this.text.matches(":focus-within") || this.passages.isChosen;
  }

  seek(second) {
    if (this.#player) {
      this.#player.seek(second);
      return;
    }
    this.text.dataset.wanted = second;
    this.text.dispatchEvent(new Event("nachlese-seek"));
    delete this.text.dataset.wanted;
  }

  pause() {
    this.#player?.pause();
  }

  play() {
    this.#player?.play();
  }

  // Scrolls within the pane only.
  reveal(sentence) {
    const [box, own] = [this.text, sentence].map((part) => part.getBoundingClientRect());
    if (own.top < box.top + box.height / 8 || own.bottom > box.bottom - box.height / 4) {
      this.text.scrollTop += own.top - box.top - box.height / 3;
    }
  }

  close() {
    this.#stop.abort();
    this.#leavePlayer();
    this.find.close();
  }

  #listen() {
    const on = (target, names, listener) => {
      for (const name of names) target.addEventListener(name, listener, { signal: this.signal, passive: name !== "click" && name !== "keydown" });
    };
    on(this.text, ["click"], (event) => this.#press(event));
    on(this.text, ["keydown"], (event) => this.#key(event));
    on(this.text, ["wheel", "touchmove", "pointerdown"], () => this.#hold());
    on(this.text, ["focusin"], () => this.#hold());
  }

  // The app draws a long text step by step, opens and closes players, and takes panes away.
  #watch() {
    const stage = this.pane.closest(".stage");
    const drawn = new MutationObserver(() => {
      this.#sentences = undefined;
      this.#tidyStops();
      this.passages.show();
      this.speakers.show();
      this.find.renew();
    });
    drawn.observe(this.text, { childList: true, subtree: true });
    const played = new MutationObserver(() => this.#meetPlayer());
    const players = stage?.querySelector(".stage__player");
    if (players) played.observe(players, { childList: true, subtree: true });
    const asked = new MutationObserver(() => this.passages.show());
    asked.observe(this.pane, { attributeFilter: ["data-passage"] });
    const gone = new MutationObserver(() => {
      if (!this.text.isConnected) this.close();
    });
    gone.observe(stage ?? this.pane, { childList: true, subtree: true });
    this.signal.addEventListener("abort", () => [drawn, played, asked, gone].forEach((observer) => observer.disconnect()));
  }

  #meetPlayer() {
    const found = this.pane.closest(".stage")?.querySelector(".stage__player :is(video, audio, iframe)");
    if (found === this.#player?.element) return;
    this.#leavePlayer();
    if (!found) return;
    this.#player = playerOf(found);
    this.#player.element ??= found;
    this.#player.addEventListener("time", this.#onTime);
    this.#player.addEventListener("state", this.#onTime);
    if (found.localName !== "iframe") this.#tellChapters(found);
  }

  // Some browsers' own controls have a menu of chapters.
  #tellChapters(media) {
    const chapters = [...this.text.querySelectorAll(".transcript__chapter > a")];
    if (chapters.length === 0 || [...media.textTracks].some(({ kind }) => kind === "chapters")) return;
    const start = Number(media.dataset.start ?? 0);
    const track = media.addTextTrack("chapters", "", this.root.lang);
    for (const [index, { dataset, textContent }] of chapters.entries()) {
      const end = chapters[index + 1]?.dataset.at ?? this.sentences.at(-1)?.dataset.end ?? dataset.at;
      track.addCue(new VTTCue(start + Number(dataset.at), start + Number(end), textContent));
    }
    track.mode = "hidden";
  }

  #leavePlayer() {
    if (!this.#player) return;
    this.#player.removeEventListener("time", this.#onTime);
    this.#player.removeEventListener("state", this.#onTime);
    this.#player = undefined;
    this.#showFollow();
  }

  #onTime = () => {
    const second = this.#player.position;
    if (!Number.isFinite(second)) return;
    this.#mark(second);
    this.passages.playedTo(second);
    this.#showFollow();
  };

  #mark(second) {
    const current = begunBy(this.sentences, second);
    if (current === this.#current) return;
    this.#current?.removeAttribute("aria-current");
    this.#current = current;
    current?.setAttribute("aria-current", "true");
    const chapter = begunBy([...this.text.querySelectorAll(".transcript__chapter > a")], second);
    this.#chapter?.removeAttribute("aria-current");
    this.#chapter = chapter;
    chapter?.setAttribute("aria-current", "true");
    if (current && this.isPlaying && !this.isBusy) this.reveal(current);
  }

  // A link to a second shows its sentence before anything plays.
  pointTo(second) {
    if (this.isPlaying) return;
    this.#mark(second);
    if (this.#current) this.reveal(this.#current);
  }

  #hold() {
    this.#isHeld = true;
    this.#showFollow();
  }

  #goOn() {
    this.#isHeld = false;
    this.passages.drop();
    this.followButton.blur();
    if (this.#current) this.reveal(this.#current);
    this.#showFollow();
  }

  #showFollow() {
    this.followButton.hidden = !(this.#isHeld && this.isPlaying);
  }

  #press(event) {
    const place = event.target.closest("[data-at]");
    const isOther = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!place || isOther || this.passages.isChosen) return;
    event.preventDefault();
    event.stopPropagation();
    // Pressing a key is no click of a mouse, so it counts none.
    if (event.detail > 0) {
      place.blur();
      this.#isHeld = false;
    }
    this.seek(Number(place.dataset.at));
  }

  #key(event) {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ((key === "Enter" || key === " ") && target.dataset.at && target.localName !== "a") {
      event.preventDefault();
      this.seek(Number(target.dataset.at));
    } else if (key === "Escape" && this.passages.isChosen) {
      event.stopPropagation();
      this.passages.drop();
    } else if (key in STEPS) {
      const next = this.#next(target, key);
      if (!next) return;
      event.preventDefault();
      if (event.shiftKey && target.matches(".turn__sentence")) this.passages.extend(target, next.closest(".turn__sentence") ?? target);
      else this.passages.drop();
      this.#stopAt(next);
      next.focus({ preventScroll: true });
      this.reveal(next);
    }
  }

  // Up and down lead from sentence to sentence, left and right to the times and names, too.
  #next(from, key) {
    const isByLine = key !== "ArrowLeft" && key !== "ArrowRight";
    const stops = isByLine ? this.sentences : [...this.text.querySelectorAll("a, .turn__sentence")];
    const shown = stops.filter((stop) => stop.checkVisibility?.() ?? true);
    const own = isByLine ? (from.closest(".turn")?.querySelector(".turn__sentence") ?? from) : from;
    const at = shown.indexOf(shown.includes(from) ? from : own);
    return shown[Math.min(Math.max(at + STEPS[key], 0), shown.length - 1)];
  }

  // The one place of the text that the tab key leads to. It is a button, because it plays.
  #stopAt(place) {
    const last = this.text.querySelector('[tabindex="0"]');
    if (last && last !== place) {
      last.tabIndex = -1;
      last.removeAttribute("role");
      last.removeAttribute("aria-describedby");
    }
    if (!place) return;
    place.tabIndex = 0;
    place.setAttribute("aria-describedby", this.help);
    if (place.dataset.at && place.localName !== "a") place.setAttribute("role", "button");
  }

  #tidyStops() {
    for (const link of this.text.querySelectorAll("a:not([tabindex])")) link.tabIndex = -1;
    if (!this.text.querySelector('[tabindex="0"]')) this.#stopAt(this.sentences[0]);
  }
}

// Looks after the words that a pane shows now.
export function transcript(pane, root, linkTo) {
  const text = pane.querySelector(".transcript__text");
  if (!text || readers.get(pane)?.text === text) return;
  readers.get(pane)?.close();
  readers.set(pane, new Reader(pane, text, root, linkTo));
}
