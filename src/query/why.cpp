// SPDX-License-Identifier: Apache-2.0
#include "query/why.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace nom::query {

namespace {

std::string say(std::string_view what, PartialDate date) {
  return std::string(what) + " " + to_iso(date);
}

std::string say(std::string_view what, Day day) { return say(what, date_of(day)); }

// Certain: what makes it begin before the day and what makes it end after.
std::string why_certain(const TenureData& tenure, Day day) {
  const auto& [from, to, open] = tenure.period;
  const Citations& cited = tenure.cited;
  const bool by_from = from && latest(*from) <= day;
  const bool by_to = to && day < earliest(*to);
  if (by_from && by_to) {
    return say("from", *from) + say(" to", *to);
  }
  // On the side on which no date of the tenure itself says so a source does.
  if (by_from && cited.last && day <= earliest(*cited.last)) {
    return say("from", *from) + say(", cited on", *cited.last);
  }
  if (by_to && cited.first && latest(*cited.first) <= day) {
    return say("to", *to) + say(", cited on", *cited.first);
  }
  if (cited.first && latest(*cited.first) <= day && day <= earliest(*cited.last)) {
    return say("cited on", *cited.first) +
           (cited.first == cited.last ? "" : say(" and on", *cited.last));
  }
  // The first day or the last.
  return "held for a day at least" + (from ? say(", from", *from)
                                      : to ? say(", to", *to)
                                           : std::string());
}

std::string why_no(const Graph& graph, VertexId v, const TenureData& tenure, const Ends& ends,
                   PartialDate on) {
  const Citations& cited = tenure.cited;
  if (ends.start.first && latest(on) < *ends.start.first) {
    if (tenure.period.from && earliest(*tenure.period.from) == *ends.start.first) {
      return say("from", *tenure.period.from);
    }
    if (cited.predecessor) {
      return say("a predecessor holds it on", *cited.predecessor);
    }
    return say("begins on or after", *ends.start.first);
  }
  if (const auto successor = graph.one(v, Relation::ended_by);
      successor && cited.successor && ends.end.last == earliest(*cited.successor)) {
    const auto person = graph.one(*successor, Relation::holder);
    return "ended by " + std::string(person ? graph.label(*person) : graph.label(*successor)) +
           say(", there by", *cited.successor) + " [one-seat]";
  }
  if (cited.gone && ends.end.last == latest(*cited.gone)) {
    if (const std::optional<Ending> ending = ending_of_tenure(graph, v)) {
      const std::string by(graph.label(ending->by));
      return graph[ending->by].kind() == Kind::place ? say(by + " was there until", ending->date)
                                                     : by + ", " + to_iso(ending->date);
    }
  }
  if (cited.over && ends.end.last == latest(*cited.over)) {
    return say("said to be over on", *cited.over);
  }
  return tenure.period.to ? say("to", *tenure.period.to) : "ended";
}

std::string why_possible(const TenureData& tenure, const Ends& ends, PartialDate on) {
  const Citations& cited = tenure.cited;
  if (!ends.start.last && !ends.end.first) {
    return "no source gives a day";
  }
  if (ends.start.last && latest(on) < *ends.start.last) {
    const std::optional<PartialDate>& from = tenure.period.from;
    if (from && latest(*from) == *ends.start.last) {
      return say("begins at some time in", *from);
    }
    // Without a source of its own it is the end that it begins before.
    return cited.first ? say("before the first source,", *cited.first)
                       : say("no start is known; over by", *ends.start.last + 1);
  }
  if (tenure.period.to) {
    return say("ends at some time in", *tenure.period.to);
  }
  if (cited.last) {
    return say("after the last source,", *cited.last);
  }
  return tenure.period.from ? say("no end is known; from", *tenure.period.from)
                            : "no source says how long";
}

}  // namespace

std::string why(const Graph& graph, VertexId v, PartialDate on, Truth answer) {
  const auto& tenure = std::get<TenureData>(graph[v].data);
  const Ends ends = ends_of(tenure.period, tenure.cited);
  switch (answer) {
    case Truth::no:
      return why_no(graph, v, tenure, ends, on);
    case Truth::possible:
      return why_possible(tenure, ends, on);
    case Truth::certain:
      break;
  }
  // The first day of those asked for on which it is certain.
  return why_certain(tenure, std::max(earliest(on), ends.start.last.value_or(earliest(on))));
}

}  // namespace nom::query
