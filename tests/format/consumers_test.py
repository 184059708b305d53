#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Other people's readers of our files: rapper, serdi, rdflib, xmllint, networkx, igraph.

    consumers_test.py WRITE_WORLDS ONTOLOGY      (exit 77: one of them is missing)

WRITE_WORLDS writes small graphs in every format and says how many nodes, edges and triples each
has. Every reader must find as many, and what is read must be what was meant.
"""

import importlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
from pathlib import Path

TOOLS = {"rapper": "raptor2-utils", "serdi": "serdi", "xmllint": "libxml2-utils"}
MODULES = {"igraph": "python3-igraph", "networkx": "python3-networkx", "rdflib": "python3-rdflib"}
BASE = "https://nomenclator.example/id/"
KINDS = {"person", "body", "post", "tenure", "resolution", "event", "place", "document"}


def missing_packages():
    for tool, package in TOOLS.items():
        if shutil.which(tool) is None:
            yield package
    for module, package in MODULES.items():
        try:
            importlib.import_module(module)
        except ImportError:
            yield package


class Consumers(unittest.TestCase):
    program = None
    ontology = None

    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        lines = subprocess.run([cls.program, cls.folder], check=True, capture_output=True,
                               text=True).stdout.splitlines()
        cls.worlds = {}
        for line in lines:
            name, *numbers = line.split()
            cls.worlds[name] = [int(n) for n in numbers]
        assert len(cls.worlds) >= 4, lines

    def each(self, extension):
        for name, numbers in self.worlds.items():
            yield self.folder / f"{name}.{extension}", *numbers

    def rapper(self, syntax, path):
        ran = subprocess.run(["rapper", "-i", syntax, "-c", path, BASE], capture_output=True,
                             text=True, check=False)
        # Its exit code is 0 on some errors, so its words count too.
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertNotIn("rror", ran.stderr)
        self.assertNotIn("arning", ran.stderr)
        found = [line for line in ran.stderr.splitlines() if "returned" in line]
        self.assertEqual(len(found), 1, ran.stderr)
        return int(found[0].split("returned ")[1].split()[0])

    def test_rapper_counts_the_triples(self):
        for extension, syntax in (("ttl", "turtle"), ("nt", "ntriples"), ("nq", "nquads"),
                                  ("trig", "trig"), ("rdf", "rdfxml")):
            for path, _, _, triples in self.each(extension):
                self.assertEqual(self.rapper(syntax, path), triples)

    def test_serdi_counts_the_triples(self):
        for extension, syntax in (("ttl", "turtle"), ("nt", "ntriples"), ("nq", "nquads"),
                                  ("trig", "trig")):
            for path, _, _, triples in self.each(extension):
                ran = subprocess.run(["serdi", "-i", syntax, "-o", "nquads", path], check=False,
                                     capture_output=True, text=True)
                self.assertEqual((ran.returncode, ran.stderr), (0, ""), path)
                self.assertEqual(len(set(ran.stdout.split("\n")) - {""}), triples)

    def test_rdflib_reads_the_same_triples_from_turtle_and_n_triples(self):
        import rdflib
        for path, _, _, triples in self.each("ttl"):
            turtle = set(rdflib.Graph().parse(path, format="turtle"))
            ntriples = set(rdflib.Graph().parse(path.with_suffix(".nt"), format="nt"))
            self.assertEqual(len(turtle), triples)
            self.assertEqual(turtle, ntriples)
            for triple in turtle:
                for term in triple:
                    self.assertNotIsInstance(term, rdflib.BNode)
                    if isinstance(term, rdflib.Literal) and term.datatype is not None:
                        self.assertFalse(term.ill_typed if hasattr(term, "ill_typed") else
                                         term.value is None, term.n3())

    def test_rdflib_reads_the_same_triples_from_rdf_xml_and_json_ld(self):
        import rdflib
        for name, (_, _, triples) in self.worlds.items():
            if triples > 10_000:
                continue  # minutes of Python
            told = set(rdflib.Graph().parse(self.folder / f"{name}.nt", format="nt"))
            self.assertEqual(len(told), triples)
            for extension, syntax in (("rdf", "xml"), ("jsonld", "json-ld")):
                read = set(rdflib.Graph().parse(self.folder / f"{name}.{extension}", format=syntax))
                self.assertEqual(read - told, set(), extension)
                self.assertEqual(told - read, set(), extension)

    def test_rdflib_reads_the_same_graphs_from_n_quads_and_trig(self):
        import rdflib
        for name in ("empty", "whole", "hostile"):
            read = []
            for extension, syntax in (("nq", "nquads"), ("trig", "trig")):
                graphs = rdflib.ConjunctiveGraph()
                graphs.parse(self.folder / f"{name}.{extension}", format=syntax)
                names = {str(one.identifier) for one in graphs.contexts() if len(one)}
                read.append({(*triple, graph.identifier if str(graph.identifier).startswith(BASE)
                              else None) for *triple, graph in graphs.quads()})
                documents = {n for n in names if n.startswith(BASE + "document/")}
                self.assertEqual(len(documents), {"empty": 0, "whole": 2, "hostile": 13}[name])
            self.assertEqual(len(read[0]), self.worlds[name][2])
            self.assertEqual(read[0], read[1])

    def test_quotations_stand_in_the_text_at_their_offsets(self):
        import rdflib
        query = """
            PREFIX oa: <http://www.w3.org/ns/oa#>  PREFIX schema: <http://schema.org/>
            SELECT ?text ?start ?end ?exact ?prefix ?suffix {
              ?at oa:hasSource/schema:articleBody ?text ;
                  oa:hasSelector [oa:start ?start ; oa:end ?end] ;
                  oa:hasSelector ?quote .  ?quote oa:exact ?exact .
              OPTIONAL { ?quote oa:prefix ?prefix }  OPTIONAL { ?quote oa:suffix ?suffix } }"""
        for name in ("whole", "hostile"):
            rows = list(rdflib.Graph().parse(self.folder / f"{name}.nt", format="nt").query(query))
            self.assertGreater(len(rows), 10)
            for row in rows:
                text, start, end = str(row.text), int(row.start), int(row.end)
                self.assertEqual(text[start:end], str(row.exact))
                self.assertEqual(text[max(0, start - 32):start], str(row.prefix or ""))
                self.assertEqual(text[end:end + 32], str(row.suffix or ""))

    def holders(self, graph, day, certain):
        days = """
            ?tenure nom:certainFrom ?from ; nom:certainUntil ?until .
            FILTER(?from <= ?day && ?day < ?until)""" if certain else """
            OPTIONAL { ?tenure nom:possibleFrom ?from }
            OPTIONAL { ?tenure nom:possibleUntil ?until }
            FILTER((!bound(?from) || ?from <= ?day) && (!bound(?until) || ?day < ?until))"""
        rows = graph.query(f"""
            PREFIX nom: <https://nomenclator.example/ns#>  PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            SELECT ?name {{
              BIND("{day}"^^xsd:date AS ?day)
              ?tenure nom:post/skos:prefLabel "Secretary of the Vel Council" ;
                      org:member/foaf:name ?name . {days} }}""")
        return sorted(str(row.name) for row in rows)

    def test_sparql_answers_who_held_the_post_on_a_day(self):
        import rdflib
        graph = rdflib.Graph().parse(self.folder / "whole.ttl", format="turtle")
        for day, certain, possible in (
                ("2015-12-31", [], []),
                ("2016-05-01", [], ["Bo Rask"]),
                ("2020-05-01", ["Bo Rask"], ["Bo Rask"]),
                ("2021-11-02", ["Bo Rask"], ["Bo Rask", "Đặng Olenė"]),
                ("2021-11-03", [], ["Đặng Olenė"]),
                ("2021-11-04", ["Đặng Olenė"], ["Đặng Olenė"]),
                ("2030-01-01", [], ["Đặng Olenė"])):
            self.assertEqual(self.holders(graph, day, True), certain, day)
            self.assertEqual(self.holders(graph, day, False), possible, day)

    def test_the_ontology_explains_and_aligns_its_terms(self):
        import rdflib
        from rdflib.namespace import OWL, RDF, RDFS, SKOS
        self.assertGreater(self.rapper("turtle", self.ontology), 100)
        graph = rdflib.Graph().parse(self.ontology, format="turtle")
        own = [s for s in set(graph.subjects()) if str(s).startswith("https://nomenclator.example/ns#")]
        self.assertGreater(len(own), 20)
        for term in own:
            with self.subTest(term=term):
                for needed in (RDFS.label, SKOS.definition):
                    self.assertEqual(len(list(graph.objects(term, needed))), 1)
                if (term, RDF.type, OWL.Class) in graph:
                    self.assertIsNotNone(graph.value(term, RDFS.subClassOf))
                else:
                    self.assertIsNotNone(graph.value(term, RDFS.range))

    def test_xmllint_finds_graphml_well_formed(self):
        for path, _, _, _ in self.each("graphml"):
            ran = subprocess.run(["xmllint", "--noout", "--nonet", path], capture_output=True,
                                 text=True, check=False)
            self.assertEqual((ran.returncode, ran.stderr), (0, ""))

    def test_graphml_keeps_the_rules_of_its_readers(self):
        name = "{http://graphml.graphdrawing.org/xmlns}"
        for path, nodes, edges, _ in self.each("graphml"):
            root = xml.etree.ElementTree.parse(path).getroot()
            keys = {key.get("id"): key for key in root.iter(name + "key")}
            self.assertEqual(len(keys), len(list(root.iter(name + "key"))))
            for key in keys.values():
                self.assertIn(key.get("for"), ("node", "edge"))
                self.assertIn(key.get("attr.type"), ("string", "int", "double"))
            ids = [e.get("id") for kind in ("node", "edge") for e in root.iter(name + kind)]
            self.assertEqual(len(ids), nodes + edges)
            self.assertEqual(len(set(ids)), len(ids))
            for kind in ("node", "edge"):
                for element in root.iter(name + kind):
                    given = [data.get("key") for data in element]
                    self.assertEqual(len(set(given)), len(given))
                    for data in element:
                        self.assertEqual(keys[data.get("key")].get("for"), kind)
                        self.assertTrue(data.text)

    def test_networkx_reads_graphml(self):
        import networkx
        for path, nodes, edges, _ in self.each("graphml"):
            graph = networkx.read_graphml(path, force_multigraph=True)
            self.assertEqual((len(graph), graph.number_of_edges()), (nodes, edges))
            for _, data in graph.nodes(data=True):
                self.assertIn(data["kind"], KINDS)
                self.assertTrue(data["label"])
                self.assertTrue(data["iri"].startswith(BASE + data["kind"]))
                self.assertRegex(data["color"], "^#[0-9a-f]{6}$")
                self.assertGreater(data["size"], 0)

    def test_networkx_reads_the_names_that_were_written(self):
        import networkx
        import rdflib
        names = networkx.read_graphml(self.folder / "hostile.graphml").nodes(data="label")
        foaf_name = rdflib.URIRef("http://xmlns.com/foaf/0.1/name")
        rdf = rdflib.Graph().parse(self.folder / "hostile.nt", format="nt")
        told = {str(name) for name in rdf.objects(None, foaf_name)}
        self.assertGreater(len(told), 10)
        self.assertEqual(told, {name for _, name in names} & told)

    def test_igraph_reads_graphml(self):
        import igraph
        for path, nodes, edges, _ in self.each("graphml"):
            graph = igraph.Graph.Read_GraphML(str(path))
            self.assertEqual((graph.vcount(), graph.ecount()), (nodes, edges))
            self.assertTrue(graph.is_directed())
            if nodes:
                self.assertEqual(set(graph.vs["kind"]) - KINDS, set())
                self.assertNotIn("", graph.vs["label"])
            if edges:
                self.assertNotIn("", graph.es["label"])


if __name__ == "__main__":
    absent = sorted(set(missing_packages()))
    if absent:
        print("skipped: these packages are missing: " + " ".join(absent))
        sys.exit(77)
    Consumers.program, Consumers.ontology = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main(verbosity=0)
