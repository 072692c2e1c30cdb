// Runs IBM's accessibility engine; calls back with a list of its violations. What it calls a recommendation, or wants
// somebody to look at, is left out.
const [done] = arguments;

const describe = ({ ruleId, message, path, snippet }) => `${ruleId} at ${path.dom}\n    ${message}\n    ${snippet}`;
// Contrast is for axe-core alone: this engine is told old colours of what is out of view (content-visibility).
const isViolation = ({ ruleId, value: [level, result] }) =>
  level === "VIOLATION" && result === "FAIL" && ruleId !== "text_contrast_sufficient";

new ace.Checker()
  .check(document, ["IBM_Accessibility", "WCAG_2_2"])
  .then(({ results }) => done(results.filter(isViolation).map(describe)))
  .catch((error) => done([String(error)]));
