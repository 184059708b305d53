#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Apache Jena reads what the formats write, loads it into its store and answers over it.

    jena_test.py WRITE_EXPORTS FOLDER      (exit 77: Jena, Java or JPype is missing)

How much was written, read and compared is left in FOLDER for the table of docs/formats.md.
"""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "support")]
import jena  # noqa: E402
import table  # noqa: E402
import tools  # noqa: E402

# JSON-LD is not among them: Jena's reader of JSON-LD 1.1 needs parsson, which Debian has not, and its reader
# of 1.0, jsonld-java, decodes %3A and the like in IRIs, which makes others of ours.
FORMS = {"N-Triples": "ntriples.nt", "Turtle": "turtle.ttl", "RDF/XML": "rdfxml.rdf", "N-Quads": "nquads.nq",
         "TriG": "trig.trig"}
# Of texts that are as they are meant to be, in the world of hostile names.
EXPECTED = ("warning: Unicode replacement character U+FFFD in string",
            "warning: {W131} String not in Unicode Normal Form C: ")


def unlike(found, expected):
    """Some of what only one of two sets has."""
    if found.equals(expected):
        return []
    return [f"{sign} {one}" for sign, these, those in (("+", found, expected), ("-", expected, found))
            for one in these if not those.contains(one)][:6]


class Jena(unittest.TestCase):
    program = rows = None

    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        cls.worlds = tools.Worlds(cls.program, cls.folder / "worlds")
        cls.jena = jena.Jena(cls.folder / "resources")
        print(f"Jena {cls.jena.version}")

    def path(self, world, name):
        return self.worlds.folder / world / FORMS[name]

    def test_it_reads_the_same_statements_from_each_syntax(self):
        for world, written in self.worlds.triples.items():
            told, told_quads = None, None
            for name in FORMS:
                quads, triples, messages = self.jena.read(self.path(world, name))
                with self.subTest(world=world, name=name):
                    self.assertEqual([m for m in messages if world != "hostile" or not m.startswith(EXPECTED)], [])
                    told = told or triples
                    self.assertEqual(unlike(triples, told), [])
                    self.rows.add(name, "Jena", written, quads.size(), 0 if triples is told else written)
                    if name in ("N-Quads", "TriG"):
                        told_quads = told_quads or quads
                        self.assertEqual(unlike(quads, told_quads), [])
                        graphs = {str(quad.getGraph()) for quad in quads}
                        self.assertEqual(sum(graph.startswith(f"{tools.BASE}document/") for graph in graphs),
                                         self.worlds.things[world]["document"])

    def test_what_is_no_rdf_is_not_taken_for_it(self):
        wrong = self.folder / "wrong.ttl"
        good = self.path("whole", "Turtle").read_text(encoding="utf-8")
        wrong.write_text(f"{good}\n<http://a.example/a> <http://a.example/p> .\n", encoding="utf-8")
        with self.assertRaisesRegex(ValueError, "expected an RDF Term"):
            self.jena.read(wrong)
        wrong.write_text('<http://a.example/a> <http://a.example/p> "2021"^^<http://www.w3.org/2001/XMLSchema#date> .')
        self.assertIn("Lexical form", *self.jena.read(wrong)[2])

    def test_its_store_answers_who_held_a_post_on_a_day(self):
        store = self.jena.store(self.folder / "store", self.path("whole", "N-Quads"), self.path("whole", "Turtle"))
        count = self.jena.ask(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        self.assertEqual(count, [[str(self.worlds.triples["whole"])]])
        for day, *expected in tools.HOLDERS:
            for certain, names in zip((True, False), expected):
                rows = self.jena.ask(store, tools.holders_query(day, certain))
                self.assertEqual([name for name, in rows], names, day)
        self.rows.add("Turtle", "Jena", 0, 0, 1 + 2 * len(tools.HOLDERS))


if __name__ == "__main__":
    Jena.program = sys.argv.pop(1)
    Jena.rows = table.Rows(Path(sys.argv.pop(1)) / "jena.json")
    jena.skip_without_jena()
    if not unittest.main(verbosity=0, exit=False).result.wasSuccessful():
        sys.exit(1)
    Jena.rows.leave()
