#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""`nomenclator sparql`: forms of the answer, limits, and what it says when it cannot answer.

    sparql_test.py NOMENCLATOR PROJECT     (exit 77: npm's oxigraph or Node.js is missing)
"""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "support"))
import tools  # noqa: E402

DONE, NOTHING_FOUND, WRONG_USAGE, BAD_INPUT, INTERNAL = 0, 1, 2, 3, 4
PREFIXES = """# a comment with SELECT in it
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX nom: <https://nomenclator.example/ns#>
PREFIX org: <http://www.w3.org/ns/org#>
"""
NAMES = PREFIXES + "SELECT ?name ?nick { ?p foaf:name ?name OPTIONAL { ?p foaf:nick ?nick } } ORDER BY ?name"
RECORD = {
    "document": {"id": "d", "date": "2024-05-02", "text": 'Ida "Ibi" Brook, Đặng & <Olenė> chair it.'},
    "people": [{"id": "p1", "name": 'Ida "Ibi" Brook'}, {"id": "p2", "name": "Đặng & <Olenė>, Dr"}],
}
SPARQL = "{http://www.w3.org/2005/sparql-results#}"


class Sparql(unittest.TestCase):
    program = None
    engine = None

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        (self.folder / "r.jsonl").write_text(json.dumps(RECORD) + "\n", encoding="utf-8")

    def ask(self, query, *options, code=DONE, over="r.jsonl", **environment):
        ran = subprocess.run([self.program, "sparql", "-", over, *options], cwd=self.folder, check=False,
                             input=query.encode(), capture_output=True, timeout=60,
                             env={**os.environ, "NOMENCLATOR_SPARQL": str(self.engine), **environment})
        self.assertEqual(ran.returncode, code, ran.stderr.decode())
        self.said = ran.stderr.decode()
        return ran.stdout.decode()

    def test_each_form_has_the_same_rows(self):
        names = ['Ida "Ibi" Brook', "Đặng & <Olenė>, Dr"]
        rows = [[name, ""] for name in names]
        self.assertEqual(list(csv.reader(io.StringIO(self.ask(NAMES, "--results", "csv")))),
                         [["name", "nick"], *rows])
        self.assertEqual(self.ask(NAMES, "--results", "tsv"),
                         '?name\t?nick\n"Ida \\"Ibi\\" Brook"\t\n"Đặng & <Olenė>, Dr"\t\n')
        self.assertEqual(self.ask(NAMES, "--results", "table"),
                         'name                nick\nIda "Ibi" Brook\nĐặng & <Olenė>, Dr\n')
        told = json.loads(self.ask(NAMES, "--results", "json"))
        self.assertEqual(told["head"]["vars"], ["name", "nick"])
        self.assertEqual(told["results"]["bindings"],
                         [{"name": {"type": "literal", "value": name}} for name in names])
        root = xml.etree.ElementTree.fromstring(self.ask(NAMES, "--results", "xml"))
        self.assertEqual([v.get("name") for v in root.iter(SPARQL + "variable")], ["name", "nick"])
        self.assertEqual([e.text for e in root.iter(SPARQL + "literal")], names)
        self.assertEqual(self.ask(NAMES), self.ask(NAMES, "--results", "tsv"))  # into a pipe

    def test_terms_keep_their_types(self):
        query = PREFIXES + ("SELECT ?p ?d ?l { ?p foaf:name ?n . ?doc <http://purl.org/dc/terms/issued> ?d ."
                            'BIND("x\\ty"@en AS ?l) } ORDER BY ?p LIMIT 1')
        self.assertRegex(self.ask(query, "--results", "tsv").splitlines()[1],
                         r'^<https://nomenclator.example/id/person/[^>]*>\t'
                         r'"2024-05-02"\^\^<http://www.w3.org/2001/XMLSchema#date>\t"x\\ty"@en$')
        binding = json.loads(self.ask(query, "--results", "json"))["results"]["bindings"][0]
        self.assertEqual(binding["d"]["datatype"], "http://www.w3.org/2001/XMLSchema#date")
        self.assertEqual(binding["l"], {"type": "literal", "value": "x\ty", "xml:lang": "en"})

    def test_ask(self):
        for query, truth in (("ASK { ?p a foaf:Person }", "true"), ("ASK { ?p a foaf:Group }", "false")):
            self.assertEqual(self.ask(PREFIXES + query), truth + "\n")
            self.assertEqual(json.loads(self.ask(PREFIXES + query, "--results", "json"))["boolean"],
                             truth == "true")
            self.assertIn(f"<boolean>{truth}</boolean>", self.ask(PREFIXES + query, "--results", "xml"))

    def test_construct_gives_triples(self):
        query = PREFIXES + "CONSTRUCT { ?p foaf:nick ?name } { ?p foaf:name ?name }"
        lines = self.ask(query).splitlines()
        self.assertEqual(len(lines), 2)
        self.assertEqual(lines, sorted(lines))
        for line in lines:
            self.assertRegex(line, '^<[^>]*> <http://xmlns.com/foaf/0.1/nick> ".*" \\.$')
        rows = list(csv.reader(io.StringIO(self.ask(query, "--results", "csv"))))
        self.assertEqual(rows[0], ["subject", "predicate", "object"])
        self.assertEqual(len(rows), 3)
        self.ask(NAMES, "--results", "ntriples", code=BAD_INPUT)
        self.assertIn("no triples", self.said)

    def test_nothing_found(self):
        self.assertEqual(self.ask(PREFIXES + "SELECT ?x { ?x a foaf:Group }", code=NOTHING_FOUND), "?x\n")

    def test_the_graphs_of_documents(self):
        query = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
        self.assertEqual(self.ask(query, "--results", "csv"),
                         "g\r\nhttps://nomenclator.example/id/document/d\r\n")

    def test_from_chooses_the_graphs(self):
        count = "SELECT (COUNT(*) AS ?from) %s { ?s ?p ?o . FILTER(?p != <http://x.example/#FROM>) } # FROM <x:y>"
        of_all = int(self.ask(count % "", "--results", "csv").split()[1])
        of_one = int(self.ask(count % "FROM <https://nomenclator.example/id/document/d>", "--results",
                              "csv").split()[1])
        self.assertLess(0, of_one)
        self.assertLess(of_one, of_all)

    def test_a_prefix_may_be_called_from(self):
        # What only the graph of the document says: all graphs are asked unless FROM chooses.
        for query in ("PREFIX from: <http://purl.org/dc/terms/> SELECT ?d { ?d from:identifier ?i }",
                      "PREFIX dct: <http://purl.org/dc/terms/>\n# don't\n"
                      "SELECT ?d { ?d dct:identifier ?i FILTER(?i != 'FROM :g') } # FROM <x:y>"):
            self.assertGreater(len(self.ask(query).splitlines()), 1, query)
        graph = "https://nomenclator.example/id/document/d"
        for prologue, dataset in (("", f"FROM <{graph}>"), ("", f"FROM<{graph}>"),
                                  (f"PREFIX : <{graph}>", "FROM :"), (f"PREFIX g: <{graph}>", "from g:"),
                                  (f"PREFIX from: <{graph}>", "FROM from:")):
            query = prologue + " SELECT ?p " + dataset + " { ?p <http://xmlns.com/foaf/0.1/name> ?n }"
            self.assertEqual(self.ask(query, code=NOTHING_FOUND), "?p\n", query)  # names are not in it
        query = f"PREFIX g: <{graph}> SELECT ?p FROM NAMED g: {{ ?p <http://xmlns.com/foaf/0.1/name> ?n }}"
        self.assertEqual(self.ask(query, code=NOTHING_FOUND), "?p\n")

    def test_many_rows_as_a_table(self):
        query = "SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o } LIMIT 140000"
        self.assertEqual(self.ask(query, "--results", "table").count("\n"), 140001)

    def fake_engine(self, script):
        module = self.folder / "fake" / "node_modules" / "oxigraph"
        module.mkdir(parents=True)
        (module / "index.js").write_text(script, encoding="utf-8")
        return str(self.folder / "fake")

    def test_an_engine_that_fails_is_no_empty_answer(self):
        for number, (script, message) in enumerate((
                ("throw new Error('out of order')", "Error: out of order"),
                ("exports.Store = class { load() {} query() { process.exit(0) } }", "it ended without a word"))):
            engine = self.fake_engine(script)
            self.assertEqual(self.ask(NAMES, code=INTERNAL, NOMENCLATOR_SPARQL=engine), "", number)
            self.assertIn("the engine failed: " + message + "\n", self.said)
            shutil.rmtree(engine)

    def test_an_engine_that_does_not_read_has_no_more_time(self):
        record = {"document": {"id": "d", "text": "word " * 100_000}}
        (self.folder / "long.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
        engine = self.fake_engine("for (;;) {}")
        begin = time.monotonic()
        self.ask(NAMES, "--time", "1", over="long.jsonl", code=BAD_INPUT, NOMENCLATOR_SPARQL=engine)
        self.assertLess(time.monotonic() - begin, 20)
        self.assertIn("no answer within 1 s", self.said)

    def test_more_rows_than_wanted(self):
        self.assertEqual(len(self.ask("SELECT * { ?s ?p ?o }", "--rows", "5").splitlines()), 6)
        self.assertRegex(self.said, r"^nomenclator: there were \d+ rows; --rows gave 5\n$")
        self.ask(NAMES, "--rows", "5")
        self.assertEqual(self.said, "")

    def test_longer_than_wanted(self):
        begin = time.monotonic()
        self.ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?q ?r ?t }",
                 "--time", "1", code=BAD_INPUT)
        self.assertLess(time.monotonic() - begin, 20)
        self.assertEqual(self.said, "<stdin>: error: no answer within 1 s\n  hint: --time gives it more "
                                    "seconds, --time 0 as many as it needs\nnomenclator: 1 fault\n")

    def test_errors_have_line_and_column(self):
        self.ask("SELECT * {\n  ?s ?p ?o . FOO }", code=BAD_INPUT)
        self.assertRegex(self.said, r"^<stdin>:2:\d+: error: .*\nnomenclator: 1 fault\n$")
        (self.folder / "q.rq").write_text("SELECT ?x { ?x a nobody:Knows }", encoding="utf-8")
        ran = subprocess.run([self.program, "sparql", "q.rq", "r.jsonl"], cwd=self.folder, check=False,
                             capture_output=True, text=True,
                             env={**os.environ, "NOMENCLATOR_SPARQL": str(self.engine)})
        self.assertEqual(ran.returncode, BAD_INPUT)
        self.assertRegex(ran.stderr, r"^q\.rq:1:\d+: error: ")

    def test_nothing_is_fetched(self):
        self.ask("SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }", code=BAD_INPUT)
        self.assertIn("not supported", self.said)
        self.ask("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", code=NOTHING_FOUND)

    def test_rdf_files(self):
        subprocess.run([self.program, "export", "r.jsonl", "--format", "rdfxml", "-o", "r.rdf"],
                       cwd=self.folder, check=True)
        self.assertEqual(self.ask(NAMES, over="r.rdf"), self.ask(NAMES))
        (self.folder / "r.ttl").write_text("<a> <b> .", encoding="utf-8")
        self.ask(NAMES, over="r.ttl", code=BAD_INPUT)
        self.assertTrue(self.said.startswith("r.ttl:1: error: "), self.said)

    def test_without_the_engine_it_says_how_to_get_it(self):
        self.ask(NAMES, code=WRONG_USAGE, NOMENCLATOR_SPARQL="/nowhere")
        self.assertEqual(self.said.count("\n"), 1)
        self.assertIn("scripts/bootstrap --sparql", self.said)
        self.ask(NAMES, code=WRONG_USAGE, PATH="/nowhere")
        self.assertIn("Node.js", self.said)

    def test_wrong_forms(self):
        self.ask(NAMES, "--results", "word", code=WRONG_USAGE)
        self.assertIn('there is no form "word"', self.said)


if __name__ == "__main__":
    Sparql.program = str(Path(sys.argv.pop(1)).resolve())
    Sparql.engine = Path(sys.argv.pop(1)).resolve() / "tests" / "npm"
    tools.skip_without(["node"], npm=["oxigraph"], node_modules=Sparql.engine / "node_modules")
    unittest.main(verbosity=0)
