# SPDX-License-Identifier: Apache-2.0
"""Apache Jena as Debian packages it, in this process: its readers (RIOT), its store (TDB2) and its engine
(ARQ). JPype starts one JVM, which takes a second, for all that a test reads and asks.

The package does not start as it is shipped: the classes of Xerces are in `xerces`, and look there for
resources that were left in `org/apache/jena/ext/xerces`. A copy of these, in a folder on the class path,
is all that it lacks.
"""

import csv
import io
import zipfile
from pathlib import Path

import tools

JAVA = Path("/usr/share/java")
JARS = ["org.jpype", "jena-arq", "jena-base", "jena-core", "jena-iri", "jena-tdb2", "jena-dboe-base", "jena-dboe-index",
        "jena-dboe-storage", "jena-dboe-trans-data", "jena-dboe-transaction", "commons-compress", "commons-lang3",
        "dexx.collection", "guava", "slf4j-api", "slf4j-nop", "thrift"]
MISPLACED, WANTED = "org/apache/jena/ext/xerces/", "xerces/"


def skip_without_jena():
    tools.skip_without(["java"], ["jpype"], files=[str(JAVA / "jena-arq.jar")])


class Jena:
    """May be made once in a process. `folder` gets the resources; it has to stay."""

    def __init__(self, folder):
        import jpype
        with zipfile.ZipFile(JAVA / "jena-core.jar") as jar:
            for name in jar.namelist():
                if name.startswith(MISPLACED) and not name.endswith("/"):
                    path = Path(folder, WANTED + name[len(MISPLACED):])
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(jar.read(name))
        # A JVM that is to live for seconds: no second compiler, no threads for garbage.
        jpype.startJVM("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", convertStrings=True,
                       classpath=[str(folder), *(str(JAVA / f"{name}.jar") for name in JARS)])
        self.list = jpype.JClass("java.util.ArrayList")
        self.bytes = jpype.JClass("java.io.ByteArrayOutputStream")
        jena = jpype.JPackage("org").apache.jena
        self.version = str(jena.Jena.VERSION)
        self.jena = jena

        @jpype.JImplements("org.apache.jena.riot.system.ErrorHandler")
        class Messages:
            def __init__(self):
                self.said = []

            @jpype.JOverride
            def warning(self, message, line, column):
                self.said.append(f"warning: {message}")

            @jpype.JOverride
            def error(self, message, line, column):
                self.said.append(f"error: {line}:{column}: {message}")

            @jpype.JOverride
            def fatal(self, message, line, column):
                raise ValueError(f"{line}:{column}: {message}")
        self.messages = Messages

    def read(self, path):
        """(quads, triples, messages) of a file, the first two as Java's sets. The extension tells the syntax;
        texts, IRIs and the values of literals are checked."""
        messages = self.messages()
        dataset = self.jena.query.DatasetFactory.create()
        self.jena.riot.RDFParser.source(str(path)).checking(True).strict(True).errorHandler(messages).parse(dataset)
        dataset = dataset.asDatasetGraph()
        as_set = self.jena.atlas.iterator.Iter.toSet
        quads, default = as_set(dataset.find()), dataset.getDefaultGraph()
        self.jena.graph.GraphUtil.addInto(default, dataset.getUnionGraph())
        return quads, as_set(default.find()), messages.said

    def store(self, folder, *paths):
        """A store in a new folder, with files loaded as `tdb2.tdbloader --loc FOLDER PATH …` does."""
        dataset = self.jena.tdb2.TDB2Factory.connectDataset(str(folder))
        self.jena.tdb2.loader.Loader.load(dataset.asDatasetGraph(), self.list([str(path) for path in paths]), False)
        return dataset

    def ask(self, dataset, query):
        """The rows that a SELECT gives, each a list of texts; what is not bound is empty."""
        told = self.bytes()
        dataset.begin(self.jena.query.ReadWrite.READ)
        try:
            running = self.jena.query.QueryExecutionFactory.create(query, dataset)
            self.jena.query.ResultSetFormatter.outputAsCSV(told, running.execSelect())
            running.close()
        finally:
            dataset.end()
        return list(csv.reader(io.StringIO(told.toString("UTF-8"), newline="")))[1:]
