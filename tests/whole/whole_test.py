#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The whole program, from files to answers.

    whole_test.py NOMENCLATOR PROJECT [TEST…]     (exit 77: another program is missing)

What it reads: texts written here, examples/*/input and, where it is there, ../shared/corpus.
"""

import importlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

TOOLS = {"rapper": "raptor2-utils", "xmllint": "libxml2-utils"}
MODULES = {"igraph": "python3-igraph", "networkx": "python3-networkx", "rdflib": "python3-rdflib"}
BASE = "https://nomenclator.example/id/"
OUTPUTS = ("records.jsonl", "graph.ttl", "graph.nt", "graph.graphml")
DONE, NOTHING_FOUND, WRONG_USAGE, BAD_INPUT = 0, 1, 2, 3

MAYOR = "Mr. Tom Arden, Mayor of Velton, opened the bridge on Monday.\n"
RECORD = {
    "document": {"id": "handmade", "date": "2024-05-02", "text": "Ida Brook chairs the Board."},
    "people": [{"id": "p1", "name": "Ida Brook"}],
    "bodies": [{"id": "b1", "name": "Board"}],
    "tenures": [{"person": "p1", "role": "Chairman", "body": "b1", "status": "current",
                 "evidence": [{"start": 0, "end": 27, "quote": "Ida Brook chairs the Board.",
                               "rule": "hand"}]}],
}


def missing_packages():
    for tool, package in TOOLS.items():
        if shutil.which(tool) is None:
            yield package
    for module, package in MODULES.items():
        try:
            importlib.import_module(module)
        except ImportError:
            yield package


class Whole(unittest.TestCase):
    program = None
    project = None

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def ran(self, *arguments, code=DONE, given=None, **more):
        """Runs the program in the test's folder; what it printed."""
        ran = subprocess.run([self.program, *map(str, arguments)], cwd=self.folder, check=False,
                             input=None if given is None else given.encode(),
                             stdin=subprocess.DEVNULL if given is None else None,
                             capture_output=True, timeout=300, **more)
        ran.stdout, ran.stderr = ran.stdout.decode(), ran.stderr.decode()
        self.assertEqual(ran.returncode, code, f"{arguments}\n{ran.stderr}")
        return ran

    def records(self, *arguments, **more):
        return [json.loads(line) for line in self.ran("extract", *arguments, **more).stdout.splitlines()]


class Faults(Whole):
    """What cannot be read is said with its place and a hint, the rest is processed."""

    def says(self, ran, place, *words):
        """There is an error at this place, with these words and a hint after it."""
        lines = ran.stderr.splitlines()
        at = [n for n, line in enumerate(lines) if line.startswith(place + ": error: ")]
        self.assertEqual(len(at), 1, ran.stderr)
        for word in words:
            self.assertIn(word, lines[at[0]])
        self.assertRegex(lines[at[0] + 1], "^  hint: .", ran.stderr)

    def with_the_rest(self, bad, place, *words, **more):
        """A fault in one of three inputs: it is named, and the other two give their facts."""
        self.write("first.txt", MAYOR)
        self.write("last.txt", MAYOR.replace("Tom Arden", "Ann Bellow").replace("Velton", "Norby"))
        ran = self.ran("extract", "first.txt", bad, "last.txt", code=BAD_INPUT, **more)
        self.says(ran, place, *words)
        people = [p["name"] for line in ran.stdout.splitlines() for p in json.loads(line)["people"]]
        self.assertEqual(people, ["Tom Arden", "Ann Bellow"])
        ran = self.ran("build", "first.txt", bad, "last.txt", "-o", "out", code=BAD_INPUT, **more)
        self.says(ran, place, *words)
        self.assertIn("documents 2, people 2,", ran.stderr)
        ran = self.ran("who", "mayor of norby", "first.txt", bad, "last.txt", code=BAD_INPUT, **more)
        self.says(ran, place, *words)
        self.assertIn("Ann Bellow\t", ran.stdout)

    def test_invalid_utf8(self):
        self.write("bad.txt", MAYOR.encode() + b"caf\xe9 noir\n")
        self.with_the_rest("bad.txt", "bad.txt:2:4", "not UTF-8")

    def test_empty_file(self):
        self.write("bad.txt", " \n")
        self.with_the_rest("bad.txt", "bad.txt", "nothing in this file")

    def test_missing_file(self):
        self.with_the_rest("none/bad.txt", "none/bad.txt", "No such file or directory")

    def test_folder_without_input(self):
        self.write("bad/photo.png", "x")
        self.with_the_rest("bad", "bad", "no input in this folder")

    def test_unreadable_folder(self):
        self.write("bad/inner/a.txt", MAYOR)
        (self.folder / "bad/inner").chmod(0)
        self.addCleanup((self.folder / "bad/inner").chmod, 0o700)
        as_other = {}
        if os.geteuid() == 0:  # whom nothing is forbidden
            self.folder.chmod(0o777)
            as_other = {"user": 65534, "group": 65534, "extra_groups": []}
            try:
                subprocess.run([self.program, "--version"], check=True, capture_output=True, **as_other)
            except (OSError, subprocess.CalledProcessError):
                self.skipTest("only root may run the program where it stands")
        self.write("bad/b.txt", "Nothing happened.\n")
        self.with_the_rest("bad/inner", "bad/inner", "Permission denied", **as_other)

    def test_record_that_breaks_the_schema(self):
        def breaking(change):
            record = json.loads(json.dumps(RECORD))
            change(record)
            self.write("bad.jsonl", "\n" + json.dumps(record) + "\n")

        breaking(lambda r: r["tenures"][0].update(status="president"))
        self.with_the_rest("bad.jsonl", "bad.jsonl:2", "(at /tenures/0/status)")
        breaking(lambda r: r["tenures"][0].pop("person"))
        self.with_the_rest("bad.jsonl", "bad.jsonl:2", "(at /tenures/0)", "person")
        breaking(lambda r: r["bodies"][0].update(colour="red"))
        self.with_the_rest("bad.jsonl", "bad.jsonl:2", "(at /bodies/0/colour)")
        breaking(lambda r: r["tenures"][0].update(body="b9"))
        self.with_the_rest("bad.jsonl", "bad.jsonl:2", "(at /tenures/0/body)", "b9")
        breaking(lambda r: r["tenures"][0]["evidence"][0].update(quote="Ida Brook chairs a Board."))
        self.with_the_rest("bad.jsonl", "bad.jsonl:2", "(at /tenures/0/evidence/0/quote)")

    def test_line_that_is_not_json(self):
        self.write("bad.jsonl", "{\"document\": {\"id\": \"a\", \"text\": \"b\",}}\n")
        self.with_the_rest("bad.jsonl", "bad.jsonl:1:38")

    def test_nothing_found(self):
        self.write("a.txt", MAYOR)
        ran = self.ran("who", "archbishop", "a.txt", code=NOTHING_FOUND)
        self.assertIn("\"archbishop\"", ran.stderr)
        self.assertIn("hint: ", ran.stderr)

    def test_wrong_usage(self):
        self.write("a.txt", MAYOR)
        for arguments, words in (
                (["extract", "--frob", "a.txt"], ["--frob", "nomenclator extract --help"]),
                (["frob", "a.txt"], ["\"frob\"", "extract, explain, build, who"]),
                ([], ["command", "extract, explain, build, who"]),
                (["extract"], ["FILE", "nomenclator extract --help"]),
                (["build", "a.txt"], ["--output", "nomenclator build --help"]),
                (["extract", "a.txt", "-j", "0"], ["--threads", " 0 ", "1"]),
                (["extract", "a.txt", "-j", "x"], ["--threads", "x"]),
                (["who", "mayor", "a.txt", "--on", "May"], ["--on", "\"May\"", "2023-11-13"]),
                (["who", "mayor", "a.txt", "--results", "x"], ["--results", "\"x\"", "table"]),
                (["export", "a.txt", "--format", "x"], ["--format", "\"x\"", "turtle"]),
                (["build", "a.txt", "-o", "o", "--base", "x y"], ["--base", "x y"])):
            with self.subTest(arguments=arguments):
                ran = self.ran(*arguments, code=WRONG_USAGE)
                self.assertEqual(ran.stdout, "")
                self.assertRegex(ran.stderr, "^nomenclator: error: .*\n  hint: .*\n$")
                self.assertLess(len(ran.stderr), 250)
                for word in words:
                    self.assertIn(word, ran.stderr)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["a.txt"])


def main():
    missing = sorted(missing_packages())
    if missing:
        print("skipped: missing " + " ".join(missing), file=sys.stderr)
        sys.exit(77)
    Whole.program, Whole.project = (Path(argument).resolve() for argument in sys.argv[1:3])
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])


if __name__ == "__main__":
    main()
