// SPDX-License-Identifier: Apache-2.0
// rdf_input: a graph that comes as RDF instead of documents or records.
#pragma once

#include "command/records.hpp"
#include "command/report.hpp"
#include "rdf/rdf.hpp"

#include <optional>
#include <string>

namespace nom::command {

/// The input, if it is one RDF file and nothing else: its ending tells (.ttl, .nt, .nq, .rdf). Such
/// a file is a whole graph.
std::optional<std::string> rdf_file(const InputOptions& input);

/// Why an exported graph is not read among documents and records, by its ending: it is RDF, which
/// is read alone, or is only written (.trig, .graphml …). No value for what may be read so.
std::optional<Fault> why_no_source(const std::string& path);

/// Reads it. Faults are reported; no value: there is no graph.
std::optional<rdf::ReadGraph> read_rdf(const std::string& path, Report& report);

}  // namespace nom::command
