// SPDX-License-Identifier: Apache-2.0
// Examples and counter-examples of rules, run.
#include "extract/extract.hpp"

#include <algorithm>
#include <utility>

namespace nom::extract {

namespace {

constexpr PartialDate day_of_examples{2024, 1, 15};

template <class Entry>
std::string name_in(const std::vector<Entry>& entries, const std::string& id) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.id == id; });
  return found == entries.end() ? "-" : found->name;
}

/// Does a rule make facts itself? Others date them, deny them, or keep rules away.
bool makes_facts(const Pack& pack, const std::string& name) {
  for (const Rule& rule : pack.rules()) {
    if (rule.id == name) {
      return std::any_of(rule.emissions.begin(), rule.emissions.end(), [](const Emission& e) {
        return e.type == Emission::Type::hold || e.type == Emission::Type::head ||
               e.type == Emission::Type::member || e.type == Emission::Type::replace ||
               e.type == Emission::Type::cease;
      });
    }
  }
  const auto frame = std::find_if(pack.frames().begin(), pack.frames().end(),
                                  [&](const Frame& f) { return f.id == name; });
  return frame != pack.frames().end() && frame->kind != Frame::Kind::no &&
         frame->kind != Frame::Kind::doubt && frame->kind != Frame::Kind::will &&
         frame->kind != Frame::Kind::say;
}

std::size_t kept(const Pack& pack, const RuleTrace& trace, const std::string& name) {
  for (std::size_t r = 0; r < pack.rules().size(); ++r) {
    if (pack.rules()[r].id == name) {
      return trace.rules[r].kept;
    }
  }
  for (std::size_t f = 0; f < pack.frames().size(); ++f) {
    if (pack.frames()[f].id == name) {
      return trace.frames[f].kept;
    }
  }
  return 0;
}

/// A fact as an example writes it, and the sentences that state it.
struct Fact {
  std::string text;
  const std::vector<Evidence>* evidence;

  [[nodiscard]] bool made_by(const std::string& rule) const {
    return std::any_of(evidence->begin(), evidence->end(),
                       [&](const Evidence& e) { return e.rule == rule; });
  }
};

std::vector<Fact> facts_of(const Record& record) {
  std::vector<Fact> facts;
  for (const TenureEntry& t : record.tenures) {
    facts.push_back({fact_of(record, t), &t.evidence});
  }
  for (const EventEntry& e : record.events) {
    if (!e.dissolved.empty()) {
      facts.push_back({fact_of(record, e), &e.evidence});
    }
  }
  return facts;
}

/// "X | Minister | …, by appointed; …": what came, for messages.
std::string all_of(const std::vector<Fact>& facts) {
  std::string out;
  for (const Fact& fact : facts) {
    out += (out.empty() ? "" : "; ") + fact.text + ", by " + fact.evidence->front().rule;
  }
  return out.empty() ? "no fact" : out;
}

/// What is wrong with an example; empty if it shows what it should.
std::string wrong(const Extractor& extractor, const Example& example, std::string& came) {
  Document document;
  document.id = pack::line_of(example.where);
  document.date = day_of_examples;
  Result<Text> text = Text::from_bytes(example.sentence, document.id);
  if (!text) {
    return text.error().message;
  }
  document.text = *std::move(text);
  RuleTrace trace;
  const Record record = extractor.extract(document, &trace);
  const std::vector<Fact> facts = facts_of(record);
  came = all_of(facts);
  const bool makes = makes_facts(*extractor.pack(), example.rule);
  for (const std::string& fact : example.facts) {
    const auto found =
        std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.text == fact; });
    if (found == facts.end()) {
      return "\"" + fact + "\" did not come";
    }
    if (makes && !example.counter && !found->made_by(example.rule)) {
      return "\"" + fact + "\" came, but not by the rule " + example.rule;
    }
  }
  if (example.counter) {
    const bool spoke = makes ? std::any_of(facts.begin(), facts.end(),
                                           [&](const Fact& f) { return f.made_by(example.rule); })
                             : kept(*extractor.pack(), trace, example.rule) > 0;
    return spoke ? "the rule " + example.rule + " read the sentence, and should not" : "";
  }
  if (makes) {
    return example.facts.empty() ? "the rule makes facts, and the example names none" : "";
  }
  if (kept(*extractor.pack(), trace, example.rule) == 0) {
    return "the rule " + example.rule + " did not read the sentence";
  }
  return example.facts.empty() && !facts.empty() ? "a fact came where none should" : "";
}

}  // namespace

std::string fact_of(const Record& record, const TenureEntry& t) {
  std::string out =
      name_in(record.people, t.person) + " | " + t.title + " | " +
      (t.body.empty() ? name_in(record.places, t.place) : name_in(record.bodies, t.body)) + " | " +
      std::string(name_of(t.status));
  if (t.period.from || t.period.to) {
    out += " " + (t.period.from ? to_iso(*t.period.from) : "") + ".." +
           (t.period.to ? to_iso(*t.period.to) : "");
  }
  return out;
}

std::string fact_of(const Record& record, const EventEntry& event) {
  const auto names = [&](const std::vector<std::string>& ids) {
    std::string out;
    for (const std::string& id : ids) {
      out += (out.empty() ? "" : ", ") + name_in(record.bodies, id);
    }
    return out.empty() ? "-" : out;
  };
  return names(event.dissolved) + " | " + event.kind + " | " + names(event.founded) + " | " +
         (event.date ? to_iso(*event.date) : "-");
}

Faults check_examples(const Extractor& extractor, std::span<const Example> examples) {
  Faults faults;
  for (const Example& example : examples) {
    std::string came;
    if (std::string message = wrong(extractor, example, came); !message.empty()) {
      faults.add({FaultKind::data, "the example fails: " + std::move(message), example.where,
                  "what came: " + came});
    }
  }
  return faults;
}

}  // namespace nom::extract
