// SPDX-License-Identifier: Apache-2.0
// Stage change: bodies that were renamed, merged, split or dissolved, and into what, by the rules
// of the layer "change". It reads the sentences before the stage tenure shortens them. Of the
// matches that begin at one item the longest counts, then the rule that stands first in the packs.
#include "extract/analysis.hpp"
#include "extract/contest.hpp"

#include <algorithm>

namespace nom::extract {

namespace {

/// The day of which a sentence speaks: of its only date. Two may be those of two things.
std::optional<PartialDate> only_date(const std::vector<Item>& items) {
  std::optional<PartialDate> date;
  for (const Item& item : items) {
    if (item.kind == ItemKind::date) {
      if (date) {
        return std::nullopt;
      }
      date = item.date;
    }
  }
  return date;
}

class Changes {
 public:
  Changes(Analysis& a, const Rulebook& rules) : a_(a), rules_(rules) {}

  void run(std::size_t sentence) {
    const std::vector<Item>& items = a_.sentences[sentence].items;
    if (std::none_of(items.begin(), items.end(),
                     [](const Item& item) { return item.kind == ItemKind::body; })) {
      return;
    }
    Contest contest(a_, sentence, rules_.of(a_.sentences[sentence].language, Rule::Layer::change),
                    room_);
    for (std::size_t i = 0; i < items.size();) {
      const std::optional<Match> best = contest.best(i);
      if (!best || is_in_doubt(items, i) || goes_on(items, best->end)) {
        ++i;
        continue;
      }
      contest.keep(*best);
      for (const Emission& e : best->rule->emissions) {
        if (e.type == Emission::Type::cease) {
          add(sentence, *best, e);
        }
      }
      i = best->end;
    }
  }

 private:
  /// "whether the Audit Office had been merged", "did not say that it was dissolved"
  [[nodiscard]] bool is_in_doubt(const std::vector<Item>& items, std::size_t before) const {
    return std::any_of(
        items.begin(), items.begin() + static_cast<std::ptrdiff_t>(before), [&](const Item& item) {
          const Frame* frame = a_.pack.frame_of(item.cues);
          return frame != nullptr &&
                 (frame->kind == Frame::Kind::no || frame->kind == Frame::Kind::doubt);
        });
  }

  /// "… merged into the Party Committee's Propaganda Department": the last body is only the owner.
  static bool goes_on(const std::vector<Item>& items, std::size_t end) {
    return end < items.size() && items[end].kind == ItemKind::mark && items[end].mark == '\'';
  }

  /// The bodies that a pattern has captured under this name.
  [[nodiscard]] std::vector<int> bodies(std::size_t sentence, const Match& match,
                                        const std::string& name) const {
    std::vector<int> found;
    for (const Capture& capture : match.captures) {
      for (const std::size_t i : capture.items) {
        const Item& item = a_.sentences[sentence].items[i];
        if (*capture.name == name && item.index != none) {
          found.push_back(item.index);
        }
      }
    }
    return found;
  }

  void add(std::size_t sentence, const Match& match, const Emission& e) {
    Change change;
    change.kind = e.kind;
    change.ended = bodies(sentence, match, e.who);
    change.into = bodies(sentence, match, e.into);
    // "The committee was dissolved": which one, the text has not said.
    const auto is_unknown = [&](int body) { return a_.body(body).reference; };
    // Parliament is dissolved before an election, and is there again.
    const auto is_elected = [&](int body) {
      return a_.body(body).kind == "legislature" || a_.body(body).kind == "government";
    };
    std::erase_if(change.ended, [&](int body) {
      return is_unknown(body) || (change.kind == "dissolution" && is_elected(body));
    });
    std::erase_if(change.into, is_unknown);
    if (change.ended.empty() || (change.into.empty() && !e.into.empty())) {
      return;
    }
    change.date = only_date(a_.sentences[sentence].items);
    change.rule = match.rule->id;
    change.sentence = sentence;
    a_.changes.push_back(std::move(change));
  }

  Analysis& a_;
  const Rulebook& rules_;
  std::vector<Triggers::Ordered> room_;
};

}  // namespace

void assert_changes(Analysis& a, const Rulebook& rules) {
  Changes changes(a, rules);
  for (std::size_t s = 0; s < a.sentences.size(); ++s) {
    changes.run(s);
  }
}

}  // namespace nom::extract
