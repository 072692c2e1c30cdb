// Files that arrive in parts: `drip.json` a byte a second without an end, `slow.json` a few kilobytes every 8 seconds.
const fetchAtOnce = window.fetch;
window.fetch = (request, options) => {
  const url = request.url ?? String(request);
  const signal = request.signal ?? options?.signal;
  const isDrip = url.endsWith("drip.json");
  if (!isDrip && !url.endsWith("slow.json")) return fetchAtOnce(request, options);
  const event = { schemaVersion: 1, id: "slow", language: "de", title: "Langsam", talks: [{ id: "eins", kind: "talk", title: "A" }] };
  const text = new TextEncoder().encode(JSON.stringify(event).padEnd(18_000));
  const [size, pause] = isDrip ? [1, 1_000] : [4_500, 8_000];
  let at = 0;
  const body = new ReadableStream({
    start: (stream) => signal.addEventListener("abort", () => stream.error(new DOMException("", "AbortError"))),
    async pull(stream) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (signal.aborted) return;
      stream.enqueue(text.subarray(at, at + size));
      at += size;
      if (at >= text.length) stream.close();
    },
  });
  return Promise.resolve(new Response(body));
};
