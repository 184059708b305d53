// SPDX-License-Identifier: Apache-2.0
// The pattern of a rule against the items of a sentence.
#pragma once

#include "extract/analysis.hpp"

#include <algorithm>
#include <tuple>

namespace nom::extract {

/// The items that an element with a name took.
struct Capture {
  const std::string* name = nullptr;
  std::vector<std::size_t> items;
};

struct Match {
  const Rule* rule = nullptr;
  std::size_t order = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<Capture> captures;
};

/// "HANOI, May 5 (VNA) -": does a dateline end before item i?
inline bool after_dateline(const std::vector<Item>& items, std::size_t i) {
  constexpr std::size_t longest = 12;
  if (i < 2 || i > longest || items[i - 1].kind != ItemKind::mark || items[i - 1].mark != '-') {
    return false;
  }
  bool bracket = false;
  for (std::size_t k = 0; k + 1 < i; ++k) {
    const ItemKind kind = items[k].kind;
    const bool opens = kind == ItemKind::mark && items[k].mark == '(';
    bracket = opens || (bracket && !(kind == ItemKind::mark && items[k].mark == ')'));
    const bool first = kind == ItemKind::place || opens;
    if ((k == 0 && !first) || (kind != ItemKind::place && kind != ItemKind::date &&
                               kind != ItemKind::number && kind != ItemKind::mark &&
                               kind != ItemKind::body && !(bracket && kind == ItemKind::word))) {
      return false;
    }
  }
  return true;
}

/// Is it where a sentence begins: at its first item, or after a bullet or a number, "3. X", "- X",
/// or a dateline?
inline bool begins(const std::vector<Item>& items, std::size_t i) {
  constexpr std::size_t longest = 3;
  const bool bullet =
      i <= longest && std::all_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i),
                                  [](const Item& item) {
                                    constexpr std::string_view bullets = "-*.()";
                                    return item.kind == ItemKind::number ||
                                           (item.kind == ItemKind::mark &&
                                            bullets.find(item.mark) != std::string_view::npos);
                                  });
  return bullet || after_dateline(items, i);
}

/// Tries rules at the items of one sentence.
class Matcher {
 public:
  using Type = PatternElement::Type;

  Matcher(const Analysis& a, const std::vector<Item>& items) : a_(a), items_(items) {}

  /// How far a rule came that was tried with some items in mind.
  struct Reach {
    std::vector<bool> wanted;  ///< by item
    std::size_t found = 0;     ///< wanted items that the pattern took in
    std::size_t depth = 0;     ///< elements that it cannot do without, matched
    const PatternElement* failed = nullptr;
    std::size_t at = 0;  ///< item at which it failed
  };

  /// Tries a rule and notes how far it came. True if it matches.
  bool reach(const Rule& rule, std::size_t begin, Reach& reach) {
    Match whole;
    reach_ = &reach;
    found_ = 0;
    depth_ = 0;
    const bool matches = match(rule, begin, whole);
    reach_ = nullptr;
    return matches;
  }

  bool match(const Rule& rule, std::size_t begin, Match& out) {
    captures_.clear();
    best_end_ = 0;
    run(rule.pattern, 0, begin, nullptr);
    if (best_end_ <= begin) {
      return false;
    }
    out.rule = &rule;
    out.begin = begin;
    out.end = best_end_;
    out.captures.clear();
    for (const Span& span : best_) {
      Capture& capture = out.captures.emplace_back();
      capture.name = span.name;
      for (std::size_t i = span.begin; i < span.end; ++i) {
        const bool first = i == span.begin || begins_part(i);  // "X, vice-chairman of Y; Z"
        if (span.listed ? is_person(i) && first
                        : span.end - span.begin == 1 || is_person(i) || is_body(i)) {
          capture.items.push_back(i);
        }
      }
    }
    return true;
  }

 private:
  /// What is left to match after a group.
  struct Rest {
    const std::vector<PatternElement>* pattern;
    std::size_t at;
    const Rest* next;
  };

  [[nodiscard]] bool plural(const Item& item) const { return a_.title(item.titles[0]).plural; }

  [[nodiscard]] bool is_and(std::size_t i) const {
    return i < items_.size() && ((items_[i].kind == ItemKind::mark && items_[i].mark == '&') ||
                                 (items_[i].kind == ItemKind::word && items_[i].word != 0 &&
                                  a_.token_text(items_[i].range.begin) == "and"));
  }

  [[nodiscard]] bool is_mark(std::size_t i, char mark) const {
    return i < items_.size() && items_[i].kind == ItemKind::mark && items_[i].mark == mark;
  }

  /// Does a part of a list begin here: after a semicolon, perhaps with "and"?
  [[nodiscard]] bool begins_part(std::size_t i) const {
    const std::size_t before = i > 0 && is_and(i - 1) ? i - 1 : i;
    return before > 0 && is_mark(before - 1, ';');
  }

  [[nodiscard]] bool is_comma(std::size_t i) const {
    return i < items_.size() && items_[i].kind == ItemKind::mark && items_[i].mark == ',';
  }

  /// "Members: X; Y": a semicolon between two names, the second of which nothing explains.
  [[nodiscard]] bool is_semicolon(std::size_t i) const {
    return i + 1 < items_.size() && items_[i].kind == ItemKind::mark && items_[i].mark == ';' &&
           is_person(i + 1) &&
           (i + 2 == items_.size() || (items_[i + 2].kind == ItemKind::mark &&
                                       (items_[i + 2].mark == ';' || items_[i + 2].mark == '.')));
  }

  /// ", X", ", Minister of Trade X": a comma, perhaps more posts, and a person.
  [[nodiscard]] bool leads_to_person(std::size_t i) const {
    bool post = false;
    while (is_comma(i) && i + 1 < items_.size() && items_[i + 1].kind == ItemKind::title) {
      i += 2;
      post = true;
    }
    const bool dash = is_mark(i, '-');  // "X; vice chair - Y"
    return (post && is_person(i)) || ((is_comma(i) || dash) && is_person(i + 1));
  }

  /// "X (Standing), Y (female) and Z": the item after a few words in brackets; i if there are none.
  [[nodiscard]] std::size_t after_bracket(std::size_t i) const {
    constexpr std::size_t longest = 4;
    const auto mark = [&](std::size_t k, char m) {
      return k < items_.size() && items_[k].kind == ItemKind::mark && items_[k].mark == m;
    };
    if (!mark(i, '(')) {
      return i;
    }
    for (std::size_t k = i + 1; k <= i + 1 + longest && k < items_.size(); ++k) {
      if (mark(k, ')')) {
        return k + 1;
      }
      if (items_[k].kind == ItemKind::person || items_[k].kind == ItemKind::title) {
        break;
      }
    }
    return i;
  }

  /// Is the last of a post its own words, and not its body or place?
  [[nodiscard]] bool ends_in_words(const Item& item) const {
    const TitleMention& title = a_.title(item.titles.back());
    return title.range.end == title.words.end;
  }

  [[nodiscard]] bool is_possessive(std::size_t i) const {
    return i < items_.size() && items_[i].kind == ItemKind::mark && items_[i].mark == '\'';
  }

  [[nodiscard]] bool is_colon(std::size_t i) const {
    return items_[i].kind == ItemKind::mark && items_[i].mark == ':';
  }

  /// Does the pattern name a post of several before this element?
  static bool of_post(const std::vector<PatternElement>& pattern, std::size_t at) {
    return std::any_of(pattern.begin(), pattern.begin() + static_cast<std::ptrdiff_t>(at),
                       [](const PatternElement& e) { return e.type == Type::titles; });
  }

  /// Does a post stand before the name?
  [[nodiscard]] bool titled(std::size_t i) const {
    const Item& item = items_[i];
    return std::any_of(item.attached.begin(), item.attached.end(), [&](int t) {
      return a_.title(t).words.begin < a_.person(item.people[0]).range.begin;
    });
  }

  [[nodiscard]] bool is_person(std::size_t i) const {
    return i < items_.size() && items_[i].kind == ItemKind::person;
  }

  /// "Carrie Land": a given name and another word with a capital, though it was read as no name.
  [[nodiscard]] bool begins_name(std::size_t i) const {
    return i + 1 < items_.size() && items_[i].kind == ItemKind::word &&
           items_[i + 1].kind == ItemKind::word && a_.capital(items_[i].range.begin) &&
           a_.capital(items_[i + 1].range.begin) && a_.has(items_[i].range.begin, Lex::given);
  }

  [[nodiscard]] bool is_body(std::size_t i) const {
    return i < items_.size() && items_[i].kind == ItemKind::body;
  }

  /// After a comma, "and" and an article: where the next body of a list may stand.
  [[nodiscard]] std::size_t next_body(std::size_t i) const {
    const GrammarCues& cues = a_.pack.cues();
    const std::size_t end = i;
    i += is_comma(i) ? std::size_t{1} : std::size_t{0};
    const bool joined = is_and(i) || (i < items_.size() && items_[i].is(cues.conjunction));
    i += joined ? std::size_t{1} : std::size_t{0};
    if (i == end) {
      return items_.size();
    }
    return i + (i < items_.size() && items_[i].is(cues.det) ? std::size_t{1} : std::size_t{0});
  }

  void finish(std::size_t i) {
    if (i > best_end_) {
      best_end_ = i;
      best_ = captures_;
    }
  }

  void go_on(const std::vector<PatternElement>& pattern, std::size_t next, std::size_t i,
             const Rest* rest) {
    const PatternElement& e = pattern[next - 1];
    const std::size_t step = e.optional || e.type == Type::gap ? 0 : 1;
    depth_ += step;
    run(pattern, next, i, rest);
    depth_ -= step;
  }

  /// Notes the furthest that the pattern came: that `next` is tried at item i.
  void note(const PatternElement* next, std::size_t i) {
    if (reach_ != nullptr &&
        (reach_->failed == nullptr ||
         std::tuple(found_, depth_) > std::tuple(reach_->found, reach_->depth))) {
      reach_->found = found_;
      reach_->depth = depth_;
      reach_->failed = next;
      reach_->at = i;
    }
  }

  /// Goes on at i after an element that matched what lies between begin and i.
  void capture_and_go(const std::vector<PatternElement>& pattern, std::size_t at, std::size_t begin,
                      std::size_t i, const Rest* rest) {
    const PatternElement& e = pattern[at];
    const std::size_t before = found_;
    for (std::size_t k = begin; reach_ != nullptr && k < i; ++k) {
      found_ += reach_->wanted[k] ? std::size_t{1} : std::size_t{0};
    }
    if (!e.capture.empty()) {
      captures_.push_back({&e.capture, begin, i, e.type == Type::listed});
      go_on(pattern, at + 1, i, rest);
      captures_.pop_back();
    } else {
      go_on(pattern, at + 1, i, rest);
    }
    found_ = before;
  }

  void run(const std::vector<PatternElement>& pattern, std::size_t at, std::size_t i,
           const Rest* rest) {
    if (at == pattern.size()) {
      if (rest == nullptr) {
        finish(i);
      } else {
        run(*rest->pattern, rest->at, i, rest->next);
      }
      return;
    }
    const PatternElement& e = pattern[at];
    const bool here = i < items_.size();
    note(&e, i);
    switch (e.type) {
      case Type::group: {
        const Rest more{&pattern, at + 1, rest};
        for (const auto& choice : e.choices) {
          run(choice, 0, i, &more);
        }
        break;
      }
      case Type::start:
        if (begins(items_, i)) {
          go_on(pattern, at + 1, i, rest);
        }
        break;
      case Type::end:
        if (i == items_.size() || (i + 1 == items_.size() && items_[i].kind == ItemKind::mark)) {
          go_on(pattern, at + 1, i, rest);
        }
        break;
      case Type::not_person:
        if (!is_person(i) && !begins_name(i)) {
          go_on(pattern, at + 1, i, rest);
        }
        break;
      case Type::not_and:
        if (!is_and(i) && !(here && items_[i].is(a_.pack.cues().conjunction))) {
          go_on(pattern, at + 1, i, rest);
        }
        break;
      case Type::not_title:
        if (!here || items_[i].kind != ItemKind::title) {
          go_on(pattern, at + 1, i, rest);
        }
        break;
      case Type::not_verb:
        if (!here || (items_[i].kind != ItemKind::word && !is_colon(i)) ||
            items_[i].is(a_.pack.cues().oblique) || items_[i].is(a_.pack.cues().in) ||
            items_[i].is(a_.pack.cues().conjunction) || items_[i].is(a_.pack.cues().relative)) {
          go_on(pattern, at + 1, i, rest);
        }
        break;
      case Type::not_apposition:
        if (!leads_to_person(i)) {
          go_on(pattern, at + 1, i, rest);
        }
        break;
      case Type::gap:
        for (std::size_t skip = 0; skip <= static_cast<std::size_t>(e.most); ++skip) {
          go_on(pattern, at + 1, i + skip, rest);
          if (i + skip >= items_.size() || !skippable(items_[i + skip])) {
            break;
          }
        }
        break;
      case Type::people: {
        std::size_t j = i;
        while (is_person(j)) {
          ++j;
          std::size_t k = after_bracket(j);
          const bool semicolon = is_semicolon(k) || (of_post(pattern, at) && is_mark(k, ';'));
          k += is_comma(k) || semicolon ? std::size_t{1} : std::size_t{0};
          k += is_and(k) ? std::size_t{1} : std::size_t{0};
          // "former Presidents: A, B, Prime Minister C": whoever has a post of another noun is none
          // of those before.
          if (k == j || !is_person(k) || (of_post(pattern, at) && titled(k) && !titled(i))) {
            break;
          }
          j = k;
        }
        if (j > i) {
          capture_and_go(pattern, at, i, j, rest);
        }
        break;
      }
      case Type::listed: {
        std::size_t last = i;  // the last person that begins a part
        for (std::size_t k = is_person(i) ? i + 1 : items_.size();
             k < items_.size() && !is_colon(k); ++k) {
          if (!begins_part(k)) {
            continue;
          }
          // What else begins a part ends the list, as does "…; and X is".
          const bool named =
              is_person(k) && (k + 1 == items_.size() || items_[k + 1].kind == ItemKind::mark);
          if (!named && !is_and(k)) {
            break;
          }
          last = named ? k : last;
        }
        if (last > i) {
          capture_and_go(pattern, at, i, last + 1, rest);
        }
        break;
      }
      case Type::bodies: {  // the last after a comma may be another: "By merging A and B, C"
        for (std::size_t j = i; is_body(j);) {
          capture_and_go(pattern, at, i, j + 1, rest);
          j = next_body(j + 1);
        }
        break;
      }
      default:
        // "X, the Mayor's sister": the post is another's, but "X, chairman of Weston United's
        // board"
        if (here && fits(e, items_[i]) &&
            !(e.type == Type::title && !e.capture.empty() && is_possessive(i + 1) &&
              ends_in_words(items_[i]))) {
          capture_and_go(pattern, at, i, i + 1, rest);
        }
    }
    if (e.optional) {
      go_on(pattern, at + 1, i, rest);
    }
  }

  static bool skippable(const Item& item) {
    return item.kind != ItemKind::person && item.kind != ItemKind::title &&
           !(item.kind == ItemKind::mark &&
             (item.mark == ';' || item.mark == ':' || item.mark == '(' || item.mark == ')'));
  }

  [[nodiscard]] bool fits(const PatternElement& e, const Item& item) const {
    switch (e.type) {
      case Type::person:
        return item.kind == ItemKind::person;
      case Type::title:
        return item.kind == ItemKind::title && !plural(item);
      case Type::titles:
        return item.kind == ItemKind::title && plural(item);
      case Type::body:
        return item.kind == ItemKind::body;
      case Type::place:
        return item.kind == ItemKind::place;
      case Type::date:
        return item.kind == ItemKind::date;
      case Type::number:
        return item.kind == ItemKind::number;
      case Type::word:
        return item.kind == ItemKind::word && item.word == e.word;
      case Type::cue:
        return item.kind == ItemKind::word && item.is(e.cue);
      case Type::mark:
        return item.kind == ItemKind::mark && item.mark == e.mark;
      default:
        return false;
    }
  }

  const Analysis& a_;
  const std::vector<Item>& items_;
  /// The items that an element with a name matched: one, or people or bodies with commas between.
  struct Span {
    const std::string* name;
    std::size_t begin;
    std::size_t end;
    bool listed;  ///< those that begin a part
  };

  std::vector<Span> captures_;
  std::vector<Span> best_;
  std::size_t best_end_ = 0;
  Reach* reach_ = nullptr;  ///< of a rule that is only tried out
  std::size_t found_ = 0;
  std::size_t depth_ = 0;
};

/// Elements of a pattern that it cannot do without.
inline std::size_t needed(const std::vector<PatternElement>& pattern) {
  std::size_t count = 0;
  for (const PatternElement& e : pattern) {
    if (e.optional || e.type == PatternElement::Type::gap) {
      continue;
    }
    std::size_t least = 1;
    if (e.type == PatternElement::Type::group) {
      least = needed(e.choices.front());
      for (const auto& choice : e.choices) {
        least = std::min(least, needed(choice));
      }
    }
    count += least;
  }
  return count;
}

}  // namespace nom::extract
