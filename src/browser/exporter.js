// Writes talks of a watch-list as a file for other programs, and offers it as a download. Loaded only on demand.

const PATIENCE_MS = 30_000;
const TYPES = { ics: "text/calendar;charset=utf-8", json: "application/json" };

const inTime = (promise) =>
  Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error("too slow")), PATIENCE_MS))]);

async function load(name) {
  const module = await import(new URL(name, import.meta.url).href);
  await module.default();
  return module;
}

// A file of another program, or one that is not UTF-8 (a `TypeError`), is turned into event JSON first.
async function written(bytes, type, file, ...list) {
  const { export_list } = await inTime(load("exporter.js"));
  try {
    return export_list(new TextDecoder("utf-8", { fatal: true }).decode(bytes), file, ...list);
  } catch (error) {
    if (error !== "foreign" && !(error instanceof TypeError)) throw error;
    const { toEvent } = await inTime(import(new URL("importer-reader.js", import.meta.url).href));
    return export_list(await toEvent(bytes, type), file, ...list);
  }
}

function hand(text, name) {
  const type = TYPES[name.split(".").at(-1)];
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Browsers begin to read it at once, but do not say when they are done.
  setTimeout(() => URL.revokeObjectURL(address), PATIENCE_MS);
}

// The name of the file to write, the language, the page and the talks are for crates/exporter/src/main.rs.
export async function save(file, name, ...rest) {
  try {
    const answer = await fetch(file, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const type = answer.headers.get("content-type") ?? "";
    hand(await written(bytes, type, answer.url, name, ...rest), name);
  } catch (error) {
    console.error("nachlese: not-written", error);
    throw error;
  }
}
