// Before the page's own scripts: remembers the memory of every program that the page starts.
const memories = [];
const remembered = (made) => {
  const { exports } = made.instance ?? made;
  if (exports.memory) memories.push(exports.memory);
  return made;
};
for (const name of ["instantiate", "instantiateStreaming"]) {
  const start = WebAssembly[name];
  WebAssembly[name] = (...all) => start.apply(WebAssembly, all).then(remembered);
}
window.wasmBytes = () => memories.reduce((bytes, memory) => bytes + memory.buffer.byteLength, 0);
