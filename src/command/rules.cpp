// SPDX-License-Identifier: Apache-2.0
#include "command/rules.hpp"

#include "name/name.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace nom::command {

namespace {

std::string_view layer_of(const Rule& rule) {
  constexpr std::array<std::string_view, 4> names = {"time", "phrase", "clause", "change"};
  return names.at(static_cast<std::size_t>(rule.layer));
}

/// Folded, without "the" at its begin.
std::string plain(std::string_view text) {
  std::string folded = fold(text);
  return folded.starts_with("the ") ? folded.substr(4) : folded;
}

/// What is left of a name around an accepted one: is none of it the noun of another body?
bool only_place(const Pack& pack, std::string_view rest) {
  while (!rest.empty()) {
    const std::size_t blank = rest.find(' ');
    const std::string_view word = rest.substr(0, blank);
    if (!word.empty() && (pack.entry_of(word, Lex::head) || pack.entry_of(word, Lex::portfolio) ||
                          pack.entry_of(word, Lex::title))) {
      return false;
    }
    rest = blank == std::string_view::npos ? std::string_view() : rest.substr(blank + 1);
  }
  return true;
}

bool body_fits(const Pack& pack, const std::string& body,
               const std::vector<std::string>& accepted) {
  const std::string name = plain(body);
  return std::any_of(accepted.begin(), accepted.end(), [&](const std::string& one) {
    const std::string want = plain(one);
    if (name == want || want.empty() || name.size() <= want.size()) {
      return name == want;
    }
    return (name.starts_with(want + " ") && only_place(pack, name.substr(want.size() + 1))) ||
           (name.ends_with(" " + want) &&
            only_place(pack, name.substr(0, name.size() - want.size() - 1)));
  });
}

bool among(const std::string& text, const std::vector<std::string>& accepted) {
  return std::any_of(accepted.begin(), accepted.end(),
                     [&](const std::string& one) { return plain(one) == plain(text); });
}

template <class Entry>
const Entry* find(const std::vector<Entry>& entries, const std::string& id) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

/// The names that a tenure's body may go by; one empty name if the text names none.
std::vector<std::string> names_of_body(const Record& record, const TenureEntry& tenure) {
  if (const BodyEntry* body = find(record.bodies, tenure.body)) {
    return {body->mentions.empty() ? "" : body->name};
  }
  std::vector<std::string> names;
  if (const PlaceEntry* place = find(record.places, tenure.place)) {
    names = place->forms;
    names.push_back(place->name);
  }
  return names.empty() ? std::vector<std::string>{""} : names;
}

bool fits(const Pack& pack, const Record& record, const TenureEntry& tenure,
          const record::GoldTenure& gold) {
  const PersonEntry* person = find(record.people, tenure.person);
  if (person == nullptr || !among(person->name, gold.people) ||
      (!among(tenure.title, gold.posts) && !among(tenure.role, gold.posts))) {
    return false;
  }
  const std::vector<std::string> names = names_of_body(record, tenure);
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return body_fits(pack, name, gold.bodies); });
}

std::string number(std::size_t n) { return std::to_string(n); }

}  // namespace

void RuleStats::read(const Extractor& extractor, const Document& document) {
  const Record record = extractor.extract(document, &trace_);
  trace_.lost.clear();
  const auto gold = gold_.find(document.id);
  for (const TenureEntry& tenure : record.tenures) {
    bool right = false;
    bool status = false;
    if (gold != gold_.end()) {
      for (const record::GoldTenure& one : gold->second.tenures) {
        if (fits(*extractor.pack(), record, tenure, one)) {
          right = true;
          status = status || one.status == name_of(tenure.status);
        }
      }
    }
    std::set<std::string> rules;
    for (const Evidence& evidence : tenure.evidence) {
      rules.insert(evidence.rule);
    }
    for (const std::string& rule : rules) {
      Facts& facts = facts_[rule];
      ++facts.all;
      if (gold != gold_.end()) {
        ++(!right ? facts.wrong : status ? facts.right : facts.other_status);
      }
    }
  }
}

Answer RuleStats::answer(const Pack& pack) const {
  Answer answer;
  answer.columns = {{"rule", false}, {"layer", false}, {"tried", true}, {"fired", true},
                    {"kept", true},  {"lost", true},   {"facts", true}};
  if (!gold_.empty()) {
    answer.columns.insert(answer.columns.end(),
                          {{"right", true}, {"other_status", true}, {"wrong", true}});
  }
  answer.columns.push_back({"where", false});
  std::map<std::string, Facts> others = facts_;
  const auto add = [&](const std::string& rule, std::string_view layer,
                       const RuleTrace::Count& count, const std::string& where) {
    const auto found = facts_.find(rule);
    const Facts facts = found == facts_.end() ? Facts() : found->second;
    others.erase(rule);
    Row row;
    row.cells = {rule,
                 std::string(layer),
                 number(count.tried),
                 number(count.fired),
                 number(count.kept),
                 number(count.lost),
                 number(facts.all)};
    if (!gold_.empty()) {
      for (const std::size_t n : {facts.right, facts.other_status, facts.wrong}) {
        row.cells.push_back(number(n));
      }
    }
    row.cells.push_back(where);
    answer.rows.push_back(std::move(row));
  };
  for (std::size_t r = 0; r < pack.rules().size(); ++r) {
    const Rule& rule = pack.rules()[r];
    add(rule.id, layer_of(rule), r < trace_.rules.size() ? trace_.rules[r] : RuleTrace::Count(),
        pack::line_of(rule));
  }
  for (std::size_t f = 0; f < pack.frames().size(); ++f) {
    const Frame& frame = pack.frames()[f];
    add(frame.id, "frame", f < trace_.frames.size() ? trace_.frames[f] : RuleTrace::Count(),
        pack::line_of(frame));
  }
  const std::map<std::string, Facts> rest = others;
  for (const auto& [rule, facts] : rest) {
    add(rule, "grammar", {}, "");
  }
  return answer;
}

Answer list_rules(const Pack& pack) {
  Answer answer;
  answer.columns = {{"rule", false}, {"layer", false}, {"pattern", false}, {"where", false}};
  for (const Rule& rule : pack.rules()) {
    answer.rows.push_back(
        {{rule.id, std::string(layer_of(rule)), pack::pattern_of(rule), pack::line_of(rule)}, {}});
  }
  for (const Frame& frame : pack.frames()) {
    answer.rows.push_back({{frame.id, "frame", frame.set, pack::line_of(frame)}, {}});
  }
  return answer;
}

}  // namespace nom::command
