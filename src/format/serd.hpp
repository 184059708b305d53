// SPDX-License-Identifier: Apache-2.0
// serd: Turtle and TriG, through Serd, which writes as it goes where Raptor would hold everything.
#pragma once

#include "format/format.hpp"

namespace nom::format {

enum class SerdSyntax { turtle, trig };

/// Writes the graph, TriG with its named graphs: the base and all prefixes first, then subject by
/// subject.
Result<Done> write_with_serd(const Graph& graph, const FormatOptions& options, Sink& sink,
                             SerdSyntax syntax);

}  // namespace nom::format
