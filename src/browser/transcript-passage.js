// Passages of a transcript: what the reader selects can be cited and linked, and what a link names is shown.

import { chip, element } from "./elements.js";
import { clock, offerSheet } from "./share.js";

const WORDS = {
  de: {
    passage: "Ausgewählte Stelle", hint: "Markieren Sie Wörter, um sie zu zitieren.", quote: "Zitat kopieren", link: "Link zur Stelle", copied: "Kopiert.", refused: "Das Kopieren ist hier nicht erlaubt.",
    marks: ["„", "“"], watch: "Ab hier ansehen", whole: "Ganzes Transkript", more: "Weiter", from: (at) => `ab ${at}`,
  },
  en: {
    passage: "Selected passage", hint: "Select words to quote them.", quote: "Copy quote", link: "Link to passage", copied: "Copied.", refused: "Copying is not allowed here.",
    marks: ["“", "”"], watch: "Watch from here", whole: "Whole transcript", more: "Continue", from: (at) => `from ${at}`,
  },
};

const timeOf = (sentence, name) => (sentence.dataset[name] === undefined ? undefined : Number(sentence.dataset[name]));

// Whether a sentence is said, for a part at least, between two seconds.
const isSaid = (sentence, at, until) => timeOf(sentence, "at") < until && timeOf(sentence, "end") > at;

// Half a word cannot be quoted.
function withWholeWords(range) {
  const isInWord = (node, at) => node.nodeType === Node.TEXT_NODE && /^[\p{L}\p{N}]{2}$/u.test(node.data.slice(at - 1, at + 1));
  let { startContainer: from, startOffset: start, endContainer: to, endOffset: end } = range;
  while (start > 0 && isInWord(from, start)) start -= 1;
  while (end > 0 && isInWord(to, end)) end += 1;
  range.setStart(from, start);
  range.setEnd(to, end);
  return range;
}

// The selection within a tree of nodes; in an embedded event that is a shadow root.
function selectedRange(text) {
  const tree = text.getRootNode();
  const selection = tree.getSelection?.() ?? document.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const found = tree === document ? selection.getRangeAt(0) : (selection.getComposedRanges?.({ shadowRoots: [tree] })[0] ?? selection.getRangeAt(0));
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range.collapsed || !range.intersectsNode(text) ? undefined : withWholeWords(range);
}

// The selected part of a sentence.
function partOf(sentence, range) {
  const part = document.createRange();
  part.selectNodeContents(sentence);
  if (sentence.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (sentence.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  return part.toString();
}

// How many of the sentences, which are in the order of the text, fulfil a condition that ends with one of them.
function countWhile(sentences, holds) {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sentences[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

// What is selected: its sentences, and from when to when they were said.
function chosenIn(reader) {
  const range = selectedRange(reader.text);
  if (!range) return undefined;
  const all = reader.sentences;
  const start = countWhile(all, (sentence) => range.comparePoint(sentence, sentence.childNodes.length) < 0);
  const end = countWhile(all, (sentence) => range.comparePoint(sentence, 0) <= 0);
  const sentences = all.slice(start, end);
  while (sentences.length && partOf(sentences[0], range).trim() === "") sentences.shift();
  while (sentences.length && partOf(sentences.at(-1), range).trim() === "") sentences.pop();
  if (sentences.length === 0) return undefined;
  return { sentences, range, at: timeOf(sentences[0], "at"), until: timeOf(sentences.at(-1), "end") };
}

// The selected words, by speaker.
function turnsIn({ sentences, range }) {
  const turns = [];
  for (const sentence of sentences) {
    const { who } = sentence.closest(".turn").dataset;
    const words = partOf(sentence, range);
    const last = turns.at(-1);
    if (last && last.who === who) last.words += words;
    else turns.push({ who, words });
  }
  return turns;
}

function placeOf({ at, until }) {
  if (at === undefined) return "";
  return until > at ? `${clock(at)}-${clock(until)}` : clock(at);
}

async function copy(text) {
  // Without a secure context there is no clipboard.
  return navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false;
}

export function passages(reader) {
  const words = WORDS[reader.language];
  const id = reader.pane.dataset.id;
  const said = element("span", { class: "transcript__said", "aria-live": "polite" });
  const time = element("span", { class: "transcript__time" });
  const chosenBar = element("div", { class: "transcript__chosen", role: "group", "aria-label": words.passage });
  const shownBar = element("div", { class: "transcript__shown" });
  const hint = element("span", { class: "transcript__hint" }, words.hint);
  let chosen;
  let shown;
  let isEnded = false;

  const linkTo = (passage) => reader.linkTo(id, placeOf(passage));

  function quotation(passage) {
    const [open, shut] = words.marks;
    const quoted = turnsIn(passage).map(({ who, words }) => ({ who, words: `${open}${words.replace(/\s+/g, " ").trim()}${shut}` }));
    const source = reader.text.dataset.source + (passage.at === undefined ? "" : `, ${words.from(clock(passage.at))}`);
    const lines = quoted.length === 1 ? [quoted[0].words] : quoted.map(({ who, words }) => (who ? `${who}: ${words}` : words));
    const by = quoted.length === 1 && quoted[0].who ? `${quoted[0].who}; ` : "";
    // Elsewhere, blanks that do not break are only in the way.
    return `${lines.join("\n")}\n– ${by}${source}`.replaceAll("\u00a0", " ") + `\n${linkTo(passage)}`;
  }

  async function tell(isDone) {
    said.textContent = "";
    said.textContent = (await isDone) ? words.copied : words.refused;
  }

  async function share(passage) {
    const url = linkTo(passage);
    if (!(await offerSheet({ url }))) tell(copy(url));
  }

  const quoteButton = chip(words.quote, () => tell(copy(quotation(chosen))));
  const linkButton = chip(words.link, () => share(chosen));
  chosenBar.append(time, quoteButton, linkButton);
  // A press must not undo the selection.
  chosenBar.addEventListener("pointerdown", (event) => event.preventDefault());

  const watch = chip(words.watch, () => {
    isEnded = false;
    reader.seek(shown.at);
  });
  const more = chip(words.more, () => {
    shown = undefined;
    show();
    reader.play();
  });
  const whole = chip(words.whole, () => {
    shown = undefined;
    show();
    const first = reader.text.querySelector("[data-cited]");
    if (first) reader.reveal(first);
  });
  shownBar.append(watch, more, whole);
  let last;

  function choose() {
    chosen = chosenIn(reader);
    chosenBar.hidden = !chosen;
    hint.hidden = chosen !== undefined;
    if (!chosen) return;
    said.textContent = "";
    time.textContent = placeOf(chosen).replace("-", "–");
    linkButton.hidden = chosen.at === undefined;
  }

  // Shows the passage that the address names, with what stands around it folded away.
  function show() {
    const asked = reader.pane.dataset.passage;
    if (asked !== last) {
      last = asked;
      isEnded = false;
      const [at, until] = (asked ?? "").split("-").map(Number);
      const others = [...reader.text.querySelectorAll(".turn[data-other] .turn__sentence")];
      if (asked && others.some((sentence) => isSaid(sentence, at, until ?? at + 1))) reader.speakers.showAll();
      shown = until > at ? { at, until } : undefined;
      if (asked && !shown) reader.pointTo(at);
    }
    const cited = new Set();
    if (last?.includes("-")) {
      const [at, until] = last.split("-").map(Number);
      const all = reader.sentences;
      const isWithin = (sentence) => timeOf(sentence, "at") >= at && (timeOf(sentence, "end") ?? Infinity) <= until;
      // In another language, sentences begin and end elsewhere.
      const isCited = all.some(isWithin) ? isWithin : (sentence) => isSaid(sentence, at, until);
      for (const sentence of all) {
        sentence.toggleAttribute("data-cited", isCited(sentence));
        if (isCited(sentence)) cited.add(sentence.closest(".turn"));
      }
    }
    for (const turn of reader.text.querySelectorAll(".turn[data-cited]")) if (!cited.has(turn)) turn.removeAttribute("data-cited");
    for (const turn of cited) turn.toggleAttribute("data-cited", true);
    const isFolded = shown !== undefined && cited.size > 0;
    reader.pane.toggleAttribute("data-folded", isFolded);
    shownBar.hidden = !isFolded;
    more.hidden = !isEnded;
    watch.hidden = isEnded;
  }

  // At the end of the passage it stops. The second is begun, not over.
  function playedTo(second) {
    if (!shown || isEnded || !reader.isPlaying || second < shown.until + 1) return;
    isEnded = true;
    reader.pause();
    show();
  }

  let isAwaited = false;
  document.addEventListener("selectionchange", () => {
    if (isAwaited) return;
    isAwaited = true;
    requestAnimationFrame(() => {
      isAwaited = false;
      if (!reader.text.isConnected) reader.close();
      if (!reader.signal.aborted) choose();
    });
  }, { signal: reader.signal });
  choose();

  // Selects from where the selection begins, or from one sentence, to another.
  function extend(from, to) {
    const selection = reader.text.getRootNode().getSelection?.() ?? document.getSelection();
    if (selection.isCollapsed) selection.setBaseAndExtent(from, 0, from, from.childNodes.length);
    const isBack = selection.anchorNode.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING;
    selection.extend(to, isBack ? 0 : to.childNodes.length);
  }

  const drop = () => (reader.text.getRootNode().getSelection?.() ?? document.getSelection()).removeAllRanges();

  return {
    shownBar,
    foot: [hint, chosenBar, said],
    drop,
    show,
    playedTo,
    extend,
    get isChosen() {
      return chosen !== undefined;
    },
  };
}
