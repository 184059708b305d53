// SPDX-License-Identifier: Apache-2.0
// tell: what the rows of answers say of the things of a graph.
#pragma once

#include "graph/graph.hpp"

#include <optional>
#include <string>
#include <vector>

namespace nom::query {

std::string label_of(const Graph& graph, std::optional<VertexId> v);

/// A source says that it is over, there is a successor, or the holder or the body is gone.
bool has_ended(const Graph& graph, VertexId v);

/// In order of time, undated last; then by key.
std::vector<VertexId> by_time(const Graph& graph, std::vector<VertexId> tenures);

/// The end that sources state, or the start of the successor that is inferred to be it.
struct End {
  std::optional<PartialDate> to;
  std::string by;  ///< the successor; empty unless inferred
};

End end_of(const Graph& graph, VertexId v);

}  // namespace nom::query
