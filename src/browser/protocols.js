// What providers' players are told and what they say (`read`), by their public message protocols. Each message becomes a
// report: a `second` of the file, the `state`, the `code` of an error, and whether it answers a greeting (`isAnswer`) or
// asks for one (`isAsking`). Nothing in it has been checked.

// The address of the frame has it too, as `widgetid`.
const WIDGET = { id: 1, channel: "widget" };
const tube = (func, ...args) => ({ event: "command", func, args, ...WIDGET });
const TUBE_STATES = new Map([[-1, "unstarted"], [0, "ended"], [1, "playing"], [2, "paused"], [3, "buffering"], [5, "unstarted"]]);

const YOUTUBE = {
  path: /^\/embed\//,
  writes: JSON.stringify,
  greeting: { event: "listening", ...WIDGET },
  greetingTicks: 1,
  subscriptions: ["onReady", "onStateChange", "onError"].map((name) => tube("addEventListener", name)),
  // A player that is paused stays so when it is sought.
  seek: (second) => [tube("seekTo", second, true), tube("playVideo")],
  play: () => [tube("playVideo")],
  pause: () => [tube("pauseVideo")],
  // The state may come alone or with other news, and any part of the news may be missing.
  read({ event, info }) {
    if (event === "initialDelivery" || event === "infoDelivery") {
      const { playerState, currentTime: second, currentTimeLastUpdated_: at, playbackRate: rate } = info;
      const now = Date.now() / 1000;
      return { isAnswer: event === "initialDelivery", state: TUBE_STATES.get(playerState), second, rate, since: Number.isFinite(at) && at <= now ? at : now };
    }
    if (event === "onStateChange") return { state: TUBE_STATES.get(info) };
    if (event === "onError") return { code: info };
    if (event === "alreadyInitialized") return { isAnswer: true };
    return event === "readyToListen" ? { isAsking: true } : {};
  },
};

const vimeo = (method, value) => ({ method, value });
// A player that must be pressed first, or that was sought beyond its end, has not failed.
const REFUSALS = ["AbortError", "NotAllowedError", "RangeError"];

const VIMEO = {
  path: /^\/video\/\d/,
  writes: (message) => message,
  greeting: vimeo("ping"),
  greetingTicks: 4,
  subscriptions: [
    ...["timeupdate", "seeked", "play", "pause", "ended", "error"].map((name) => vimeo("addEventListener", name)),
    vimeo("getCurrentTime"),
    vimeo("getPaused"),
  ],
  seek: (second) => [vimeo("setCurrentTime", second), vimeo("play")],
  play: () => [vimeo("play")],
  pause: () => [vimeo("pause")],
  read({ event, method, value, data }) {
    if (method === "getPaused" && typeof value === "boolean") return { state: value ? "paused" : "playing" };
    if (method === "getCurrentTime") return { second: value };
    if (event === "ready" || method === "ping") return { isAnswer: true };
    if (event === "error") return REFUSALS.includes(data.name) ? {} : { code: data.name };
    const states = new Map([["play", "playing"], ["pause", "paused"], ["ended", "ended"]]);
    return states.has(event) || event === "timeupdate" || event === "seeked" ? { second: data?.seconds, state: states.get(event) } : {};
  },
};

let calls = 0;
const peer = (name, params) => ({ id: (calls += 1), method: `peertube::${name}`, params });
const handshake = (type) => ({ method: "peertube::__ready", params: { type, publish: [] } });
const PEER_STATES = new Map(["unstarted", "playing", "paused", "ended"].map((state) => [state, state]));

const PEERTUBE = {
  path: /^\/video(s|-playlists)\/embed\//,
  writes: JSON.stringify,
  // It greets by itself when it is loaded, and two greetings are an error to it.
  isGreeting: true,
  greeting: handshake("publish-request"),
  greetingTicks: 8,
  reply: handshake("publish-reply"),
  subscriptions: [],
  seek: (second) => [peer("seek", second), peer("play")],
  play: () => [peer("play")],
  pause: () => [peer("pause")],
  read({ method, params }) {
    const isAsking = method === "peertube::__ready" && params.type === "publish-request";
    if (method === "peertube::__ready") return { isAnswer: isAsking || params.type === "publish-reply", isAsking };
    if (method === "peertube::playbackStatusUpdate") return { second: params.position, state: PEER_STATES.get(params.playbackState) };
    return method === "peertube::playbackStatusChange" ? { state: PEER_STATES.get(params) } : {};
  },
};

// Longer messages are not read.
const LONGEST = 200_000;

// The protocol that the player at an address speaks, by the path.
export function protocolOf(address) {
  if (!/^https?:$/.test(address.protocol)) return undefined;
  return [YOUTUBE, VIMEO, PEERTUBE].find(({ path }) => path.test(address.pathname));
}

// The report of a message. One that is not of the protocol reports nothing.
export function reportOf(protocol, data) {
  try {
    if (typeof data === "string" && data.length > LONGEST) return {};
    return protocol.read(typeof data === "string" ? JSON.parse(data) : data);
  } catch {
    return {};
  }
}
