// SPDX-License-Identifier: Apache-2.0
#include "resolve/succession.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

namespace nom::resolving {

namespace {

constexpr Day first_day = std::numeric_limits<Day>::min();
constexpr Day last_day = std::numeric_limits<Day>::max();

// What the sources say of one term: the days on which it may be held and those on which it is.
struct Days {
  Day may_begin = first_day;
  Day may_end = last_day;           // the first day on which it surely no longer holds
  std::optional<Day> surely_first;  // with surely_last: no value if there is no such day
  Day surely_last = first_day;
  std::optional<Day> begins;  // where a source gives the very day

  explicit Days(const Term& term) {
    const Ends ends = ends_of(term.period, term.cited);
    may_begin = ends.start.first.value_or(first_day);
    may_end = ends.end.last.value_or(last_day);
    if (term.period.from && term.period.from->day != 0) {
      begins = earliest(*term.period.from);
    }
    if (ends.start.last && ends.end.first && *ends.start.last < *ends.end.first) {
      surely_first = *ends.start.last;
      surely_last = *ends.end.first - 1;
    }
  }

  // Can it lie before (after) the days on which another is surely held?
  [[nodiscard]] bool fits_before(const Days& other) const {
    // A source of the day of a handover may name both: on that day the successor holds.
    const bool handed_over = other.begins == surely_last && begins != surely_last;
    return may_begin < *other.surely_first &&
           (!surely_first || surely_last < *other.surely_first || handed_over);
  }

  [[nodiscard]] bool fits_after(const Days& other) const {
    return may_end > other.surely_last + 1 && (!surely_first || *surely_first > other.surely_last);
  }
};

bool is_holder(const Term& term) { return !term.acting && term.status != Status::elect; }

std::set<std::string> words_of(const std::string& name) {
  std::istringstream in(name);
  std::set<std::string> words;
  for (std::string word; in >> word;) {
    words.insert(std::move(word));
  }
  return words;
}

// "Ada Brook" and "Ada M. Brook" may be one person, who succeeds nobody in his own post.
bool may_be_one(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::includes(a.begin(), a.end(), b.begin(), b.end()) ||
         std::includes(b.begin(), b.end(), a.begin(), a.end());
}

}  // namespace

void bound_by_neighbours(std::vector<Seated>& terms) {
  std::vector<Days> days;
  std::vector<std::set<std::string>> words;
  for (const Seated& seated : terms) {
    days.emplace_back(*seated.term);
    words.push_back(words_of(seated.name));
  }
  for (std::size_t t = 0; t < terms.size(); ++t) {
    if (!is_holder(*terms[t].term)) {
      continue;
    }
    Day held_before = first_day;
    Day held_after = last_day;
    for (std::size_t other = 0; other < terms.size(); ++other) {
      const Days& theirs = days[other];
      if (other == t || !is_holder(*terms[other].term) || !theirs.surely_first ||
          (terms[other].person != terms[t].person && may_be_one(words[t], words[other]))) {
        continue;
      }
      const bool before = days[t].fits_before(theirs);
      const bool after = days[t].fits_after(theirs);
      if (before && !after && *theirs.surely_first < held_after) {
        held_after = *theirs.surely_first;
        terms[t].successor = other;
      } else if (after && !before) {
        held_before = std::max(held_before, theirs.surely_last);
      }
    }
    if (held_before >= held_after - 1) {
      terms[t].successor = Seated::no_successor;
      continue;  // between two who leave no day
    }
    if (held_before > first_day && held_before >= days[t].may_begin) {
      terms[t].term->cited.predecessor = date_of(held_before);
    }
    if (held_after < days[t].may_end) {
      terms[t].term->cited.successor = date_of(held_after);
    } else {
      terms[t].successor = Seated::no_successor;
    }
  }
}

}  // namespace nom::resolving
