// Notes in each frame whether a sign of loading can be seen.
window.loading = [];

function look() {
  const signs = [...document.querySelectorAll(".loading, .skeleton")];
  const options = { opacityProperty: true, visibilityProperty: true };
  if (document.body) {
    const seen = signs.some((sign) => sign.checkVisibility(options));
    window.loading.push({ at: performance.now(), seen });
  }
  if (!document.querySelector("[data-nachlese=ready]")) requestAnimationFrame(look);
}

requestAnimationFrame(look);
