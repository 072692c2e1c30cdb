// Types each text into the search field and tells how long that kept the page busy, and how long until it was painted:
// [[busy, painted], …] in milliseconds. Counted as busy is whatever keeps messages to itself waiting, from the event to
// the end of the second frame after it: handlers, timers, layout and paint alike.

const [texts, selector] = arguments;
const field = document.querySelector(selector);
const turn = (ask) => new Promise((done) => ask(done));
const LEAST = 0.3; // What a message takes by itself, and the clock's steps.

function pinging() {
  const { port1, port2 } = new MessageChannel();
  const watch = { busy: 0, stop: () => (port1.onmessage = null) };
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    if (now - last > LEAST) watch.busy += now - last;
    last = now;
    port2.postMessage(0);
  };
  port2.postMessage(0);
  return watch;
}

async function type(text) {
  await turn(requestAnimationFrame);
  await turn(setTimeout);
  const watch = pinging();
  await turn(setTimeout);
  watch.busy = 0;
  const start = performance.now();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
  await turn(requestAnimationFrame);
  const painted = await turn((done) => setTimeout(() => done(performance.now() - start)));
  await turn(requestAnimationFrame);
  await turn(setTimeout);
  await turn((done) => setTimeout(done, 5));
  watch.stop();
  return [watch.busy, painted];
}

const times = [];
for (const text of texts) {
  times.push(await type(text));
  await turn((done) => setTimeout(done, 20));
}
return times;
