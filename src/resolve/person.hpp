// SPDX-License-Identifier: Apache-2.0
// person: which people of the records are one person.
#pragma once

#include "record/record.hpp"
#include "resolve/body.hpp"
#include "resolve/place.hpp"
#include "resolve/post.hpp"

#include <string>
#include <utility>
#include <vector>

namespace nom::resolving {

struct Person {
  Tally names;
  Tally forms;
  std::string label;
  std::string chain;     ///< "ngo-dong-hai.thai-binh"
  int anchor = nothing;  ///< the place that the key names
};

/// Two people who may be one.
struct Doubt {
  int one = 0;
  int other = 0;
  std::string reason;
};

struct People {
  std::vector<Person> all;
  std::vector<std::vector<int>> of;  ///< by record, by entry
  std::vector<Doubt> doubts;
};

/// Two entries are one person if their names fold to the same words (given name first or last) and
/// their tenures share a post, a body or a province; transitively, but never two entries of one
/// document. Someone without a tenure (a byline) is one with those of the same name only in
/// documents of the same source. Namesakes whose provinces differ are two; where a province is
/// not known, they are two with a doubt. Cost: linear in entries but for sorting; doubts are
/// pairwise up to 20 namesakes, beyond that each with the first.
People resolve_people(const std::vector<Record>& records, const std::vector<Local>& local,
                      const Places& places, const Bodies& bodies, const Posts& posts);

}  // namespace nom::resolving
