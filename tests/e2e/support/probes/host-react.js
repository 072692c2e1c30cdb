// A host's application in React 19 that shows an event; `host.change` draws it anew.
const { createElement, useState } = require("react");

window.host = { heard: 0 };

function App({ start }) {
  const [state, set] = useState(start);
  window.host.change = (change) => set((before) => ({ ...before, ...change }));
  const onReady = () => (window.host.heard += 1);
  const link = createElement("a", { href: "./" }, "Zur Veranstaltung");
  const event = createElement("nachlese-event", { key: "event", id: "a", "onnachlese-ready": onReady, ...state.attributes }, link);
  const line = createElement("p", { key: "line", id: "line" }, `Zum ${state.time}. Mal`);
  const all = state.isShown ? [line, event] : [line];
  return createElement("div", null, state.isFirst ? all.reverse() : all);
}

require("react-dom/client").createRoot(document.querySelector("#app")).render(createElement(App, { start: window.start }));
