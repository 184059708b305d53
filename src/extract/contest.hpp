// SPDX-License-Identifier: Apache-2.0
// The rules of one layer against the items of one sentence, and what becomes of them.
#pragma once

#include "extract/matcher.hpp"
#include "extract/triggers.hpp"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace nom::extract {

/// Tells the trace of an analysis, if it has one, which rules were tried, fired, were kept and
/// lost.
class Contest {
 public:
  /// `room` to work in is kept from sentence to sentence.
  Contest(Analysis& a, std::size_t sentence, const Triggers& triggers,
          std::vector<Triggers::Ordered>& room)
      : a_(a),
        sentence_(sentence),
        items_(a.sentences[sentence].items),
        triggers_(triggers),
        room_(room),
        contents_(items_),
        matcher_(a, items_) {}

  /// To be called when the items of the sentence have changed.
  void look_again() { contents_ = Triggers::Contents(items_); }

  /// Calls `use` with each match that begins at item i, in the order of the packs.
  template <class Use>
  void each(std::size_t i, Use use) {
    Match match;
    for (const Triggers::Ordered& candidate : triggers_.at(items_[i], begins(items_, i), room_)) {
      count(candidate.order, &RuleTrace::Count::tried);
      if (may_match(candidate, i) && matcher_.match(*candidate.rule, i, match)) {
        match.order = candidate.order;
        count(match.order, &RuleTrace::Count::fired);
        use(std::move(match));
      }
    }
  }

  /// Of the matches that begin at item i the longest; of equals the one that stands first in the
  /// packs.
  std::optional<Match> best(std::size_t i) {
    std::optional<Match> best;
    each(i, [&](Match&& match) {
      const bool wins = !best || match.end > best->end;
      if (best) {
        wins ? lose(*best, match) : lose(match, *best);
      }
      if (wins) {
        best = std::move(match);
      }
    });
    return best;
  }

  void keep(const Match& match) { count(match.order, &RuleTrace::Count::kept); }

  void lose(const Match& match, const Match& to) {
    if (a_.trace == nullptr) {
      return;
    }
    count(match.order, &RuleTrace::Count::lost);
    const Range words = {items_[match.begin].range.begin, items_[match.end - 1].range.end};
    a_.trace->lost.push_back({sentence_, match.rule->id, to.rule->id, a_.text_of(words)});
  }

 private:
  /// Most rules fail at their second item, or need what the sentence has not.
  [[nodiscard]] bool may_match(const Triggers::Ordered& candidate, std::size_t i) const {
    return contents_.has_all(*candidate.needs) &&
           (candidate.then == nullptr ||
            (i + 1 < items_.size() ? candidate.then->allows(items_[i + 1])
                                   : candidate.then->may_be_nothing()));
  }

  void count(std::size_t rule, std::size_t RuleTrace::Count::*what) const {
    if (a_.trace != nullptr) {
      ++(a_.trace->rules[rule].*what);
    }
  }

  Analysis& a_;
  std::size_t sentence_;
  const std::vector<Item>& items_;
  const Triggers& triggers_;
  std::vector<Triggers::Ordered>& room_;
  Triggers::Contents contents_;
  Matcher matcher_;
};

}  // namespace nom::extract
