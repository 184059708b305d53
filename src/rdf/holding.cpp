// SPDX-License-Identifier: Apache-2.0
#include "rdf/holding.hpp"

#include <algorithm>
#include <limits>

namespace nom::rdf {

namespace {

void add_edges(std::vector<Day>& days, const std::optional<PartialDate>& date) {
  if (date) {
    for (const Day day : {earliest(*date), latest(*date)}) {
      days.insert(days.end(), {day - 1, day, day + 1});
    }
  }
}

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

bool lasts(const TenureData& tenure) {
  return tenure.status == Status::current && tenure.confidence != Confidence::inferred &&
         !tenure.period.to && tenure.period.open != Open::ended && !tenure.cited.over &&
         !tenure.cited.successor;
}

}  // namespace

Stretches stretches_of(const Period& period, const Citations& cited) {
  // The truth changes only beside a day that a date names.
  std::vector<Day> days;
  for (const auto& date : {period.from, period.to, cited.first, cited.last, cited.over,
                           cited.predecessor, cited.successor}) {
    add_edges(days, date);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());

  Stretches found;
  if (days.empty()) {
    return found;
  }
  Truth before = holds_on(period, cited, days.front() - 1);
  bool ever = before != Truth::no;
  for (const Day day : days) {
    const Truth now = holds_on(period, cited, day);
    if (before == Truth::no && now != Truth::no) {
      found.possible_from = day;
    }
    if (before != Truth::no && now == Truth::no) {
      found.possible_until = day;
    }
    if (before != Truth::certain && now == Truth::certain) {
      found.certain_from = day;
    }
    if (before == Truth::certain && now != Truth::certain) {
      found.certain_until = day;
    }
    ever = ever || now != Truth::no;
    before = now;
  }
  if (!ever) {
    found.possible_from = days.front();
    found.possible_until = days.front();
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
      certain[tenure] = lasts(data(tenure)) && others <= until;
    }
  }
  return certain;
}

}  // namespace nom::rdf
