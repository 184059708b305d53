// SPDX-License-Identifier: Apache-2.0
// why: the reason of an answer for a day, in words.
#pragma once

#include "graph/graph.hpp"

#include <string>

namespace nom::query {

/// Which of the days of the tenure v made the answer of `holds_on`: "from 2021-06-09, cited on
/// 2024-03-12" (certain), "after the last source, 2024-03-12" (possible), "ended by Ada Brook,
/// there by 2024-05-02 [one-seat]" (no). Never empty.
std::string why(const Graph& graph, VertexId v, PartialDate on, Truth answer);

}  // namespace nom::query
