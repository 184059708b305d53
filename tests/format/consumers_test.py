#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Other people's readers of our linked data: rapper, serdi, rdflib.

    consumers_test.py WRITE_EXPORTS ONTOLOGY FOLDER      (exit 77: one of them is missing)

WRITE_EXPORTS writes small graphs in every form and says how many triples each has. Every reader must find
as many, and what is read must be what was meant. How much was written, read and compared is left in FOLDER
for the table of docs/formats.md.
"""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "support")]
import table  # noqa: E402
import tools  # noqa: E402
from tools import BASE, HOLDERS  # noqa: E402

# Name in the table, name of the format and its extension; what the readers call it.
FORMS = {
    "Turtle": ("turtle.ttl", {"rapper": "turtle", "serdi": "turtle", "rdflib": "turtle"}),
    "N-Triples": ("ntriples.nt", {"rapper": "ntriples", "serdi": "ntriples", "rdflib": "nt"}),
    "N-Quads": ("nquads.nq", {"rapper": "nquads", "serdi": "nquads"}),
    "TriG": ("trig.trig", {"rapper": "trig", "serdi": "trig"}),
    "RDF/XML": ("rdfxml.rdf", {"rapper": "rdfxml", "rdflib": "xml"}),
    "JSON-LD": ("jsonld.jsonld", {"rdflib": "json-ld"}),
}
SMALL = 5000  # triples: what takes minutes of Python is left to other readers


class Consumers(unittest.TestCase):
    program = ontology = rows = None

    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.worlds = tools.Worlds(cls.program, holder.name)

    def each(self, consumer):
        """(format, syntax, world, path, triples) of what the consumer reads."""
        for name, (file, readers) in FORMS.items():
            for world, triples in self.worlds.triples.items():
                if consumer in readers:
                    yield name, readers[consumer], world, self.worlds.folder / world / file, triples

    def read(self, world, name="N-Triples"):
        """As rdflib reads it."""
        import rdflib
        file, readers = FORMS[name]
        return rdflib.Graph().parse(self.worlds.folder / world / file, format=readers["rdflib"])

    def test_rapper_counts_the_triples(self):
        for name, syntax, _, path, triples in self.each("rapper"):
            self.rows.add(name, "rapper", triples, tools.triples_that_rapper_reads(syntax, path), 0)

    def test_serdi_counts_the_triples(self):
        for name, syntax, _, path, triples in self.each("serdi"):
            ran = subprocess.run(["serdi", "-i", syntax, "-o", "nquads", path], check=False,
                                 capture_output=True, text=True)
            self.assertEqual((ran.returncode, ran.stderr), (0, ""), path)
            self.rows.add(name, "serdi", triples, len(set(ran.stdout.split("\n")) - {""}), 0)

    def test_rdflib_reads_the_same_triples_from_each_syntax(self):
        import rdflib
        told = {world: set(self.read(world)) for world in self.worlds.triples}
        for name, _, world, path, triples in self.each("rdflib"):
            if triples > SMALL and name in ("RDF/XML", "JSON-LD"):
                continue
            read = told[world] if name == "N-Triples" else set(self.read(world, name))
            self.assertEqual(read - told[world], set(), path)
            self.assertEqual(told[world] - read, set(), path)
            self.rows.add(name, "rdflib", triples, len(read), 0 if name == "N-Triples" else len(read))
            for term in {term for triple in read for term in triple}:
                self.assertNotIsInstance(term, rdflib.BNode)
                if isinstance(term, rdflib.Literal) and term.datatype is not None:
                    self.assertFalse(term.ill_typed if hasattr(term, "ill_typed") else term.value is None, term.n3())

    def test_rdflib_reads_the_same_graphs_from_n_quads_and_trig(self):
        import rdflib
        for world, triples in self.worlds.triples.items():
            if triples > SMALL:
                continue
            read = []
            for name, syntax in (("N-Quads", "nquads"), ("TriG", "trig")):
                graphs = rdflib.ConjunctiveGraph()
                graphs.parse(self.worlds.folder / world / FORMS[name][0], format=syntax)
                names = {str(one.identifier) for one in graphs.contexts() if len(one)}
                documents = {n for n in names if n.startswith(BASE + "document/")}
                self.assertEqual(len(documents), self.worlds.things[world]["document"])
                read.append({(*triple, graph.identifier if str(graph.identifier).startswith(BASE)
                              else None) for *triple, graph in graphs.quads()})
                self.assertEqual(read[-1], read[0])
                self.rows.add(name, "rdflib", triples, len(read[-1]), len(documents))

    def test_quotations_stand_in_the_text_at_their_offsets(self):
        query = """
            PREFIX oa: <http://www.w3.org/ns/oa#>  PREFIX schema: <http://schema.org/>
            SELECT ?text ?start ?end ?exact ?prefix ?suffix {
              ?at oa:hasSource/schema:articleBody ?text ;
                  oa:hasSelector [oa:start ?start ; oa:end ?end] ;
                  oa:hasSelector ?quote .  ?quote oa:exact ?exact .
              OPTIONAL { ?quote oa:prefix ?prefix }  OPTIONAL { ?quote oa:suffix ?suffix } }"""
        for world in ("whole", "hostile"):
            rows = list(self.read(world).query(query))
            self.assertGreater(len(rows), 10)
            for row in rows:
                text, start, end = str(row.text), int(row.start), int(row.end)
                self.assertEqual(text[start:end], str(row.exact))
                self.assertEqual(text[max(0, start - 32):start], str(row.prefix or ""))
                self.assertEqual(text[end:end + 32], str(row.suffix or ""))
            self.rows.add("N-Triples", "rdflib", 0, 0, 3 * len(rows))

    def test_sparql_answers_who_held_the_post_on_a_day(self):
        graph = self.read("whole", "Turtle")
        for day, *expected in HOLDERS:
            for certain, names in zip((True, False), expected):
                rows = graph.query(tools.holders_query(day, certain))
                self.assertEqual([str(row.name) for row in rows], names, day)
        self.rows.add("Turtle", "rdflib", 0, 0, 2 * len(HOLDERS))

    def test_the_ontology_explains_and_aligns_its_terms(self):
        import rdflib
        from rdflib.namespace import OWL, RDF, RDFS, SKOS
        self.assertGreater(tools.triples_that_rapper_reads("turtle", self.ontology), 100)
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


if __name__ == "__main__":
    Consumers.program, Consumers.ontology, folder = [sys.argv.pop(1) for _ in range(3)]
    Consumers.rows = table.Rows(Path(folder) / "rdf-Debian.json")
    tools.skip_without(["rapper", "serdi"], ["rdflib"])
    if not unittest.main(verbosity=0, exit=False).result.wasSuccessful():
        sys.exit(1)
    Consumers.rows.leave()
