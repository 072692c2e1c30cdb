// Runs axe-core with the given tags once nothing moves; calls back with a list of what it finds.
const [tags, done] = arguments;

function describe(rule, node) {
  const summary = node.failureSummary.replaceAll("\n", "\n    ");
  return `${rule.id} at ${node.target.flat().join(" ")}\n    ${summary}`;
}

// Colours halfway through a transition would count as too weak.
const isShort = (animation) => animation.effect?.getComputedTiming().endTime < 2000;
const moving = document.getAnimations().filter(isShort);

// One in a part that is not drawn never ends.
const patience = new Promise((end) => setTimeout(end, 3_000));

Promise.race([patience, Promise.allSettled(moving.map((animation) => animation.finished))])
  .then(() => axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }))
  .then(({ violations }) => done(violations.flatMap((rule) => rule.nodes.map((node) => describe(rule, node)))))
  .catch((error) => done([String(error)]));
