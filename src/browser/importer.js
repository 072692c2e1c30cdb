// Reads files of other programs, and large files of any kind, in pieces. They are read in a worker, which runs this
// script too. If there can be no worker, because this file is from another origin or a policy forbids it, they are
// read here, and the page is blocked meanwhile.

const beside = (name) => new URL(name, import.meta.url).href;

// Calendars have their own importer. In UTF-16 there are zeros between the letters, and its mark is no UTF-8.
function importerOf(bytes) {
  const start = new TextDecoder().decode(bytes.subarray(0, 2_000)).replaceAll("\0", "");
  return /^\ufffd{0,2}\s*BEGIN:VCALENDAR/i.test(start) ? "calendar-importer" : "importer";
}

// Slow lines are waited for, but not a server that sends less than this: see fetch.rs. A script is a few kilobytes.
const LEAST_BYTES = 4_096;
const STALL_MS = 15_000;
const SCRIPT_MS = 30_000;

const inTime = (promise) =>
  Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error("too slow")), SCRIPT_MS))]);

// Works with any media type.
async function program(name) {
  const stop = new AbortController();
  let timer = 0;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), STALL_MS);
  };
  wait();
  try {
    const answer = await fetch(beside(`${name}_bg.wasm`), { signal: stop.signal });
    const reader = answer.body.getReader();
    const parts = [];
    let fresh = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      fresh += part.value.length;
      if (fresh >= LEAST_BYTES) {
        fresh = 0;
        wait();
      }
    }
    return await new Blob(parts).arrayBuffer();
  } finally {
    clearTimeout(timer);
  }
}

// Both files, loaded while the worker starts, because the worker would request the program last.
const arrive = (name) => Promise.all([program(name), inTime(import(beside(`${name}.js`)))]).then(([code]) => code);

async function load(name, code) {
  const module_or_path = await code;
  const importer = await import(beside(`${name}.js`));
  await importer.default({ module_or_path });
  return importer;
}

const writers = {};

// What the importer asks about time zones: how many seconds clocks in a zone are ahead of universal time at an instant,
// or `undefined` if the browser does not know the zone. Swedish times are written like ISO 8601.
const zones = {
  ahead(zone, instant) {
    const options = { timeZone: zone, dateStyle: "short", timeStyle: "medium" };
    try {
      const writer = (writers[zone] ??= new Intl.DateTimeFormat("sv", options));
      return Date.parse(writer.format(instant * 1000).replace(" ", "T") + "Z") / 1000 - instant;
    } catch {}
  },
};

// Returns a function for one step of reading. The first step takes the file. Each returns a piece, or none at the end.
function steps({ open }) {
  let file;
  return (bytes, type) => {
    file ??= open(bytes, type, zones);
    const warnings = file.warnings();
    return { warnings, piece: file.next() };
  };
}

// The importer throws texts. Any other error means that there is too little memory.
const reason = (error) => (typeof error === "string" ? error : "memory");

async function work() {
  const { name, code } = await new Promise((resolve) => (self.onmessage = ({ data }) => resolve(data)));
  const step = steps(await load(name, code));
  self.onmessage = ({ data }) => {
    try {
      const done = step(data && new Uint8Array(data.buffer), data?.type);
      self.postMessage(done, done.piece ? [done.piece.buffer] : []);
    } catch (error) {
      self.postMessage({ error: reason(error) });
    }
  };
  self.postMessage({});
}

// Returns a function like that of `steps`, but asynchronous. Fails if there can be no worker.
async function employ(root, name, code) {
  const worker = new Worker(import.meta.url, { type: "module" });
  let answer;
  const stop = (error) => {
    worker.terminate();
    answer.reject(error);
  };
  root.nachleseStop = () => stop(new Error("the event has gone"));
  const wait = () => new Promise((resolve, reject) => (answer = { resolve, reject }));
  worker.onmessage = ({ data }) => ("error" in data ? stop(data.error) : answer.resolve(data));
  worker.onerror = (event) => {
    event.preventDefault();
    stop("memory");
  };
  const step = (bytes, type) => {
    worker.postMessage(bytes && { buffer: bytes.buffer, type }, bytes ? [bytes.buffer] : []);
    return wait();
  };
  const ready = wait();
  try {
    worker.postMessage({ name, code: await code });
    await inTime(ready);
  } catch (error) {
    stop(error);
  }
  return ready.then(() => ({ step, stop }));
}

async function here(name, code) {
  const step = steps(await load(name, code));
  return {
    stop() {},
    // Lets the page react to the reader in between.
    async step(bytes, type) {
      await new Promise((resolve) => setTimeout(resolve));
      try {
        return step(bytes, type);
      } catch (error) {
        throw reason(error);
      }
    },
  };
}

// Returns a function that promises the next piece, or nothing at the end. It throws the importer's reasons as texts.
export async function read(bytes, root, type) {
  const name = importerOf(bytes);
  const code = arrive(name);
  const { step, stop } = (await employ(root, name, code).catch(() => null)) ?? (await here(name, code));
  // While the page reads a piece, the next one is prepared.
  let coming = step(bytes, type);
  return async () => {
    const { warnings, piece } = await coming;
    warnings.forEach((warning) => console.warn(warning));
    if (piece) coming = step();
    else stop();
    return piece;
  };
}

// Promises the whole file as event JSON.
export async function toEvent(bytes, type) {
  const name = importerOf(bytes);
  const step = steps(await load(name, arrive(name)));
  const read = ({ piece }) => piece && JSON.parse(new TextDecoder().decode(piece));
  // First comes the event without its lists, then parts of the lists.
  const [event] = read(step(bytes, type));
  const lists = { people: [], talks: [] };
  for (let part = read(step()); part; part = read(step())) {
    for (const [name, items] of Object.entries(part)) lists[name].push(...items);
  }
  return JSON.stringify({ ...event, ...lists });
}

if (typeof document === "undefined") work().catch(() => self.postMessage({ error: "memory" }));
