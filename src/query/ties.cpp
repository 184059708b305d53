// SPDX-License-Identifier: Apache-2.0
#include "query/ties.hpp"

#include <optional>
#include <set>
#include <utility>

namespace nom::query {

namespace {

// Of a post of which no source says where it is, nobody knows that it is one.
bool is_somewhere(const Graph& graph, VertexId post) {
  return graph.one(post, Relation::in_body) || graph.one(post, Relation::located);
}

}  // namespace

Ties all_ties(const Graph& graph) {
  Ties ties(graph.size());
  const Graph::Boost& boost = graph.boost();
  for (VertexId v = 0; v < graph.size(); ++v) {
    for (auto [e, end] = out_edges(v, boost); e != end; ++e) {
      switch (boost[*e].relation) {
        case Relation::holder:
        case Relation::in_body:
        case Relation::under:
          add_edge(v, target(*e, boost), ties);
          break;
        case Relation::of_post:
          if (is_somewhere(graph, static_cast<VertexId>(target(*e, boost)))) {
            add_edge(v, target(*e, boost), ties);
          }
          break;
        default:
          break;
      }
    }
  }
  return ties;
}

Projection people_and_bodies(const Graph& graph) {
  std::set<std::pair<VertexId, VertexId>> pairs;
  std::set<VertexId> members;
  for (const Kind kind : {Kind::person, Kind::body}) {
    const auto [first, last] = graph.of_kind(kind);
    for (VertexId v = first; v < last; ++v) {
      members.insert(v);
    }
  }
  const auto [first_tenure, last_tenure] = graph.of_kind(Kind::tenure);
  for (VertexId tenure = first_tenure; tenure < last_tenure; ++tenure) {
    const std::optional<VertexId> person = graph.one(tenure, Relation::holder);
    const std::optional<VertexId> post = graph.one(tenure, Relation::of_post);
    if (person && post && is_somewhere(graph, *post)) {
      const VertexId where = graph.one(*post, Relation::in_body).value_or(*post);
      members.insert(where);
      pairs.emplace(*person, where);
    }
  }
  const auto [first_body, last_body] = graph.of_kind(Kind::body);
  for (VertexId body = first_body; body < last_body; ++body) {
    for (const VertexId above : graph.out(body, Relation::under)) {
      pairs.emplace(body, above);
    }
  }
  Projection made{Ties(members.size()), {members.begin(), members.end()}};
  std::vector<std::size_t> number(graph.size());
  for (std::size_t n = 0; n < made.members.size(); ++n) {
    number[made.members[n]] = n;
  }
  for (const auto& [one, other] : pairs) {
    add_edge(number[one], number[other], made.ties);
  }
  return made;
}

}  // namespace nom::query
