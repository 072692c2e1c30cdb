// Says of each document in a file whether it is valid: node ajv.cjs SCHEMA DOCUMENTS. NODE_PATH leads to ajv.
// Strict: whatever ajv finds doubtful in the schema is an error.
const { readFileSync } = require("node:fs");
const Ajv = require("ajv/dist/2020").default;

const [schema, documents] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const ajv = new Ajv({ strict: true });
if (!ajv.validateSchema(schema)) throw new Error(ajv.errorsText());
const isValid = ajv.compile(schema);
console.log(documents.map((document) => (isValid(document) ? "1" : "0")).join(""));
