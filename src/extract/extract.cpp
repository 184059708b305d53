// SPDX-License-Identifier: Apache-2.0
#include "extract/extract.hpp"

#include "extract/analysis.hpp"
#include "extract/chunk.hpp"
#include "extract/describe.hpp"
#include "extract/head_first.hpp"
#include "extract/triggers.hpp"

#include <utility>

namespace nom {

namespace extract {

void find_chunks(Analysis& a) {
  Chunker chunker(a);
  std::optional<HeadFirst> head_first;
  for (Sentence& sentence : a.sentences) {
    if (sentence.language != Language::vi) {
      chunker.chunk(sentence);
      continue;
    }
    if (!head_first) {
      head_first.emplace(a);
    }
    head_first->chunk(sentence);
  }
}

std::string dump_items(const Analysis& a, const Sentence& sentence) {
  std::string out;
  const auto text = [&](Range r) { return a.text_of(r); };
  for (const Item& item : sentence.items) {
    switch (item.kind) {
      case ItemKind::word:
        out += text(item.range);
        break;
      case ItemKind::mark:
        out += item.mark;
        break;
      case ItemKind::number:
        out += "N{" + text(item.range) + "}";
        break;
      case ItemKind::person:
        out += "P{" + text(item.range) + "}";
        break;
      case ItemKind::title: {
        out += "T{";
        for (const int i : item.titles) {
          const TitleMention& t = a.title(i);
          out += (i == item.titles.front() ? "" : " + ") + t.role;
          out += t.status.empty() ? "" : " [" + t.status + "]";
          out += t.portfolio.empty() ? "" : " of " + t.portfolio;
          out += t.body == none ? "" : " @ " + a.body(t.body).base;
          out += t.place == none ? "" : " in " + a.place(t.place).name;
        }
        out += "}";
        break;
      }
      case ItemKind::body: {
        const BodyMention& b = a.body(item.index);
        out += "B{" + b.base + (b.level.empty() ? "" : " | " + b.level) +
               (b.place.empty() ? "" : " | " + b.place) + "}";
        break;
      }
      case ItemKind::place:
        out += "L{" + a.place(item.index).name + "}";
        break;
      case ItemKind::date:
        out += "D{" + to_iso(*item.date) + "}";
        break;
      case ItemKind::document:
        out += "R{" + a.documents[static_cast<std::size_t>(item.index)].name + "}";
        break;
    }
    out += ' ';
  }
  if (!out.empty()) {
    out.pop_back();
  }
  return out;
}

/// ", en/rules.tsv:7" of a rule or a frame; nothing of what the code itself reads.
std::string line_of_rule(const Pack& pack, const std::string& id) {
  for (const Rule& rule : pack.rules()) {
    if (rule.id == id) {
      return ", " + pack::line_of(rule);
    }
  }
  for (const Frame& frame : pack.frames()) {
    if (frame.id == id) {
      return ", " + pack::line_of(frame);
    }
  }
  return "";
}

std::string describe(const Analysis& a, const Change& x) {
  std::string out;
  for (const int person : x.people) {
    out += (out.empty() ? "" : ", ") + a.persons[static_cast<std::size_t>(person)].name;
  }
  const auto add = [&](const std::vector<int>& bodies) {
    for (const int body : bodies) {
      out += (body == bodies.front() ? "" : ", ") + a.text_of(a.body(body).range);
    }
  };
  add(x.ended);
  out += " | " + x.kind + " | ";
  add(x.into);
  out += x.into.empty() ? "-" : "";
  return out + " | " + (x.date ? to_iso(*x.date) : "-") + "  [" + x.rule +
         line_of_rule(a.pack, x.rule) + "]";
}

std::string describe(const Analysis& a, const Assertion& x) {
  const TitleMention& t = a.title(x.title);
  const int body = t.body != none ? t.body : x.body;
  std::string out = a.persons[static_cast<std::size_t>(x.person)].name + " | " + t.title + " | ";
  if (body != none) {
    const BodyMention& b = a.body(body);
    out += b.range.end > b.range.begin ? a.text_of(b.range) : b.base;
  } else if (t.place != none) {
    out += a.place(t.place).name;
  } else {
    out += t.portfolio.empty() ? "-" : t.portfolio;
  }
  const bool told = !x.status.empty() && (t.status.empty() || x.status == "former");
  out += " | " + (told ? x.status : t.status.empty() ? "current" : t.status);
  if (x.from || x.to) {
    out += " " + (x.from ? to_iso(*x.from) : "") + ".." + (x.to ? to_iso(*x.to) : "");
  }
  return out + "  [" + x.rule + line_of_rule(a.pack, x.rule) + "]";
}

void set_trace(Analysis& a, RuleTrace* trace) {
  a.trace = trace;
  if (trace != nullptr) {
    trace->rules.resize(a.pack.rules().size());
    trace->frames.resize(a.pack.frames().size());
  }
}

void find_mentions(Analysis& a) {
  find_words(a);
  find_chunks(a);
  find_layout(a);
  find_acronyms(a);
  find_people(a);
  find_sections(a);
  find_references(a);
  find_references_head_first(a);
}

}  // namespace extract

Extractor::Extractor(std::shared_ptr<const Pack> pack)
    : pack_(std::move(pack)), rules_(std::make_shared<const extract::Rulebook>(*pack_)) {}

Record Extractor::extract(const Document& document, RuleTrace* trace) const {
  extract::Analysis a(*pack_, document);
  extract::set_trace(a, trace);
  extract::find_mentions(a);
  extract::assert_careers(a);
  extract::assert_changes(a, *rules_);
  extract::assert_tenures(a, *rules_);
  return extract::finalise(a, document);
}

Extractor::Expectation Extractor::expect(const Document& document, const Expected& fact) const {
  return extract::expect(*pack_, *rules_, document, fact);
}

std::string Extractor::explain(const Document& document) const {
  RuleTrace trace;
  extract::Analysis a(*pack_, document);
  extract::set_trace(a, &trace);
  extract::find_mentions(a);
  std::vector<std::string> items;
  for (const extract::Sentence& sentence : a.sentences) {
    items.push_back(extract::dump_items(a, sentence));
  }
  extract::assert_careers(a);
  extract::assert_changes(a, *rules_);
  extract::assert_tenures(a, *rules_);
  std::string out;
  for (std::size_t s = 0; s < a.sentences.size(); ++s) {
    out += document.id + ":" + std::to_string(s + 1) + ": " + a.text_of(a.sentences[s].tokens) +
           "\n  items   " + items[s] + "\n";
    if (const std::string left = extract::dump_items(a, a.sentences[s]); left != items[s]) {
      out += "  clause  " + left + "\n";
    }
    for (const extract::Assertion& x : a.assertions) {
      if (x.sentence == s) {
        out += "  fact    " + extract::describe(a, x) + "\n";
      }
    }
    for (const extract::Change& x : a.changes) {
      if (x.sentence == s) {
        out += "  change  " + extract::describe(a, x) + "\n";
      }
    }
    for (const RuleTrace::Lost& lost : trace.lost) {
      if (lost.sentence == s) {
        out += "  lost    " + lost.rule + ", to " + lost.winner + ": " + lost.words + "\n";
      }
    }
  }
  return out;
}

}  // namespace nom
