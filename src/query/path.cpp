// SPDX-License-Identifier: Apache-2.0
#include "query/match.hpp"
#include "query/query.hpp"
#include "query/tell.hpp"
#include "query/ties.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/visitors.hpp>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace nom::query {

namespace {

// A person of that name, else a body.
std::optional<VertexId> end_named(Answer& answer, const Graph& graph, std::string_view question) {
  const Matcher matcher(graph);
  std::vector<VertexId> found = matcher.find_people(question, "");
  if (found.empty()) {
    found = matcher.find_bodies(question, "");
  }
  const auto one = the_one(answer, graph, found, [&graph](VertexId v) {
    return graph[v].kind() == Kind::body ? label_of(graph, place_of(graph, v)) : std::string();
  });
  if (!one) {
    answer.asked = question;
    answer.subject.clear();  // of the other end
  }
  return one;
}

// The vertices from one end to the other; empty if nothing ties them.
std::vector<VertexId> shortest(const Graph& graph, VertexId from, VertexId to) {
  const Ties ties = all_ties(graph);
  std::vector<Ties::vertex_descriptor> before(num_vertices(ties));
  for (std::size_t v = 0; v < before.size(); ++v) {
    before[v] = v;
  }
  boost::breadth_first_search(ties, from,
                              boost::visitor(boost::make_bfs_visitor(boost::record_predecessors(
                                  before.data(), boost::on_tree_edge()))));
  std::vector<VertexId> way = {to};
  while (way.back() != from) {
    const auto next = static_cast<VertexId>(before[way.back()]);
    if (next == way.back()) {
      return {};
    }
    way.push_back(next);
  }
  std::reverse(way.begin(), way.end());
  return way;
}

// The claim that one body is under another.
const Edge* under(const Graph& graph, VertexId child, VertexId parent) {
  const Graph::Boost& boost = graph.boost();
  for (auto [e, end] = out_edges(child, boost); e != end; ++e) {
    if (boost[*e].relation == Relation::under && target(*e, boost) == parent) {
      return &boost[*e];
    }
  }
  return nullptr;
}

Row step(const Graph& graph, VertexId one, std::string link, VertexId other) {
  Row row;
  row.cells = {std::string(graph.label(one)),
               std::move(link),
               std::string(graph.label(other)),
               "",
               "",
               "",
               ""};
  return row;
}

Row holding(const Graph& graph, VertexId one, VertexId tenure, VertexId other) {
  const auto& data = std::get<TenureData>(graph[tenure].data);
  Row row = step(graph, one, graph[one].kind() == Kind::person ? "holds" : "held by", other);
  const End end = end_of(graph, tenure);
  row.cells[3] = name_of(data.status);
  row.cells[4] = to_iso(data.period.from);
  row.cells[5] = to_iso(end.to);
  row.cells[6] = end.by;
  row.proofs = proofs_of(graph, graph[tenure].cited);
  return row;
}

Row between_bodies(const Graph& graph, VertexId one, VertexId other) {
  const bool up = under(graph, one, other) != nullptr;
  const Edge* const edge = up ? under(graph, one, other) : under(graph, other, one);
  Row row = step(graph, one, up ? "under" : "over", other);
  row.cells[3] = name_of(edge->confidence);
  row.proofs = proofs_of(graph, edge->cited);
  return row;
}

}  // namespace

Answer path(const Graph& graph, std::string_view one, std::string_view other) {
  Answer answer;
  for (const char* name : {"one", "link", "other", "status", "from", "to", "ended_by"}) {
    answer.columns.push_back({name});
  }
  const std::optional<VertexId> from = end_named(answer, graph, one);
  const std::optional<VertexId> to = from ? end_named(answer, graph, other) : std::nullopt;
  if (!from || !to) {
    return answer;
  }
  if (*from == *to) {
    answer.subject = graph.label(*from);
    answer.same = true;
    return answer;
  }
  answer.subject = std::string(graph.label(*from)) + " to " + std::string(graph.label(*to));
  const std::vector<VertexId> way = shortest(graph, *from, *to);
  for (std::size_t n = 0; n + 1 < way.size(); ++n) {
    const Kind kind = graph[way[n]].kind();
    const Kind next = graph[way[n + 1]].kind();
    if (next == Kind::tenure) {
      answer.rows.push_back(holding(graph, way[n], way[n + 1], way[n + 2]));
      ++n;
    } else if (kind == Kind::body && next == Kind::body) {
      answer.rows.push_back(between_bodies(graph, way[n], way[n + 1]));
    } else {
      answer.rows.push_back(
          step(graph, way[n], kind == Kind::post ? "post in" : "has post", way[n + 1]));
    }
  }
  return answer;
}

}  // namespace nom::query
