// SPDX-License-Identifier: Apache-2.0
// Stage tenure, last: posts that say of no body where the sentence gives one to another holder.
//   "X was elected president of the Teachers' Union, Y secretary and Z treasurer"
#include "extract/analysis.hpp"

#include <algorithm>

namespace nom::extract {

namespace {

class Sharing {
 public:
  explicit Sharing(Analysis& a) : a_(a) {}

  void run() {
    std::vector<std::vector<std::size_t>> told(a_.sentences.size());  // per sentence: assertions
    for (std::size_t x = 0; x < a_.assertions.size(); ++x) {
      if (a_.assertions[x].clause) {
        told[a_.assertions[x].sentence].push_back(x);
      }
    }
    for (std::size_t s = 0; s < told.size(); ++s) {
      if (a_.sentences[s].language != Language::en) {
        continue;
      }
      for (const std::size_t x : told[s]) {
        if (!is_open(a_.assertions[x])) {
          continue;
        }
        const int beside = body_beside(a_.assertions[x], told[s]);
        const int before = beside == none && s > 0 ? body_before(x, told[s - 1]) : none;
        a_.assertions[x].body = beside != none ? beside : before;
      }
    }
  }

 private:
  [[nodiscard]] int body_of(const Assertion& x) const {
    const TitleMention& t = a_.title(x.title);
    return t.body != none ? t.body : x.body;
  }

  /// A post that a body has, and no words say which.
  [[nodiscard]] bool is_open(const Assertion& x) const {
    const TitleMention& t = a_.title(x.title);
    const LexEntry& head = a_.pack.entry(t.head);
    return t.head != 0 && body_of(x) == none && t.place == none && t.portfolio.empty() &&
           t.level.empty() && !t.served && !t.own && !head.has("alone") && !head.has("place") &&
           !head.has("degree") && !head.has("home") && !head.has("royal") && !head.has("portfolio");
  }

  /// Was it read by a verb, not by a list?
  [[nodiscard]] bool is_verb(const std::string& rule) const {
    const auto& frames = a_.pack.frames();
    return std::any_of(frames.begin(), frames.end(),
                       [&](const Frame& frame) { return frame.id == rule; });
  }

  /// Does the rule give each of two people a post: "X is the chair and Y the treasurer of B"?
  [[nodiscard]] bool is_pair(const std::string& id) const {
    const auto& rules = a_.pack.rules();
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const Rule& candidate) { return candidate.id == id; });
    return rule != rules.end() && rule->emissions.size() == 2 &&
           std::all_of(rule->emissions.begin(), rule->emissions.end(),
                       [](const Emission& e) {
                         return e.type == Emission::Type::hold && e.body.empty();
                       }) &&
           rule->emissions[0].who != rule->emissions[1].who &&
           rule->emissions[0].what != rule->emissions[1].what &&
           rule->emissions[0].status == rule->emissions[1].status;
  }

  /// May both be posts of one body: not "chairman of A and chairman of B"?
  [[nodiscard]] bool may_share(const Assertion& x, const Assertion& y) const {
    const TitleMention& t = a_.title(x.title);
    const TitleMention& u = a_.title(y.title);
    if (a_.is_of_state(t, a_.body(body_of(y)))) {
      return false;  // "the Speaker of the Assembly and the President": of the state
    }
    const bool same = t.role == u.role && a_.pack.entry(t.head).has("one");
    // "X is president of the Union, and Y is secretary", but "Y is a secretary, and X is president
    // of the Union"
    const bool alike =
        x.gained ? y.gained
                 : x.rule == y.rule &&
                       (is_pair(x.rule) || (is_verb(x.rule) && u.range.begin < t.range.begin));
    return x.person != y.person && alike && (!same || x.status != y.status);
  }

  /// Does a semicolon stand between them?
  [[nodiscard]] bool is_parted(const Assertion& x, const Assertion& y) const {
    const std::size_t at = a_.title(x.title).range.begin;
    const std::size_t there = a_.title(y.title).range.begin;
    for (std::size_t t = std::min(at, there); t < std::max(at, there); ++t) {
      if (a_.tokens[t].mark == ';') {
        return true;
      }
    }
    return false;
  }

  /// Of the post nearest in the sentence that is told of somebody else in the same way.
  [[nodiscard]] int body_beside(const Assertion& x, const std::vector<std::size_t>& told) const {
    int body = none;
    std::size_t nearest = 0;
    const std::size_t at = a_.title(x.title).range.begin;
    for (const std::size_t k : told) {
      const Assertion& y = a_.assertions[k];
      if (body_of(y) == none || !may_share(x, y) || is_parted(x, y)) {
        continue;
      }
      const std::size_t there = a_.title(y.title).range.begin;
      const std::size_t apart = std::max(at, there) - std::min(at, there);
      if (body == none || apart < nearest) {
        body = body_of(y);
        nearest = apart;
      }
    }
    return body;
  }

  /// "X was appointed director of the Water Board. Y was appointed treasurer.": of the only body
  /// whose posts the sentence before gave, where this one names none.
  [[nodiscard]] int body_before(std::size_t index, const std::vector<std::size_t>& told) const {
    const Assertion& x = a_.assertions[index];
    const auto& items = a_.sentences[x.sentence].items;
    const bool named = std::any_of(items.begin(), items.end(),
                                   [](const Item& item) { return item.kind == ItemKind::body; });
    if (!x.gained || named ||
        a_.tokens[a_.sentences[x.sentence].tokens.begin].is(shape_line_start)) {
      return none;
    }
    int body = none;
    for (const std::size_t k : told) {
      const Assertion& y = a_.assertions[k];
      const int of = body_of(y);
      if (!y.gained || of == none || !may_share(x, y)) {
        continue;
      }
      const std::string& kind = a_.body(of).kind;
      const bool whole = kind == "party" && a_.pack.entry(a_.title(x.title).head).has("whole");
      if (kind == "government" || kind == "ministry" || kind == "court" || whole ||
          (body != none && body != of)) {
        return none;
      }
      body = of;
    }
    return body;
  }

  Analysis& a_;
};

}  // namespace

void share_bodies(Analysis& a) { Sharing(a).run(); }

}  // namespace nom::extract
