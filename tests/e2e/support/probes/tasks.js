// Notes every task that blocks input for 50 ms or longer, from the page's start on.
window.tasks = [];
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) window.tasks.push([startTime, duration]);
}).observe({ type: "longtask", buffered: true });

// And the memory of each WebAssembly program of the page.
window.memories = [];
for (const name of ["instantiate", "instantiateStreaming"]) {
  const own = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const made = await own(...given);
    const { memory } = (made.instance ?? made).exports ?? {};
    if (memory) window.memories.push(memory);
    return made;
  };
}
