// SPDX-License-Identifier: Apache-2.0
#include "date/date.hpp"

#include <algorithm>
#include <limits>

namespace nom {

namespace {

constexpr Day always = std::numeric_limits<Day>::min() / 2;
constexpr Day never = std::numeric_limits<Day>::max() / 2;

/// First and last day on which a tenure may begin or end.
struct Bounds {
  Day first = always;
  Day last = never;
};

Bounds bounds_of(const std::optional<PartialDate>& date) {
  return date ? Bounds{earliest(*date), latest(*date)} : Bounds{};
}

struct Edges {
  Bounds start;
  Bounds end;
};

Edges edges_of(const Period& period, const Citations& cited) {
  Bounds start = bounds_of(period.from);
  Bounds end = bounds_of(period.to);

  if (cited.over && latest(*cited.over) >= std::max(start.first, end.first)) {
    end.last = std::min(end.last, latest(*cited.over));
  }
  if (cited.first && latest(*cited.first) >= start.first && earliest(*cited.first) < end.last) {
    start.last = std::min(start.last, latest(*cited.first));
  }
  if (cited.last && latest(*cited.last) >= start.first && earliest(*cited.last) < end.last) {
    end.first = std::max(end.first, earliest(*cited.last) + 1);
  }
  // Only where others are there to say so; never against what is said of the tenure itself.
  if (cited.predecessor && latest(*cited.predecessor) < start.last) {
    start.first = std::max(start.first, latest(*cited.predecessor) + 1);
  }
  if (cited.successor && earliest(*cited.successor) + 1 >= end.first) {
    // A source of the day of the handover may still name the predecessor.
    end.last = std::min(end.last, earliest(*cited.successor));
    end.first = std::min(end.first, end.last);
  }
  if (cited.gone && latest(*cited.gone) + 1 >= end.first) {
    end.last = std::min(end.last, latest(*cited.gone));
    end.first = std::min(end.first, end.last);
  }
  // Whatever is held at all is held for a day: the day it begins and the day before it ends.
  if (start.first < end.last) {
    start.last = std::min(start.last, end.last - 1);
    end.first = std::max(end.first, start.first + 1);
  }

  return {start, end};
}

/// The best answer for any day from `first` to `last`.
Truth best_of(const Edges& edges, Day first, Day last) {
  const auto& [start, end] = edges;
  first = std::max(first, start.first);
  last = std::min(last, end.last - 1);
  if (first > last) {
    return Truth::no;
  }
  return std::max(first, start.last) <= std::min(last, end.first - 1) ? Truth::certain
                                                                      : Truth::possible;
}

Stretch stretch_of(Bounds bounds) {
  Stretch stretch;
  if (bounds.first > always) {
    stretch.first = bounds.first;
  }
  if (bounds.last < never - 1) {  // a day before an end that nothing bounds is no bound either
    stretch.last = bounds.last;
  }
  return stretch;
}

}  // namespace

Ends ends_of(const Period& period, const Citations& cited) {
  const Edges edges = edges_of(period, cited);
  Ends ends{stretch_of(edges.start), stretch_of(edges.end)};
  if (edges.end.first == always + 1) {  // a day after a start that nothing bounds
    ends.end.first.reset();
  }
  return ends;
}

std::optional<Held> surely_held(const Period& period, const Citations& cited) {
  const Ends ends = ends_of(period, cited);
  if (!ends.start.last || !ends.end.first || *ends.start.last >= *ends.end.first) {
    return std::nullopt;
  }
  return Held{*ends.start.last, *ends.end.first - 1};
}

Truth holds_on(const Period& period, const Citations& cited, Day day) {
  return best_of(edges_of(period, cited), day, day);
}

Truth holds_on(const Period& period, const Citations& cited, PartialDate on) {
  return best_of(edges_of(period, cited), earliest(on), latest(on));
}

}  // namespace nom
