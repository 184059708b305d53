// SPDX-License-Identifier: Apache-2.0
// place: which places of the records are one place.
#pragma once

#include "fault/fault.hpp"
#include "record/record.hpp"
#include "resolve/choice.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nom::resolving {

inline constexpr int nothing = -1;

/// Positions of a record's entries by their ids.
struct Local {
  std::unordered_map<std::string_view, int> places;
  std::unordered_map<std::string_view, int> people;
  std::unordered_map<std::string_view, int> bodies;

  explicit Local(const Record& record);
};

/// The position, or `nothing` if the id is empty or unknown.
int look_up(const std::unordered_map<std::string_view, int>& ids, std::string_view id);

struct Place {
  Tally names;
  std::string label;
  std::string kind;
  std::string country;  ///< ISO code; empty if unknown
  std::string chain;    ///< "thai-binh/quynh-phu": slugs from the widest place in, no country
  std::optional<PartialDate> until = {};  ///< the latest that a record gives
  int within = nothing;

  [[nodiscard]] bool is_country() const { return kind == "country"; }
};

struct Places {
  std::vector<Place> all;
  std::vector<std::vector<int>> of;  ///< by record, by entry

  /// The widest place around it that is not a country; `nothing` for a country.
  [[nodiscard]] int province(int place) const;
  /// The country around it or itself; `nothing` if unknown.
  [[nodiscard]] int country(int place) const;
};

/// Two places are one if their names fold to the same, their kinds and countries agree (unknown
/// agrees with all) and the places around one are among those around the other, in order; where
/// that fits several places it stays a place of its own. Cost: linear in entries, quadratic in the
/// different descriptions of one name.
Places resolve_places(const std::vector<Record>& records, const std::vector<Local>& local,
                      Faults& faults);

}  // namespace nom::resolving
