// SPDX-License-Identifier: Apache-2.0
// check: what in a graph cannot be, or says too little to be used.
//
// In:   a graph, and the contradictions that `resolve` met on the way to it. Out: findings as an
// `Answer`, each with its kind, what it is about, the documents and their sentences. It mends
// nothing: the texts are to be read, the records corrected, or the finding lived with.
#pragma once

#include "graph/graph.hpp"
#include "query/query.hpp"
#include "resolve/resolve.hpp"

#include <array>
#include <set>
#include <string_view>
#include <vector>

namespace nom::check {

/// A kind of finding.
struct Finding {
  std::string_view name;
  std::string_view help;
};

/// All kinds, in the order of the findings.
inline constexpr std::array<Finding, 8> kinds = {{
    {"start-after-end", "a tenure begins after it ends"},
    {"two-holders", "two hold a post with one seat on one day"},
    {"after-death", "a post is held after its holder's death"},
    {"after-dissolution", "a post is held in a body that is no longer there"},
    {"ring", "a body is under itself, by way of others"},
    {"contradiction", "sources give one term different starts or ends"},
    {"unplaced", "a body of which no place is known"},
    {"undated", "a tenure of which no source gives a day"},
}};

/// Is there a kind of that name?
bool is_kind(std::string_view name);

/// The findings of the wanted kinds (all if none is named), by kind and then by key. Columns: kind,
/// what, documents (ids). Whoever holds acting or is yet to come is no second holder, nor is who
/// may be the same person (`may_be_one`). Cost: linear in the graph, but for the tenures of one
/// post with one seat, which are compared pairwise.
Answer check(const Graph& graph, const std::vector<Contradiction>& contradictions,
             const std::set<std::string_view>& wanted = {});

}  // namespace nom::check
