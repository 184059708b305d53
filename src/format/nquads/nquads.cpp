// SPDX-License-Identifier: Apache-2.0
#include "format/format.hpp"
#include "format/raptor.hpp"

namespace nom::format {

namespace {

Result<Done> write(const Graph& graph, const FormatOptions& options, Sink& sink) {
  return write_with_raptor(graph, options, sink, RaptorSyntax::nquads);
}

}  // namespace

extern const Format nquads_format;
const Format nquads_format = {"nquads", "nq", "application/n-quads",
                              "RDF as N-Quads: a named graph for each document, to load", write};

}  // namespace nom::format
