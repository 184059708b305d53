// SPDX-License-Identifier: Apache-2.0
// post: role × body, or × place where no body is named.
#pragma once

#include "record/record.hpp"
#include "resolve/body.hpp"
#include "resolve/place.hpp"

#include <set>
#include <string>
#include <vector>

namespace nom::resolving {

struct Post {
  Tally roles;
  std::string label;
  std::string role;
  std::string chain;  ///< "thai-binh/party-committee/secretary"
  int body = nothing;
  int place = nothing;  ///< where no body is named: the jurisdiction, or the country spoken of
  bool bare = true;     ///< neither a body nor a jurisdiction is stated for any of its tenures
  /// A source says that it has one holder at a time, none names two at once, and it is known to be
  /// one post: neither bare nor in a body that may be several.
  bool one_seat = false;
  std::set<std::string> merged = {};  ///< keys of what has become one with it
};

struct Posts {
  std::vector<Post> all;
  std::vector<std::vector<int>> of;  ///< by record, by tenure
};

Posts resolve_posts(const std::vector<Record>& records, const std::vector<Local>& local,
                    const Places& places, const Bodies& bodies);

}  // namespace nom::resolving
