// SPDX-License-Identifier: Apache-2.0
// What became of the rules in documents: filled for those who ask, of no cost to others.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace nom {

struct RuleTrace {
  /// A rule is tried where its pattern can begin, fires where it matches, and is then kept or loses
  /// to another. A frame is tried at each word of its cue set, fires where no frame before it has
  /// the word, and is kept where it says something.
  struct Count {
    std::size_t tried = 0;
    std::size_t fired = 0;
    std::size_t kept = 0;
    std::size_t lost = 0;
  };

  struct Lost {
    std::size_t sentence = 0;
    std::string rule;
    std::string winner;
    std::string words;  ///< what it matched
  };

  std::vector<Count> rules;   ///< in the order of Pack::rules()
  std::vector<Count> frames;  ///< in the order of Pack::frames()
  std::vector<Lost> lost;
};

}  // namespace nom
