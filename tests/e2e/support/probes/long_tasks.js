// Before the page's own scripts: adds up tasks of more than 50 ms. [what is above these 50 ms of each, the longest]
let [total, longest] = [0, 0];
const watch = new PerformanceObserver((list) => count(list.getEntries()));
watch.observe({ type: "longtask", buffered: true });
function count(tasks) {
  for (const { duration } of tasks) {
    total += duration - 50;
    longest = Math.max(longest, duration);
  }
}
window.longTasks = () => {
  count(watch.takeRecords());
  return [total, longest];
};
