// SPDX-License-Identifier: Apache-2.0
#include "format/format.hpp"
#include "format/raptor.hpp"

namespace nom::format {

namespace {

Result<Done> write(const Graph& graph, const FormatOptions& options, Sink& sink) {
  return write_with_raptor(graph, options, sink, RaptorSyntax::rdfxml);
}

}  // namespace

extern const Format rdfxml_format;
const Format rdfxml_format = {"rdfxml", "rdf", "application/rdf+xml",
                              "RDF as RDF/XML: for what reads no Turtle", write};

}  // namespace nom::format
