// The search within a transcript: how often, and from one place to the next.

import { chip, element } from "./elements.js";

const WORDS = {
  de: { label: "Im Transkript suchen", none: "keine Treffer", of: (at, count) => `${at} von ${count}`, back: "Voriger Treffer", next: "Nächster Treffer" },
  en: { label: "Search the transcript", none: "no matches", of: (at, count) => `${at} of ${count}`, back: "Previous match", next: "Next match" },
};

// More marks at a time make browsers slow. Those around the shown place are enough.
const MOST_MARKS = 60;

// One registry for the document, whatever is embedded in it. Older browsers mark the whole sentence instead.
const marks = globalThis.CSS?.highlights && { found: new Set(), here: new Set() };

// A new highlight each time: WebKit paints one that has changed on other elements too, such as the page's heading.
function highlight() {
  for (const [name, ranges] of Object.entries(marks ?? {})) CSS.highlights.set(`nachlese-${name}`, new Highlight(...ranges));
}

const ALIKE = { a: "[aàáâãå]", e: "[eèéêë]", i: "[iìíîï]", o: "[oòóôõø]", u: "[uùúû]", c: "[cç]", n: "[nñ]", ä: "(?:ä|ae)", ö: "(?:ö|oe)", ü: "(?:ü|ue)", ß: "(?:ß|ss)" };

// A word is found whatever its accents and capitals are.
function pattern(text) {
  const letter = (sign) => ALIKE[sign] ?? (/\s/.test(sign) ? "\\s+" : sign.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp([...text.trim().toLowerCase().replace(/\s+/g, " ")].map(letter).join(""), "giu");
}

export function finder(reader) {
  const words = WORDS[reader.language];
  const field = element("input", { type: "text", class: "field", inputmode: "search", enterkeyhint: "search", autocomplete: "off", "aria-label": words.label, placeholder: words.label });
  const count = element("span", { class: "transcript__count", "aria-live": "polite" });
  const [back, next] = [chip("↑", () => step(-1)), chip("↓", () => step(1))];
  back.setAttribute("aria-label", words.back);
  next.setAttribute("aria-label", words.next);
  const form = element("div", { class: "transcript__find", role: "search", "aria-label": words.label }, field, count, back, next);
  let places = [];
  let at = 0;
  let own = [];

  function unmark() {
    for (const range of own) {
      marks?.found.delete(range);
      marks?.here.delete(range);
    }
    for (const sentence of reader.text.querySelectorAll("[data-found]")) sentence.removeAttribute("data-found");
    own = [];
  }

  function rangeOf({ sentence, from, to }) {
    const range = document.createRange();
    range.setStart(sentence.firstChild, from);
    range.setEnd(sentence.firstChild, to);
    return range;
  }

  function show() {
    unmark();
    const isSought = field.value.trim() !== "";
    count.textContent = isSought ? (places.length ? words.of(at + 1, places.length) : words.none) : "";
    back.hidden = next.hidden = places.length < 2;
    const first = Math.max(0, at - MOST_MARKS / 2);
    for (const [index, place] of places.slice(first, first + MOST_MARKS).entries()) {
      const isHere = first + index === at;
      if (marks) {
        const range = rangeOf(place);
        own.push(range);
        (isHere ? marks.here : marks.found).add(range);
      } else {
        place.sentence.dataset.found = isHere ? "here" : "";
      }
    }
    highlight();
  }

  function search() {
    places = [];
    if (field.value.trim() !== "") {
      const sought = pattern(field.value);
      const isOneSpeaker = reader.pane.hasAttribute("data-only");
      for (const sentence of reader.sentences) {
        if (isOneSpeaker && sentence.closest(".turn[data-other]")) continue;
        for (const { index, 0: found } of sentence.textContent.matchAll(sought)) {
          places.push({ sentence, from: index, to: index + found.length });
        }
      }
    }
  }

  function step(by) {
    if (places.length === 0) return;
    at = (at + by + places.length) % places.length;
    show();
    reader.reveal(places[at].sentence);
  }

  field.addEventListener("input", () => {
    search();
    at = 0;
    show();
    if (places.length) reader.reveal(places[0].sentence);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
    if (event.key === "Escape" && field.value) {
      event.stopPropagation();
      field.value = "";
      search();
      show();
    }
  });

  // Whoever comes from a search of the page sees its words here, at the second that was said to have them.
  function takeOver() {
    const sought = reader.root.querySelector("input[type=search]")?.value.replace(/\b\w+:|["„“”]/g, "").trim();
    if (!sought) return;
    field.value = sought;
    search();
    const second = Number.parseInt(reader.pane.dataset.passage, 10) || 0;
    at = Math.max(0, places.findIndex(({ sentence }) => Number(sentence.dataset.at) >= second - 1));
    if (places.length === 0) field.value = "";
  }

  takeOver();
  show();
  const renew = () => {
    if (!field.value) return;
    search();
    at = Math.max(0, Math.min(at, places.length - 1));
    show();
  };
  const close = () => {
    unmark();
    highlight();
  };
  return { form, renew, close };
}
