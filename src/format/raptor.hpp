// SPDX-License-Identifier: Apache-2.0
// raptor: triples as bytes, through Raptor 2. What it is known to spoil never reaches it: see
// rdf/rdf.hpp. Its return codes say little, so anything that it logs is a fault.
#pragma once

#include "format/format.hpp"

namespace nom::format {

enum class Syntax { turtle, ntriples };

/// Writes the graph. Raptor's Turtle writer holds all that it is given until it ends, so it is
/// begun anew every `chunk` statements, between two subjects, and what it puts before the first
/// subject (base and prefixes) is written once, by us. The size of a chunk changes no byte.
Result<Done> write_triples(const Graph& graph, const FormatOptions& options, Sink& sink,
                           Syntax syntax, std::size_t chunk = 100'000);

}  // namespace nom::format
