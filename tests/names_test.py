#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""No name of a person of the gold texts stands in the code, the packs or the tests, so that what is measured on
the gold is not what was written for it.

    names_test.py
"""

import json
import re
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "tests" / "corpus"))
import score  # noqa: E402

PLACES = ["src", "schema/packs", "tests"]
NOT_HERE = ["tests/corpus", "tests/npm"]
ENDINGS = {".cpp", ".hpp", ".in", ".md", ".mjs", ".py", ".rq", ".tsv", ".txt"}


def files_of(places):
    for place in places:
        for path in sorted((TOP / place).rglob("*")):
            name = path.relative_to(TOP)
            if path.suffix in ENDINGS and path.is_file() and not any(name.is_relative_to(n) for n in NOT_HERE):
                yield name, path.read_text(encoding="utf-8", errors="replace")


def words_of(text):
    return f" {score.fold(text)} "


def main():
    names = set()
    for path in sorted((TOP / "tests" / "corpus").glob("*/*.json")):
        for forms in json.loads(path.read_text(encoding="utf-8"))["people"]:
            names.update(score.fold_name(form) for form in forms)
    # A single word is anybody's; and people of the examples have names of their own, though one may be the same.
    of_examples = " ".join(words_of(text) for _, text in files_of(["examples"]))
    names = {name for name in names if " " in name and f" {name} " not in of_examples}
    assert len(names) > 500, len(names)
    found = []
    for file, text in files_of(PLACES):
        words = words_of(text)
        found += [f"{file}: {name}" for name in sorted(names) if f" {name} " in words]
    if found:
        sys.exit("\n".join(found) + f"\n{len(found)} names of people of tests/corpus\nhint: take other names")


if __name__ == "__main__":
    main()
