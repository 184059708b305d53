#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Who is who over many documents: tests/corpus/dev as one graph, against what is written by hand.

    identity_test.py NOMENCLATOR PROJECT [-v]

tests/corpus/identity.tsv says which names stand for one person or one body, tests/corpus/facts.tsv
lists facts that hold over several documents. Fails where a pair of mentions is wrongly one or two more
often than the floors below allow, or where a fact does not hold; -v prints each wrong pair.
"""

import itertools
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote

BASE = "https://nomenclator.example/id/"
# Of pairs of mentions in two documents (and of two people in one): least precision and recall.
FLOORS = {"person": (0.99, 0.93), "body": (0.99, 0.90)}


def folded(text):
    """Lower case without marks and line ends, of the same length."""
    return "".join({"đ": "d", "Đ": "d", "\n": " "}.get(c) or unicodedata.normalize("NFD", c)[0] for c in text).lower()


def words_of(text):
    return re.findall(r"[\w']+", folded(text))


def rows_of(path, columns):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            assert len(cells) == columns, f"{path.name}:{number}: {columns} columns"
            yield cells


class World:
    """The graph of the corpus, and what it makes of the names in it."""

    def __init__(self, program, corpus, folder):
        self.program, self.folder = program, folder
        self.gold = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(corpus.glob("*.json"))]
        with open(folder / "dev.jsonl", "w", encoding="utf-8") as out:
            for gold in self.gold:
                text = (corpus / f"{gold['id']}.txt").read_bytes().decode()
                print(json.dumps({"id": gold["id"], "title": gold["title"], "date": gold["date"], "text": text}),
                      file=out)
        self.run("build", "dev.jsonl", "-o", "out")
        self.texts = {}
        for line in (folder / "out/records.jsonl").read_text(encoding="utf-8").splitlines():
            document = json.loads(line)["document"]
            self.texts[document["id"]] = document["text"]
        self.spans = defaultdict(list)  # (kind, document) → [(start, end, key)]
        self.maybe = set()
        triple = re.compile(rf"<{re.escape(BASE)}((person|body)/[^>#]*)> <[^>]*[/#](\w+)> <{re.escape(BASE)}([^>]*)> \.")
        for line in (folder / "out/graph.nt").read_text(encoding="utf-8").splitlines():
            if found := triple.match(line):
                key, kind, predicate, target = found.groups()
                if mention := re.fullmatch(r"document/(.*)#at-(\d+)-(\d+)", target):
                    self.spans[kind, mention[1]].append((int(mention[2]), int(mention[3]), unquote(key)))
                elif predicate == "possiblySameAs":
                    self.maybe.add(frozenset((unquote(key), unquote(target))))

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments], cwd=self.folder, check=True, capture_output=True,
                              text=True).stdout

    def key(self, kind, document, words):
        """Of the thing that is named there; None if nothing is read there."""
        before, name, _ = re.fullmatch(r"([^\[]*)\[([^\]]*)\](.*)", words, re.S).groups() if "[" in words \
            else ("", words, "")
        at = folded(self.texts[document]).find(folded(re.sub(r"[\[\]]", "", words)))
        assert at >= 0, f"{document} does not have \"{words}\""
        start, end = at + len(before), at + len(before) + len(name)
        # What overlaps it with the least left over on either side.
        near = [(abs(s - start) + abs(e - end), key) for s, e, key in self.spans[kind, document]
                if s < end and start < e]
        return min(near)[1] if near else None

    def posts(self, key):
        """(start, label, status) of the tenures of a person, in order of time."""
        rows = json.loads(self.run("posts", key, "out", "--results", "json"))
        return sorted(((row.get("from") or row.get("to") or row.get("first_cited") or "", row["post"], row["status"])
                       for row in rows))


class Truth:
    """identity.tsv, and the names of people of dev/*.json that are not in it."""

    def __init__(self, path, world):
        self.mentions = defaultdict(list)  # (kind, thing) → [(document, words, key)]
        self.open = set()                  # pairs of keys that are not counted
        named = defaultdict(list)
        for kind, thing, documents, words in rows_of(path, 4):
            for document in documents.split():
                key = world.key("person" if kind == "open" else kind, document, words)
                self.mentions[kind, thing].append((document, words, key))
                named[document].append(folded(re.sub(r".*\[|\].*", "", words)))
        for gold in world.gold:
            for forms in gold["people"]:
                if folded(forms[0]) not in named[gold["id"]]:
                    self.mentions["person", f"{forms[0]} ({gold['id']})"].append(
                        (gold["id"], forms[0], world.key("person", gold["id"], forms[0])))

    def keys(self, thing):
        """What the mentions of a person or body have become: one key if all is well."""
        found = {key for kind in ("person", "body", "open") for _, _, key in self.mentions.get((kind, thing), [])}
        assert found, f"facts.tsv: \"{thing}\" is not in identity.tsv"
        return found

    def pairs(self, kind):
        """right, wrongly one, wrongly two: pairs of mentions."""
        right, one, two = [], [], []
        all_of_kind = [(thing, *mention) for (k, thing), mentions in self.mentions.items() if k == kind
                       for mention in mentions]
        for a, b in itertools.combinations(all_of_kind, 2):
            same = a[3] is not None and a[3] == b[3]
            if a[0] == b[0]:
                (right if same else two).append((a, b))
            elif same:
                one.append((a, b))
        return right, one, two


def fails(fact, world, truth):
    """Why a fact does not hold; None if it does."""
    kind, thing, rest = fact
    keys = truth.keys(thing)
    if kind == "two":
        return f"share {keys & truth.keys(rest)}" if keys & truth.keys(rest) else None
    if kind == "linked":
        linked = len(keys) > 1 and all(frozenset(pair) in world.maybe for pair in itertools.combinations(keys, 2))
        return None if linked else f"is {sorted(map(str, keys))}, not linked"
    assert kind in ("one", "career"), kind
    if len(keys) > 1 or None in keys:
        return f"is {sorted(map(str, keys))}"
    held = world.posts(*keys) if kind == "career" else []
    at = 0
    for step in rest.split("; ") if kind == "career" else []:
        words, _, start = step.partition(" @ ")
        wanted = set(words_of(words))
        while at < len(held) and not (wanted <= set(words_of(held[at][1])) and held[at][0].startswith(start)):
            at += 1
        if at == len(held):
            return f"no \"{step}\" in its place among\n      " + "\n      ".join(map(" ".join, held))
        at += 1
    return None


def main():
    program, project, *options = sys.argv[1:]
    corpus = Path(project) / "tests/corpus"
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(program).resolve(), corpus / "dev", Path(folder))
        truth = Truth(corpus / "identity.tsv", world)
        for kind, (least_precision, least_recall) in FLOORS.items():
            right, one, two = truth.pairs(kind)
            precision = len(right) / (len(right) + len(one))
            recall = len(right) / (len(right) + len(two))
            low = precision < least_precision or recall < least_recall
            failed |= low
            print(f"{kind}: {len(right)} pairs right, {len(one)} wrongly one, {len(two)} wrongly two: "
                  f"precision {precision:.4f}, recall {recall:.4f}{', too low' if low else ''}")
            if low or "-v" in options:
                for name, pairs in (("one", one), ("two", two)):
                    for a, b in pairs:
                        print(f"  wrongly {name}: {a[0]} {a[1]} {a[3]} | {b[0]} {b[1]} {b[3]}")
        held = 0
        for fact in rows_of(corpus / "facts.tsv", 3):
            why = fails(fact, world, truth)
            held += why is None
            if why is not None:
                failed = True
                print(f"  does not hold: {' | '.join(fact)}: {why}")
        print(f"facts that hold: {held}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
