// SPDX-License-Identifier: Apache-2.0
// Readers of RDF from npm: N3.js, jsonld and Oxigraph count and compare what the formats write, and
// rdf-validate-shacl holds it against schema/shapes.ttl. How much was written, read and compared is left
// in FOLDER for the table of docs/formats.md.
//
//   node rdf_consumers_test.mjs NODE_MODULES WRITE_EXPORTS PROJECT FOLDER      (exit 77: one is missing)
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { requireOf } from "../support/npm.mjs";

const [modules, writeExports, project, left] = process.argv.slice(2);
rmSync(join(left, "rdf-Npm.json"), { force: true });
const require = requireOf(modules, ["n3", "jsonld", "oxigraph", "rdf-validate-shacl"]);
const N3 = require("n3");
const jsonld = require("jsonld");
const oxigraph = require("oxigraph");
const { default: Validator } = await import(
  join(resolve(modules), "rdf-validate-shacl", JSON.parse(readFileSync(join(modules, "rdf-validate-shacl", "package.json"))).main ?? "index.js"));

const folder = mkdtempSync(join(tmpdir(), "worlds-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const worlds = execFileSync(writeExports, [folder]).toString().split("\n").map((line) => line.split(" "))
  .filter(([what]) => what === "triples").map(([, name, triples]) => ({ name, triples: Number(triples) }));
assert.ok(worlds.length >= 4);
const FORMS = {
  "Turtle": ["turtle.ttl", "text/turtle"], "N-Triples": ["ntriples.nt", "application/n-triples"],
  "N-Quads": ["nquads.nq", "application/n-quads"], "TriG": ["trig.trig", "application/trig"],
  "RDF/XML": ["rdfxml.rdf", "application/rdf+xml"], "JSON-LD": ["jsonld.jsonld", "application/ld+json"],
};
const text = (world, form) => readFileSync(join(folder, world, FORMS[form][0]), "utf8");

const rows = new Map();
function tell(format, consumer, written, read, answers) {
  assert.equal(read, written, `${format} | ${consumer}`);
  const key = `${format} | ${consumer}`;
  const row = rows.get(key) ?? { format, consumer, written: 0, read: 0, answers: 0 };
  rows.set(key, { ...row, written: row.written + written, read: row.read + read, answers: row.answers + answers });
}

// One text a quad; the graph is left out where only the triples are meant.
const lineOf = (quad, graphs) => [quad.subject, quad.predicate, quad.object, ...(graphs ? [quad.graph] : [])]
  .map((term) => `${term.termType} ${term.value} ${term.language ?? ""} ${term.datatype?.value ?? ""}`).join("\t");
const lines = (quads, graphs = false) => [...quads].map((quad) => lineOf(quad, graphs)).sort();

function withN3(world, form) {
  const quads = new N3.Parser({ format: FORMS[form][1] }).parse(text(world, form));
  for (const { subject, object, graph } of quads) {
    for (const term of [subject, object, graph]) assert.notEqual(term.termType, "BlankNode");
  }
  return quads;
}

function withOxigraph(world, form) {
  const store = new oxigraph.Store();
  store.load(text(world, form), { format: FORMS[form][1] });
  return store;
}

// Not deepEqual, whose message would be as long as the file.
function same(found, expected, what) {
  const at = expected.findIndex((line, i) => line !== found[i]);
  assert.ok(at < 0 && found.length === expected.length,
    `${what}: ${found.length} for ${expected.length}; first: ${found[at]} for ${expected[at]}`);
}

// What N3.js reads of N-Triples and N-Quads is what the others are held against.
const triplesOf = {};
const quadsOf = {};
for (const { name, triples } of worlds) {
  triplesOf[name] = lines(withN3(name, "N-Triples"));
  assert.equal(new Set(triplesOf[name]).size, triples);
  tell("N-Triples", "N3.js", triples, triplesOf[name].length, 0);
  const quads = withN3(name, "N-Quads");
  quadsOf[name] = lines(quads, true);
  same(lines(quads), triplesOf[name], `${name}, N-Quads`);
  tell("N-Quads", "N3.js", triples, quads.length, triples);
  const turtle = lines(withN3(name, "Turtle"));
  same(turtle, triplesOf[name], `${name}, Turtle`);
  tell("Turtle", "N3.js", triples, turtle.length, triples);
  const trig = lines(withN3(name, "TriG"), true);
  same(trig, quadsOf[name], `${name}, TriG`);
  tell("TriG", "N3.js", triples, trig.length, triples);

  // jsonld needs a store of its own for each node: the large world is left to Oxigraph.
  if (triples < 5_000) {
    const document = JSON.parse(text(name, "JSON-LD"));
    const nquads = await jsonld.toRDF(document, { format: "application/n-quads", safe: true });
    const read = lines(new N3.Parser({ format: "application/n-quads" }).parse(nquads));
    same(read, triplesOf[name], `${name}, JSON-LD`);
    tell("JSON-LD", "jsonld", triples, read.length, triples);
    const { "@context": context } = JSON.parse(readFileSync(join(project, "schema", "context.jsonld")));
    assert.deepEqual(document["@context"], { "@base": "https://nomenclator.example/id/", ...context });
  }
}

// Oxigraph's store makes other integers of some, so it counts; its parser gives what is written. All stores
// come before all parses, as each change from the one to the other costs it seconds.
for (const { name, triples } of worlds) {
  for (const form of Object.keys(FORMS)) tell(form, "Oxigraph", triples, withOxigraph(name, form).size, 0);
}
for (const { name, triples } of worlds) {
  for (const [form, [, format]] of Object.entries(FORMS)) {
    const graphs = form === "N-Quads" || form === "TriG";
    same(lines(oxigraph.parse(text(name, form), { format }), graphs), (graphs ? quadsOf : triplesOf)[name],
      `${name}, ${form} by Oxigraph`);
    tell(form, "Oxigraph", 0, 0, triples);
  }
  console.log(`${name}: ${triples} triples, by N3.js, jsonld and Oxigraph`);
}

// --- named graphs: one for each document, and it holds what cites the document

{
  const store = withOxigraph("whole", "TriG");
  const asked = (query) => store.query(`PREFIX nom: <https://nomenclator.example/ns#>
    PREFIX dcterms: <http://purl.org/dc/terms/>  PREFIX foaf: <http://xmlns.com/foaf/0.1/> ${query}`)
    .map((row) => [...row.values()].map((term) => term.value));
  assert.deepEqual(asked("SELECT ?id { GRAPH ?g { ?g dcterms:identifier ?id } } ORDER BY ?id"),
    [["letter"], ["vel-2021-11-04"]]);
  assert.deepEqual(asked(`SELECT ?name (COUNT(*) AS ?n) { ?who foaf:name ?name . GRAPH ?g { ?who nom:mention ?at } }
    GROUP BY ?name ORDER BY ?name`), [["Ann Lee", "1"], ["Bo Rask", "2"], ["Đặng Olenė", "1"]]);
}

// --- the shapes

const parse = (turtle) => new N3.Store(new N3.Parser({ format: "text/turtle" }).parse(turtle));
const validator = new Validator(parse(readFileSync(join(project, "schema", "shapes.ttl"), "utf8")));
const findings = async (data) => (await validator.validate(data)).results.map((result) => {
  const path = Array.isArray(result.path) ? "" : result.path?.value ?? "";
  return `${result.focusNode.value} ${path} ${result.sourceConstraintComponent.value.split("#")[1]}`;
});

for (const { name, triples } of worlds) {
  if (triples < 5_000) assert.deepEqual(await findings(parse(text(name, "Turtle"))), [], name);
}
for (const example of readdirSync(join(project, "exports"))) {
  const file = join(project, "exports", example, "graph.ttl");
  if (existsSync(file)) {
    const data = parse(readFileSync(file, "utf8"));
    assert.deepEqual(await findings(data), [], example);
    console.log(`${example}: ${data.size} triples conform`);
  }
}

const NS = "https://nomenclator.example/ns#";
const ORG = "http://www.w3.org/ns/org#";
const tenure = "https://nomenclator.example/id/tenure/bo-rask/vel/council/secretary";
const { namedNode, literal, blankNode } = N3.DataFactory;
const breaches = [
  ["a tenure of nobody", `${ORG}member MinCountConstraintComponent`,
    (data) => data.removeQuads(data.getQuads(namedNode(tenure), namedNode(`${ORG}member`)))],
  ["a tenure of two", `${ORG}member MaxCountConstraintComponent`,
    (data) => data.addQuad(namedNode(tenure), namedNode(`${ORG}member`),
      namedNode("https://nomenclator.example/id/person/ann-lee"))],
  ["a post that is a body", `${NS}post ClassConstraintComponent`,
    (data) => {
      data.removeQuads(data.getQuads(namedNode(tenure), namedNode(`${NS}post`)));
      data.addQuad(namedNode(tenure), namedNode(`${NS}post`), namedNode("https://nomenclator.example/id/body/guild"));
    }],
  ["an unknown status", `${NS}status InConstraintComponent`,
    (data) => {
      data.removeQuads(data.getQuads(namedNode(tenure), namedNode(`${NS}status`)));
      data.addQuad(namedNode(tenure), namedNode(`${NS}status`), literal("boss"));
    }],
  ["a start that is no date", `${NS}start NodeConstraintComponent`,
    (data) => {
      data.removeQuads(data.getQuads(namedNode(tenure), namedNode(`${NS}start`)));
      data.addQuad(namedNode(tenure), namedNode(`${NS}start`), literal("2016"));
    }],
  ["an end before itself", `${NS}endEarliest LessThanOrEqualsConstraintComponent`,
    (data) => {
      data.removeQuads(data.getQuads(namedNode(tenure), namedNode(`${NS}endLatest`)));
      data.addQuad(namedNode(tenure), namedNode(`${NS}endLatest`),
        literal("2001-01-01", namedNode("http://www.w3.org/2001/XMLSchema#date")));
    }],
  ["a blank node", " NodeKindConstraintComponent",
    (data) => data.addQuad(blankNode("b"), namedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
      namedNode("http://www.w3.org/2004/02/skos/core#Concept"))],
];
for (const [what, expected, spoil] of breaches) {
  const data = parse(text("whole", "Turtle"));
  spoil(data);
  const found = await findings(data);
  assert.ok(found.some((finding) => finding.endsWith(expected)), `${what}: ${found.join("; ")}`);
}
console.log(`${breaches.length} breaches of the shapes are found`);

mkdirSync(left, { recursive: true });
writeFileSync(join(left, "rdf-Npm.json"), JSON.stringify([...rows.values()], null, 1) + "\n");
