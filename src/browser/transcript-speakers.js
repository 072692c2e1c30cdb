// Who speaks in a transcript, for how much of the time, and only what one of them says.

import { chip, element } from "./elements.js";

const WORDS = {
  de: { group: "Nur Beiträge von", share: (name, percent) => `${name}, ${percent} % der Redezeit` },
  en: { group: "Only what is said by", share: (name, percent) => `${name}, ${percent} % of the speaking time` },
};

// More would be a list and not a choice.
const MOST_SPEAKERS = 8;

// The seconds that each speaker speaks, in the order in which they begin.
function timesOf(turns) {
  const times = new Map();
  for (const turn of turns) {
    const { voice } = turn.dataset;
    if (!voice) continue;
    let seconds = times.get(voice) ?? 0;
    for (const { dataset } of turn.querySelectorAll(".turn__sentence[data-end]")) seconds += Math.max(0, dataset.end - dataset.at);
    times.set(voice, seconds);
  }
  return times;
}

export function speakers(reader) {
  const words = WORDS[reader.language];
  const group = element("div", { class: "transcript__speakers", role: "group", "aria-label": words.group });
  let only;
  let shown = "";

  function choose(voice) {
    only = voice;
    show();
    reader.find.renew();
  }

  function show() {
    const turns = [...reader.text.querySelectorAll(".turn")];
    const times = timesOf(turns);
    const whole = [...times.values()].reduce((sum, seconds) => sum + seconds, 0);
    const isChoice = times.size > 1 && times.size <= MOST_SPEAKERS && whole > 0;
    group.hidden = !isChoice;
    if (!isChoice) only = undefined;
    const percents = [...times].map(([voice, seconds]) => [voice, Math.round((100 * seconds) / whole)]);
    const told = JSON.stringify(percents);
    if (isChoice && told !== shown) {
      shown = told;
      group.replaceChildren(
        ...percents.map(([voice, percent]) => {
          const made = chip(`${voice}, ${percent} %`, () => choose(only === voice ? undefined : voice));
          made.setAttribute("aria-label", words.share(voice, percent));
          made.dataset.voice = voice;
          return made;
        }),
      );
    }
    for (const made of group.children) made.setAttribute("aria-pressed", made.dataset.voice === only);
    for (const turn of turns) turn.toggleAttribute("data-other", only !== undefined && turn.dataset.voice !== only);
    reader.pane.toggleAttribute("data-only", only !== undefined);
  }

  show();
  return { group, show, showAll: () => only !== undefined && choose(undefined) };
}
