// SPDX-License-Identifier: Apache-2.0
#include "format/format.hpp"
#include "format/serd.hpp"

namespace nom::format {

namespace {

Result<Done> write(const Graph& graph, const FormatOptions& options, Sink& sink) {
  return write_with_serd(graph, options, sink, SerdSyntax::trig);
}

}  // namespace

extern const Format trig_format;
const Format trig_format = {"trig", "trig", "application/trig",
                            "RDF as TriG: a named graph for each document, to read", write};

}  // namespace nom::format
