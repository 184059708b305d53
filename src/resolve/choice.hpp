// SPDX-License-Identifier: Apache-2.0
// choice: small decisions that must not depend on the order of the input.
#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <set>
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

/// Of each thing that the rules alone have, its key there and the thing of which its first entry is
/// part now.
struct Moved {
  std::string key;
  std::size_t to = 0;
};

/// `before` and `after` are numbers of things by record and entry; `keys` are those of before.
template <class KeyOf>
std::vector<Moved> moved(const std::vector<std::vector<int>>& before, std::size_t count,
                         const std::vector<std::vector<int>>& after, KeyOf key_of) {
  std::vector<Moved> made;
  std::vector<bool> seen(count, false);
  for (std::size_t r = 0; r < before.size(); ++r) {
    for (std::size_t i = 0; i < before[r].size(); ++i) {
      const auto was = static_cast<std::size_t>(before[r][i]);
      if (!seen[was]) {
        seen[was] = true;
        made.push_back({key_of(was), static_cast<std::size_t>(after[r][i])});
      }
    }
  }
  return made;
}

/// Has each key that is no key any more lead to the thing that it is part of now.
template <class Thing>
void lead_on(const std::vector<Moved>& moved, std::vector<Thing>& things) {
  std::set<std::string_view> taken;
  for (const Thing& thing : things) {
    taken.insert(thing.chain);
  }
  for (const Moved& one : moved) {
    if (!taken.contains(one.key)) {
      things[one.to].merged.insert(one.key);
    }
  }
}

/// The key that each of `count` things keeps of those that have become part of it: one that is
/// preferred, else the smallest; empty if there is none.
std::vector<std::string> keys_kept(const std::vector<Moved>& moved, std::size_t count,
                                   const std::set<std::string>& preferred);

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

/// The words of a folded text, and the text of the words.
std::vector<std::string> split(const std::string& folded);
std::string joined(const std::vector<std::string>& words);

/// Do the words of `needle` stand in `hay`, one after the other? Both folded; a possessive s after
/// the last word is allowed ("peoples committees office" has "peoples committee").
bool has_words(std::string_view hay, std::string_view needle);

}  // namespace nom::resolving
