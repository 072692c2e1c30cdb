// For pages that show embed.html in a frame: makes each frame as high as its content.
//   <script type="module" src="https://…/embed-height.js"></script>
// Only messages of frames whose address is beside this script are heard.

const origin = new URL(import.meta.url).origin;

window.addEventListener("message", ({ data, origin: sender, source }) => {
  if (sender !== origin || data?.nachlese !== "height" || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.style.height = `${Math.min(Math.max(data.height, 50), 100_000)}px`;
  }
});
