window.nodes = [];
document.addEventListener("readystatechange", () => {
  if (document.readyState !== "interactive") return;
  const note = (what, node) => window.nodes.push(`${what} ${node.outerHTML?.slice(0, 200) ?? node.nodeName}`);
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) {
      for (const node of removedNodes) note("gone:", node);
      for (const node of addedNodes) note("new:", node);
    }
  }).observe(document.querySelector("[data-nachlese]"), { childList: true, subtree: true });
});
