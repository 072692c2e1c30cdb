// Runs axe-core with the given tags; calls back with a list of what it finds.
const [tags, done] = arguments;

function describe(rule, node) {
  const summary = node.failureSummary.replaceAll("\n", "\n    ");
  return `${rule.id} at ${node.target.flat().join(" ")}\n    ${summary}`;
}

axe
  .run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
  .then(({ violations }) => done(violations.flatMap((rule) => rule.nodes.map((node) => describe(rule, node)))))
  .catch((error) => done([String(error)]));
