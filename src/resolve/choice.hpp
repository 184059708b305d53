// SPDX-License-Identifier: Apache-2.0
// choice: small decisions that must not depend on the order of the input.
#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nom::resolving {

/// Counts wordings and chooses one: the most frequent, then the longest, then the bytewise
/// smallest.
class Tally {
 public:
  /// Counts `text` (`weight` 0: known, but chosen last). Empty text is not counted.
  void add(const std::string& text, int weight = 1);
  void add_all(const Tally& other);

  /// The chosen wording; empty if nothing was added.
  [[nodiscard]] std::string best() const;

  [[nodiscard]] const std::map<std::string, int>& all() const { return count_; }

 private:
  std::map<std::string, int> count_;
};

/// A key to be made unique among its like.
struct Keyed {
  std::string key;
  /// What may tell it from others of the same key, the first choice first. Slugs.
  std::vector<std::string> qualifiers;
  /// Tells apart whatever the qualifiers do not; only its order counts.
  std::string content;
};

/// Makes keys unique: those that several share get ".qualifier" by the first qualifier that tells
/// them all apart, else by all of them, else by a number in the order of content.
void make_unique(std::vector<Keyed>& keys);

/// Disjoint sets of 0 … n-1.
class Sets {
 public:
  explicit Sets(std::size_t size);
  std::size_t find(std::size_t i);
  /// Unites the sets of a and b; the smaller number stands for both.
  void unite(std::size_t a, std::size_t b);

 private:
  std::vector<std::size_t> up_;
};

/// Do the words of `needle` stand in `hay`, one after the other? Both folded; a possessive s after
/// the last word is allowed ("peoples committees office" has "peoples committee").
bool has_words(std::string_view hay, std::string_view needle);

}  // namespace nom::resolving
