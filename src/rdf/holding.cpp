// SPDX-License-Identifier: Apache-2.0
#include "rdf/holding.hpp"

#include <algorithm>
#include <limits>

namespace nom::rdf {

namespace {

constexpr Day unknown_day = std::numeric_limits<Day>::max();

// The day on which the tenure is first known to be held, or to have begun; late if unknown.
Day first_known(const TenureData& tenure) {
  if (tenure.period.from) {
    return earliest(*tenure.period.from);
  }
  return tenure.cited.first ? earliest(*tenure.cited.first) : unknown_day;
}

// The last day on which it is known to be held.
std::optional<Day> last_known(const TenureData& tenure) {
  std::optional<Day> last;
  if (tenure.cited.last) {
    last = latest(*tenure.cited.last);
  }
  if (tenure.period.from && (!last || *last < latest(*tenure.period.from))) {
    last = latest(*tenure.period.from);
  }
  return last;
}

bool may_hold(const TenureData& tenure) {
  return tenure.status == Status::current || tenure.status == Status::acting;
}

bool lasts(const Graph& graph, VertexId v) {
  const auto& tenure = std::get<TenureData>(graph[v].data);
  return tenure.status == Status::current && tenure.confidence != Confidence::inferred &&
         !tenure.period.to && !tenure.cited.over && !has_ended(graph, v);
}

}  // namespace

Stretches stretches_of(const Ends& ends) {
  const auto& [start, end] = ends;
  Stretches found{start.first, end.last, {}, {}};
  if (start.first && end.last && *end.last < *start.first) {
    found.possible_until = start.first;
  }
  if (start.last && end.first && *start.last < *end.first) {
    found.certain_from = start.last;
    found.certain_until = end.first;
  }
  return found;
}

std::vector<bool> certain_holders(const Graph& graph) {
  std::vector<bool> certain(graph.size(), false);
  const auto data = [&graph](VertexId tenure) -> const TenureData& {
    return std::get<TenureData>(graph[tenure].data);
  };
  const auto [first, last] = graph.of_kind(Kind::post);
  for (VertexId post = first; post < last; ++post) {
    const std::vector<VertexId> tenures = graph.in(post, Relation::of_post);
    // The latest beginning in this post, and the latest of anybody but that person.
    Day latest_begin = std::numeric_limits<Day>::min();
    Day latest_of_others = latest_begin;
    std::optional<VertexId> latest_person;
    for (const VertexId tenure : tenures) {
      const std::optional<VertexId> person = graph.one(tenure, Relation::holder);
      const Day begin =
          may_hold(data(tenure)) ? first_known(data(tenure)) : std::numeric_limits<Day>::min();
      if (person == latest_person) {
        latest_begin = std::max(latest_begin, begin);
      } else if (begin > latest_begin) {
        latest_of_others = latest_begin;
        latest_begin = begin;
        latest_person = person;
      } else {
        latest_of_others = std::max(latest_of_others, begin);
      }
    }
    for (const VertexId tenure : tenures) {
      const bool own = graph.one(tenure, Relation::holder) == latest_person;
      const Day others = own ? latest_of_others : latest_begin;
      const Day until = last_known(data(tenure)).value_or(std::numeric_limits<Day>::min());
      certain[tenure] = lasts(graph, tenure) && others <= until;
    }
  }
  return certain;
}

}  // namespace nom::rdf
