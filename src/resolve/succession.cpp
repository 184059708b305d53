// SPDX-License-Identifier: Apache-2.0
#include "resolve/succession.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace nom::resolving {

namespace {

constexpr Day first_day = std::numeric_limits<Day>::min();
constexpr Day last_day = std::numeric_limits<Day>::max();

// What the sources say of one term: the days on which it may be held and those on which it is.
struct Bounds {
  Day may_begin = first_day;
  Day may_end = last_day;  // the first day on which it surely no longer holds
  std::optional<Held> surely;
  std::optional<Day> begins;  // where a source gives the very day

  explicit Bounds(const Term& term) {
    const Ends ends = ends_of(term.period, term.cited);
    may_begin = ends.start.first.value_or(first_day);
    may_end = ends.end.last.value_or(last_day);
    if (term.period.from && term.period.from->day != 0) {
      begins = earliest(*term.period.from);
    }
    surely = surely_held(term.period, term.cited);
  }

  // Can it lie before (after) the days on which another is surely held?
  [[nodiscard]] bool fits_before(const Bounds& other) const {
    // A source of the day of a handover may name both: on that day the successor holds.
    const bool handed_over = surely && other.begins == surely->last && begins != surely->last;
    return may_begin < other.surely->first &&
           (!surely || surely->last < other.surely->first || handed_over);
  }

  [[nodiscard]] bool fits_after(const Bounds& other) const {
    return may_end > other.surely->last + 1 && (!surely || surely->first > other.surely->last);
  }
};

bool is_holder(const Term& term) { return !term.acting && term.status != Status::elect; }

}  // namespace

void bound_by_neighbours(std::vector<Seated>& terms) {
  std::vector<Bounds> bounds;
  bounds.reserve(terms.size());
  for (const Seated& seated : terms) {
    bounds.emplace_back(*seated.term);
  }
  for (std::size_t t = 0; t < terms.size(); ++t) {
    if (!is_holder(*terms[t].term)) {
      continue;
    }
    Day held_before = first_day;
    Day held_after = last_day;
    for (std::size_t other = 0; other < terms.size(); ++other) {
      const Bounds& theirs = bounds[other];
      // "Ada Brook" and "Ada M. Brook" may be one person, who succeeds nobody in his own post.
      if (other == t || !is_holder(*terms[other].term) || !theirs.surely ||
          (terms[other].person != terms[t].person &&
           may_be_one(terms[t].name, terms[other].name))) {
        continue;
      }
      const bool before = bounds[t].fits_before(theirs);
      const bool after = bounds[t].fits_after(theirs);
      if (before && !after && theirs.surely->first < held_after) {
        held_after = theirs.surely->first;
        terms[t].successor = other;
      } else if (after && !before) {
        held_before = std::max(held_before, theirs.surely->last);
      }
    }
    if (held_before >= held_after - 1) {
      terms[t].successor = Seated::no_successor;
      continue;  // between two who leave no day
    }
    if (held_before > first_day && held_before >= bounds[t].may_begin) {
      terms[t].term->cited.predecessor = date_of(held_before);
    }
    if (held_after < bounds[t].may_end) {
      terms[t].term->cited.successor = date_of(held_after);
    } else {
      terms[t].successor = Seated::no_successor;
    }
  }
}

}  // namespace nom::resolving
