// SPDX-License-Identifier: Apache-2.0
#include "query/tell.hpp"

#include "query/query.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace nom::query {

std::string label_of(const Graph& graph, std::optional<VertexId> v) {
  return v ? std::string(graph.label(*v)) : std::string();
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
  const auto successor = graph.one(v, Relation::ended_by);
  return {end_date_of(graph, v),
          successor ? label_of(graph, graph.one(*successor, Relation::holder)) : ""};
}

std::vector<Proof> proofs_of_end(const Graph& graph, VertexId v) {
  std::vector<Proof> proofs = proofs_of(graph, graph[v].cited);
  const auto& tenure = std::get<TenureData>(graph[v].data);
  const auto add = [&](VertexId by) {
    for (Proof& proof : proofs_of(graph, graph[by].cited)) {
      proofs.push_back(std::move(proof));
    }
  };
  if (tenure.period.to) {
    return proofs;
  }
  if (const auto successor = graph.one(v, Relation::ended_by)) {
    add(*successor);
  } else if (tenure.cited.gone) {
    if (const auto ending = ending_of_tenure(graph, v);
        ending && graph[ending->by].kind() == Kind::event) {
      add(ending->by);
    }
  }
  return proofs;
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
