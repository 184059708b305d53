// SPDX-License-Identifier: Apache-2.0
// The record's schema through a full validator. RapidJSON, which the program checks records with,
// accepts in silence what it does not know; so here it is checked that the schema is a schema of
// draft 4 and describes every property, and that the records that record_test reads pass and those
// that it refuses fail.
//
//   node schema_test.mjs NODE_MODULES SOURCE      (exit 77: skipped)
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { requireOf } from "../support/npm.mjs";

const [modules, source] = process.argv.slice(2);
const Ajv = requireOf(modules, ["ajv", "ajv-draft-04"])("ajv-draft-04").default;

let faults = 0;
function check(holds, sentence) {
  if (!holds) {
    console.error(`FAILED: ${sentence}`);
    ++faults;
  }
}

const schema = JSON.parse(readFileSync(join(source, "schema/record.schema.json"), "utf8"));
// Strict: a keyword that the draft does not know is an error.
const ajv = new Ajv({ strict: true, allErrors: true });
check(ajv.validateSchema(schema), `the schema is no draft 4: ${ajv.errorsText(ajv.errors)}`);

// What RapidJSON's validator knows of draft 4, and we use.
const known = new Set([
  "$schema", "title", "description", "type", "properties", "required", "additionalProperties",
  "items", "enum", "pattern", "minLength", "minItems", "minimum", "maximum", "definitions", "$ref",
]);

function walk(part, place) {
  for (const keyword of Object.keys(part)) {
    check(known.has(keyword), `${place}: the keyword ${keyword} is not for RapidJSON`);
  }
  check(!("$ref" in part) || Object.keys(part).length === 1, `${place}: $ref stands alone`);
  if (part.type === "object") {
    check(part.additionalProperties === false, `${place}: unknown keys are let through`);
    for (const [name, property] of Object.entries(part.properties)) {
      const target = property.$ref ? schema.definitions[property.$ref.split("/").pop()] : property;
      check(target?.description, `${place}/${name}: no description`);
      walk(property, `${place}/${name}`);
    }
  }
  if (part.items) {
    walk(part.items, `${place}/items`);
  }
}
walk(schema, "");
for (const [name, part] of Object.entries(schema.definitions)) {
  walk(part, `definitions/${name}`);
}

const validate = ajv.compile(schema);
function lines(name) {
  const text = readFileSync(join(source, "tests/record/schema", name), "utf8");
  return text.trimEnd().split("\n");
}
const good = lines("good.jsonl");
good.forEach((line, i) => {
  check(validate(JSON.parse(line)), `good.jsonl:${i + 1}: ${ajv.errorsText(validate.errors)}`);
});
const broken = lines("broken.jsonl");
broken.forEach((line, i) => {
  check(!validate(JSON.parse(line)), `broken.jsonl:${i + 1}: passes`);
});
check(good.length > 0 && broken.length > 0, "there are records to check");

console.log(`${good.length} good records, ${broken.length} broken ones, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
