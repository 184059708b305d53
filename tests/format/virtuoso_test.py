#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Virtuoso loads what the formats write, and answers over it.

    virtuoso_test.py WRITE_EXPORTS FOLDER      (exit 77: virtuoso-opensource-7-bin is missing)

A server of its own on the loopback, in a folder of its own, for as long as the test takes. How much was
written, read and compared is left in FOLDER for the table of docs/formats.md.
"""

import socket
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "support")]
import table  # noqa: E402
import tools  # noqa: E402

SERVER, CLIENT = "virtuoso-t", "isql-vt"
INI = """[Database]
DatabaseFile = {folder}/data.db
ErrorLogFile = {folder}/server.log
LockFile = {folder}/data.lck
TransactionFile = {folder}/data.trx
xa_persistent_file = {folder}/data.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
DirsAllowed = {folder}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
"""


class Virtuoso(unittest.TestCase):
    program = rows = None

    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        cls.triples = tools.Worlds(cls.program, cls.folder).triples
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            cls.port = free.getsockname()[1]
        ini = cls.folder / "virtuoso.ini"
        ini.write_text(INI.format(folder=cls.folder, port=cls.port))
        subprocess.run([SERVER, "+wait", "+configfile", ini], check=True, timeout=300, cwd=cls.folder,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        cls.addClassCleanup(cls.isql, "shutdown;")

    @classmethod
    def isql(cls, *commands):
        """The lines that it prints, cells parted by white space."""
        ran = subprocess.run([CLIENT, f"127.0.0.1:{cls.port}", "dba", "dba", "VERBOSE=OFF", "BANNER=OFF",
                              "PROMPT=OFF", "BLOBS=ON"], input="\n".join(commands) + "\n", text=True,
                             capture_output=True, check=False, timeout=300)
        assert "Error" not in ran.stderr + ran.stdout, ran.stderr + ran.stdout
        return [line.strip() for line in ran.stdout.splitlines() if line.strip()]

    def load(self, world, file):
        """Loads a file into a graph of its name, which it returns."""
        graph = f"http://loaded.example/{world}/{file}"
        errors = self.isql(f"ld_dir('{self.folder / world}', '{file}', '{graph}');", "rdf_loader_run();",
                           "checkpoint;", f"select ll_error from load_list where ll_graph = '{graph}';")
        self.assertEqual(errors, ["NULL"], graph)
        return graph

    def test_it_counts_the_triples(self):
        for world, triples in self.triples.items():
            for name, file in (("N-Triples", "ntriples.nt"), ("Turtle", "turtle.ttl"), ("RDF/XML", "rdfxml.rdf")):
                graph = self.load(world, file)
                count = self.isql(f"sparql select (count(*) as ?n) from <{graph}> {{ ?s ?p ?o }};")
                self.rows.add(name, "Virtuoso", triples, int(*count), 0)

    def test_it_takes_the_named_graphs_of_n_quads(self):
        graph = self.load("whole", "nquads.nq")
        count = self.isql("sparql select (count(*) as ?n) { graph ?g { ?s ?p ?o } filter (?g = "
                          f"<{graph}> || strstarts(str(?g), '{tools.BASE}document/')) }};")
        self.rows.add("N-Quads", "Virtuoso", self.triples["whole"], int(*count), 0)

    def test_it_answers_who_held_a_post_on_a_day(self):
        graph = self.load("whole", "turtle.ttl")
        for day, *expected in tools.HOLDERS:
            for certain, names in zip((True, False), expected):
                query = " ".join(tools.holders_query(day, certain, graph).split())
                self.assertEqual(self.isql(f"sparql {query};"), names, day)
        self.rows.add("Turtle", "Virtuoso", 0, 0, 2 * len(tools.HOLDERS))


if __name__ == "__main__":
    Virtuoso.program = sys.argv.pop(1)
    Virtuoso.rows = table.Rows(Path(sys.argv.pop(1)) / "virtuoso.json")
    tools.skip_without([SERVER, CLIENT])
    if not unittest.main(verbosity=0, exit=False).result.wasSuccessful():
        sys.exit(1)
    Virtuoso.rows.leave()
