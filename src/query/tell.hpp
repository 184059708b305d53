// SPDX-License-Identifier: Apache-2.0
// tell: what the rows of answers say of the things of a graph.
#pragma once

#include "graph/graph.hpp"

#include <optional>
#include <string>
#include <vector>

namespace nom::query {

std::string label_of(const Graph& graph, std::optional<VertexId> v);

/// In order of time, undated last; then by key.
std::vector<VertexId> by_time(const Graph& graph, std::vector<VertexId> tenures);

/// When a tenure ended, as nom::end_date_of has it, and the successor if one ended it.
struct End {
  std::optional<PartialDate> to;
  std::string by;  ///< empty without a successor
};

End end_of(const Graph& graph, VertexId v);

/// The sentences behind a tenure and, where they do not state its end, those behind what ended it.
std::vector<Proof> proofs_of_end(const Graph& graph, VertexId v);

}  // namespace nom::query
