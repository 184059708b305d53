// SPDX-License-Identifier: Apache-2.0
// sparql: a query on a graph, by Oxigraph in a process of its own. The engine comes from npm and is
// run by Node.js (sparql.js, which the program carries); it gets the query and the graph as N-Quads
// through a pipe and reads nothing else.
#pragma once

#include "command/output.hpp"
#include "format/format.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace nom::command {

/// Forms of an answer: those of SPARQL 1.1, aligned columns, and N-Triples for CONSTRUCT and
/// DESCRIBE (which give a row for each triple in the others).
inline constexpr std::array<std::string_view, 6> sparql_forms = {"table", "csv", "tsv",
                                                                 "json",  "xml", "ntriples"};

struct Query {
  std::string file;         ///< name of the query in faults
  std::string text;         ///< SPARQL 1.1
  std::string form;         ///< one of `sparql_forms`; "?" before it: but triples as N-Triples
  std::size_t rows = 0;     ///< the most to give; 0: all
  std::size_t seconds = 0;  ///< the most that loading and answering may take; 0: any
};

struct Answered {
  bool found = false;                ///< any row or triple; always true for ASK
  std::optional<std::string> cut{};  ///< how many rows there were, if not all are given
};

/// The folder in which npm has installed the engine: $NOMENCLATOR_SPARQL, or nomenclator/sparql
/// below $XDG_DATA_HOME or ~/.local/share. No value if it is not there.
std::optional<std::string> engine_folder();

/// Asks, and writes the answer. Faults: FaultKind::syntax with line and column of the query, io for
/// a query that takes too long, and those of `out` and of the format.
Result<Answered> ask(const std::string& engine, const Query& query, const Graph& graph,
                     const FormatOptions& options, Output& out);

}  // namespace nom::command
