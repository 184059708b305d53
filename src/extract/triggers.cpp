// SPDX-License-Identifier: Apache-2.0
#include "extract/triggers.hpp"

#include <algorithm>

namespace nom::extract {

namespace {

/// Does the element take one item, whatever it is?
bool takes_one(const PatternElement& e) {
  using Type = PatternElement::Type;
  switch (e.type) {
    case Type::person:
    case Type::title:
    case Type::titles:
    case Type::body:
    case Type::place:
    case Type::date:
    case Type::number:
    case Type::mark:
    case Type::word:
    case Type::cue:
      return !e.optional;
    default:
      return false;
  }
}

}  // namespace

Triggers::Contents::Contents(const std::vector<Item>& items) {
  for (const Item& item : items) {
    kinds_.set(static_cast<std::size_t>(item.kind));
    if (item.kind == ItemKind::mark) {
      marks_.set(static_cast<unsigned char>(item.mark));
    } else if (item.kind == ItemKind::word) {
      cues_ |= item.cues;
    }
  }
}

Triggers::Contents Triggers::Contents::needed_by(const std::vector<PatternElement>& pattern) {
  Contents contents;
  for (const PatternElement& e : pattern) {
    if (!e.optional) {
      contents.add(e);  // words and the choices of a group are left out
    }
  }
  return contents;
}

bool Triggers::Contents::add(const PatternElement& e) {
  using Type = PatternElement::Type;
  const auto kind = [this](ItemKind k) {
    kinds_.set(static_cast<std::size_t>(k));
    return true;
  };
  switch (e.type) {
    case Type::person:
    case Type::people:
    case Type::listed:
      return kind(ItemKind::person);
    case Type::title:
    case Type::titles:
      return kind(ItemKind::title);
    case Type::body:
    case Type::bodies:
      return kind(ItemKind::body);
    case Type::place:
      return kind(ItemKind::place);
    case Type::date:
      return kind(ItemKind::date);
    case Type::number:
      return kind(ItemKind::number);
    case Type::mark:
      marks_.set(static_cast<unsigned char>(e.mark));
      return true;
    case Type::cue:
      cues_.set(e.cue);
      return true;
    default:
      return false;
  }
}

Triggers::Possible Triggers::Possible::at(const std::vector<PatternElement>& pattern,
                                          std::size_t from) {
  Possible possible;
  possible.anything_ = possible.collect(pattern, from) || possible.anything_;
  return possible;
}

bool Triggers::Possible::collect(const std::vector<PatternElement>& pattern, std::size_t from) {
  using Type = PatternElement::Type;
  for (std::size_t at = from; at < pattern.size(); ++at) {
    const PatternElement& e = pattern[at];
    bool may_be_nothing = e.optional;
    if (e.type == Type::word) {
      words_.push_back(e.word);
    } else if (e.type == Type::group) {
      for (const auto& choice : e.choices) {
        may_be_nothing = collect(choice, 0) || may_be_nothing;
      }
    } else if (e.type == Type::start) {
      start_ = true;
    } else if (!contents_.add(e)) {  // a gap, a condition
      anything_ = true;
      return true;
    }
    if (!may_be_nothing) {
      return false;
    }
  }
  return true;
}

bool Triggers::Possible::allows(const Item& item) const {
  return anything_ || contents_.has_kind(item.kind) || contents_.has_like(item) ||
         (item.kind == ItemKind::word &&
          std::find(words_.begin(), words_.end(), item.word) != words_.end());
}

void Triggers::add(const Rule& rule, std::size_t order) {
  const std::vector<PatternElement>& pattern = rule.pattern;
  const bool from_start = !pattern.empty() && !pattern.front().optional &&
                          pattern.front().type == PatternElement::Type::start;
  const std::size_t begin = from_start ? 1 : 0;
  const Possible first = Possible::at(pattern, begin);
  Ordered entry{&rule, order, nullptr, &needs_.emplace_back(Contents::needed_by(pattern))};
  if (begin < pattern.size() && takes_one(pattern[begin])) {
    entry.then = &thens_.emplace_back(Possible::at(pattern, begin + 1));
  }
  const auto file = [&](List& list, bool inside, bool is_first) {
    if (inside && !from_start) {
      list.inside.push_back(entry);
    }
    if (inside || is_first) {
      list.first.push_back(entry);
    }
  };
  for (std::size_t k = 0; k < by_kind_.size(); ++k) {
    file(by_kind_[k], first.anything_ || first.contents_.kinds_.test(k), first.start_);
  }
  for (std::size_t m = 0; m < by_mark_.size(); ++m) {
    file(by_mark_[m], first.anything_ || first.contents_.marks_.test(m), first.start_);
  }
  if (first.anything_) {
    return;
  }
  for (std::size_t cue = 0; cue < max_cue_sets; ++cue) {
    if (first.contents_.cues_.test(cue)) {
      file(by_cue_[static_cast<std::uint8_t>(cue)], true, false);
      cues_.set(cue);
    }
  }
  for (const WordId word : first.words_) {
    file(by_word_[word], true, false);
  }
}

std::span<const Triggers::Ordered> Triggers::at(const Item& item, bool first,
                                                std::vector<Ordered>& room) const {
  if (item.kind == ItemKind::mark) {
    return by_mark_[static_cast<unsigned char>(item.mark)].of(first);
  }
  const std::vector<Ordered>& plain = by_kind_[static_cast<std::size_t>(item.kind)].of(first);
  if (item.kind != ItemKind::word) {
    return plain;
  }
  const auto word = by_word_.find(item.word);
  const bool cue = (item.cues & cues_).any();
  if (word == by_word_.end() && !cue) {
    return plain;
  }
  room = plain;
  const auto more = [&](const List& list) {
    room.insert(room.end(), list.of(first).begin(), list.of(first).end());
  };
  if (word != by_word_.end()) {
    more(word->second);
  }
  if (cue) {
    for (const auto& [set, list] : by_cue_) {
      if (item.cues.test(set)) {
        more(list);
      }
    }
  }
  std::sort(room.begin(), room.end(),
            [](const Ordered& x, const Ordered& y) { return x.order < y.order; });
  room.erase(std::unique(room.begin(), room.end(),
                         [](const Ordered& x, const Ordered& y) { return x.order == y.order; }),
             room.end());
  return room;
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
