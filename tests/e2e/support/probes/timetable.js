// Blocking work, in ms, of showing the timetable and of each keystroke in it: from the event to the end of the layout.
const field = document.querySelector("input[type=search]");
const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
const measure = async (act) => {
  await frame();
  const start = performance.now();
  act();
  await Promise.resolve();
  for (let at = 0; at < 20; at += 1) await Promise.resolve();
  const script = performance.now();
  document.body.getBoundingClientRect();
  document.documentElement.scrollHeight;
  return [script - start, performance.now() - start].map((time) => Math.round(time * 10) / 10);
};
const type = (text) => measure(() => {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
window.timetableTimes = null;
(async () => {
  const times = {};
  times.open = await measure(() => document.querySelector(".programme__summary > .switch > :last-child").click());
  for (const text of ["r", "ru", "rus", "rust", "", "se", "security", "", "r", "rust", "rust w", ""]) {
    times[`${text || "all"} (${Object.keys(times).length})`] = await type(text);
  }
  times.shown = document.querySelectorAll(".timetable [data-talk]").length;
  window.timetableTimes = times;
})();
return field !== null;
