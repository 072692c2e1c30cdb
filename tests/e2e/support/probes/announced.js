// Notes what is written into live regions, as a screen reader reads it out, in window.announced.
const LIVE = "[aria-live]:not([aria-live=off]), [role=status]:not([aria-live]), [role=alert]";

window.announced = [];
new MutationObserver((changes) => {
  const regions = new Set();
  for (const { target } of changes) {
    const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    const region = element?.closest(LIVE);
    if (region) regions.add(region);
  }
  for (const region of regions) if (region.textContent.trim()) window.announced.push(region.textContent.trim());
}).observe(document.body, { childList: true, characterData: true, subtree: true });
