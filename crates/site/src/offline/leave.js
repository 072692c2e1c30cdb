// Takes the place of a service worker that an earlier deployment left with its readers: forgets what that one kept,
// and goes. Written by `nachlese prerender --without-offline`.

const PREFIX = `nachlese:${new URL(self.registration.scope).pathname}:`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX)).map((name) => caches.delete(name)));
  await self.registration.unregister();
}
