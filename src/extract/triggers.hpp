// SPDX-License-Identifier: Apache-2.0
// Which rules may begin at an item: rules are filed under the kinds of item, the marks, the words
// and the cue sets that their patterns can begin with, so that the number of rules costs nothing
// where none of them can match.
#pragma once

#include "extract/analysis.hpp"

#include <array>
#include <bitset>
#include <cstddef>
#include <deque>
#include <map>
#include <span>
#include <unordered_map>
#include <vector>

namespace nom::extract {

class Triggers {
  static constexpr std::size_t kinds_of_items = 9;
  static constexpr std::size_t ascii = 128;

 public:
  /// Kinds of items, marks and cue sets.
  class Contents {
   public:
    Contents() = default;
    /// What a sentence has.
    explicit Contents(const std::vector<Item>& items);

    /// What every match of the pattern has.
    static Contents needed_by(const std::vector<PatternElement>& pattern);

    /// Adds what the element takes. False if that is none of these.
    bool add(const PatternElement& e);

    [[nodiscard]] bool has_all(const Contents& others) const {
      return (others.kinds_ & ~kinds_).none() && (others.marks_ & ~marks_).none() &&
             (others.cues_ & ~cues_).none();
    }

    [[nodiscard]] bool has_kind(ItemKind kind) const {
      return kinds_.test(static_cast<std::size_t>(kind));
    }

    /// Has it the mark, or a cue set of the word?
    [[nodiscard]] bool has_like(const Item& item) const {
      return item.kind == ItemKind::mark   ? marks_.test(static_cast<unsigned char>(item.mark))
             : item.kind == ItemKind::word ? (item.cues & cues_).any()
                                           : false;
    }

   private:
    friend class Triggers;

    std::bitset<kinds_of_items> kinds_;  ///< by ItemKind
    std::bitset<ascii> marks_;
    std::bitset<max_cue_sets> cues_;
  };

  /// What the item at some place in a pattern can be.
  class Possible {
   public:
    /// Of a pattern from element `from` on.
    static Possible at(const std::vector<PatternElement>& pattern, std::size_t from);

    [[nodiscard]] bool allows(const Item& item) const;

    /// May the sentence end there?
    [[nodiscard]] bool may_be_nothing() const { return anything_; }

   private:
    friend class Triggers;

    /// Adds what the pattern can begin with. True if all of it may be left out.
    bool collect(const std::vector<PatternElement>& pattern, std::size_t from);

    Contents contents_;
    std::vector<WordId> words_;
    bool start_ = false;     ///< "^": anything, if it is the first of its sentence
    bool anything_ = false;  ///< or nothing: a gap, a condition, the end of the pattern
  };

  /// A rule that may begin at an item.
  struct Ordered {
    const Rule* rule = nullptr;
    std::size_t order = 0;            ///< of the rule in the packs
    const Possible* then = nullptr;   ///< what the next item can be, if the first takes only one
    const Contents* needs = nullptr;  ///< what the sentence must have
  };

  Triggers() = default;
  Triggers(const Triggers&) = delete;
  Triggers& operator=(const Triggers&) = delete;

  /// Rules come in the order of the packs.
  void add(const Rule& rule, std::size_t order);

  /// The rules whose pattern can begin at this item, in the order of the packs. `first`: it is the
  /// first of its sentence. `room` is for those that must be put together; the answer may be in it.
  std::span<const Ordered> at(const Item& item, bool first, std::vector<Ordered>& room) const;

 private:
  /// In order.
  struct List {
    std::vector<Ordered> inside;
    std::vector<Ordered> first;  ///< the same and what begins with "^"

    [[nodiscard]] const std::vector<Ordered>& of(bool is_first) const {
      return is_first ? first : inside;
    }
  };

  // What can begin with any item of a kind is in by_kind_ (of marks in by_mark_), the others only
  // under their words and cues.
  std::array<List, kinds_of_items> by_kind_;
  std::array<List, ascii> by_mark_;
  std::map<std::uint8_t, List> by_cue_;
  std::unordered_map<WordId, List> by_word_;
  std::bitset<max_cue_sets> cues_;  ///< those of by_cue_
  std::deque<Possible> thens_;
  std::deque<Contents> needs_;
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
