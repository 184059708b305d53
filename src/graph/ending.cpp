// SPDX-License-Identifier: Apache-2.0
// What ends a tenure: what sources say of it, who follows, what became of the person and the body.
#include "graph/graph.hpp"

#include <algorithm>
#include <array>

namespace nom {

namespace {

const TenureData& data_of(const Graph& graph, VertexId tenure) {
  return std::get<TenureData>(graph[tenure].data);
}

// Is the body an organ of the place itself, which ends with it? A university or a hospital of a
// province may outlive it.
bool is_organ(const Graph& graph, const BodyData& body, const PlaceData& place) {
  static constexpr auto organs = std::to_array<std::string_view>(
      {"committee", "court", "department", "government", "legislature", "military", "party",
       "police", "procuracy", "union"});
  return body.level == place.type && body.level != no_name &&
         std::binary_search(organs.begin(), organs.end(), graph.text(body.type));
}

std::optional<Day> day_of(const Graph& graph, VertexId document) {
  const auto& date = std::get<DocumentData>(graph[document].data).date;
  return date ? std::optional(latest(*date)) : std::nullopt;
}

}  // namespace

std::optional<Ending> ending_of(const Graph& graph, VertexId v) {
  std::optional<Ending> found;
  const auto add = [&found](VertexId by, const std::optional<PartialDate>& date) {
    if (date && (!found || latest(*date) > latest(found->date))) {
      found = Ending{by, *date};
    }
  };
  for (const VertexId event : graph.out(v, Relation::ended_in)) {
    add(event, std::get<EventData>(graph[event].data).date);
  }
  if (found) {
    return found;
  }
  const auto* body = std::get_if<BodyData>(&graph[v].data);
  for (const VertexId place : graph.out(v, Relation::located)) {
    const auto& data = std::get<PlaceData>(graph[place].data);
    if (body == nullptr || is_organ(graph, *body, data)) {
      add(place, data.until);
    }
  }
  return found;
}

std::optional<Ending> ending_of_tenure(const Graph& graph, VertexId tenure) {
  Citations own = data_of(graph, tenure).cited;
  own.gone.reset();
  const std::optional<Day> held_until = ends_of(data_of(graph, tenure).period, own).end.first;
  std::optional<Ending> first;
  const auto add = [&](const std::optional<Ending>& ending) {
    const bool contrary = ending && held_until && latest(ending->date) + 1 < *held_until;
    if (ending && !contrary && (!first || latest(ending->date) < latest(first->date))) {
      first = ending;
    }
  };
  if (const auto person = graph.one(tenure, Relation::holder)) {
    add(ending_of(graph, *person));
  }
  if (const auto post = graph.one(tenure, Relation::of_post)) {
    const auto body = graph.one(*post, Relation::in_body);
    add(ending_of(graph, body.value_or(*post)));
  }
  return first;
}

bool is_past(const Graph& graph, const Ending& ending) {
  if (graph[ending.by].kind() != Kind::event) {
    return graph.newest() && latest(ending.date) <= *graph.newest();
  }
  const std::vector<Citation>& cited = graph[ending.by].cited;
  return cited.empty() || std::any_of(cited.begin(), cited.end(), [&](const Citation& c) {
           const std::optional<Day> told = day_of(graph, c.document);
           return !told || earliest(ending.date) <= *told;
         });
}

std::optional<PartialDate> gone_since(const Graph& graph, VertexId v) {
  const std::optional<Ending> ending = ending_of(graph, v);
  return ending && is_past(graph, *ending) ? std::optional(ending->date) : std::nullopt;
}

bool has_ended(const Graph& graph, VertexId tenure) {
  const TenureData& data = data_of(graph, tenure);
  if (data.status == Status::former || data.period.open == Open::ended || data.cited.successor) {
    return true;
  }
  if (!data.cited.gone) {
    return false;
  }
  const std::optional<Ending> ending = ending_of_tenure(graph, tenure);
  return ending && is_past(graph, *ending);
}

std::optional<PartialDate> end_date_of(const Graph& graph, VertexId tenure) {
  const TenureData& data = data_of(graph, tenure);
  if (data.period.to) {
    return data.period.to;
  }
  if (const auto successor = graph.one(tenure, Relation::ended_by)) {
    return data_of(graph, *successor).period.from;
  }
  return data.cited.gone && has_ended(graph, tenure) ? data.cited.gone : std::nullopt;
}

}  // namespace nom
