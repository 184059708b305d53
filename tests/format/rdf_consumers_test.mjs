// SPDX-License-Identifier: Apache-2.0
// Readers of RDF from npm: N3.js, jsonld and Oxigraph count and compare what the formats write, and
// rdf-validate-shacl holds it against schema/shapes.ttl.
//
//   node rdf_consumers_test.mjs NODE_MODULES WRITE_WORLDS PROJECT      (exit 77: one is missing)
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [modules, writeWorlds, project] = process.argv.slice(2);
const missing = ["n3", "jsonld", "oxigraph", "rdf-validate-shacl"].filter((name) => !existsSync(join(modules, name)));
if (missing.length > 0) {
  console.log(`skipped: npm packages are missing (npm ci --prefix tests/npm): ${missing.join(" ")}`);
  process.exit(77);
}
const require = createRequire(resolve(modules) + "/");
const N3 = require("n3");
const jsonld = require("jsonld");
const oxigraph = require("oxigraph");
const { default: Validator } = await import(
  join(resolve(modules), "rdf-validate-shacl", JSON.parse(readFileSync(join(modules, "rdf-validate-shacl", "package.json"))).main ?? "index.js"));

const folder = mkdtempSync(join(tmpdir(), "worlds-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const worlds = execFileSync(writeWorlds, [folder]).toString().trim().split("\n").map((line) => {
  const [name, , , triples] = line.split(" ");
  return { name, triples: Number(triples) };
});
assert.ok(worlds.length >= 4);
const text = (world, extension) => readFileSync(join(folder, `${world}.${extension}`), "utf8");

// One text a quad; the graph is left out where only the triples are meant.
const lineOf = (quad, graphs) => [quad.subject, quad.predicate, quad.object, ...(graphs ? [quad.graph] : [])]
  .map((term) => `${term.termType} ${term.value} ${term.language ?? ""} ${term.datatype?.value ?? ""}`).join("\t");
const lines = (quads, graphs = false) => [...quads].map((quad) => lineOf(quad, graphs)).sort();

function withN3(world, extension, format) {
  const quads = new N3.Parser({ format }).parse(text(world, extension));
  for (const { subject, object, graph } of quads) {
    for (const term of [subject, object, graph]) assert.notEqual(term.termType, "BlankNode");
  }
  return quads;
}

function withOxigraph(world, extension, format) {
  const store = new oxigraph.Store();
  store.load(text(world, extension), { format });
  return store;
}

// Not deepEqual, whose message would be as long as the file.
function same(found, expected, what) {
  const at = expected.findIndex((line, i) => line !== found[i]);
  assert.ok(at < 0 && found.length === expected.length,
    `${what}: ${found.length} for ${expected.length}; first: ${found[at]} for ${expected[at]}`);
}

for (const { name, triples } of worlds) {
  const nt = withN3(name, "nt", "application/n-triples");
  const nq = withN3(name, "nq", "application/n-quads");
  assert.equal(nt.length, triples);
  const told = lines(nt);
  assert.equal(new Set(told).size, triples);
  same(lines(withN3(name, "ttl", "text/turtle")), told, `${name}.ttl`);
  same(lines(nq), told, `${name}.nq`);
  same(lines(withN3(name, "trig", "application/trig"), true), lines(nq, true), `${name}.trig`);

  // jsonld needs a store of its own for each node: the large world is left to Oxigraph.
  if (triples < 10_000) {
    const document = JSON.parse(text(name, "jsonld"));
    const nquads = await jsonld.toRDF(document, { format: "application/n-quads", safe: true });
    same(lines(new N3.Parser({ format: "application/n-quads" }).parse(nquads)), told, `${name}.jsonld`);
    const { "@context": context } = JSON.parse(readFileSync(join(project, "schema", "context.jsonld")));
    assert.deepEqual(document["@context"], { "@base": "https://nomenclator.example/id/", ...context });
  }

  // Its store makes other integers of some; its parser gives what is written.
  const formats = {
    ttl: "text/turtle", nt: "application/n-triples", rdf: "application/rdf+xml", jsonld: "application/ld+json",
    nq: "application/n-quads", trig: "application/trig",
  };
  for (const [extension, format] of Object.entries(formats)) {
    const graphs = extension === "nq" || extension === "trig";
    const what = `${name}.${extension} by Oxigraph`;
    assert.equal(withOxigraph(name, extension, format).size, triples, what);
    same(lines(oxigraph.parse(text(name, extension), { format }), graphs), graphs ? lines(nq, true) : told, what);
  }
  console.log(`${name}: ${triples} triples, by N3.js, jsonld and Oxigraph`);
}

// --- named graphs: one for each document, and it holds what cites the document

{
  const store = withOxigraph("whole", "trig", "application/trig");
  const rows = (query) => store.query(`PREFIX nom: <https://nomenclator.example/ns#>
    PREFIX dcterms: <http://purl.org/dc/terms/>  PREFIX foaf: <http://xmlns.com/foaf/0.1/> ${query}`)
    .map((row) => [...row.values()].map((term) => term.value));
  assert.deepEqual(rows("SELECT ?id { GRAPH ?g { ?g dcterms:identifier ?id } } ORDER BY ?id"),
    [["letter"], ["vel-2021-11-04"]]);
  assert.deepEqual(rows(`SELECT ?name (COUNT(*) AS ?n) { ?who foaf:name ?name . GRAPH ?g { ?who nom:mention ?at } }
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
  if (triples < 10_000) assert.deepEqual(await findings(parse(text(name, "ttl"))), [], name);
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
  const data = parse(text("whole", "ttl"));
  spoil(data);
  const found = await findings(data);
  assert.ok(found.some((finding) => finding.endsWith(expected)), `${what}: ${found.join("; ")}`);
}
console.log(`${breaches.length} breaches of the shapes are found`);
