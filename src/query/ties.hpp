// SPDX-License-Identifier: Apache-2.0
// ties: how people and bodies hang together, for walks along the graph without regard to direction.
#pragma once

#include "graph/graph.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <vector>

namespace nom::query {

/// An undirected graph without data, whose vertices are numbered from 0.
using Ties = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

/// People, tenures, posts and bodies with the numbers that they have in the graph, tied by who
/// holds what, which post is in which body and which body is under which. Vertices of other kinds
/// stand alone, and so do posts of which no source says where they are. Cost: linear in the graph.
Ties all_ties(const Graph& graph);

/// The same with people tied to the bodies (or posts, where a place is all they have) in which they
/// ever held a post, once however often they held one.
struct Projection {
  Ties ties;
  std::vector<VertexId> members;  ///< the vertex of the graph, by number
};

/// Cost: linear in the graph but for sorting.
Projection people_and_bodies(const Graph& graph);

}  // namespace nom::query
