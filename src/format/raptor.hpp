// SPDX-License-Identifier: Apache-2.0
// raptor: triples and quads as bytes and back, through Raptor 2. What it is known to spoil when it
// writes never reaches it: see rdf/rdf.hpp. Its return codes say little, so anything that it logs
// is a fault.
#pragma once

#include "format/format.hpp"

namespace nom::format {

/// The syntaxes that Raptor writes as it goes, without holding them.
enum class RaptorSyntax { ntriples, nquads, rdfxml };

Result<Done> write_with_raptor(const Graph& graph, const FormatOptions& options, Sink& sink,
                               RaptorSyntax syntax);

/// Format::write: the graph, N-Quads with its named graphs, the others as one.
template <RaptorSyntax syntax>
Result<Done> write_raptor(const Graph& graph, const FormatOptions& options, Sink& sink) {
  return write_with_raptor(graph, options, sink, syntax);
}

}  // namespace nom::format
