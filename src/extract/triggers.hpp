// SPDX-License-Identifier: Apache-2.0
// Which rules may begin at an item: rules are filed under the kinds of item and the cue sets that
// their patterns can begin with, so that the number of rules costs nothing where none of them can
// match.
#pragma once

#include "extract/analysis.hpp"

#include <array>
#include <vector>

namespace nom::extract {

class Triggers {
 public:
  struct Ordered {
    const Rule* rule = nullptr;
    std::size_t order = 0;  ///< of the rule in the packs
  };

  void add(const Rule& rule, std::size_t order);

  /// The rules whose pattern can begin at this item, in the order of the packs. `first`: it is the
  /// first of its sentence.
  void at(const Item& item, bool first, std::vector<Ordered>& out) const;

 private:
  /// What a pattern can begin with.
  struct Beginnings {
    std::array<bool, 9> kinds{};  ///< by ItemKind
    std::vector<std::uint8_t> cues;
    bool anywhere = false;  ///< a gap, or nothing that an item must be
  };

  static bool collect(const std::vector<PatternElement>& pattern, Beginnings& out);

  std::array<std::vector<Ordered>, 9> by_kind_;
  std::array<std::vector<Ordered>, max_cue_sets> by_cue_;
  std::vector<Ordered> at_start_;  ///< those that begin with "^"
  std::vector<Ordered> anywhere_;
};

/// The rules of a pack, filed by language and layer. Made once for a pack.
class Rulebook {
 public:
  explicit Rulebook(const Pack& pack);

  [[nodiscard]] const Triggers& of(Language language, Rule::Layer layer) const {
    return rules_[static_cast<std::size_t>(language)][static_cast<std::size_t>(layer)];
  }

 private:
  std::array<std::array<Triggers, Rule::layers>, language_count> rules_;
};

}  // namespace nom::extract
