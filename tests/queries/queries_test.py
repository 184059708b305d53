#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The queries of docs/queries: three engines and our own commands give the same answers.

    queries_test.py NOMENCLATOR PROJECT oxigraph|rdflib|jena     (exit 77: the engine is missing)
    queries_test.py NOMENCLATOR PROJECT --write             writes the expected answers anew

A query begins with comments: what it asks, `Over:` the example that it asks, `Like:` the command that
gives the same, `Where:` COLUMN=VALUE, the rows of that command's answer that are meant. The answer of
the command, in the columns of the query, is what is expected; it stands beside the query as CSV.
"""

import csv
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "support"))
import tools  # noqa: E402

EXAMPLE = re.compile(r"examples/([a-z-]+)/input")


def run(*command, code=0, **more):
    ran = subprocess.run(list(map(str, command)), capture_output=True, check=False, **more)
    if ran.returncode != code:
        sys.exit(f"{shlex.join(map(str, command))}: exit code {ran.returncode}\n{ran.stderr.decode()}")
    return ran.stdout.decode()


class Query:
    def __init__(self, path):
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        lines = [line[2:] for line in self.text.splitlines() if line.startswith("# ")]
        self.tells = {key: value for key, _, value in (line.partition(": ") for line in lines[1:])}
        self.columns = re.search(r"^SELECT (?:DISTINCT )?(.*) \{$", self.text, re.M)[1].replace("?", "").split()

    def own_answer(self, program, project):
        """What the command of `Like:` says, in the columns of the query, sorted."""
        like = EXAMPLE.sub(lambda m: str(project / "exports" / m[1] / "records.jsonl"), self.tells["Like"])
        words = shlex.split(like)
        rows = list(csv.DictReader(io.StringIO(run(program, *words[1:], "--results", "csv"))))
        if "Where" in self.tells:
            column, _, value = self.tells["Where"].partition("=")
            rows = [row for row in rows if row[column] == value]
        return sorted([row[column] for column in self.columns] for row in rows)

    def expected(self):
        with self.path.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
            columns, *rows = csv.reader(file)
        if columns != self.columns:
            sys.exit(f"{self.path.name}: its answer has other columns: {columns}")
        return rows


def oxigraph(program, project, folder):
    modules = project / "tests" / "npm"
    tools.skip_without(["node"], npm=["oxigraph"], node_modules=modules / "node_modules")
    environment = dict(os.environ, NOMENCLATOR_SPARQL=str(modules))

    def ask(query):
        told = run(program, "sparql", query.path, project / "exports" / query.tells["Over"] / "records.jsonl",
                   "--results", "csv", env=environment)
        return list(csv.reader(io.StringIO(told)))[1:]
    return ask


def rdflib(program, project, folder):
    tools.skip_without(modules=["rdflib"])
    import rdflib as library
    graphs = {}

    def ask(query):
        over = query.tells["Over"]
        if over not in graphs:
            quads = folder / f"{over}.nq"
            run(program, "export", project / "exports" / over / "records.jsonl", "--format", "nquads", "-o", quads)
            graphs[over] = library.Dataset(default_union=True)
            graphs[over].parse(quads, format="nquads")
        rows = graphs[over].query(query.text)
        return [["" if cell is None else str(cell) for cell in row] for row in rows]
    return ask


def jena(program, project, folder):
    import jena as library
    library.skip_without_jena()
    engine = library.Jena(folder / "resources")
    stores = {}

    def ask(query):
        over = query.tells["Over"]
        if over not in stores:
            paths = {form: folder / f"{over}.{extension}" for form, extension in (("nquads", "nq"), ("turtle", "ttl"))}
            for form, path in paths.items():
                run(program, "export", project / "exports" / over / "records.jsonl", "--format", form, "-o", path)
            stores[over] = engine.store(folder / over, *paths.values())
        return engine.ask(stores[over], query.text)
    return ask


def main():
    program, project, what = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    queries = [Query(path) for path in sorted((project / "docs" / "queries").glob("*.rq"))]
    if len(queries) < 20:
        sys.exit(f"only {len(queries)} queries")
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        if what == "--write":
            ask = oxigraph(program, project, Path(folder))
            for query in queries:
                answer = io.StringIO()
                csv.writer(answer, lineterminator="\n").writerows([query.columns, *ask(query)])
                path = query.path.with_suffix(".csv")
                if not path.exists() or path.read_text(encoding="utf-8") != answer.getvalue():
                    path.write_text(answer.getvalue(), encoding="utf-8")
                    print(f"remade {path.relative_to(project)}")
        else:
            ask = {"oxigraph": oxigraph, "rdflib": rdflib, "jena": jena}[what](program, project, Path(folder))
        for query in queries:
            own, expected = query.own_answer(program, project), query.expected()
            answer = expected if what == "--write" else ask(query)
            for name, rows in (("the engine", sorted(answer)), ("our command", own)):
                if rows != sorted(expected) or not rows:
                    wrong += 1
                    print(f"{query.path.name}: {name} says\n  {rows}\nexpected\n  {sorted(expected)}")
            if what == "oxigraph" and answer != expected:
                wrong += 1
                print(f"{query.path.name}: the rows come in another order")
    print(f"{len(queries)} queries, {wrong} wrong")
    if wrong and what != "--write":
        print("hint: scripts/remake queries writes the expected answers anew, where the program is right")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
