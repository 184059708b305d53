// SPDX-License-Identifier: Apache-2.0
// What packages of npm read in our files, as JSON on standard output, for exports_test.py.
//
//   node readers.mjs NODE_MODULES graph FILE…      graphology's importers (those of gephi-lite)
//   node readers.mjs NODE_MODULES table FILE…      papaparse
//   node readers.mjs NODE_MODULES entities FILE…   the model of FollowTheMoney
//
// Its answer: {FILE: what was read}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [modules, what, ...files] = process.argv.slice(2);
const require = createRequire(resolve(modules, "x.js"));

function graph(text, path) {
  const { MultiGraph } = require("graphology");
  const { parse } = require(path.endsWith(".gexf") ? "graphology-gexf" : "graphology-graphml");
  const read = parse(MultiGraph, text);
  return {
    nodes: read.order,
    edges: read.size,
    directed: read.directedSize,
    nodesOf: read.mapNodes((_, a) => [a.kind, a.label]),
    ties: read.mapEdges((_, a, s, t, from, to) => [from.label, a.label, to.label]),
    placed: read.filterNodes((_, a) => Number.isFinite(a.x) && Number.isFinite(a.y)).length,
    coloured: read.filterNodes((_, a) => /^(#[0-9a-f]{6}|rgb)/.test(a.color)).length,
    sized: read.filterNodes((_, a) => a.size >= 4 && a.size <= 24).length,
  };
}

function table(text) {
  const read = require("papaparse").parse(text, { header: true, skipEmptyLines: true });
  return { rows: read.data, errors: read.errors };
}

// The package's own validation drops what it does not know; so all is looked up here.
function entities(text) {
  const { Model, defaultModel } = require("@alephdata/followthemoney");
  const model = new Model(defaultModel);
  const faults = [];
  const all = text.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const byId = new Map(all.map((entity) => [entity.id, entity]));
  if (byId.size !== all.length) faults.push("ids are not unique");
  const date = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
  for (const entity of all) {
    const fault = (sentence) => faults.push(`${entity.id}: ${sentence}`);
    if (Object.keys(entity)[0] !== "id") fault("the id is not first");
    if (entity.id.length > 200 || !/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/.test(entity.id)) {
      fault("no id");
    }
    let schema;
    try {
      schema = model.getSchema(entity.schema);
    } catch {
      fault(`no schema ${entity.schema}`);
      continue;
    }
    if (schema.abstract) fault(`${entity.schema} is abstract`);
    for (const name of schema.required) {
      if (!entity.properties[name]?.length) fault(`${entity.schema} lacks ${name}`);
    }
    const properties = schema.getProperties();
    for (const [name, values] of Object.entries(entity.properties)) {
      const property = properties.get(name);
      if (property === undefined || property.stub) {
        fault(`${entity.schema} has no ${name}`);
        continue;
      }
      if (!Array.isArray(values) || values.length === 0) fault(`${name} is no list`);
      for (const value of values) {
        if (typeof value !== "string" || value === "") fault(`${name} is no text`);
        const type = property.type;
        if (type.name === "entity") {
          const other = byId.get(value);
          if (other === undefined) {
            fault(`${name}: there is no ${value}`);
          } else if (!model.getSchema(other.schema).isA(property.range ?? "Thing")) {
            fault(`${name}: ${other.schema} is no ${property.range?.name ?? property.range}`);
          }
        } else if (type.name === "date") {
          if (!date.test(value) || Number.isNaN(Date.parse(value))) fault(`${name}: no date ${value}`);
        } else if (type.name === "url") {
          if (!/^https?:$/.test(new URL(value).protocol)) fault(`${name}: no address ${value}`);
        } else if (type.values?.size > 0 && !type.values.has(value)) {
          fault(`${name}: ${value} is not one of ${type.name}`);
        }
      }
    }
    // And through the package itself: what it keeps is what was written.
    const kept = model.getEntity(entity).toJSON().properties;
    for (const [name, values] of Object.entries(entity.properties)) {
      if (kept[name]?.length !== values.length) fault(`${name} is dropped`);
    }
  }
  return { entities: all, faults };
}

const read = { graph, table, entities }[what];
const answers = {};
for (const file of files) {
  answers[file] = read(readFileSync(file, "utf8"), file);
}
process.stdout.write(JSON.stringify(answers));
