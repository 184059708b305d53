// SPDX-License-Identifier: Apache-2.0
// rdf_input: a graph that comes as RDF instead of documents or records.
#pragma once

#include "command/records.hpp"
#include "command/report.hpp"
#include "rdf/rdf.hpp"

#include <optional>
#include <string>

namespace nom::command {

/// The input, if it is one exported graph and nothing else: its ending tells (.ttl, .nt, .nq, .rdf;
/// also .trig, .graphml and what else is only written). Such a file is a whole graph;
/// `find_sources` reports those that stand among other input.
std::optional<std::string> rdf_file(const InputOptions& input);

/// Is this the name of an exported graph, though perhaps of one that is only written?
bool is_rdf(const std::string& path);

/// Why such a file is not read among other input.
Fault among_other_input(const std::string& path);

/// Reads it. Faults are reported, that its format is not read back among them; no value: there is
/// no graph.
std::optional<rdf::ReadGraph> read_rdf(const std::string& path, Report& report);

}  // namespace nom::command
