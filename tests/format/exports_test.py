#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Other people's readers of our networks, tables and entities.

    exports_test.py Debian|Npm WRITE_EXPORTS NODE_MODULES FOLDER     (exit 77: a reader is missing)

WRITE_EXPORTS writes small graphs in every form and says how much there is in each. Every reader must
find as much, and what is read must be what was meant. How much was written, read and compared is
left in FOLDER for the table of docs/formats.md.
"""

import collections
import csv
import json
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "support")]
import table  # noqa: E402
import tools  # noqa: E402
from tools import BASE, HOLDERS, KINDS, SECRETARY  # noqa: E402

# With these a spreadsheet begins a formula; CSV has an apostrophe before them.
FORMULA = r"[=+\-@\t\r\n＝＋－＠]"


def within(day, start, end):
    """Both ends are days that count; none: unbounded."""
    return (not start or start <= day) and (not end or day <= end)


def before(day, start, end):
    """The end is the first day that does not count."""
    return (not start or start <= day) and (not end or day < end)


class Exports(unittest.TestCase):
    program = modules = rows = None

    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        worlds = tools.Worlds(cls.program, holder.name)
        cls.folder, cls.networks, cls.things = worlds.folder, worlds.networks, worlds.things

    def each(self, extension, suffix=""):
        """(path, world, projection, nodes, ties) of a format for networks."""
        for (world, projection), (nodes, ties) in self.networks.items():
            counts = ties if extension == "gexf" else nodes
            yield self.folder / world / f"{projection}{suffix}.{extension}", world, projection, *counts

    def run_tool(self, *command):
        ran = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False)
        self.assertEqual((ran.returncode, ran.stderr), (0, ""), command)
        return ran.stdout

    def people_of(self, world):
        return self.folder / world / "csv" / "people.csv"

    def names(self, world):
        """What people are called, as the table of people has it, which the tests of tables check; without
        the apostrophe before what a spreadsheet would take for a formula."""
        with open(self.people_of(world), newline="", encoding="utf-8") as file:
            return sorted(re.sub(f"^'(?={FORMULA})", "", row["name"]) for row in csv.DictReader(file))


def spells_in(edge, name):
    return [(spell.get("start"), spell.get("end")) for spell in edge.iter(name + "spell")]


class Debian(Exports):
    # ---- structure, after the schemas of GraphML and GEXF

    def test_xmllint(self):
        for extension in ("graphml", "gexf"):
            for suffix in ("", "-1.2") if extension == "gexf" else ("",):
                for path, _, _, nodes, ties in self.each(extension, suffix):
                    self.run_tool("xmllint", "--noout", "--nonet", path)
                    count = 0
                    for element in ("node", "edge"):
                        count += int(float(self.run_tool(
                            "xmllint", "--xpath", f"count(//*[local-name()='{element}'])", path)))
                    self.rows.add("GEXF 1.2" if suffix else "GEXF 1.3" if extension == "gexf" else
                              "GraphML", "xmllint", nodes + ties, count, 0)

    def schema_faults(self, path):
        """What xmllint says against our schema for the format."""
        schema = {"graphml": "graphml", "gexf": "gexf-1.3"}[path.suffix[1:]]
        ran = subprocess.run(["xmllint", "--noout", "--nonet", "--relaxng",
                              Path(__file__).parent / f"{schema}.rng", path],
                             capture_output=True, text=True, check=False)
        return "" if ran.returncode == 0 else ran.stderr

    def test_xmllint_finds_networks_valid(self):
        for extension, name in (("graphml", "GraphML"), ("gexf", "GEXF 1.3")):
            paths = [path for path, *_ in self.each(extension)]
            for path in paths:
                self.assertEqual(self.schema_faults(path), "")
            self.rows.add(name, "xmllint", 0, 0, len(paths))
        whole = (self.folder / "whole" / "holders.gexf").read_text(encoding="utf-8")
        for right, wrong in (('kind="holds"', 'type="arc" kind="holds"'), ('id="e0"', 'id="e/0"'),
                             ('start="2016-01-01"', 'start="2016"'), ('<viz:size value="', '<viz:size value="-'),
                             ("<spells>", "<spells><spel/>")):
            broken = self.folder / "broken.gexf"
            self.assertIn(right, whole)
            broken.write_text(whole.replace(right, wrong, 1), encoding="utf-8")
            self.assertNotEqual(self.schema_faults(broken), "", wrong)

    def check_gexf(self, path, version, nodes, ties):
        space, viz = {
            "1.3": ("http://gexf.net/1.3", "http://gexf.net/1.3/viz"),
            "1.2": ("http://www.gexf.net/1.2draft", "http://www.gexf.net/1.2draft/viz"),
        }[version]
        name, viz = f"{{{space}}}", f"{{{viz}}}"
        root = xml.etree.ElementTree.parse(path).getroot()
        self.assertEqual((root.tag, root.get("version")), (name + "gexf", version))
        self.assertEqual([child.tag for child in root], [name + "meta", name + "graph"])
        graph = root.find(name + "graph")
        self.assertEqual([child.tag for child in graph],
                         [name + "attributes"] * 2 + [name + "nodes", name + "edges"])
        self.assertEqual((graph.get("mode"), graph.get("timeformat")), ("dynamic", "date"))
        declared = {}
        for block in graph.findall(name + "attributes"):
            ids = [attribute.get("id") for attribute in block]
            self.assertEqual(len(set(ids)), len(ids))
            for attribute in block:
                self.assertEqual(attribute.get("title"), attribute.get("id"))
                self.assertIn(attribute.get("type"), ("string", "integer"))
            declared[block.get("class")] = set(ids)
        self.assertEqual(set(declared), {"node", "edge"})
        found_nodes = graph.find(name + "nodes").findall(name + "node")
        edges = graph.find(name + "edges").findall(name + "edge")
        self.assertEqual((len(found_nodes), len(edges)), (nodes, ties))
        ids = {node.get("id") for node in found_nodes}
        self.assertEqual(len(ids), nodes)
        self.assertEqual(len({edge.get("id") for edge in edges}), ties)
        kinds = collections.Counter()
        for node in found_nodes:
            self.assertTrue(node.get("label"))
            for part in ("size", "position", "color"):
                self.assertEqual(len(node.findall(viz + part)), 1)
        for edge in edges:
            self.assertIn(edge.get("source"), ids)
            self.assertIn(edge.get("target"), ids)
            self.assertIsNone(edge.get("type"))  # all are of the default type
            self.assertNotEqual(edge.get("weight"), "0.0")
            kinds[edge.get("source"), edge.get("target"), edge.get("kind") or edge.get("label")] += 1
        if version == "1.3":  # or Gephi would unite them
            self.assertEqual([kind for kind, count in kinds.items() if count > 1], [])
        for kind, elements in (("node", found_nodes), ("edge", edges)):
            for element in elements:
                given = [value.get("for") for value in element.iter(name + "attvalue")]
                self.assertEqual(len(set(given)), len(given))
                self.assertLessEqual(set(given), declared[kind])
                last = ""
                for start, end in spells_in(element, name):
                    self.assertTrue(start or end)
                    for day in (start, end):
                        self.assertRegex(day or "2000-01-01", r"^\d{4}-\d\d-\d\d$")
                    self.assertTrue(not start or not end or start <= end)
                    self.assertTrue(last is not None and last < (start or "9"), "spells overlap")
                    last = end
        return found_nodes, edges, name

    def test_gexf_keeps_the_rules_of_its_readers(self):
        for version, suffix in (("1.3", ""), ("1.2", "-1.2")):
            for path, world, projection, nodes, ties in self.each("gexf", suffix):
                with self.subTest(path=path):
                    self.check_gexf(path, version, nodes, ties)

    def test_gexf_has_the_holders_of_a_day_in_its_spells(self):
        for version, suffix in (("1.3", ""), ("1.2", "-1.2")):
            path = self.folder / "whole" / f"holders{suffix}.gexf"
            nodes, edges, name = self.check_gexf(
                path, version, *self.networks["whole", "holders"][1])
            labels = {node.get("id"): node.get("label") for node in nodes}
            for day, _, possible in HOLDERS:
                holders = [labels[edge.get("source")] for edge in edges
                           if edge.get("label") == "holds" and labels[edge.get("target")] == SECRETARY
                           and any(within(day, *spell) for spell in spells_in(edge, name))]
                self.assertEqual(sorted(holders), possible, day)
            self.rows.add(f"GEXF {version}", "xmllint", 0, 0, len(HOLDERS))

    def test_graphml_keeps_the_rules_of_its_readers(self):
        name = "{http://graphml.graphdrawing.org/xmlns}"
        for path, _, _, nodes, ties in self.each("graphml"):
            root = xml.etree.ElementTree.parse(path).getroot()
            keys = {key.get("id"): key for key in root.iter(name + "key")}
            self.assertEqual(len(keys), len(list(root.iter(name + "key"))))
            for key in keys.values():
                self.assertIn(key.get("for"), ("node", "edge"))
                self.assertIn(key.get("attr.type"), ("string", "int", "double"))
            ids = [e.get("id") for kind in ("node", "edge") for e in root.iter(name + kind)]
            self.assertEqual(len(ids), nodes + ties)
            self.assertEqual(len(set(ids)), len(ids))
            for kind in ("node", "edge"):
                for element in root.iter(name + kind):
                    given = [data.get("key") for data in element]
                    self.assertEqual(len(set(given)), len(given))
                    for data in element:
                        self.assertEqual(keys[data.get("key")].get("for"), kind)
                        self.assertTrue(data.text)

    # ---- networkx and igraph

    def test_networkx_reads_graphml(self):
        import networkx
        for path, world, projection, nodes, ties in self.each("graphml"):
            graph = networkx.read_graphml(path, force_multigraph=True)
            self.assertEqual(graph.is_directed(), projection != "co-tenure")
            names = sorted(d["label"] for _, d in graph.nodes(data=True) if d["kind"] == "person")
            answers = 0
            if projection == "whole":
                self.assertEqual(names, self.names(world))
                answers = len(names)
            places = set()
            for _, data in graph.nodes(data=True):
                self.assertIn(data["kind"], KINDS)
                self.assertTrue(data["iri"].startswith(BASE + data["kind"]))
                self.assertRegex(data["color"], "^#[0-9a-f]{6}$")
                self.assertTrue(4 <= data["size"] <= 24)
                places.add((data["x"], data["y"]))
            self.assertEqual(len(places), nodes)
            for a, b, data in graph.edges(data=True):
                if data["label"] == "under":
                    self.assertLess(graph.nodes[a]["y"], graph.nodes[b]["y"])
                    answers += 1
            self.rows.add("GraphML", "networkx", nodes + ties, len(graph) + graph.number_of_edges(),
                      answers)

    def test_networkx_reads_gexf_1_2(self):
        import networkx
        for path, world, projection, nodes, ties in self.each("gexf", "-1.2"):
            graph = networkx.read_gexf(path)
            self.assertEqual(graph.is_directed(), projection != "co-tenure")
            answers = 0
            if projection == "whole":
                names = sorted(d["label"] for _, d in graph.nodes(data=True) if d["kind"] == "person")
                self.assertEqual(names, self.names(world))
                answers = len(names)
            if (world, projection) == ("whole", "holders"):
                labels = dict(graph.nodes(data="label"))
                for day, _, possible in HOLDERS:
                    holders = [labels[a] for a, b, d in graph.edges(data=True)
                               if labels[b] == SECRETARY and any(
                                   within(day, *[None if e == "None" else e for e in spell])
                                   for spell in d["spells"])]
                    self.assertEqual(sorted(holders), possible, day)
                answers += len(HOLDERS)
            self.rows.add("GEXF 1.2", "networkx", nodes + ties, len(graph) + graph.number_of_edges(),
                      answers)

    def test_igraph_reads_graphml(self):
        import igraph
        for path, world, projection, nodes, ties in self.each("graphml"):
            graph = igraph.Graph.Read_GraphML(str(path))
            answers = 0
            if nodes:
                self.assertEqual(graph.is_directed(), projection != "co-tenure")
                self.assertEqual(set(graph.vs["kind"]) - set(KINDS), set())
                self.assertNotIn("", graph.vs["label"])
                if ties:
                    self.assertNotIn("", graph.es["label"])
                if projection == "whole":
                    names = sorted(v["label"] for v in graph.vs if v["kind"] == "person")
                    self.assertEqual(names, self.names(world))
                    answers = len(names)
            self.rows.add("GraphML", "igraph", nodes + ties, graph.vcount() + graph.ecount(), answers)

    def test_co_tenure_counts_days(self):
        import networkx
        graph = networkx.read_graphml(self.folder / "many" / "co-tenure.graphml")
        # What the tables say, worked out anew: in a body at once, from start_latest until before
        # end_earliest.
        from datetime import date
        there = collections.defaultdict(lambda: collections.defaultdict(set))
        with open(self.folder / "many" / "csv" / "tenures.csv", newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                days = [date.fromisoformat(row[c]).toordinal() for c in ("start_latest", "end_earliest")]
                there[row["body"]][row["person"]].update(range(*days))
        shared = collections.defaultdict(set)  # a day in two bodies is one day
        for people in there.values():
            for a in people:
                for b in people:
                    if a < b:
                        shared[a, b] |= people[a] & people[b]
        keys = dict(graph.nodes(data="key"))
        read = {tuple(sorted((keys[a], keys[b]))): int(d["weight"])
                for a, b, d in graph.edges(data=True)}
        self.assertEqual(read, {pair: len(days) for pair, days in shared.items() if days})
        self.assertGreater(len(read), 100)
        self.rows.add("GraphML", "networkx", 0, 0, len(read))

    # ---- Graphviz

    def test_graphviz_draws_dot(self):
        for path, world, projection, nodes, ties in self.each("gv"):
            if world == "many":
                continue  # takes dot minutes
            plain = self.run_tool("dot", "-Tplain", path)
            svg = self.run_tool("dot", "-Tsvg", path)
            found = collections.Counter(line.split(" ", 1)[0] for line in plain.splitlines())
            if projection == "whole":  # the chart: see below
                continue
            self.assertEqual(svg.count('class="node"'), nodes)
            self.rows.add("DOT", "Graphviz", nodes + ties, found["node"] + found["edge"], 0)

    def test_graphviz_draws_the_chart(self):
        svg = self.run_tool("dot", "-Tsvg", self.folder / "whole" / "whole.gv")
        name = "{http://www.w3.org/2000/svg}"
        texts = [[text.text for text in group.iter(name + "text")]
                 for group in xml.etree.ElementTree.fromstring(svg).iter(name + "g")
                 if group.get("class") == "node"]
        expected = [
            ["Vel Council"], ["Harbour Board"], ["Guild"],
            [SECRETARY, "Bo Rask, former, 2016 to 2021-11-03", "Đặng Olenė, current, since 2021-11"],
            ["Governor of Vel", "Ann Lee, acting"],
            ["Bo Rask"],  # the other one, of whom no post is known
        ]
        self.assertEqual(sorted(texts), sorted(expected))
        self.rows.add("DOT", "Graphviz", len(expected), len(texts), sum(map(len, expected)))
        hostile = self.run_tool("dot", "-Tsvg", self.folder / "hostile" / "whole.gv")
        texts = [" ".join("".join(text.itertext()).replace("\u00a0", " ").split())
                 for group in xml.etree.ElementTree.fromstring(hostile).iter(name + "g")
                 if group.get("class") == "node" for text in [group]]
        for expected in ("\"quoted\" & <tagged> 'n' \\slashed\\ \"\"\"",
                         "]]> --> <?x ?> &amp; &#0; @prefix . ; , \"@en", "trailing backslash\\"):
            self.assertTrue(any(expected in text for text in texts), expected)
        self.assertEqual(len(texts), self.things["hostile"]["person"])
        self.rows.add("DOT", "Graphviz", self.things["hostile"]["person"], len(texts), 3)

    # ---- tables

    def read_csv(self, path):
        data = path.read_bytes()
        text = data.decode("utf-8")
        self.assertFalse(text.startswith("\ufeff"))
        self.assertTrue(text.endswith("\r\n"))
        with open(path, newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file, strict=True))
        for row in rows:
            self.assertNotIn(None, row)  # too many fields
            self.assertNotIn(None, row.values())  # too few
        return rows

    def test_tables(self):
        files = {"people": "person", "bodies": "body", "posts": "post", "tenures": "tenure",
                 "resolutions": "resolution", "events": "event", "places": "place",
                 "documents": "document", "evidence": "evidence"}
        for world, things in self.things.items():
            tables = {path.stem: self.read_csv(path) for path in (self.folder / world / "csv").iterdir()}
            ids = {row["id"]: row for rows in tables.values() for row in rows if "id" in row}
            answers = 0
            for name, kind in files.items():
                for row in tables[name]:
                    for column, other in row.items():  # what is referred to is there
                        if f"{column}_name" in row and other:
                            self.assertEqual(ids[other]["name"], row[f"{column}_name"])
                            answers += 1
                self.rows.add("CSV", "Python's csv", things[kind], len(tables[name]), 0)
            for row in tables["tenures"]:
                self.assertTrue(row["person"] and row["post"])
            for rows in tables.values():
                for row in rows:
                    for value in row.values():
                        self.assertNotRegex(value, f"^{FORMULA}")
            if world == "hostile":
                self.assertIn("'=1+1", [row["name"] for row in tables["people"]])
            self.rows.add("CSV", "Python's csv", 0, 0, answers)

    def test_tables_tell_the_holders_of_a_day(self):
        rows = self.read_csv(self.folder / "whole" / "csv" / "tenures.csv")
        for day, certain, possible in HOLDERS:
            of_post = [row for row in rows if row["post_name"] == SECRETARY]
            self.assertEqual(sorted(
                row["person_name"] for row in of_post
                if before(day, row["start_earliest"], row["end_latest"])), possible, day)
            self.assertEqual(sorted(
                row["person_name"] for row in of_post if row["start_latest"] and row["end_earliest"]
                and before(day, row["start_latest"], row["end_earliest"])), certain, day)
        self.rows.add("CSV", "Python's csv", 0, 0, 2 * len(HOLDERS))

    def test_neo4j_and_gephi_tables(self):
        """Neither program is in Debian: the rules of their manuals, checked on what Python reads."""
        for (world, projection), (counts, _) in self.networks.items():
            folder = self.folder / world
            for name, files, id_column, ends in (
                    ("Neo4j", (f"neo4j-{projection}/nodes.csv", f"neo4j-{projection}/relationships.csv"),
                     "key:ID", (":START_ID", ":END_ID", ":TYPE")),
                    ("Gephi tables", (f"gephi-{projection}/nodes.csv", f"gephi-{projection}/edges.csv"),
                     "Id", ("Source", "Target", "Kind"))):
                nodes, ties = (self.read_csv(folder / file) for file in files)
                ids = {row[id_column] for row in nodes}
                self.assertEqual(len(ids), len(nodes))
                for row in ties:
                    self.assertLessEqual({row[ends[0]], row[ends[1]]}, ids)
                    self.assertTrue(row[ends[2]])
                for row in nodes + ties:
                    for column, value in row.items():
                        if column.endswith(":int") and value:
                            self.assertRegex(value, r"^\d+$")
                        if column.endswith(":date") and value:
                            self.assertRegex(value, r"^\d{4}-\d\d-\d\d$")
                self.rows.add(name, "Python's csv", sum(counts), len(nodes) + len(ties), 0)

    # ---- Popolo

    def test_popolo(self):
        lists = {"persons": "person", "organizations": "body", "posts": "post",
                 "memberships": "tenure", "areas": "place", "events": "event"}
        for world, things in self.things.items():
            document = json.loads((self.folder / world / "popolo.json").read_text(encoding="utf-8"))
            self.assertEqual(set(document), set(lists))
            ids = {name: {one["id"]: one for one in document[name]} for name in lists}
            targets = {"parent_id": None, "person_id": "persons", "organization_id": "organizations",
                       "post_id": "posts", "area_id": "areas"}
            answers = 0
            for name, ones in document.items():
                self.assertEqual(len(ids[name]), len(ones))
                for one in ones:
                    for field, value in one.items():
                        if field.endswith("_id"):
                            if value is not None:
                                self.assertIn(value, ids[targets[field] or name])
                                answers += 1
                        elif field.endswith("_date"):
                            self.assertRegex(value or "2000", r"^\d{4}(-\d\d(-\d\d)?)?$")
                        else:
                            self.assertTrue(value or value == [], field)
                self.rows.add("Popolo", "Python's json", things[lists[name]], len(ones), 0)
            for one in document["memberships"]:
                self.assertIn("organization_id", one)
                self.assertEqual(ids["posts"][one["post_id"]]["organization_id"],
                                 one["organization_id"])
            self.assertEqual(sorted(one["name"] for one in document["persons"]), self.names(world))
            self.rows.add("Popolo", "Python's json", 0, 0, answers + len(document["persons"]))


class Npm(Exports):
    def node(self, what, files):
        ran = subprocess.run(["node", Path(__file__).parent / "readers.mjs", self.modules, what,
                              *files], capture_output=True, text=True, check=False)
        self.assertEqual((ran.returncode, ran.stderr), (0, ""))
        return json.loads(ran.stdout)

    def test_graphology_reads_graphml_and_gexf(self):
        for extension, name in (("graphml", "GraphML"), ("gexf", "GEXF 1.3")):
            files = list(self.each(extension))
            read = self.node("graph", [path for path, *_ in files])
            for path, world, projection, nodes, ties in files:
                graph = read[str(path)]
                with self.subTest(path=path):
                    for what in ("placed", "coloured", "sized"):
                        self.assertEqual(graph[what], nodes, what)
                    self.assertEqual(graph["directed"], 0 if projection == "co-tenure" else ties)
                    answers = 3 * nodes
                    if projection == "whole":
                        people = sorted(label for kind, label in graph["nodesOf"] if kind == "person")
                        self.assertEqual(people, self.names(world))
                        answers += len(people)
                    if (world, projection) == ("whole", "bodies"):
                        self.assertEqual(sorted(graph["ties"]), [
                            ["Guild", "under", "Vel Council"], ["Harbour Board", "under", "Vel Council"]])
                        answers += 2
                    self.rows.add(name, "graphology", nodes + ties, graph["nodes"] + graph["edges"], answers)

    def test_papaparse_reads_tables(self):
        for name, folder in (("CSV", "csv"), ("Neo4j", "neo4j-whole"), ("Gephi tables", "gephi-whole")):
            files = [path for world in self.things for path in sorted((self.folder / world / folder).iterdir())]
            for path, read in self.node("table", files).items():
                with open(path, newline="", encoding="utf-8") as file:
                    rows = list(csv.DictReader(file))
                self.assertEqual(read["errors"], [])
                self.assertEqual(read["rows"], rows)
                self.rows.add(name, "papaparse", len(rows), len(read["rows"]), sum(map(len, rows)))

    def test_followthemoney_knows_every_entity(self):
        files = [self.folder / world / "ftm.ftm" for world in self.things]
        schemata = {"person": ["Person"], "body": ["PublicBody", "Company", "Organization"],
                    "post": ["Position"], "tenure": ["Occupancy"], "resolution": ["Document"],
                    "event": ["Event"], "place": ["Address"], "document": ["Article"]}
        read = self.node("entities", files)
        for (world, things), path in zip(self.things.items(), files):
            self.assertEqual(read[str(path)]["faults"], [])
            entities = read[str(path)]["entities"]
            self.assertEqual(path.read_text(encoding="utf-8").count("\n"), len(entities))
            count = collections.Counter(entity["schema"] for entity in entities)
            for kind, names in schemata.items():
                self.rows.add("FollowTheMoney", "followthemoney", things[kind],
                          sum(count[name] for name in names), 0)
            self.rows.add("FollowTheMoney", "followthemoney", 0, 0,
                      sum(len(entity["properties"]) for entity in entities))
            if world == "whole":
                by_id = {entity["id"]: entity["properties"] for entity in entities}
                terms = sorted(
                    (by_id[e["properties"]["holder"][0]]["name"][0],
                     by_id[e["properties"]["post"][0]]["name"][0],
                     *[(e["properties"].get(p) or [None])[0] for p in ("startDate", "endDate", "status")])
                    for e in entities if e["schema"] == "Occupancy")
                self.assertEqual(terms, [
                    ("Ann Lee", "Governor of Vel", None, None, "unknown"),
                    ("Bo Rask", SECRETARY, "2016", "2021-11-03", "ended"),
                    ("Đặng Olenė", SECRETARY, "2021-11", None, "current")])
                self.rows.add("FollowTheMoney", "followthemoney", 0, 0, 15)


if __name__ == "__main__":
    chosen, Exports.program, Exports.modules, folder = [sys.argv.pop(1) for _ in range(4)]
    Exports.rows = table.Rows(Path(folder) / f"exports-{chosen}.json")
    if chosen == "Npm":
        tools.skip_without(["node"], npm=["@alephdata/followthemoney", "graphology", "graphology-gexf",
                                          "graphology-graphml", "papaparse"], node_modules=Exports.modules)
    else:
        tools.skip_without(["dot", "xmllint"], ["igraph", "networkx"])
    suite = unittest.defaultTestLoader.loadTestsFromTestCase({"Debian": Debian, "Npm": Npm}[chosen])
    if not unittest.TextTestRunner(verbosity=0).run(suite).wasSuccessful():
        sys.exit(1)
    Exports.rows.leave()
