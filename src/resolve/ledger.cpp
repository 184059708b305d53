// SPDX-License-Identifier: Apache-2.0
#include "resolve/ledger.hpp"

#include "name/name.hpp"
#include "resolve/choice.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

namespace nom {

namespace {

// The words of a line: the judgement and two keys, each with its column in code points from 1.
struct Word {
  std::string_view text;
  int column = 0;
};

Word next_word(std::string_view line, std::size_t& at) {
  const std::size_t begin = line.find_first_not_of(" \t", at);
  if (begin == std::string_view::npos) {
    at = line.size();
    return {{}, static_cast<int>(count_code_points(line)) + 1};
  }
  at = std::min(line.find_first_of(" \t", begin), line.size());
  return {line.substr(begin, at - begin),
          static_cast<int>(count_code_points(line.substr(0, begin))) + 1};
}

std::string_view kind_of(std::string_view key) { return key.substr(0, key.find('/')); }

// One line that says something; no value: it cannot be used, which is reported.
std::optional<Judgement> read_line(std::string_view line, const std::string& file, int number,
                                   Faults& faults) {
  const auto fault = [&](const std::string& message, int column, const std::string& hint) {
    faults.add({FaultKind::syntax, message, {file, number, column, {}}, hint});
    return std::nullopt;
  };
  if (const std::size_t bad = find_invalid_utf8(line); bad != std::string_view::npos) {
    return fault("this line is not UTF-8",
                 static_cast<int>(count_code_points(line.substr(0, bad))) + 1,
                 "save the file as UTF-8");
  }
  std::size_t at = 0;
  const Word word = next_word(line, at);
  if (word.text != "same" && word.text != "different") {
    return fault("there is no judgement \"" + std::string(word.text) + "\"", word.column,
                 "write same or different, then two keys and, if you like, a reason");
  }
  Judgement made;
  made.same = word.text == "same";
  for (Judgement::Key* key : {&made.one, &made.other}) {
    const Word text = next_word(line, at);
    if (text.text.empty()) {
      return fault("a key is missing", text.column,
                   "write the two keys that are judged: person/… or body/…");
    }
    const bool known = text.text.starts_with("person/") || text.text.starts_with("body/");
    if (!known || text.text.size() == kind_of(text.text).size() + 1) {
      return fault("\"" + std::string(text.text) + "\" is no key of a person or a body",
                   text.column, "a key is person/… or body/…, as posts and exports have it");
    }
    key->text = std::string(text.text);
    key->where = {file, number, text.column, {}};
  }
  if (kind_of(made.one.text) != kind_of(made.other.text)) {
    return fault("a person and a body are not judged together", made.other.where.column,
                 "give two people, or two bodies");
  }
  if (!made.same && kind_of(made.one.text) == "body") {
    return fault("bodies cannot be told apart by hand", word.column,
                 "only people can; give the records of these bodies a place or a level each");
  }
  if (const std::size_t reason = line.find_first_not_of(" \t", at);
      reason != std::string_view::npos) {
    made.reason = std::string(line.substr(reason));
  }
  return made;
}

}  // namespace

Ledger read_ledger(std::string_view text, const std::string& file, Faults& faults) {
  Ledger ledger;
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with(mark)) {
    text.remove_prefix(mark.size());
  }
  int number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    const std::size_t first = line.find_first_not_of(" \t");
    if (first != std::string_view::npos && line[first] != '#') {
      if (std::optional<Judgement> made = read_line(line, file, number, faults)) {
        ledger.push_back(*std::move(made));
      }
    }
  }
  return ledger;
}

namespace resolving {

namespace {

class Keys {
 public:
  Keys(const Ledger& ledger, const Ruled& ruled, const std::vector<Record>& records)
      : ruled_(ruled) {
    for (std::size_t r = 0; r < records.size(); ++r) {
      record_.emplace(slug(records[r].document.id), r);
    }
    for (std::size_t k = 0; k < ruled.keys.size(); ++k) {
      thing_.emplace(ruled.keys[k], static_cast<int>(k));
    }
    // Only what the ledger names is looked for among the entries.
    std::set<std::string_view> wanted;
    for (const Judgement& judgement : ledger) {
      for (const Judgement::Key* key : {&judgement.one, &judgement.other}) {
        wanted.insert(without_kind(key->text));
      }
    }
    for (std::size_t r = 0; r < ruled.of.size(); ++r) {
      for (std::size_t i = 0; i < ruled.of[r].size(); ++i) {
        first_.emplace(ruled.of[r][i], Entry(r, i));
        if (!ruled.own.empty() && wanted.contains(ruled.own[r][i])) {
          own_[ruled.own[r][i]].emplace_back(r, i);
        }
      }
    }
  }

  static std::string_view without_kind(std::string_view key) {
    return key.substr(key.find('/') + 1);
  }

  // The entry that a key stands for; no value: none or, if `several`, more than one.
  [[nodiscard]] std::optional<Entry> find(std::string_view key, bool& several) const {
    const auto thing = thing_.find(key);
    const auto own = own_.find(key);
    const std::vector<Entry> entries = own == own_.end() ? std::vector<Entry>() : own->second;
    if (thing != thing_.end()) {
      const auto in_it = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
        return at(entry) == thing->second;
      });
      return in_it == entries.end() ? first_.find(thing->second)->second : *in_it;
    }
    if (!entries.empty()) {
      several = std::any_of(entries.begin(), entries.end(),
                            [&](const Entry& entry) { return at(entry) != at(entries.front()); });
      return several ? std::nullopt : std::optional(entries.front());
    }
    for (std::size_t dot = key.rfind('.'); dot != std::string_view::npos && dot > 0;
         dot = key.rfind('.', dot - 1)) {
      const std::vector<Entry> found = in_document(key.substr(0, dot), key.substr(dot + 1));
      several = found.size() > 1;
      if (!found.empty()) {
        return several ? std::nullopt : std::optional(found.front());
      }
    }
    return std::nullopt;
  }

  // Is it the key of a thing, not of one of its entries only?
  [[nodiscard]] bool is_whole(std::string_view key) const { return thing_.contains(key); }

  // The first entry of a thing but for this one, if there is any.
  [[nodiscard]] std::optional<Entry> another(std::string_view key, const Entry& entry) const {
    const int thing = thing_.find(key)->second;
    for (std::size_t r = 0; r < ruled_.of.size(); ++r) {
      for (std::size_t i = 0; i < ruled_.of[r].size(); ++i) {
        if (ruled_.of[r][i] == thing && Entry(r, i) != entry) {
          return Entry(r, i);
        }
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] const std::string& key_of(const Entry& entry) const {
    return ruled_.keys[static_cast<std::size_t>(at(entry))];
  }

 private:
  [[nodiscard]] int at(const Entry& entry) const { return ruled_.of[entry.first][entry.second]; }

  [[nodiscard]] std::vector<Entry> in_document(std::string_view key,
                                               std::string_view document) const {
    std::vector<Entry> found;
    const auto [begin, end] = record_.equal_range(document);
    for (auto record = begin; record != end; ++record) {
      const std::size_t r = record->second;
      for (std::size_t i = 0; i < ruled_.of[r].size(); ++i) {
        const bool own = !ruled_.own.empty() && ruled_.own[r][i] == key;
        if (own || key_of({r, i}) == key) {
          found.emplace_back(r, i);
        }
      }
    }
    return found;
  }

  const Ruled& ruled_;
  std::multimap<std::string, std::size_t, std::less<>> record_;  // by the slug of the id
  std::unordered_map<std::string_view, int> thing_;
  std::map<int, Entry> first_;
  std::map<std::string, std::vector<Entry>, std::less<>> own_;
};

struct Applied {
  const Judgement* judgement;
  Entry one;
  Entry other;
  const Judgement::Key* key_of_one = &judgement->one;
  const Judgement::Key* key_of_other = &judgement->other;
};

// Two who are different, with the whole of whom the other is taken away first; no value: both keys
// stand for one entry.
std::optional<Applied> apart(const Judgement& judgement, const std::vector<Entry>& found,
                             const Keys& keys) {
  const bool one_whole = keys.is_whole(Keys::without_kind(judgement.one.text));
  const bool other_whole = keys.is_whole(Keys::without_kind(judgement.other.text));
  Applied made{&judgement, found[0], found[1]};
  if (one_whole == other_whole ? made.other < made.one : other_whole) {
    std::swap(made.one, made.other);
    std::swap(made.key_of_one, made.key_of_other);
  }
  if (made.one == made.other) {
    if (one_whole == other_whole) {
      return std::nullopt;
    }
    const auto another = keys.another(Keys::without_kind(made.key_of_one->text), made.one);
    if (!another) {
      return std::nullopt;
    }
    made.one = *another;
  }
  return made;
}

// Takes out the chains of `same` that a `different` contradicts. Nobody is merged by mistake.
void take_out_contradicted(std::vector<Applied>& same, const std::vector<Applied>& different,
                           Faults& faults) {
  std::map<Entry, std::size_t> number;
  for (const std::vector<Applied>* applied : {&std::as_const(same), &different}) {
    for (const Applied& a : *applied) {
      number.emplace(a.one, number.size());
      number.emplace(a.other, number.size());
    }
  }
  Sets chains(number.size());
  for (const Applied& a : same) {
    chains.unite(number[a.one], number[a.other]);
  }
  std::set<std::size_t> broken;
  for (const Applied& d : different) {
    const std::size_t chain = chains.find(number[d.one]);
    if (d.one == d.other || chain != chains.find(number[d.other])) {
      continue;
    }
    broken.insert(chain);
    std::string lines;
    for (const Applied& a : same) {
      if (chains.find(number[a.one]) == chain) {
        lines += (lines.empty() ? "" : ", ") + std::to_string(a.judgement->one.where.line);
      }
    }
    faults.add({FaultKind::data,
                "these two are the same by " +
                    std::string(lines.find(',') == std::string::npos ? "line " : "lines ") + lines +
                    ", which is not applied",
                d.judgement->one.where, "take one of the judgements back"});
  }
  same.erase(
      std::remove_if(same.begin(), same.end(),
                     [&](const Applied& a) { return broken.contains(chains.find(number[a.one])); }),
      same.end());
}

}  // namespace

Judged judged(const Ledger& ledger, const Ruled& ruled, const std::vector<Record>& records,
              Faults& faults) {
  Ledger of_kind;
  for (const Judgement& judgement : ledger) {
    if (kind_of(judgement.one.text) == ruled.kind) {
      of_kind.push_back(judgement);
    }
  }
  Judged made;
  if (of_kind.empty()) {
    return made;
  }
  const Keys keys(of_kind, ruled, records);
  std::vector<Applied> same;
  std::vector<Applied> different;
  for (const Judgement& judgement : of_kind) {
    std::vector<Entry> found;
    for (const Judgement::Key* key : {&judgement.one, &judgement.other}) {
      bool several = false;
      if (const auto entry = keys.find(Keys::without_kind(key->text), several)) {
        found.push_back(*entry);
      } else {
        faults.add({several ? FaultKind::data : FaultKind::warning,
                    several ? "\"" + key->text + "\" fits several"
                            : "nothing has the key \"" + key->text + "\" now",
                    key->where,
                    several ? "add a document to the key, KEY.DOCUMENT"
                            : "the judgement waits until a document brings it"});
      }
    }
    if (found.size() < 2) {
      continue;
    }
    if (judgement.same) {
      same.push_back({&judgement, found[0], found[1]});
    } else if (const auto told_apart = apart(judgement, found, keys)) {
      different.push_back(*told_apart);
    } else {
      faults.add({FaultKind::data, "both keys stand for one mention in one document",
                  judgement.other.where, "add documents to the keys, KEY.DOCUMENT"});
    }
  }
  take_out_contradicted(same, different, faults);
  std::set<std::string> second;
  for (const Applied& a : same) {
    made.same.emplace_back(a.one, a.other);
    made.kept.insert(keys.key_of(a.one));
    second.insert(keys.key_of(a.other));
  }
  for (const std::string& key : second) {
    made.kept.erase(key);
  }
  for (const Applied& a : different) {
    made.different.emplace_back(a.one, a.other);
  }
  for (const std::vector<Applied>* applied : {&std::as_const(same), &std::as_const(different)}) {
    for (const Applied& a : *applied) {
      for (const auto& [key, entry] :
           {std::pair(a.key_of_one, a.one), std::pair(a.key_of_other, a.other)}) {
        const auto [at, is_new] = made.named.emplace(Keys::without_kind(key->text), entry);
        at->second = std::min(at->second, entry);
      }
    }
  }
  return made;
}

}  // namespace resolving

}  // namespace nom
