// SPDX-License-Identifier: Apache-2.0
// holding: who holds a post, and when, as statements need it.
#pragma once

#include "date/date.hpp"
#include "graph/graph.hpp"

#include <optional>
#include <vector>

namespace nom::rdf {

/// The days of a tenure, both stretches half-open; an end without a day is unbounded.
struct Stretches {
  std::optional<Day> possible_from;
  std::optional<Day> possible_until;
  std::optional<Day> certain_from;  ///< both or neither: there may be no certain day
  std::optional<Day> certain_until;
};

/// What `holds_on` answers for every day, as stretches: `no` outside the possible one, `certain`
/// inside the certain one. If it is `no` on every day (the dates contradict one another), the
/// possible stretch is empty (from = until).
Stretches stretches_of(const Ends& ends);

/// By vertex: is this a tenure whose holder certainly holds the post, as far as the graph reaches?
/// Its status is current, it is not inferred, nothing is said of its end, and nobody else is known
/// to have begun in the post, or to hold it, after the last day on which this tenure is cited.
/// Cost: linear in tenures.
std::vector<bool> certain_holders(const Graph& graph);

}  // namespace nom::rdf
