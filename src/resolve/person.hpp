// SPDX-License-Identifier: Apache-2.0
// person: which people of the records are one person.
#pragma once

#include "record/record.hpp"
#include "resolve/body.hpp"
#include "resolve/ledger.hpp"
#include "resolve/place.hpp"
#include "resolve/post.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace nom::resolving {

struct Person {
  Tally names;
  Tally forms;
  std::string label;
  std::string chain;                  ///< "ngo-dong-hai.thai-binh"
  int anchor = nothing;               ///< the place that the key names
  std::set<std::string> merged = {};  ///< keys that its entries would have alone
};

/// Two people who may be one.
struct Doubt {
  int one = 0;
  int other = 0;
  std::string reason;
};

struct People {
  std::vector<Person> all;
  std::vector<std::vector<int>> of;       ///< by record, by entry
  std::vector<std::vector<int>> anchors;  ///< the place that the key of each entry alone would name
  std::vector<Doubt> doubts;
};

/// Two entries are one person if their names are one name (given name first or last, with or
/// without initials and marks, none contradicting: naming.hpp) and they share, the surest first,
///   a post;
///   a role that says its field ("minister of finance"), unless it is no minister's and they name
///   two bodies with it; or one role in one province, where the second may name no body in the
///   news of that province only;
///   a body, or the membership of one; a province.
/// But for the first, two whose provinces are known and differ are not united, and a shared
/// province does not unite posts of two districts only. Whoever fits two who do not fit each other,
/// by all that they share of one sort together, stays alone; never two entries of one document.
/// Those who may be one all the same have a doubt that says why; for those without a tenure
/// (bylines) a shared source is no more than that. Cost: linear in entries but for sorting and for
/// how differently namesakes are placed; doubts are pairwise up to 20 namesakes, beyond that each
/// with the first. What is judged comes first: the same are one, the different never; `before` is
/// how the rules alone have it, and gives the keys.
People resolve_people(const std::vector<Record>& records, const std::vector<Local>& local,
                      const Places& places, const Bodies& bodies, const Posts& posts,
                      const Judged& judged = {}, const People* before = nullptr);

/// The key that a person of this name and place would have if nobody else had it.
std::string person_key(const std::string& name, int anchor, const Places& places);

}  // namespace nom::resolving
