#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The table of docs/formats.md: what other people's readers read in our files.

    table.py --check DOCUMENT FOLDER     is the table what the tests found? (exit 77: none has run)
    table.py --write DOCUMENT FOLDER     writes it anew

Each test of consumers leaves FOLDER/<test>.json, a list of rows {format, consumer, written, read,
answers}: how many items were written, how many the consumer read, and how many of its answers were
compared with what was to be expected. Rows whose consumer is not there are not compared.
"""

import json
import sys
from pathlib import Path

BEGIN = "<!-- consumers -->"
END = "<!-- end of consumers -->"
HEAD = ["format", "consumer", "items written", "items read", "answers compared"]
FIELDS = ["format", "consumer", "written", "read", "answers"]


def leave(path, rows):
    """Leaves the rows of one test for the table."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def found(folder):
    """{(format, consumer): [written, read, answers]}"""
    rows = {}
    for path in sorted(Path(folder).glob("*.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            key = (row["format"], row["consumer"])
            assert key not in rows, f"two tests tell of {key}"
            rows[key] = [f"{row[name]:,}" for name in FIELDS[2:]]
    return rows


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
    now, then = found(folder), told(text)
    if not now:
        print(f"skipped: no test of consumers has left anything in {folder}")
        sys.exit(77)
    if sys.argv[1] == "--write":
        before, rest = text.split(BEGIN)
        document.write_text(f"{before}{BEGIN}\n{table({**then, **now})}\n{END}{rest.split(END)[1]}",
                            encoding="utf-8")
        return
    different = [key for key in now if then.get(key) != now[key]]
    for key in different:
        print(f"{' | '.join(key)}: {document.name} says {then.get(key)}, found was {now[key]}")
    if different:
        sys.exit(f"hint: tests/format/table.py --write {document} {folder}")


if __name__ == "__main__":
    main()
