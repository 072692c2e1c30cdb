// Notes the layout shifts that no input has caused, with what has moved.
window.shifts = [];

function describe({ node, previousRect: from, currentRect: to }) {
  const place = ({ x, y, width, height }) => `${width}×${height} at ${x},${y}`;
  return `${node?.className || node?.nodeName}: ${place(from)} → ${place(to)}`;
}

new PerformanceObserver((list) => {
  for (const { hadRecentInput, value, startTime, sources } of list.getEntries()) {
    if (!hadRecentInput) window.shifts.push({ value, at: startTime, moved: sources.map(describe) });
  }
}).observe({ type: "layout-shift", buffered: true });
