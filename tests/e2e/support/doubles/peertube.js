// Speaks as PeerTube's player does, by its public documentation and what others write about its messages.
let isBound = false;
let isReady = false;

const tell = (message) => say(JSON.stringify(message));
const notice = (name, params) => isReady && tell({ method: `peertube::${name}`, params });
const status = () => notice("playbackStatusUpdate", { position: film.second, volume: 1, duration: film.length, playbackState: film.state });
const ready = (type) => tell({ method: "peertube::__ready", params: { type, publish: [] } });

film.changed = () => notice("playbackStatusChange", film.state);
film.moved = status;
setInterval(status, 500);

const calls = {
  seek: (second) => film.seek(second),
  play: () => film.play(),
  pause: () => film.pause(),
  getCurrentTime: () => film.second,
};

function answer({ id, method, params }) {
  const name = method?.replace("peertube::", "");
  if (name === "__ready") {
    if (!Array.isArray(params.publish)) return;
    isReady = true;
    if (params.type === "publish-request") ready("publish-reply");
    notice("ready", true);
  } else if (!calls[name]) tell({ id, error: "method_not_found", message: `${name}?` });
  else tell({ id, result: calls[name](params) ?? null });
}

later(() => {
  isBound = asked.get("api") === "1";
  if (isBound) ready("publish-request");
});
addEventListener("message", ({ data }) => {
  if (isBound && typeof data === "string") answer(JSON.parse(data));
});
