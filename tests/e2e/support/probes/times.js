// The moments of the table in `bench.rs`, in milliseconds; -1 where one is missing.
const moment = (name) => performance.getEntriesByName(name).at(-1)?.startTime ?? -1;
const search = performance.getEntriesByName("nachlese:filter", "measure").at(-1)?.duration ?? -1;

return new Promise((done) => {
  const answer = (largest) =>
    done([
      moment("first-contentful-paint"),
      moment("nachlese:start"),
      moment("nachlese:data"),
      moment("nachlese:ready"),
      largest,
      search,
    ]);
  const observer = new PerformanceObserver((list) => answer(list.getEntries().at(-1).startTime));
  observer.observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => answer(-1), 1000);
});
