// SPDX-License-Identifier: Apache-2.0
#include "query/tell.hpp"

#include "query/query.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace nom::query {

std::string label_of(const Graph& graph, std::optional<VertexId> v) {
  return v ? std::string(graph.label(*v)) : std::string();
}

bool has_ended(const Graph& graph, VertexId v) {
  const auto& tenure = std::get<TenureData>(graph[v].data);
  return tenure.status == Status::former || tenure.period.open == Open::ended ||
         tenure.cited.successor || is_gone(graph, v);
}

std::vector<VertexId> by_time(const Graph& graph, std::vector<VertexId> tenures) {
  const auto when = [&graph](VertexId v) {
    const auto& tenure = std::get<TenureData>(graph[v].data);
    const auto start = tenure.period.from ? tenure.period.from : tenure.cited.first;
    return std::tuple(!start.has_value(), start.value_or(PartialDate{}), v);
  };
  std::sort(tenures.begin(), tenures.end(),
            [&when](VertexId a, VertexId b) { return when(a) < when(b); });
  return tenures;
}

End end_of(const Graph& graph, VertexId v) {
  const auto& period = std::get<TenureData>(graph[v].data).period;
  const auto successor = graph.one(v, Relation::ended_by);
  if (!successor) {
    return {period.to, ""};
  }
  const auto& next = std::get<TenureData>(graph[*successor].data).period;
  return {period.to ? period.to : next.from,
          label_of(graph, graph.one(*successor, Relation::holder))};
}

std::optional<VertexId> place_of(const Graph& graph, VertexId body) {
  std::vector<VertexId> open = {body};
  std::set<VertexId> met = {body};
  for (std::size_t n = 0; n < open.size(); ++n) {
    if (const auto place = graph.one(open[n], Relation::located)) {
      return place;
    }
    for (const VertexId above : graph.out(open[n], Relation::under)) {
      if (met.insert(above).second) {
        open.push_back(above);
      }
    }
  }
  return std::nullopt;
}

std::vector<Proof> proofs_of(const Graph& graph, const std::vector<Citation>& cited) {
  std::vector<Proof> proofs;
  for (const Citation& c : cited) {
    const auto& document = std::get<DocumentData>(graph[c.document].data);
    proofs.push_back({std::string(graph.text(document.id)), to_iso(document.date),
                      std::string(graph.text(c.quote)), std::string(graph.text(c.rule)), c.start,
                      c.end});
  }
  return proofs;
}

}  // namespace nom::query
