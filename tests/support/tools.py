# SPDX-License-Identifier: Apache-2.0
"""What several tests in Python need: other people's programs, the graphs that write_exports writes, who held
the post in them, and the gold texts as input."""

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

BASE = "https://nomenclator.example/id/"
KINDS = ["person", "body", "post", "tenure", "resolution", "event", "place", "document"]

# Debian's packages of the programs, of Python's modules and of other files that tests use.
PACKAGES = {
    "dot": "graphviz", "isql-vt": "virtuoso-opensource-7-bin", "java": "default-jre-headless", "node": "nodejs",
    "rapper": "raptor2-utils",
    "serdi": "serdi", "virtuoso-t": "virtuoso-opensource-7-bin", "xmllint": "libxml2-utils",
    "igraph": "python3-igraph", "jpype": "python3-jpype", "networkx": "python3-networkx", "rdflib": "python3-rdflib",
    "/usr/share/java/jena-arq.jar": "libapache-jena-java",
}

# Who certainly did, and who may, hold the post of Secretary of the Vel Council in the world "whole"; on 3
# November 2021 it is handed over, "since November 2021".
SECRETARY = "Secretary of the Vel Council"
HOLDERS = [
    ("2015-12-31", [], []),
    ("2016-05-01", [], ["Bo Rask"]),
    ("2020-05-01", ["Bo Rask"], ["Bo Rask"]),
    ("2021-11-02", ["Bo Rask"], ["Bo Rask", "Đặng Olenė"]),
    ("2021-11-03", [], ["Đặng Olenė"]),
    ("2021-11-04", ["Đặng Olenė"], ["Đặng Olenė"]),
    ("2030-01-01", [], ["Đặng Olenė"]),
]


def missing(programs=(), modules=(), npm=(), node_modules=None, files=()):
    """The packages that are not there, as a line for a reader; empty if all are."""
    absent = [PACKAGES[name] for name in programs if shutil.which(name) is None]
    absent += [PACKAGES[name] for name in modules if importlib.util.find_spec(name) is None]
    absent += [PACKAGES[path] for path in files if not Path(path).exists()]
    of_npm = [name for name in npm if not (Path(node_modules) / name).is_dir()]
    return ", ".join([*sorted(set(absent)),
                      *([f"npm's {', '.join(of_npm)} (npm ci --prefix tests/npm)"] if of_npm else [])])


def skip_without(*arguments, **more):
    """Ends the test as skipped (77) and says what is missing, if anything is."""
    if absent := missing(*arguments, **more):
        print(f"skipped: missing: {absent}")
        sys.exit(77)


class Worlds:
    """What write_exports wrote into a folder, and what it said of it.

    triples   {world: how many}
    networks  {(world, projection): ([nodes, ties], [nodes, ties] with tenures as ties)}
    things    {world: {kind or "evidence": how many}}
    """

    def __init__(self, program, folder):
        self.folder, self.triples, self.networks, self.things = Path(folder), {}, {}, {}
        ran = subprocess.run([program, folder], check=True, capture_output=True, text=True)
        for line in ran.stdout.splitlines():
            what, world, *rest = line.split()
            if what == "network":
                numbers = [int(n) for n in rest[1:]]
                self.networks[world, rest[0]] = (numbers[:2], numbers[2:])
            elif what == "things":
                self.things[world] = dict(zip([*KINDS, "evidence"], map(int, rest)))
            else:
                self.triples[world] = int(rest[0])
        assert len(self.things) >= 4 and len(self.networks) == 4 * len(self.things), ran.stdout
        assert self.triples.keys() == self.things.keys(), ran.stdout


def holders_query(day, certain, graph=""):
    """SPARQL: names of those who certainly did, or who may, hold the post on a day."""
    days = """
        ?tenure nom:certainFrom ?from ; nom:certainUntil ?until .
        FILTER(?from <= ?day && ?day < ?until)""" if certain else """
        OPTIONAL { ?tenure nom:possibleFrom ?from }
        OPTIONAL { ?tenure nom:possibleUntil ?until }
        FILTER((!bound(?from) || ?from <= ?day) && (!bound(?until) || ?day < ?until))"""
    return f"""
        PREFIX nom: <https://nomenclator.example/ns#>  PREFIX org: <http://www.w3.org/ns/org#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        SELECT ?name {f"FROM <{graph}>" if graph else ""} {{
          ?tenure nom:post/skos:prefLabel "{SECRETARY}" ; org:member/foaf:name ?name . {days} }}
        ORDER BY ?name""".replace("?day", f'"{day}"^^<http://www.w3.org/2001/XMLSchema#date>')


def triples_that_rapper_reads(syntax, path):
    """How many; its first complaint is a failure, as its exit code is 0 on some errors."""
    ran = subprocess.run(["rapper", "-i", syntax, "-c", path, BASE], capture_output=True, text=True, check=False)
    found = [line for line in ran.stderr.splitlines() if "returned" in line]
    assert ran.returncode == 0 and "rror" not in ran.stderr and "arning" not in ran.stderr and len(found) == 1, \
        f"{path}: {ran.stderr}"
    return int(found[0].split("returned ")[1].split()[0])


def gold_documents(folder, wanted=lambda gold: True):
    """(path of the gold, the gold, line of JSON Lines with its text) of the texts wanted of tests/corpus/…."""
    for path in sorted(Path(folder).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if wanted(gold):
            with open(path.with_suffix(".txt"), encoding="utf-8", newline="") as text:
                yield path, gold, json.dumps({"id": gold["id"], "title": gold.get("title", ""),
                                              "date": gold.get("date"), "text": text.read()}, ensure_ascii=False)
