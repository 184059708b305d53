// SPDX-License-Identifier: Apache-2.0
#include "format/format.hpp"
#include "format/raptor.hpp"

namespace nom::format {

namespace {

Result<Done> write(const Graph& graph, const FormatOptions& options, Sink& sink) {
  return write_with_raptor(graph, options, sink, RaptorSyntax::ntriples);
}

}  // namespace

extern const Format ntriples_format;
const Format ntriples_format = {"ntriples", "nt", "application/n-triples",
                                "RDF as N-Triples: one triple a line, to sort, diff and merge",
                                write};

}  // namespace nom::format
