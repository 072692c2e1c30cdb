// Measures the page's text in each web font and in those local fonts that stand in for it on this machine.
const text = document.querySelector("main").textContent.replace(/\s+/g, " ");
const canvas = document.createElement("canvas").getContext("2d");

function width(weight, family) {
  canvas.font = `${weight} 100px "${family}"`;
  return canvas.measureText(text).width;
}

const faces = [...document.fonts].map((face) => ({ face, family: face.family.replaceAll('"', "") }));
const web = faces.filter(({ face }) => face.display === "swap");
Promise.allSettled(faces.map(({ face }) => face.load())).then(() => {
  window.standIns = web.flatMap(({ face: { weight }, family: own }) =>
    faces
      .filter(({ face, family }) => face.weight === weight && family.startsWith(`${own} `) && face.status === "loaded")
      .map(({ family }) => ({ family, weight, ratio: width(weight, family) / width(weight, own) })),
  );
});
