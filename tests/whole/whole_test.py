#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The whole program, from files to answers.

    whole_test.py NOMENCLATOR PROJECT [TEST…]     (exit 77: another program, or data, are missing)

What it reads: texts written here, examples/*/input, tests/corpus/dev, and appointments of ministers where
they are there.
"""

import datetime
import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

sys.path.insert(0, str(Path(__file__).parent.parent / "support"))
import tools  # noqa: E402
from tools import BASE  # noqa: E402

KINDS = {"document": "documents", "person": "people", "body": "bodies", "post": "posts",
         "tenure": "tenures", "resolution": "resolutions", "event": "events", "place": "places"}
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

    def test_link_to_nothing(self):
        (self.folder / "bad.txt").symlink_to("gone.txt")
        self.with_the_rest("bad.txt", "bad.txt", "No such file or directory")

    def test_link_to_itself(self):
        (self.folder / "bad.txt").symlink_to("bad.txt")
        self.with_the_rest("bad.txt", "bad.txt", "symbolic links")

    def test_folder_that_leads_back_into_itself(self):
        (self.folder / "bad/deep").mkdir(parents=True)
        (self.folder / "bad/deep/up").symlink_to("..")
        self.with_the_rest("bad", "bad/deep/up", "leads back")
        self.write("bad/deep/one.txt", MAYOR)
        ran = self.ran("extract", "bad", code=BAD_INPUT)
        self.says(ran, "bad/deep/up", "leads back")
        self.assertEqual([json.loads(line)["document"]["id"] for line in ran.stdout.splitlines()],
                         ["one"])

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

    def test_rdf_among_documents(self):
        self.write("bad.ttl", "")
        self.with_the_rest("bad.ttl", "bad.ttl", "read alone")

    def test_rdf_that_cannot_be_read(self):
        self.write("a.txt", MAYOR)
        self.ran("export", "a.txt", "--format", "ntriples", "-o", "good.nt")
        good = (self.folder / "good.nt").read_text()
        for bad, place, words, stays in (
                (good + "<a> <b>\n", "bad.nt:" + str(good.count("\n") + 1), [], False),
                (good.replace("Tom Arden", "Tom \\uD800", 1), "bad.nt:", [], False),
                (good[good.index("\n", good.index("uriSpace")) + 1:], "bad.nt", ["base"], False),
                (good.replace("#member>", "#chum>", 1), "bad.nt:", ["does not fit", "#chum>"], True)):
            self.write("bad.nt", bad)
            ran = self.ran("build", "bad.nt", "-o", "out", code=BAD_INPUT)
            self.assertTrue(ran.stderr.startswith(place), ran.stderr)
            for word in words:
                self.assertIn(word, ran.stderr)
            self.assertEqual((self.folder / "out").exists(), stays)
            ran = self.ran("who", "mayor", "bad.nt", code=BAD_INPUT)
        self.ran("who", "mayor", "none.nt", code=BAD_INPUT)
        self.says(self.ran("build", "good.nt", "-g", "G", code=BAD_INPUT), "good.nt", "read alone")

    def test_nothing_found(self):
        self.write("a.txt", MAYOR)
        ran = self.ran("who", "archbishop", "a.txt", code=NOTHING_FOUND)
        self.assertIn("\"archbishop\"", ran.stderr)
        self.assertIn("hint: ", ran.stderr)

    def test_wrong_usage(self):
        self.write("a.txt", MAYOR)
        for arguments, words in (
                (["extract", "--frob", "a.txt"], ["--frob", "nomenclator extract --help"]),
                (["frob", "a.txt"], ["\"frob\"", "extract", "build", "who"]),
                ([], ["command", "extract", "build", "who"]),
                (["extract"], ["FILE", "nomenclator extract --help"]),
                (["build", "a.txt"], ["--output", "--graph", "nomenclator build --help"]),
                (["build", "-g", "g"], ["FILE", "nomenclator build --help"]),
                (["build", "a.txt", "-o", "o", "--remove", "a"], ["--graph", "--remove"]),
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


def in_each_world(test):
    """Runs a test for every world: its name, the folder that was built, what `build` said of it."""
    def run(self):
        for name, folder in self.built.items():
            with self.subTest(world=name):
                test(self, name, folder, self.said[name])
    return run


def lines_of(path):
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


class Worlds(Whole):
    """What comes out of examples/*/input, and of the corpus."""

    @classmethod
    def setUpClass(cls):
        if absent := tools.missing(["rapper", "xmllint"], ["igraph", "networkx", "rdflib"]):
            raise unittest.SkipTest(f"missing: {absent}")
        cls.worlds = {world.parent.name: sorted(path for path in world.rglob("*") if path.is_file())
                      for world in sorted(cls.project.glob("examples/*/input"))}
        assert len(cls.worlds) >= 3, cls.worlds
        cls.worlds["corpus"] = sorted(cls.project.glob("tests/corpus/dev/*.txt"))
        assert len(cls.worlds["corpus"]) > 40
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.built = {}
        cls.said = {}
        for name, files in cls.worlds.items():
            cls.built[name] = Path(holder.name) / name
            ran = subprocess.run([cls.program, "build", *files, "-o", cls.built[name]],
                                 capture_output=True, text=True, check=False)
            assert ran.returncode == DONE, (name, ran.stderr)
            cls.said[name] = {kind: int(count) for kind, count
                              in re.findall(r" ([a-z]+) (\d+),", ran.stderr)}
            assert len(cls.said[name]) == len(KINDS), ran.stderr

    @in_each_world
    def test_the_same_bytes_whatever_the_order(self, name, folder, said):
        shuffle = random.Random(4).shuffle
        files = list(self.worlds[name])
        for threads in (1, 3, 4):
            shuffle(files)
            self.ran("build", *files, "-j", threads, "-o", "other")
            for output in OUTPUTS:
                self.assertEqual((folder / output).read_bytes(),
                                 (self.folder / "other" / output).read_bytes(),
                                 f"{output}, order {[file.name for file in files]}")

    @in_each_world
    def test_the_same_bytes_from_records(self, name, folder, said):
        """Also in another order, and with the keys of every object in another order."""
        def turned(value):
            if isinstance(value, dict):
                return {key: turned(value[key]) for key in sorted(value, reverse=True)}
            return [turned(one) for one in value] if isinstance(value, list) else value

        records = [json.loads(line) for line in lines_of(folder / "records.jsonl")]
        records.reverse()
        self.write("turned.jsonl", "".join(json.dumps(turned(r)) + "\n" for r in records))
        self.ran("build", "turned.jsonl", "-o", "other")
        for output in OUTPUTS:
            self.assertEqual((folder / output).read_bytes(),
                             (self.folder / "other" / output).read_bytes(), output)

    @in_each_world
    def test_rdf_is_read_back_as_the_same_graph(self, name, folder, said):
        """Export, import, export: the same bytes in each format, whichever was read."""
        formats = {"ttl": "turtle", "nt": "ntriples", "nq": "nquads", "rdf": "rdfxml"}
        for extension, form in formats.items():
            first = folder / f"graph.{extension}"  # build has written two of them
            if not first.exists():
                first = self.folder / f"graph.{extension}"
                self.ran("export", folder / "records.jsonl", "--format", form, "-o", first)
            ran = self.ran("build", first, "-o", "again")
            self.assertIn(f" tenures {said['tenures']},", ran.stderr)
            self.assertFalse((self.folder / "again/records.jsonl").exists())
            for output in ("graph.ttl", "graph.nt", "graph.graphml"):
                self.assertEqual((folder / output).read_bytes(),
                                 (self.folder / "again" / output).read_bytes(), output)
            if extension in ("nq", "rdf"):
                self.ran("export", first, "--format", form, "-o", "second")
                self.assertEqual(first.read_bytes(), (self.folder / "second").read_bytes(), form)

    @in_each_world
    def test_records_without_what_they_may_leave_out(self, name, folder, said):
        schema = json.loads((self.project / "schema/record.schema.json").read_text(encoding="utf-8"))

        def kept(value):
            """What a claim of hierarchy needs beyond the schema: evidence, or who inferred it."""
            return ["evidence", "confidence", "rule"] if "child" in value else []

        def stripped(value, shape):
            while "$ref" in shape:
                shape = schema["definitions"][shape["$ref"].rsplit("/", 1)[1]]
            if isinstance(value, list):
                return [stripped(one, shape["items"]) for one in value]
            if isinstance(value, dict):
                return {key: stripped(one, shape["properties"][key]) for key, one in value.items()
                        if key in shape["required"] + kept(value)}
            return value

        lines = []
        for line in lines_of(folder / "records.jsonl"):
            record = json.loads(line)
            bare = {key: stripped(value, schema["properties"][key])
                    for key, value in record.items()}
            self.assertNotIn("date", bare["document"])
            lines.append(json.dumps(bare) + "\n")
        self.write("bare.jsonl", "".join(lines))
        ran = self.ran("build", "bare.jsonl", "-o", "other")
        self.assertIn(f"documents {said['documents']},", ran.stderr)
        self.assertGreater((self.folder / "other/graph.ttl").stat().st_size, 0)

    @in_each_world
    def test_quotations_are_what_the_text_says(self, name, folder, said):
        def evidence(value):
            if isinstance(value, dict):
                if "quote" in value:
                    yield value
                value = value.values()
            for one in value if not isinstance(value, (str, int)) else ():
                yield from evidence(one)

        count = 0
        for line in lines_of(folder / "records.jsonl"):
            record = json.loads(line)
            text = record["document"]["text"]
            for e in evidence(record):
                self.assertEqual(text[e["start"]:e["end"]], e["quote"])
                self.assertTrue(e["quote"].strip())
                count += 1
        self.assertGreaterEqual(count, said["tenures"])

    @in_each_world
    def test_rapper_reads_as_many_triples_in_both_syntaxes(self, name, folder, said):
        counts = []
        for syntax, output in (("turtle", "graph.ttl"), ("ntriples", "graph.nt")):
            counts.append(tools.triples_that_rapper_reads(syntax, folder / output))
        self.assertEqual(counts[0], counts[1])
        self.assertEqual(counts[1], len(lines_of(folder / "graph.nt")))

    @in_each_world
    def test_readers_of_graphml_count_what_build_says(self, name, folder, said):
        import igraph
        import networkx
        path = folder / "graph.graphml"
        subprocess.run(["xmllint", "--noout", "--nonet", path], check=True)
        by_networkx = networkx.read_graphml(path, force_multigraph=True)
        by_igraph = igraph.Graph.Read_GraphML(str(path))
        for kinds in ([kind for _, kind in by_networkx.nodes(data="kind")], by_igraph.vs["kind"]):
            self.assertEqual({KINDS[kind]: count for kind, count in Counter(kinds).items()},
                             {kind: count for kind, count in said.items() if count > 0})
        self.assertEqual(by_networkx.number_of_edges(), by_igraph.ecount())

    @in_each_world
    def test_sparql_and_who_name_the_same_holders(self, name, folder, said):
        import rdflib
        graph = rdflib.Graph().parse(folder / "graph.ttl", format="turtle")
        rows = graph.query("""
            PREFIX nom: <https://nomenclator.example/ns#>  PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            SELECT ?post ?name ?status ?open ?from ?until ?certain ?end ?successor {
              ?tenure a org:Membership ; nom:post ?post ; org:member/foaf:name ?name .
              OPTIONAL { ?tenure nom:status ?status }        OPTIONAL { ?tenure nom:open ?open }
              OPTIONAL { ?tenure nom:possibleFrom ?from }    OPTIONAL { ?tenure nom:possibleUntil ?until }
              OPTIONAL { ?tenure nom:certainFrom ?certain }  OPTIONAL { ?tenure nom:certainUntil ?end }
              OPTIONAL { ?tenure nom:endedBy ?successor } }""")
        by_post = {}
        for row in rows:
            by_post.setdefault(unquote(str(row.post).removeprefix(BASE)), []).append(row)
        self.assertEqual(sum(map(len, by_post.values())), said["tenures"])

        def on(day, row):
            if (row["from"] and str(row["from"]) > day) or (row.until and str(row.until) <= day):
                return "no"
            certain = row.certain and str(row.certain) <= day < str(row.end)
            return "certain" if certain else "possible"

        dates = [json.loads(line)["document"].get("date") for line in lines_of(folder / "records.jsonl")]
        days = sorted({date for date in dates if date and len(date) == 10}) or ["2023-11-13"]
        choose = random.Random(4)
        for post in choose.sample(sorted(by_post), min(len(by_post), 12)):
            told = self.ran("who", post, folder, "--results", "json", "--history")
            self.assertEqual(sorted(row["person"] for row in json.loads(told.stdout)),
                             sorted(str(row.name) for row in by_post[post]), post)
            known = sorted(str(row.name) for row in by_post[post]
                           if str(row.status) != "former" and str(row.open) != "ended"
                           and not row.successor)
            told = self.ran("who", post, folder, "--results", "json",
                            code=DONE if known else NOTHING_FOUND)
            self.assertEqual(sorted(row["person"] for row in json.loads(told.stdout)), known, post)
            day = choose.choice(days)
            holders = sorted((str(row.name), on(day, row)) for row in by_post[post]
                             if on(day, row) != "no")
            told = self.ran("who", post, folder, "--results", "json", "--on", day,
                            code=DONE if holders else NOTHING_FOUND)
            self.assertEqual(sorted((row["person"], row["answer"]) for row in json.loads(told.stdout)),
                             holders, f"{post} on {day}")


class Inputs(Whole):
    """The same text gives the same facts, however it comes in."""

    TEXT = ("Mr. Tom Arden, Mayor of Velton, opened the bridge on Monday.\n\n"
            "Ann Bellow, Chairwoman of the Norby City Council, said it had cost less than feared.\n")

    @staticmethod
    def facts(records):
        found = []
        for record in records:
            people = {p["id"]: p["name"] for p in record["people"]}
            bodies = {b["id"]: b["name"] for b in record.get("bodies", [])}
            for tenure in record["tenures"]:
                found.append((people[tenure["person"]], tenure["role"], bodies.get(tenure.get("body")),
                              tenure.get("status"), [e["quote"] for e in tenure["evidence"]]))
        return sorted(found, key=str)

    def test_every_way_in_gives_the_same_facts(self):
        first, second = self.TEXT.split("\n\n")
        self.write("one/text.txt", self.TEXT)
        self.write("crlf/text.txt", "\ufeff" + self.TEXT.replace("\n", "\r\n"))
        self.write("noending/text", self.TEXT)
        self.write("one.jsonl", json.dumps({"text": self.TEXT}) + "\n")
        self.write("one.json", json.dumps({"text": self.TEXT}, indent=1))
        self.write("page.html", "<html><head><style>p { margin: 0 }</style><title>Bridge</title>"
                                f"</head><body><p>{first}</p><p>{second}</p></body></html>")
        self.write("two/first.txt", first)
        self.write("two/deep/second.txt", second)
        self.write("two/deep/photo.png", b"\x89PNG")
        self.write("two.jsonl", "".join(json.dumps({"text": text}) + "\n" for text in (first, second)))
        expected = self.facts(self.records("one/text.txt"))
        self.assertEqual([fact[:2] for fact in expected],
                         [("Ann Bellow", "Chairman"), ("Tom Arden", "Mayor")])
        for arguments, given in (
                (["one"], None), (["crlf"], None), (["noending/text"], None), (["one.jsonl"], None),
                (["one.json"], None), (["page.html"], None), (["two"], None), (["two.jsonl"], None),
                (["two/first.txt", "two/deep/second.txt", "./two/first.txt"], None),
                (["-"], self.TEXT), (["two/first.txt", "-"], second),
                (["-"], (self.folder / "two.jsonl").read_text()),
                (["-"], (self.folder / "page.html").read_text())):
            with self.subTest(arguments=arguments, given=given):
                self.assertEqual(self.facts(self.records(*arguments, given=given)), expected)

    def test_who_has_left_is_not_possible_after_a_source_said_so(self):
        for day, text in (("2021-03-01", "Mr. Tom Arden, Mayor of Velton, opened the bridge.\n"),
                          ("2023-06-01", "Mr. Tom Arden, former Mayor of Velton, spoke.\n")):
            self.write(f"news-{day}.txt", text)
        for day, answer in (("2020-01-01", "possible"), ("2021-03-01", "certain"),
                            ("2023-05-31", "possible"), ("2023-06-01", None), ("2024-01-01", None)):
            ran = self.ran("who", "mayor of velton", "news-2021-03-01.txt", "news-2023-06-01.txt",
                           "--on", day, "--results", "json",
                           code=DONE if answer else NOTHING_FOUND)
            self.assertEqual([row["answer"] for row in json.loads(ran.stdout)],
                             [answer] if answer else [], day)

    def test_records_are_an_input_like_any_other(self):
        self.write("one/text.txt", self.TEXT)
        records = self.ran("extract", "one").stdout
        self.write("handmade.jsonl", json.dumps(RECORD) + "\n" + records)
        self.assertEqual(self.ran("extract", "handmade.jsonl").stdout.splitlines()[1:],
                         records.splitlines())
        ran = self.ran("who", "chairman of the board", "handmade.jsonl", "--results", "json")
        self.assertEqual([row["person"] for row in json.loads(ran.stdout)], ["Ida Brook"])


class Judgements(Whole):
    """`same`, `different`, `undo`: the ledger beside the graph file, and what the others make of it."""

    HEAD = "# Who is who, judged by hand: same or different, two keys, and why. Comments begin with #.\n"

    def setUp(self):
        super().setUp()
        for n, text in enumerate(("Comrade Le Van Duc, Secretary of the Bac Song Provincial Party Committee, spoke.",
                                  "Comrade Le Van Duc, Director of the Bac Song Provincial Police, spoke.",
                                  "Comrade Le Van Duc, Chairman of the Nam Hai Provincial People's Council, spoke.")):
            self.write(f"d{n}.txt", text + "\n")
        self.ran("build", "d0.txt", "d1.txt", "d2.txt", "-g", "g")
        self.bac, self.nam = "person/le-van-duc.bac-song", "person/le-van-duc.nam-hai"

    def ledger(self):
        return (self.folder / "g.ledger").read_text(encoding="utf-8")

    def posts(self, key, *more):
        """Rows of `posts`."""
        return len(self.ran("posts", key, *(more or ("-g", "g"))).stdout.splitlines()) - 1

    def test_the_same_until_it_is_taken_back(self):
        self.assertEqual((self.posts(self.bac), self.posts(self.nam)), (2, 1))
        ran = self.ran("same", self.nam, self.bac, "-g", "g", "--reason", "one career")
        self.assertEqual(ran.stderr, f"nomenclator: Le Van Duc ({self.nam}) stands for both now\n")
        self.assertEqual(self.ledger(), f"{self.HEAD}same\t{self.nam}\t{self.bac}\tone career\n")
        # The key that is merged away leads on, everywhere.
        self.assertEqual((self.posts(self.bac), self.posts(self.nam)), (3, 3))
        self.assertEqual(self.posts("le van duc", "d0.txt", "d1.txt", "d2.txt", "--ledger", "g.ledger"), 3)
        triples = self.ran("export", "-g", "g", "--format", "ntriples").stdout
        self.assertIn(f"<{BASE}{self.nam}> <http://www.w3.org/2002/07/owl#sameAs> <{BASE}{self.bac}> .\n", triples)
        self.ran("build", "-g", "g", "-o", "out")
        self.assertEqual((self.folder / "out/graph.nt").read_text(encoding="utf-8"), triples)
        ran = self.ran("same", self.bac, self.nam, "-g", "g")
        self.assertEqual(ran.stderr, "nomenclator: g.ledger:2 says so already\n")
        ran = self.ran("undo", "-g", "g")
        self.assertEqual(ran.stderr, f"nomenclator: taken back: same\t{self.nam}\t{self.bac}\tone career\n")
        self.assertEqual(self.ledger(), self.HEAD)
        self.assertEqual((self.posts(self.bac), self.posts(self.nam)), (2, 1))
        ran = self.ran("undo", "-g", "g", code=NOTHING_FOUND)
        self.assertEqual(ran.stderr, "nomenclator: there is no such judgement\n")

    def test_different_people_whom_the_rules_unite(self):
        ran = self.ran("different", self.bac, f"{self.bac}.d1", "-g", "g")
        self.assertEqual(ran.stderr, f"nomenclator: Le Van Duc ({self.bac}) and Le Van Duc ({self.bac}.d1) are two "
                                     "now\n")
        self.assertEqual((self.posts(self.bac), self.posts(f"{self.bac}.d1")), (1, 1))
        # It waits for a document that is gone for a while.
        self.ran("build", "-g", "g", "--remove", "d1")
        ran = self.ran("posts", self.bac, "-g", "g")
        self.assertEqual(ran.stderr, f"g.ledger:2:38: warning: nothing has the key \"{self.bac}.d1\" now\n"
                                     "  hint: the judgement waits until a document brings it\n")
        self.ran("build", "d1.txt", "-g", "g")
        self.assertEqual((self.posts(self.bac), self.posts(f"{self.bac}.d1")), (1, 1))

    def test_what_others_write_in_it_stays(self):
        self.write("g.ledger", f"# mine\nsame {self.bac} {self.nam}  # as they say\n\n# end")
        self.ran("different", self.bac, f"{self.bac}.d1", "-g", "g")
        self.ran("undo", self.nam, self.bac, "-g", "g")
        self.assertEqual(self.ledger(), f"# mine\n\n# end\ndifferent\t{self.bac}\t{self.bac}.d1\n")

    def test_nothing_is_written_that_cannot_be_applied(self):
        ran = self.ran("same", self.bac, "person/nobody", "-g", "g", code=BAD_INPUT)
        self.assertEqual(ran.stderr, "error: nothing has the key \"person/nobody\" now\n  hint: posts and chart list "
                                     "the keys where a question fits several; exports have all\n"
                                     "nomenclator: nothing was written\nnomenclator: 1 fault\n")
        self.assertFalse((self.folder / "g.ledger").exists())
        self.ran("same", self.bac, self.nam, "-g", "g")
        before = self.ledger()
        ran = self.ran("different", self.nam, self.bac, "-g", "g", code=BAD_INPUT)
        self.assertIn("error: these two are the same by line 2, which is not applied\n", ran.stderr)
        self.ran("same", self.bac, "body/bac-song/party-committee", "-g", "g", code=BAD_INPUT)
        self.assertEqual(self.ledger(), before)

    def test_a_ledger_is_needed(self):
        for command in (("same", self.bac, self.nam, "d0.txt"), ("undo",)):
            ran = self.ran(*command, code=WRONG_USAGE)
            self.assertEqual(ran.stderr, "nomenclator: error: no ledger is given\n"
                                         "  hint: give --ledger FILE, or -g G for the ledger beside it\n")
        for command in (("who", "secretary", "d0.txt"), ("undo",)):
            ran = self.ran(*command, "--ledger", "none", code=BAD_INPUT)
            self.assertIn("none: error: cannot open this file: ", ran.stderr)


class GraphFile(Whole):
    """`build -g`: a graph file that grows, forgets and outlives its writer."""

    def set_up_news(self, count):
        """Files of documents and records, each in three versions: {id: [path, path, path]}."""
        names = ["Ida Brook", "Tom Arden", "Ann Bellow", "Đỗ Văn Lâm", "Carl Nyberg"]
        news = {}
        for n in range(count):
            id_ = f"news-{2000 + n % 20}-0{1 + n % 9}-11.{n}"
            for version in range(3):
                who, other = names[(n + version) % 5], names[(n * 3 + version) % 5]
                text = (f"{who}, Mayor of Velton, met {other}, Chairman of the Harbour Board, on the "
                        f"quay.\n\nVersion {version}: {other} was appointed Minister of Fisheries on "
                        f"{1 + n % 28} May {2001 + n % 19}.\n")
                path = f"v{version}/{n}.jsonl"
                line = {"id": id_, "date": f"{2000 + n % 20}-0{1 + n % 9}-11", "text": text}
                if n % 3 == 0:
                    quote = text.split("\n")[0]
                    line = {"document": line, "people": [{"id": "p1", "name": who}],
                            "bodies": [{"id": "b1", "name": "Velton City Council"}],
                            "tenures": [{"person": "p1", "role": "Mayor", "body": "b1", "status": "current",
                                         "evidence": [{"start": 0, "end": len(quote), "quote": quote,
                                                       "rule": "hand"}]}]}
                self.write(path, json.dumps(line, ensure_ascii=False) + "\n")
                news.setdefault(id_, []).append(path)
        return news

    def exported(self, *arguments):
        return self.ran("export", *arguments, "--format", "ntriples").stdout

    def others_that_name(self, person, ntriples):
        """Documents that name a person, but for the first one."""
        return sorted(set(re.findall(rf"^<{BASE}{re.escape(person)}> \S+ <{BASE}document/([^>#]*)#at-", ntriples,
                                     re.M)))[1:]

    def counts(self, ran):
        return tuple(map(int, re.search(r"added (\d+), replaced (\d+), unchanged (\d+), removed (\d+),",
                                        ran.stderr).groups()))

    def test_grown_in_any_way_it_is_as_built_at_once(self):
        news = self.set_up_news(30)
        chance = random.Random(4)
        for history in range(12):
            graph, held = f"graph-{history}", {}
            for step in range(chance.randint(3, 7)):
                gone = chance.sample(sorted(held), chance.randint(0, len(held) // 2)) if step % 2 else []
                given = {id_: chance.randrange(3)
                         for id_ in chance.sample(sorted(news), chance.randint(1, 20))}
                left = {id_: version for id_, version in held.items() if id_ not in gone}
                expected = (sum(id_ not in left for id_ in given),
                            sum(left.get(id_, version) != version for id_, version in given.items()),
                            sum(left.get(id_) == version for id_, version in given.items()), len(gone))
                files = [news[id_][version] for id_, version in given.items()]
                chance.shuffle(files)
                ran = self.ran("build", *files, "-g", graph, "-j", chance.choice((1, 2)),
                               *(word for id_ in gone for word in ("--remove", id_)))
                self.assertEqual(self.counts(ran), expected)
                held = {**left, **given}
            files = [news[id_][version] for id_, version in held.items()]
            chance.shuffle(files)
            plain = self.exported(*files)
            self.assertEqual(self.exported("-g", graph), plain)
            # The same with judgements beside it, in whatever order they stand.
            people = sorted(set(re.findall(rf"^<{BASE}(person/[^>#]*)> ", plain, re.M)))
            chance.shuffle(people)
            half = len(people) // 2
            judgements = [f"same {chance.choice(people[:half])} {chance.choice(people[:half])}" for _ in range(4)]
            judgements += [f"different {one} {one}.{document} two of a name" for one in people[half:half + 3]
                           for document in self.others_that_name(one, plain)[:1]]
            judgements.append("same person/nobody person/nobody-else")
            self.write(f"{graph}.ledger", "\n".join(judgements) + "\n")
            chance.shuffle(judgements)
            self.write("other.ledger", "# in another order\n\n" + "\n".join(judgements))
            judged = self.exported(*files, "--ledger", "other.ledger")
            self.assertEqual(self.exported("-g", graph), judged)
            self.assertNotEqual(judged, plain)
            self.assertEqual(self.ran("extract", graph).stdout.splitlines(),
                             sorted(self.ran("extract", *files).stdout.splitlines(),
                                    key=lambda line: json.loads(line)["document"]["id"].encode()))

    def test_killed_at_any_moment(self):
        news = self.set_up_news(90)
        versions = [[files[version] for files in news.values()] for version in range(3)]
        expected = [self.ran("extract", *files).stdout for files in versions]
        whole = [{json.loads(line)["document"]["id"]: line for line in text.splitlines()}
                 for text in expected]
        exports = [self.exported(*files) for files in versions]
        start = time.monotonic()
        self.ran("build", *versions[0], "-g", "graph")
        took = time.monotonic() - start
        chance = random.Random(5)
        caught = between = 0
        before = 0
        for round_ in range(200):
            now = chance.choice([version for version in range(3) if version != before])
            writer = subprocess.Popen([self.program, "build", *versions[now], "-g", "graph", "-j", "1"],
                                      cwd=self.folder, stderr=subprocess.DEVNULL)
            if round_ % 2:  # while it writes documents, which takes a small part of its time
                log = self.folder / "graph-wal"
                while writer.poll() is None and not (log.exists() and log.stat().st_size > 0):
                    time.sleep(0.0005)
                time.sleep(chance.uniform(0, took / 10))
            else:
                time.sleep(chance.uniform(0, took))
            writer.send_signal(signal.SIGKILL)
            caught += writer.wait() == -signal.SIGKILL
            if round_ % 4 == 0:  # each document is whole, the new ones are a beginning of the input
                is_new = {}
                for line in self.ran("extract", "-g", "graph").stdout.splitlines():
                    id_ = json.loads(line)["document"]["id"]
                    self.assertIn(line, (whole[before][id_], whole[now][id_]))
                    is_new[id_] = line == whole[now][id_]
                is_new = [is_new[id_] for id_ in news]
                self.assertEqual(is_new, sorted(is_new, reverse=True))
            added, replaced, unchanged, _ = self.counts(self.ran("build", *versions[now], "-g", "graph"))
            self.assertEqual((added, replaced + unchanged), (0, len(news)))
            between += replaced > 0 and unchanged > 0
            connection = sqlite3.connect(self.folder / "graph")
            self.assertEqual(dict(connection.execute("SELECT id, record FROM document")), whole[now])
            connection.close()
            if round_ % 20 == 0:
                self.assertEqual(self.exported("-g", "graph"), exports[now])
            before = now
        self.assertGreater(caught, 50)
        self.assertGreater(between, 10)

    def test_killed_before_anything_was_in_it(self):
        news = self.set_up_news(3)
        files = [files[0] for files in news.values()]
        connection = sqlite3.connect(self.folder / "graph")
        connection.execute("PRAGMA journal_mode = WAL")  # so far the first step of a build
        connection.close()
        self.assertEqual(self.ran("extract", "-g", "graph").stdout, "")
        self.assertEqual(self.counts(self.ran("build", *files, "-g", "graph")), (3, 0, 0, 0))
        self.assertEqual(self.exported("-g", "graph"), self.exported(*files))

    def test_a_second_writer_waits_or_says_why_not(self):
        files = [files[0] for files in self.set_up_news(2).values()]
        self.ran("build", files[0], "-g", "graph")
        other = sqlite3.connect(self.folder / "graph", isolation_level=None)
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN IMMEDIATE")
        waiting = subprocess.Popen([self.program, "build", files[1], "-g", "graph"], cwd=self.folder,
                                   stderr=subprocess.PIPE)
        with self.assertRaises(subprocess.TimeoutExpired):
            waiting.wait(0.5)
        self.assertIn(files[0][3], self.ran("info", "-g", "graph").stdout)  # readers do not wait
        other.execute("COMMIT")
        self.assertIn("added 1, replaced 0", waiting.communicate()[1].decode())
        other.execute("BEGIN IMMEDIATE")
        ran = self.ran("build", "--remove", json.loads((self.folder / files[1]).read_text())["id"],
                       "-g", "graph", code=BAD_INPUT)
        self.assertIn("graph: error: another process is writing this graph file\n  hint: wait until it "
                      "is done, then run this again\n", ran.stderr)
        other.close()

    def test_a_form_that_is_not_known(self):
        files = [files[0] for files in self.set_up_news(1).values()]
        self.ran("build", *files, "-g", "graph")
        connection = sqlite3.connect(self.folder / "graph")
        connection.execute("PRAGMA user_version = 7")
        connection.close()
        for arguments in (["build", *files], ["who", "mayor"], ["info"], ["extract"]):
            ran = self.ran(*arguments, "-g", "graph", code=BAD_INPUT)
            self.assertIn("graph: error: this graph file has the form 7, this program knows the form 1\n"
                          "  hint: use the newer program that wrote it\n", ran.stderr)

    def test_the_database_of_someone_else(self):
        files = [files[0] for files in self.set_up_news(1).values()]
        connection = sqlite3.connect(self.folder / "graph")
        connection.execute("CREATE TABLE document (id)")
        connection.commit()
        connection.close()
        before = (self.folder / "graph").read_bytes()
        for arguments in (["build", *files, "-g", "graph"], ["who", "mayor", "graph"]):
            ran = self.ran(*arguments, code=BAD_INPUT)
            self.assertIn("graph: error: this is not a graph file of nomenclator\n", ran.stderr)
        self.assertEqual((self.folder / "graph").read_bytes(), before)

    def test_a_damaged_record_is_said(self):
        files = [files[0] for files in self.set_up_news(2).values()]
        self.ran("build", *files, "-g", "graph")
        connection = sqlite3.connect(self.folder / "graph")
        connection.execute("UPDATE document SET record = replace(record, 'Harbour', 'Harbor')"
                           " WHERE id LIKE '%.0'")
        connection.commit()
        connection.close()
        ran = self.ran("extract", "-g", "graph", code=BAD_INPUT)
        self.assertRegex(ran.stderr, r"^graph:news-2000-01-11\.0: error: .*\(at /tenures/0/evidence/0")

    def test_two_documents_of_one_id(self):
        lines = [json.dumps({"id": "same", "text": f"Tom Arden, Mayor of {town}, spoke.\n"})
                 for town in ("Velton", "Norby")]
        self.write("a.jsonl", "\n".join(lines))
        self.write("b.jsonl", "\n".join(reversed(lines)))
        said = "same: error: another document has the id same, this one is left out\n"
        for name in "ab":
            for _ in range(2):
                self.assertIn(said, self.ran("build", f"{name}.jsonl", "-g", name, code=BAD_INPUT).stderr)
        ran = self.ran("export", "a.jsonl", "--format", "ntriples", code=BAD_INPUT)
        self.assertEqual(self.exported("a"), ran.stdout)
        self.assertEqual(self.exported("b"), ran.stdout)

    def test_what_is_not_there_cannot_be_removed(self):
        files = [files[0] for files in self.set_up_news(1).values()]
        self.ran("build", *files, "-g", "graph")
        ran = self.ran("build", "--remove", "other", "-g", "graph", code=BAD_INPUT)
        self.assertIn("graph: error: there is no document \"other\" to remove\n  hint: ", ran.stderr)

    def test_other_packs_read_anew(self):
        self.write("choir/titles.tsv", "precentor\ttitle\tPrecentor\tone\n")
        self.write("a.txt", "Ada Quill was elected Precentor of the Song Dao Choir Council.\n")
        self.assertEqual(self.counts(self.ran("build", "a.txt", "-g", "graph")), (1, 0, 0, 0))
        for expected in ((0, 1, 0, 0), (0, 0, 1, 0)):
            ran = self.ran("build", "a.txt", "-g", "graph", "--pack", "choir")
            self.assertEqual(self.counts(ran), expected)
        self.assertIn("Ada Quill\tPrecentor", self.ran("who", "precentor", "graph").stdout)

    def test_info(self):
        files = [files[0] for files in self.set_up_news(4).values()]
        self.ran("build", *files, "-g", "graph")
        rows = {row["what"]: row["value"] for row in
                json.loads(self.ran("info", "-g", "graph", "--results", "json").stdout)}
        self.assertEqual((rows["documents"], rows["read by a record"], rows["first document"]),
                         ("4", "2", "2000-01-11"))
        self.assertEqual(rows["last document"], "2003-04-11")
        self.assertEqual(int(rows["people"]), self.ran("export", "graph", "--format", "graphml")
                         .stdout.count('<data key="kind">person</data>'))


class Ministers(Whole):
    """The questions that people ask of a database of ministers (real appointments, where they are), each
    computed from the file as well."""

    COUNT = 50  # of each question

    @classmethod
    def setUpClass(cls):
        data = cls.project.parent / "shared/bench/ifg-appointments.jsonl"
        if not data.exists():
            raise unittest.SkipTest("there is no ../shared/bench/ifg-appointments.jsonl")
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.graph = Path(holder.name) / "graph"
        records = subprocess.run([sys.executable, cls.project / "examples/ministers/convert.py", data],
                                 capture_output=True, check=True)
        built = subprocess.run([cls.program, "build", "-", "-g", cls.graph], input=records.stdout,
                               capture_output=True, check=False)
        assert built.returncode == DONE, built.stderr.decode()
        cls.facts = [fact for line in lines_of(data) for fact in json.loads(line)["facts"]
                     if not fact["to"] or fact["from"] <= fact["to"]]
        cls.left_out = records.stderr.decode().splitlines()
        cls.chance = random.Random(8)

    def answer(self, *arguments):
        ran = subprocess.run([self.program, *arguments, "-g", self.graph, "--results", "json"],
                             capture_output=True, text=True, check=False)
        self.assertIn(ran.returncode, (DONE, NOTHING_FOUND), ran.stderr)
        if ran.returncode == NOTHING_FOUND:
            self.assertRegex(ran.stderr, "^nomenclator: (no holder|no change|nothing) is known of")
        return json.loads(ran.stdout)

    def day(self):
        return str(datetime.date(1980, 1, 1) + datetime.timedelta(days=self.chance.randrange(16500)))

    @staticmethod
    def key(*names):
        """As src/graph/graph.hpp makes it: exactly this one, whatever else has these words."""
        return "/".join(re.sub(r"[^a-z0-9]+", "-", re.sub("['’]", "", name.lower())).strip("-")
                        for name in names)

    @staticmethod
    def holds(fact, day):
        return fact["from"] <= day and (not fact["to"] or day < fact["to"])

    def test_all_is_there(self):
        self.assertEqual(len(self.left_out), 2)
        self.assertGreater(len(self.facts), 3600)

    def test_by_person(self):
        for name in self.chance.sample(sorted({fact["person"][-1] for fact in self.facts}), self.COUNT):
            with self.subTest(name=name):
                rows = self.answer("posts", name)
                self.assertEqual(
                    sorted((row["person"], row["body"], row["from"], row["to"] or "") for row in rows),
                    sorted((name, fact["body"], fact["from"], fact["to"] or "")
                           for fact in self.facts if fact["person"][-1] == name))

    def test_by_post(self):
        posts = sorted({(fact["post"], fact["body"]) for fact in self.facts})
        for post, body in self.chance.sample(posts, self.COUNT):
            held = [fact for fact in self.facts if (fact["post"], fact["body"]) == (post, body)]
            one = self.chance.choice(held)
            for day in (one["from"], one["to"] or self.day()):
                with self.subTest(post=post, body=body, day=day):
                    rows = self.answer("who", "post/" + self.key(body, post), "--on", day)
                    self.assertEqual(
                        sorted((row["person"], row["answer"]) for row in rows),
                        sorted((fact["person"][-1], "certain") for fact in held if self.holds(fact, day)))

    def test_a_whole_department_on_a_day(self):
        bodies = sorted({fact["body"] for fact in self.facts})
        for _ in range(self.COUNT):
            body, day = self.chance.choice(bodies), self.day()
            with self.subTest(body=body, day=day):
                rows = self.answer("chart", "body/" + self.key(body), "--on", day)
                self.assertEqual(
                    sorted((row["post"], row["person"]) for row in rows if row["person"]),
                    sorted((fact["post"], fact["person"][-1]) for fact in self.facts
                           if fact["body"] == body and self.holds(fact, day)))

    def test_entries_and_exits(self):
        for _ in range(self.COUNT):
            begin = self.day()
            end = str(datetime.date.fromisoformat(begin) + datetime.timedelta(days=self.chance.randrange(90)))
            with self.subTest(begin=begin, end=end):
                expected = [(change, fact["person"][-1], fact["body"], fact[side])
                            for change, side in (("entered", "from"), ("left", "to")) for fact in self.facts
                            if fact[side] and begin <= fact[side] <= end]
                rows = self.answer("changes", "--from", begin, "--to", end)
                self.assertEqual({row["answer"] for row in rows} - {"certain"}, set())
                self.assertEqual(sorted((row["change"], row["person"], row["body"], row["earliest"])
                                        for row in rows), sorted(expected))


def main():
    Whole.program, Whole.project = (Path(argument).resolve() for argument in sys.argv[1:3])
    ran = unittest.main(argv=[sys.argv[0], *sys.argv[3:]], exit=False).result
    for test, reason in ran.skipped:
        print(f"skipped: {test}: {reason}")
    sys.exit(not ran.wasSuccessful() or (77 if ran.skipped and not ran.testsRun else 0))


if __name__ == "__main__":
    main()
