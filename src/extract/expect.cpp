// SPDX-License-Identifier: Apache-2.0
// For a fact that was expected: the rule that made it, or what was read instead and the rule that
// came nearest.
#include "extract/describe.hpp"
#include "extract/extract.hpp"
#include "extract/probe.hpp"
#include "extract/triggers.hpp"

#include <algorithm>
#include <set>

namespace nom::extract {

namespace {

/// Do the words of `part` stand in `whole`, folded and in a row?
bool within(std::string_view part, std::string_view whole) {
  const std::string inner = " " + fold(part) + " ";
  return !part.empty() && (" " + fold(whole) + " ").find(inner) != std::string::npos;
}

class Expecting {
 public:
  Expecting(Analysis& a, const Extractor::Expected& fact) : a_(a), fact_(fact) {}

  /// After the mentions are found, before the rules read them.
  void look() {
    for (std::size_t p = 0; p < a_.persons.size(); ++p) {
      const auto& forms = a_.persons[p].forms;
      const bool is = std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
        return form == fold(fact_.person);
      });
      if (probe.person == none && (is || within(fact_.person, a_.persons[p].name))) {
        probe.person = static_cast<int>(p);
      }
    }
    for (std::size_t s = 0; s < a_.sentences.size(); ++s) {
      for (const Item& item : a_.sentences[s].items) {
        for (const int m : item.people) {
          if (a_.person(m).entity == probe.person && probe.person != none) {
            person_in_.insert(s);
          }
        }
        for (const int t : item.titles) {
          if (is_post(a_.title(t))) {
            probe.titles.push_back(t);
            post_in_.insert(s);
            items_[s] = dump_items(a_, a_.sentences[s]);
          }
        }
      }
      const std::string_view words = a_.document.text.view(a_.span_of(a_.sentences[s].tokens));
      if (within(fact_.person, words)) {
        person_words_.insert(s);
      }
      if (within(fact_.post, words)) {
        post_words_.insert(s);
      }
      if (person_words_.contains(s) || post_words_.contains(s) || person_in_.contains(s)) {
        items_[s] = dump_items(a_, a_.sentences[s]);
      }
    }
  }

  /// After the rules: what came of it.
  [[nodiscard]] Extractor::Expectation tell(const Record& record, const RuleTrace& trace) const {
    for (const Assertion& x : a_.assertions) {
      if (x.person == probe.person && probe.person != none && is_fact(x, record)) {
        return {true, "came    " + describe(a_, x) + "\n" + sentence(x.sentence)};
      }
    }
    std::string out = "missing " + fact_.person + " | " + fact_.post +
                      (fact_.body.empty() ? "" : " | " + fact_.body) + "\n";
    out += reading("person  ", "a person", person_in_, person_words_);
    out += reading("post    ", "a title", post_in_, post_words_);
    bool both = false;
    for (const std::size_t s : person_in_) {
      if (post_in_.contains(s)) {
        both = true;
        out += sentence(s) + nearest(s, trace);
      }
    }
    if (!both && !person_in_.empty() && !post_in_.empty()) {
      out += "no sentence has both; rules read one sentence at a time\n";
    }
    return {false, std::move(out)};
  }

  Probe probe;

 private:
  [[nodiscard]] bool is_post(const TitleMention& t) const {
    return within(fact_.post, t.title) || within(fact_.post, t.role) ||
           within(fact_.post, a_.text_of(t.range));
  }

  /// Is it the fact that is expected, in its body?
  [[nodiscard]] bool is_fact(const Assertion& x, const Record& record) const {
    if (!is_post(a_.title(x.title))) {
      return false;
    }
    if (fact_.body.empty()) {
      return true;
    }
    const std::string told = describe(a_, x);
    if (within(fact_.body, told)) {
      return true;
    }
    const Span quote = a_.span_of(a_.sentences[x.sentence].tokens);
    for (const TenureEntry& tenure : record.tenures) {
      const bool here =
          std::any_of(tenure.evidence.begin(), tenure.evidence.end(),
                      [&](const Evidence& e) { return e.span == quote && e.rule == x.rule; });
      if (here && within(fact_.body, fact_of(record, tenure))) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::string sentence(std::size_t s) const {
    return "sentence " + std::to_string(s + 1) + ": " + a_.text_of(a_.sentences[s].tokens) + "\n";
  }

  static std::string numbers(const std::set<std::size_t>& sentences) {
    std::string out = sentences.size() == 1 ? "sentence" : "sentences";
    for (const std::size_t s : sentences) {
      out += (s == *sentences.begin() ? " " : ", ") + std::to_string(s + 1);
    }
    return out;
  }

  [[nodiscard]] std::string reading(const std::string& label, const std::string& kind,
                                    const std::set<std::size_t>& read,
                                    const std::set<std::size_t>& words) const {
    if (!read.empty()) {
      return label + "read as " + kind + " in " + numbers(read) + "\n";
    }
    if (words.empty()) {
      return label + "these words stand in no sentence\n";
    }
    std::string out =
        label + "not read as " + kind + "; the words stand in " + numbers(words) + "\n";
    for (const std::size_t s : words) {
      out += "  items   " + items_.at(s) + "\n";
    }
    return out;
  }

  /// The rule that came nearest in a sentence, and why no frame spoke of the post.
  [[nodiscard]] std::string nearest(std::size_t s, const RuleTrace& trace) const {
    std::string out = "  items   " + items_.at(s) + "\n";
    for (const Assertion& x : a_.assertions) {
      const auto& titles = probe.titles;
      const bool post = std::find(titles.begin(), titles.end(), x.title) != titles.end();
      if (x.sentence == s && (post || x.person == probe.person)) {
        out += "  fact    " + describe(a_, x) + "\n";
      }
    }
    if (const auto found = probe.near.find(s); found != probe.near.end()) {
      const Probe::Near& near = found->second;
      out += "  nearest " + near.rule->id + ", " + pack::line_of(*near.rule) + ": " +
             pack::pattern_of(*near.rule) + "\n          ";
      if (near.failed == nullptr) {
        out += "its pattern fits\n";
      } else {
        out += "failed at " + near.failed->text + ", where " +
               (near.instead.empty() ? "the sentence ends" : "\"" + near.instead + "\" stands") +
               "\n";
      }
    }
    for (const RuleTrace::Lost& lost : trace.lost) {
      if (lost.sentence == s) {
        out += "  lost    " + lost.rule + ", to " + lost.winner + ": " + lost.words + "\n";
      }
    }
    for (const Probe::Refusal& refusal : probe.refusals) {
      if (refusal.sentence == s) {
        out +=
            "  frame   " +
            (refusal.frame == nullptr ? std::string("none")
                                      : refusal.frame->id + ", " + pack::line_of(*refusal.frame)) +
            ": " + std::string(refusal.reason) + "\n";
      }
    }
    return out;
  }

  Analysis& a_;
  const Extractor::Expected& fact_;
  std::set<std::size_t> person_in_;
  std::set<std::size_t> post_in_;
  std::set<std::size_t> person_words_;
  std::set<std::size_t> post_words_;
  std::map<std::size_t, std::string> items_;
};

}  // namespace

Extractor::Expectation expect(const Pack& pack, const Rulebook& rules, const Document& document,
                              const Extractor::Expected& fact) {
  RuleTrace trace;
  Analysis a(pack, document);
  set_trace(a, &trace);
  find_mentions(a);
  Expecting expecting(a, fact);
  expecting.look();
  a.probe = &expecting.probe;
  assert_careers(a);
  assert_tenures(a, rules);
  const Record record = finalise(a, document);
  return expecting.tell(record, trace);
}

}  // namespace nom::extract
