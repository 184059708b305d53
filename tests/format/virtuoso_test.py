#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Virtuoso loads what the formats write, and answers over it.

    virtuoso_test.py WRITE_WORLDS      (exit 77: virtuoso-opensource-7-bin is missing)

A server of its own on the loopback, in a folder of its own, for as long as the test takes.
"""

import shutil
import socket
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

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
    program = None

    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        lines = subprocess.run([cls.program, cls.folder], check=True, capture_output=True,
                               text=True).stdout.splitlines()
        cls.triples = {name: int(triples) for name, _, _, triples in (line.split() for line in lines)}
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

    def load(self, file):
        """Loads a file into a graph of its name, which it returns."""
        graph = f"http://loaded.example/{file}"
        errors = self.isql(f"ld_dir('{self.folder}', '{file}', '{graph}');", "rdf_loader_run();",
                           "checkpoint;", f"select ll_error from load_list where ll_graph = '{graph}';")
        self.assertEqual(errors, ["NULL"], file)
        return graph

    def test_it_counts_the_triples(self):
        for world, triples in self.triples.items():
            for extension in ("nt", "ttl", "rdf"):
                graph = self.load(f"{world}.{extension}")
                count = self.isql(f"sparql select (count(*) as ?n) from <{graph}> {{ ?s ?p ?o }};")
                self.assertEqual(count, [str(triples)], graph)

    def test_it_takes_the_named_graphs_of_n_quads(self):
        self.load("whole.nq")
        count = self.isql("sparql select (count(*) as ?n) { graph ?g { ?s ?p ?o } filter (?g = "
                          "<http://loaded.example/whole.nq> || strstarts(str(?g), "
                          "'https://nomenclator.example/id/document/')) };")
        self.assertEqual(count, [str(self.triples["whole"])])

    def test_it_answers_who_held_a_post_on_a_day(self):
        graph = self.load("whole.ttl")
        query = """sparql prefix nom: <https://nomenclator.example/ns#>
            prefix org: <http://www.w3.org/ns/org#>  prefix foaf: <http://xmlns.com/foaf/0.1/>
            prefix skos: <http://www.w3.org/2004/02/skos/core#>
            select ?name from <{graph}> {{
              ?t nom:post ?post ; org:member ?who ; nom:certainFrom ?from ; nom:certainUntil ?until .
              ?post skos:prefLabel "Secretary of the Vel Council" .  ?who foaf:name ?name .
              filter (?from <= "{day}"^^<http://www.w3.org/2001/XMLSchema#date> &&
                      "{day}"^^<http://www.w3.org/2001/XMLSchema#date> < ?until) }};"""
        for day, names in (("2015-12-31", []), ("2020-05-01", ["Bo Rask"]), ("2021-11-03", []),
                           ("2021-11-04", ["Đặng Olenė"])):
            told = self.isql(query.format(graph=graph, day=day).replace("\n", " "))
            self.assertEqual(told, names, day)


if __name__ == "__main__":
    if shutil.which(SERVER) is None or shutil.which(CLIENT) is None:
        print("skipped: Debian's virtuoso-opensource-7-bin is missing")
        sys.exit(77)
    Virtuoso.program = sys.argv.pop(1)
    unittest.main(verbosity=0)
