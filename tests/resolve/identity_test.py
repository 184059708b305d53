#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Who is who over many documents: tests/corpus/dev as one graph, against what is written by hand.

    identity_test.py NOMENCLATOR PROJECT [-v]

tests/corpus/identity.tsv says which names stand for one person or one body, tests/corpus/facts.tsv
lists facts that hold over several documents. Fails where a pair of mentions is wrongly one or two more
often than the floors below allow, where more names than that are not read, or where a fact does not hold;
-v prints each wrong pair and each name that is not read.
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

sys.path[:0] = [str(Path(__file__).parent.parent / name) for name in ("support", "corpus")]
import score  # noqa: E402
import tools  # noqa: E402
from tools import BASE  # noqa: E402

# Of pairs of mentions in two documents (and of two people in one): least precision and recall.
FLOORS = {"person": (0.99, 0.93), "body": (0.99, 0.95)}
# Of the names that are written down: the largest part that is not read.
UNREAD = {"person": 0.01, "body": 0.03}


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


def is_name(kind, span, name):
    if kind == "person":
        return score.fold_name(span) == score.fold_name(name)
    return score.body_fits(span, [name]) or score.body_fits(name, [span])


class World:
    """The graph of the corpus, and what it makes of the names in it."""

    def __init__(self, program, corpus, folder):
        self.program, self.folder = program, folder
        self.gold = []
        with open(folder / "dev.jsonl", "w", encoding="utf-8") as out:
            for _, gold, line in tools.gold_documents(corpus):
                self.gold.append(gold)
                print(line, file=out)
        self.run("build", "dev.jsonl", "-o", "out")
        self.texts = {}
        for line in (folder / "out/records.jsonl").read_text(encoding="utf-8").splitlines():
            document = json.loads(line)["document"]
            self.texts[document["id"]] = document["text"]
        self.spans = defaultdict(list)  # (kind, document) → [(start, end, key)]
        self.maybe, self.under, self.placed = set(), set(), set()
        triple = re.compile(rf"<{re.escape(BASE)}((person|body)/[^>#]*)> <[^>]*[/#](\w+)> <{re.escape(BASE)}([^>]*)> \.")
        for line in (folder / "out/graph.nt").read_text(encoding="utf-8").splitlines():
            if found := triple.match(line):
                key, kind, predicate, target = found.groups()
                if mention := re.fullmatch(r"document/(.*)#at-(\d+)-(\d+)", target):
                    self.spans[kind, mention[1]].append((int(mention[2]), int(mention[3]), unquote(key)))
                elif predicate == "possiblySameAs":
                    self.maybe.add(frozenset((unquote(key), unquote(target))))
                elif predicate == "subOrganizationOf":
                    self.under.add((unquote(key), unquote(target)))
                elif predicate == "spatial":
                    self.placed.add((unquote(key), unquote(target).removeprefix("place/")))

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments], cwd=self.folder, check=True, capture_output=True,
                              text=True).stdout

    def key(self, kind, document, words):
        """Of the thing that is named there, by this name, give or take an article, a form of address, or a
        place; None if nothing is read there."""
        before, name, _ = re.fullmatch(r"([^\[]*)\[([^\]]*)\](.*)", words, re.S).groups() if "[" in words \
            else ("", words, "")
        text = self.texts[document]
        at = folded(text).find(folded(re.sub(r"[\[\]]", "", words)))
        assert at >= 0, f"{document} does not have \"{words}\""
        start, end = at + len(before), at + len(before) + len(name)
        # The one with the least left over on either side.
        near = [(abs(s - start) + abs(e - end), key) for s, e, key in self.spans[kind, document]
                if s < end and start < e and is_name(kind, text[s:e], text[start:end])]
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

    def unread(self, kind):
        """(thing, document, words) of the names that are not read, and how many names there are."""
        of_kind = [(thing, *mention) for (k, thing), mentions in self.mentions.items() if k == kind
                   for mention in mentions]
        return [mention[:3] for mention in of_kind if mention[3] is None], len(of_kind)

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
    if kind == "under":
        above = truth.keys(rest)
        wrong = [key for key in keys if not any((key, other) in world.under for other in above)]
        return f"{wrong} is not under {above}" if wrong else None
    if kind == "placed":
        places = {key: sorted(place for body, place in world.placed if body == key) for key in keys}
        return None if all(found == ([] if rest == "-" else [rest]) for found in places.values()) else f"is placed in {places}"
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
            unread, names = truth.unread(kind)
            many = len(unread) > UNREAD[kind] * names
            failed |= many
            print(f"{kind}: {len(unread)} of {names} names are not read{', too many' if many else ''}")
            if many or "-v" in options:
                for thing, document, words in unread:
                    print(f"  not read: {thing} {document} {words}")
            if low or "-v" in options:
                for name, pairs in (("one", one), ("two", two)):
                    for a, b in pairs:
                        print(f"  wrongly {name}: {a[0]} {a[1]} {a[3]} | {b[0]} {b[1]} {b[3]}")
        held = not_yet = 0
        for kind, *rest in rows_of(corpus / "facts.tsv", 3):
            expected = not kind.startswith("not yet ")
            fact = (kind.removeprefix("not yet "), *rest)
            why = fails(fact, world, truth)
            held += why is None
            not_yet += not expected
            if (why is None) != expected:
                failed = True
                said = f"does not hold: {why}" if expected else "holds now, so it is no longer \"not yet\""
                print(f"  {' | '.join(fact)}: {said}")
        print(f"facts that hold: {held}, that do not hold yet: {not_yet}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
