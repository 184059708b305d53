// SPDX-License-Identifier: Apache-2.0
// serd: Turtle and TriG, through Serd, which writes as it goes where Raptor would hold everything.
#pragma once

#include "format/format.hpp"

namespace nom::format {

enum class SerdSyntax { turtle, trig };

Result<Done> write_with_serd(const Graph& graph, const FormatOptions& options, Sink& sink,
                             SerdSyntax syntax);

/// Format::write: the graph, TriG with its named graphs: the base and all prefixes first, then
/// subject by subject.
template <SerdSyntax syntax>
Result<Done> write_serd(const Graph& graph, const FormatOptions& options, Sink& sink) {
  return write_with_serd(graph, options, sink, syntax);
}

}  // namespace nom::format
