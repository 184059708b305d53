// SPDX-License-Identifier: Apache-2.0
#include "extract/triggers.hpp"

#include <algorithm>

namespace nom::extract {

/// Adds what the pattern can begin with. True if the whole pattern may be left out.
bool Triggers::collect(const std::vector<PatternElement>& pattern, Beginnings& out) {
  using Type = PatternElement::Type;
  const auto kind = [&](ItemKind k) { out.kinds[static_cast<std::size_t>(k)] = true; };
  for (const PatternElement& e : pattern) {
    bool may_be_nothing = e.optional;
    switch (e.type) {
      case Type::person:
      case Type::people:
        kind(ItemKind::person);
        break;
      case Type::title:
      case Type::titles:
        kind(ItemKind::title);
        break;
      case Type::body:
      case Type::bodies:
        kind(ItemKind::body);
        break;
      case Type::place:
        kind(ItemKind::place);
        break;
      case Type::date:
        kind(ItemKind::date);
        break;
      case Type::number:
        kind(ItemKind::number);
        break;
      case Type::mark:
        kind(ItemKind::mark);
        break;
      case Type::word:
        kind(ItemKind::word);
        break;
      case Type::cue:
        out.cues.push_back(e.cue);
        break;
      case Type::group:
        for (const auto& choice : e.choices) {
          may_be_nothing = collect(choice, out) || may_be_nothing;
        }
        break;
      default:  // a gap, a condition
        out.anywhere = true;
        return true;
    }
    if (!may_be_nothing) {
      return false;
    }
  }
  return true;
}

void Triggers::add(const Rule& rule, std::size_t order) {
  const Ordered entry{&rule, order};
  if (!rule.pattern.empty() && rule.pattern.front().type == PatternElement::Type::start &&
      !rule.pattern.front().optional) {
    at_start_.push_back(entry);
    return;
  }
  Beginnings begins;
  begins.anywhere = collect(rule.pattern, begins) || begins.anywhere;
  if (begins.anywhere) {
    anywhere_.push_back(entry);
    return;
  }
  for (std::size_t k = 0; k < begins.kinds.size(); ++k) {
    if (begins.kinds[k]) {
      by_kind_[k].push_back(entry);
    }
  }
  std::sort(begins.cues.begin(), begins.cues.end());
  begins.cues.erase(std::unique(begins.cues.begin(), begins.cues.end()), begins.cues.end());
  for (const std::uint8_t cue : begins.cues) {
    by_cue_[cue].push_back(entry);
  }
}

void Triggers::at(const Item& item, bool first, std::vector<Ordered>& out) const {
  const std::vector<Ordered>& plain = by_kind_[static_cast<std::size_t>(item.kind)];
  const bool cue = item.kind == ItemKind::word && item.cues.any();
  if (plain.empty() && anywhere_.empty() && !first && !cue) {
    out.clear();
    return;
  }
  out = plain;
  const std::size_t alone = out.size();
  const auto more = [&](const std::vector<Ordered>& rules) {
    out.insert(out.end(), rules.begin(), rules.end());
  };
  more(anywhere_);
  if (first) {
    more(at_start_);
  }
  for (std::size_t set = 1; cue && set < item.cues.size(); ++set) {
    if (item.cues.test(set)) {
      more(by_cue_[set]);
    }
  }
  if (out.size() == alone) {
    return;
  }
  std::sort(out.begin(), out.end(),
            [](const Ordered& x, const Ordered& y) { return x.order < y.order; });
  out.erase(std::unique(out.begin(), out.end(),
                        [](const Ordered& x, const Ordered& y) { return x.order == y.order; }),
            out.end());
}

Rulebook::Rulebook(const Pack& pack) {
  std::size_t order = 0;
  for (const Rule& rule : pack.rules()) {
    for (const Language language : {Language::en, Language::vi}) {
      if (rule.language == Language::any || rule.language == language) {
        rules_[static_cast<std::size_t>(language)][static_cast<std::size_t>(rule.layer)].add(rule,
                                                                                             order);
      }
    }
    ++order;
  }
}

}  // namespace nom::extract
