// SPDX-License-Identifier: Apache-2.0
// What the rules nearly said: for a fact that was expected and did not come.
#pragma once

#include "extract/analysis.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nom::extract {

struct Probe {
  int person = none;        ///< person entity that is expected
  std::vector<int> titles;  ///< title mentions that may be the post

  /// The rule that came nearest in a sentence.
  struct Near {
    const Rule* rule = nullptr;
    std::size_t found = 0;         ///< of the person and the post: how many it took in
    std::size_t missing = 0;       ///< elements of its pattern that did not match
    const PatternElement* failed;  ///< the first of them; null if the whole pattern matched
    std::string instead;           ///< the item that stood there; empty at the end of the sentence
  };

  /// A verb that spoke of somebody, and why it did not speak of the post.
  struct Refusal {
    std::size_t sentence = 0;
    const Frame* frame = nullptr;  ///< null: no verb
    std::string_view reason;
  };

  std::map<std::size_t, Near> near;  ///< by sentence
  std::vector<Refusal> refusals;
};

}  // namespace nom::extract
