// A plain page around a search library, as its manual would build it: a field, a count, the first 30 hits.
// ?peer=<name>&data=<schedule.json, version 1, or event.json>

const { peer, data } = Object.fromEntries(new URLSearchParams(location.search));
const SHOWN = 30;

const strip = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const texts = (value) => {
  if (typeof value === "string") return value;
  return value && typeof value === "object" ? Object.values(value).map(texts).join(" ") : "";
};

function ofSchedule({ schedule }) {
  const rooms = schedule.conference.days.flatMap((day) => Object.values(day.rooms));
  const talks = rooms.flat().map((item) => ({
    id: item.slug,
    title: item.title,
    topic: item.subtitle ?? "",
    abstract: item.abstract || item.description || "",
    people: item.persons.map((person) => person.name).join(", "),
    more: [item.track, item.room].map((text) => text ?? "").join(" "),
    start: item.date,
  }));
  return talks.sort((a, b) => (a.start < b.start ? -1 : 1));
}

function ofEvent(event) {
  const people = new Map(event.people.map((person) => [person.id, texts([person.name, person.roleAtEvent, person.organization])]));
  const said = (id) => event.sections.filter(({ talk }) => talk === id).map(({ text, coreMessage }) => texts([text, coreMessage]));
  return event.talks.map((talk) => ({
    id: talk.id,
    title: texts(talk.title),
    topic: texts(talk.topic),
    abstract: texts(talk.abstract),
    people: (talk.people ?? []).map((part) => people.get(part.person ?? part)).join(", "),
    more: [texts(talk.track), texts(talk.room), texts(talk.tags), ...said(talk.id)].join(" "),
  }));
}

// Each makes an index of talks, and gives a function that finds their places.
const PEERS = {
  async minisearch(talks) {
    const index = new MiniSearch({
      fields: ["title", "topic", "abstract", "people", "more"],
      processTerm: strip,
      searchOptions: { prefix: true, fuzzy: 0.2, combineWith: "AND", boost: { title: 4, people: 3 } },
    });
    // In pieces, as its manual advises for what would block the page.
    await index.addAllAsync(talks.map((talk, at) => ({ ...talk, id: at })), { chunkSize: 50 });
    return (text) => index.search(text).map(({ id }) => id);
  },
  async ufuzzy(talks) {
    // Slips within words, words in any order.
    const engine = new uFuzzy({ intraMode: 1 });
    const haystack = uFuzzy.latinize(talks.map(({ title, topic, abstract, people, more }) => `${title} ${topic} ${people} ${more} ${abstract}`));
    return (text) => {
      const [found, , order] = engine.search(haystack, uFuzzy.latinize(text), 1);
      return order ? order.map((at) => found[at]) : (found ?? []);
    };
  },
  async flexsearch(talks) {
    const encoder = FlexSearch.Charset.LatinBalance;
    const index = new FlexSearch.Document({
      document: { id: "at", index: ["title", "topic", "people", "more", "abstract"].map((field) => ({ field, tokenize: "forward", encoder })) },
    });
    for (let at = 0; at < talks.length; at += 50) {
      talks.slice(at, at + 50).forEach((talk, i) => index.add({ ...talk, at: at + i }));
      await new Promise((done) => setTimeout(done));
    }
    return (text) => index.search(text, { limit: 10_000, merge: true }).map(({ id }) => id);
  },
};

function card({ id, title, people, abstract }) {
  const item = document.createElement("li");
  item.dataset.talk = id;
  const parts = [["h3", title], ["p", people], ["p", abstract]];
  item.append(...parts.map(([name, text]) => Object.assign(document.createElement(name), { textContent: text })));
  return item;
}

const field = document.querySelector("input");
const status = document.querySelector("[role=status]");
const list = document.querySelector("ol");

const read = await (await fetch(data)).json();
const talks = read.schedule ? ofSchedule(read) : ofEvent(read);
const show = (places) => {
  status.textContent = `${places.length} of ${talks.length} talks`;
  list.replaceChildren(...places.slice(0, SHOWN).map((at) => card(talks[at])));
};
const all = talks.map((_, at) => at);
show(all);
performance.mark("list");
const find = await PEERS[peer](talks);
field.addEventListener("input", () => show(field.value.trim() ? find(field.value) : all));
performance.mark("indexed");
