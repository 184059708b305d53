#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The table of docs/formats.md: what other people's readers read in our files.

    table.py --check DOCUMENT FOLDER     is the table what the tests found? (exit 77: none has run)
    table.py --write DOCUMENT FOLDER     writes it anew

Each test of consumers leaves FOLDER/<test>.json, a list of rows {format, consumer, written, read,
answers}: how many items were written, how many the consumer read, and how many of its answers were
compared with what was to be expected. Where a test has left nothing, as its consumers are not there,
the rows that are found are compared; where all have, the whole table is.
"""

import json
import sys
from pathlib import Path

BEGIN = "<!-- consumers -->"
END = "<!-- end of consumers -->"
HEAD = ["format", "consumer", "items written", "items read", "answers compared"]
FIELDS = ["format", "consumer", "written", "read", "answers"]
TESTS = {"exports-Debian", "exports-Npm", "jena", "rdf-Debian", "rdf-Npm", "virtuoso"}


class Rows:
    """The rows of one test, which are left for the table when it has passed."""

    def __init__(self, path):
        self.path, self.rows = Path(path), {}
        assert self.path.stem in TESTS, path
        self.path.unlink(missing_ok=True)

    def add(self, name, consumer, written, read, answers):
        """Adds to a row; what was read must be what was written."""
        assert read == written, f"{name} | {consumer}: {read} read, {written} written"
        row = self.rows.setdefault((name, consumer), [0, 0, 0])
        for i, number in enumerate((written, read, answers)):
            row[i] += number

    def leave(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        rows = [dict(zip(FIELDS, [*key, *numbers])) for key, numbers in sorted(self.rows.items())]
        self.path.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def found(folder):
    """{(format, consumer): [written, read, answers]}, and whether each test has left its rows"""
    rows = {}
    paths = [path for path in sorted(Path(folder).glob("*.json")) if path.stem in TESTS]
    for path in paths:
        for row in json.loads(path.read_text(encoding="utf-8")):
            key = (row["format"], row["consumer"])
            assert key not in rows, f"two tests tell of {key}"
            rows[key] = [f"{row[name]:,}" for name in FIELDS[2:]]
    return rows, {path.stem for path in paths} == TESTS


def told(text):
    """The same, as the document has it."""
    rows = {}
    for line in text.split(BEGIN)[1].split(END)[0].strip().splitlines()[2:]:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        rows[tuple(cells[:2])] = cells[2:]
    return rows


def table(rows):
    lines = ["| " + " | ".join(HEAD) + " |", "|---|---|---:|---:|---:|"]
    for key in sorted(rows):
        lines.append("| " + " | ".join([*key, *rows[key]]) + " |")
    return "\n".join(lines)


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ("--check", "--write"):
        sys.exit(__doc__)
    document, folder = Path(sys.argv[2]), sys.argv[3]
    text = document.read_text(encoding="utf-8")
    (now, whole), then = found(folder), told(text)
    if not now:
        print(f"skipped: no test of consumers has left anything in {folder}")
        sys.exit(77)
    if sys.argv[1] == "--write":
        before, rest = text.split(BEGIN)
        document.write_text(f"{before}{BEGIN}\n{table(now if whole else {**then, **now})}\n{END}{rest.split(END)[1]}",
                            encoding="utf-8")
        return
    different = [key for key in (now.keys() | then.keys() if whole else now) if then.get(key) != now.get(key)]
    for key in sorted(different):
        print(f"{' | '.join(key)}: {document.name} says {then.get(key)}, found was {now.get(key)}")
    if different:
        sys.exit("hint: scripts/remake consumers writes the table anew")


if __name__ == "__main__":
    main()
