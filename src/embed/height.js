// For pages that show embed.html in a frame: makes each frame as tall as its content.
//   <script type="module" src="https://…/embed-height.js"></script>
// A frame with data-nachlese-url also keeps its search and place in this page's address, under keys that begin with
// the attribute's value, or with `nachlese-`. Only messages of frames from this script's origin are read.
// Frames may be in open shadow roots. Frames in closed ones cannot be reached.

const origin = new URL(import.meta.url).origin;
const keepers = new WeakMap();

const known = new WeakMap();

function framesIn(root) {
  const inside = [...root.querySelectorAll("*")].flatMap((element) => (element.shadowRoot ? framesIn(element.shadowRoot) : []));
  return [...root.querySelectorAll("iframe"), ...inside];
}

// The whole page is searched once for each frame, not for each message.
function frameOf(source) {
  if (known.get(source)?.contentWindow !== source) known.set(source, framesIn(document).find((frame) => frame.contentWindow === source));
  return known.get(source);
}

const heights = new WeakMap();

// With `*{box-sizing:border-box}` in the host's CSS, the height includes border and padding.
const AROUND = ["borderTopWidth", "borderBottomWidth", "paddingTop", "paddingBottom"];

function fit(frame) {
  const style = getComputedStyle(frame);
  const around = AROUND.reduce((sum, name) => sum + (parseFloat(style[name]) || 0), 0);
  const height = heights.get(frame) + (style.boxSizing === "border-box" ? around : 0);
  if (frame.style.height !== `${height}px`) frame.style.height = `${height}px`;
}

// The host's styles may depend on the width.
const resized = new ResizeObserver((entries) => entries.forEach(({ target }) => fit(target)));

// A frame is as light or dark as the page around it, unless its address says otherwise.
const followed = new WeakSet();

async function tellTheme(frame) {
  const { isDark, onChange } = await import(new URL("embed-host.js", import.meta.url).href);
  const tell = () => frame.contentWindow?.postMessage({ nachlese: "theme", isDark: isDark(frame) }, origin);
  tell();
  if (followed.has(frame)) return;
  followed.add(frame);
  onChange(frame, tell, new AbortController().signal);
}

async function greet(frame) {
  const prefix = frame.dataset.nachleseUrl;
  if (prefix === undefined) return;
  const { keep } = await import(new URL("embed-address.js", import.meta.url).href);
  const send = (address) => {
    if (frame.isConnected) frame.contentWindow.postMessage({ nachlese: "address", address }, origin);
    else keepers.get(frame).stop();
  };
  if (!keepers.has(frame)) keepers.set(frame, keep(prefix || "nachlese-", send));
  send(keepers.get(frame).read());
}

window.addEventListener("message", ({ data, origin: sender, source }) => {
  if (sender !== origin || !data?.nachlese) return;
  const frame = frameOf(source);
  if (!frame) return;
  if (data.nachlese === "hello") {
    greet(frame);
    tellTheme(frame);
  }
  if (data.nachlese === "height" && Number.isFinite(data.height)) {
    heights.set(frame, Math.min(Math.max(data.height, 50), 100_000));
    fit(frame);
    resized.observe(frame);
  }
  if (data.nachlese === "address" && typeof data.address === "string") {
    keepers.get(frame)?.write(data.address, data.isStep === true);
  }
});

// If a frame was ready before this script, its "hello" was lost, so it is asked to send it again. The message has no
// target origin, because browsers report an error if the frame has not loaded its page yet.
for (const frame of framesIn(document)) {
  if (frame.src.startsWith(`${origin}/`)) frame.contentWindow.postMessage({ nachlese: "ask" }, "*");
}
