#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The order of the house: who may include what in src/.

A room includes its own files, and the doors (room/room.hpp) of the rooms that src/CMakeLists.txt
gives it, which are rooms above it. An outside library is met in the rooms of LIBRARIES only, and
in their .cpp files only, Boost.Graph apart: the graph value is one of its graphs.
"""

import re
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"

# Library: what its headers look like, and the rooms that may meet it.
LIBRARIES = {
    "utf8proc": (r"utf8proc\.h", {"name"}),
    "gumbo": (r"gumbo\.h", {"text"}),
    "rapidjson": (r"rapidjson/.+", {"pack", "record", "query", "format"}),
    "raptor": (r"raptor2/.+|raptor2?\.h", {"format"}),
    "serd": (r"serd/serd\.h", {"format"}),
    "CLI11": (r"CLI/.+", {"command"}),
    "boost": (r"boost/.+", {"graph", "resolve", "store", "query", "rdf", "network", "format"}),
    "SQLite": (r"sqlite3\.h", {"store"}),
    # Files are opened, locked and renamed by the command line; terminals are asked there.
    "POSIX": (r"(sys/)?[a-z0-9_]+\.h", {"command"}),
}
IN_HEADERS = {"boost"}

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]*)"|<([^>]*)>)')
STANDARD = re.compile(r"[a-z0-9_]+")
ROOM = re.compile(r"^\s*nom_room\(\s*([^)]*)\)", re.MULTILINE)


def rooms_of(cmake):
    """{room: rooms it may use} in the order of the house, and what is wrong with the list."""
    rooms, findings = {}, []
    for match in ROOM.finditer(re.sub(r"#.*", "", cmake)):
        name, *words = match.group(1).split()
        uses, keyword = [], None
        for word in words:
            if word in ("ROOMS", "LIBRARIES"):
                keyword = word
            elif keyword == "ROOMS":
                uses.append(word)
        for used in uses:
            if used not in rooms:
                findings.append(f"CMakeLists.txt: room {name} uses {used}, which is not above it")
        rooms[name] = set(uses)
    return rooms, findings


def library_of(header):
    for library, (pattern, _) in LIBRARIES.items():
        if re.fullmatch(pattern, header):
            return library
    return None


def findings_in_line(line, room, is_header, rooms):
    match = INCLUDE.match(line)
    if not match:
        return
    ours, outside = match.groups()
    if ours is not None:
        target, slash, rest = ours.partition("/")
        if not slash or target not in rooms:
            yield f'"{ours}" does not begin with a room'
        elif target == room:
            pass
        elif rest != f"{target}.hpp":
            yield f'"{ours}" is inside another room; its door is "{target}/{target}.hpp"'
        elif room is not None and target not in rooms[room]:
            yield f"room {room} may not use {target}: see src/CMakeLists.txt"
    elif not STANDARD.fullmatch(outside):
        library = library_of(outside)
        if library is None:
            yield f"<{outside}> belongs to no library that we know"
        elif room not in LIBRARIES[library][1]:
            yield f"<{outside}>: {library} is not met here"
        elif is_header and library not in IN_HEADERS:
            yield f"<{outside}>: {library} is met in .cpp files only"


def findings(source):
    """All breaches in a folder like src/, sorted, as file:line: sentence."""
    rooms, found = rooms_of((source / "CMakeLists.txt").read_text(encoding="utf-8"))
    for room in rooms:
        if not (source / room / f"{room}.hpp").is_file():
            found.append(f"{room}: the room has no door {room}/{room}.hpp")
    for path in sorted(p for p in source.rglob("*") if p.suffix in (".hpp", ".cpp")):
        parts = path.relative_to(source).parts
        name = "/".join(parts)
        room = parts[0] if len(parts) > 1 else None  # main.cpp stands before the house
        if room is not None and room not in rooms:
            found.append(f"{name}: {room} is not a room of CMakeLists.txt")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for sentence in findings_in_line(line, room, path.suffix == ".hpp", rooms):
                found.append(f"{name}:{number}: {sentence}")
    return found


class Layers(unittest.TestCase):
    def test_the_house_is_in_order(self):
        rooms, _ = rooms_of((SOURCE / "CMakeLists.txt").read_text(encoding="utf-8"))
        self.assertGreater(len(rooms), 10)
        self.assertEqual(findings(SOURCE), [])

    def check(self, files, expected, cmake="nom_room(name)\nnom_room(text ROOMS name LIBRARIES G)\n"
              "nom_room(graph\n  ROOMS name text)\n"):
        doors = {f"{room}/{room}.hpp": "" for room in ("name", "text", "graph")}
        with tempfile.TemporaryDirectory() as folder:
            for name, content in {"CMakeLists.txt": cmake, **doors, **files}.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8")
            self.assertEqual(findings(Path(folder)), expected)

    def test_doors_above_and_own_files_are_open(self):
        self.check({"text/a.cpp": '#include "text/inner.hpp"\n#include "name/name.hpp"\n'
                                  '#include <gumbo.h>\n#include <unordered_map>\n',
                    "graph/graph.hpp": "#include <boost/graph/adjacency_list.hpp>\n",
                    "main.cpp": '#include "graph/graph.hpp"\n'}, [])

    def test_inner_files_of_others_are_closed(self):
        self.check({"text/a.cpp": '\n#include "name/fold.hpp"\n',
                    "main.cpp": '#include "name/fold.hpp"\n'},
                   ['main.cpp:1: "name/fold.hpp" is inside another room; '
                    'its door is "name/name.hpp"',
                    'text/a.cpp:2: "name/fold.hpp" is inside another room; '
                    'its door is "name/name.hpp"'])

    def test_rooms_below_are_closed(self):
        self.check({"text/a.cpp": '#include "graph/graph.hpp"\n'},
                   ["text/a.cpp:1: room text may not use graph: see src/CMakeLists.txt"])

    def test_the_list_itself_must_be_in_order(self):
        self.check({}, ["CMakeLists.txt: room name uses text, which is not above it"],
                   "nom_room(name ROOMS text)\nnom_room(text)\nnom_room(graph)\n")

    def test_paths_begin_with_a_room(self):
        self.check({"text/a.cpp": '#include "text.hpp"\n#include "../name/name.hpp"\n'},
                   ['text/a.cpp:1: "text.hpp" does not begin with a room',
                    'text/a.cpp:2: "../name/name.hpp" does not begin with a room'])

    def test_libraries_are_met_where_they_live(self):
        self.check({"text/a.cpp": "#include <utf8proc.h>\n  # include <unistd.h>\n",
                    "text/b.hpp": "#include <gumbo.h>\n",
                    "graph/a.cpp": "#include <expat/x.hpp>\n"},
                   ["graph/a.cpp:1: <expat/x.hpp> belongs to no library that we know",
                    "text/a.cpp:1: <utf8proc.h>: utf8proc is not met here",
                    "text/a.cpp:2: <unistd.h>: POSIX is not met here",
                    "text/b.hpp:1: <gumbo.h>: gumbo is met in .cpp files only"])

    def test_every_folder_is_a_room_with_a_door(self):
        self.check({"util/a.cpp": ""}, ["util/a.cpp: util is not a room of CMakeLists.txt"])
        self.check({}, ["late: the room has no door late/late.hpp"],
                   "nom_room(name)\nnom_room(text)\nnom_room(graph)\nnom_room(late)\n")


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=0))
