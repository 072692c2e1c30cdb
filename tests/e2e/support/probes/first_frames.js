// Notes in each frame what a reader sees of the page's root before the app is there.

window.framesSeen = [];
const note = () => {
  const root = document.querySelector("[data-nachlese]");
  if (root) {
    const article = root.dataset.prerendered ? root.querySelector("main") : null;
    window.framesSeen.push({ article: article?.checkVisibility() ?? false, theme: root.dataset.theme ?? "" });
  }
  requestAnimationFrame(note);
};
requestAnimationFrame(note);
