// SPDX-License-Identifier: Apache-2.0
#include "format/format.hpp"
#include "format/serd.hpp"

namespace nom::format {

namespace {

Result<Done> write(const Graph& graph, const FormatOptions& options, Sink& sink) {
  return write_with_serd(graph, options, sink, SerdSyntax::turtle);
}

}  // namespace

extern const Format turtle_format;
const Format turtle_format = {"turtle", "ttl", "text/turtle",
                              "RDF as Turtle: linked data to read and to load", write};

}  // namespace nom::format
