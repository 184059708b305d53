// SPDX-License-Identifier: Apache-2.0
// succession: what follows for the terms in a post from its having one holder at a time.
//
// In:   all terms of one post with one seat, whoever's. Out: for each the last day on which a
// predecessor surely holds it and the first on which a successor surely does, as far as that bounds
// it, and who the successor is. Two holders' terms have no day in common. So a term lies before
// another, or after it; where only one of the two can be, the days on which the other is surely
// held bound it. A successor who is said to begin on a day ends the predecessor by that day; one
// who is only cited ends him by the citation. Acting holders and those who are yet to come stand
// beside a holder and end nobody. Where two are said to hold the post on the same days the sources
// contradict each other, and nothing follows. Every bound is made from what the sources say, none
// from another bound: the order of the terms changes nothing.
#pragma once

#include "resolve/naming.hpp"
#include "resolve/term.hpp"

#include <cstddef>
#include <vector>

namespace nom::resolving {

/// The rule by which a tenure has an end that no source states, as edges and answers name it.
inline constexpr const char* one_seat_rule = "one-seat";

/// A term in the post.
struct Seated {
  int person = 0;
  Naming name;  ///< those who may be one person end nobody
  Term* term = nullptr;
  std::size_t successor = no_successor;  ///< position among the terms

  static constexpr std::size_t no_successor = static_cast<std::size_t>(-1);
};

/// Fills `cited.predecessor` and `cited.successor` of the terms, and `successor` where it ends a
/// term. Cost: terms squared.
void bound_by_neighbours(std::vector<Seated>& terms);

}  // namespace nom::resolving
