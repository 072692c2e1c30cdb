// Keeps the page for readers without a network; a page that is embedded elsewhere never gets here.
// `nachlese prerender` writes the list of the deployed files over the word in capitals.
//
// Pages and data come from the network whenever it answers, so a new deployment is seen at the next visit. What was
// kept steps in where it does not, and comes from one deployment as a whole: the files are kept together, each as it
// was listed, or not at all.

const { version, shell, data } = "FILES";

// Folders of the same host have caches of their own.
const scope = new URL(self.registration.scope);
const PREFIX = `nachlese:${scope.pathname}:`;
const CACHE = PREFIX + version;

const KEPT_ON = "x-nachlese-kept";
const UNREADABLE = Symbol("unreadable");
const PATIENCE_MS = 4_000;
const HASHED = /-[0-9a-f]{16}(_bg)?\.(js|css|wasm|woff2)$/;
const TALK_PAGE = /^(.*\/)talk\/([^/]+)\/$/;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(removeOlder()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (!isOurs(event.request, url)) return;
  if (event.request.mode === "navigate") event.respondWith(page(event.request, url));
  else if (HASHED.test(url.pathname)) event.respondWith(asDeployed(event.request));
  else event.respondWith(newest(event.request));
});

async function install() {
  // All of the shell or nothing: what was kept before stays good until then.
  const files = await Promise.all(shell.map(fetchAsListed));
  const cache = await caches.open(CACHE);
  await Promise.all(files.map(([url, response]) => cache.put(url, response)));
  await Promise.allSettled(data.map(async (file) => cache.put(...(await fetchAsListed(file)))));
  await self.skipWaiting();
}

async function removeOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

// A file of another content is a deployment under way, or the login page of some network.
async function fetchAsListed({ url, hash }) {
  const address = new URL(url, scope);
  const response = await fetch(address, { cache: HASHED.test(url) ? "default" : "no-cache" });
  const bytes = await response.arrayBuffer();
  if (!response.ok || (await hashOf(bytes)) !== hash) throw new Error(`${address} is not as it was deployed`);
  return [address, toKeep(response, bytes)];
}

async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function toKeep(response, bytes) {
  const headers = new Headers(response.headers);
  // The bytes are unpacked already.
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set(KEPT_ON, today());
  return new Response(bytes, { headers });
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function isOurs(request, { origin, pathname }) {
  const isFrame = request.destination === "iframe" || `${pathname} ${request.referrer}`.includes("/embed");
  const isWanted = request.method === "GET" && !request.headers.has("range");
  return isWanted && !isFrame && origin === scope.origin && pathname.startsWith(scope.pathname);
}

async function page(request, { pathname }) {
  const folder = pathname.replace(/index\.html$/, "");
  const cache = await caches.open(CACHE);
  const [, start, talk] = TALK_PAGE.exec(folder) ?? [];
  // A talk without its page is a place of the event's.
  const kept = talk ? Response.redirect(`${start}#${talk}`) : await cache.match(new URL(folder, scope));
  if (!kept) return fetch(request);
  const answer = await inTime(fetch(request).then(unlessBroken));
  // A talk that was withdrawn: its event says so.
  return talk && answer?.status === 404 ? kept : (answer ?? kept);
}

async function asDeployed(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request.url)) ?? fetch(request);
}

async function newest(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.url);
  if (!kept) return fetch(request);
  const isData = request.url.endsWith(".json");
  const answer = fetch(request)
    .then(unlessBroken)
    .then((response) => (response?.ok && isData ? keepData(cache, request, response) : response))
    .then((response) => (response === UNREADABLE ? insteadOf(kept) : response));
  return (await inTime(answer)) ?? kept;
}

// Data that cannot be read never takes the place of data that can.
async function keepData(cache, request, response) {
  const bytes = await response.clone().arrayBuffer();
  try {
    JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return UNREADABLE;
  }
  await cache.put(request.url, toKeep(response, bytes));
  return response;
}

// Whoever has just published it must learn that it is not the network.
function insteadOf(kept) {
  const headers = new Headers(kept.headers);
  headers.set(KEPT_ON, `${headers.get(KEPT_ON)} unreadable`);
  return new Response(kept.body, { headers });
}

// A server that has trouble is as good as none.
function unlessBroken(response) {
  return response.status < 500 ? response : undefined;
}

function inTime(answer) {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  return Promise.race([answer.catch(() => undefined), late]);
}
