// A host's application in Vue 3 that shows an event; `host.change` draws it anew.
const { createApp, h, reactive } = Vue;

const state = reactive({ ...window.start });

window.host = { heard: 0, change: (change) => Object.assign(state, change) };

function render() {
  const onReady = () => (window.host.heard += 1);
  const link = h("a", { href: "./" }, "Zur Veranstaltung");
  const event = h("nachlese-event", { key: "event", id: "a", "onNachlese-ready": onReady, ...state.attributes }, [link]);
  const line = h("p", { key: "line", id: "line" }, `Zum ${state.time}. Mal`);
  const all = state.isShown ? [line, event] : [line];
  return h("div", state.isFirst ? all.reverse() : all);
}

createApp({ render }).mount("#app");
