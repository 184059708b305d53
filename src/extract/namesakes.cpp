// SPDX-License-Identifier: Apache-2.0
#include "extract/namesakes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nom::extract {

namespace {

template <class Entry>
using ById = std::map<std::string_view, const Entry*>;

template <class Entry>
ById<Entry> by_id(const std::vector<Entry>& entries) {
  ById<Entry> all;
  for (const Entry& entry : entries) {
    all.emplace(entry.id, &entry);
  }
  return all;
}

template <class Entry>
const Entry* with_id(const ById<Entry>& entries, std::string_view id) {
  const auto found = entries.find(id);
  return found == entries.end() ? nullptr : found->second;
}

// Does the line have no more than a bullet or a number before it, and perhaps "Mr." or "Ông"?
bool begins_item(std::string_view text, std::uint32_t at) {
  constexpr std::uint32_t longest = 48;  // bytes before the name
  const std::string_view near = text.substr(at < longest ? 0 : at - longest, std::min(at, longest));
  const std::size_t line = near.rfind('\n');
  if (line == std::string_view::npos && near.size() < at) {
    return false;
  }
  std::string_view before = near.substr(line == std::string_view::npos ? 0 : line + 1);
  const std::size_t mark = before.find_first_not_of(" \t");
  if (mark == std::string_view::npos) {
    return false;
  }
  before.remove_prefix(mark);
  constexpr std::string_view digits = "0123456789";
  std::size_t end = before.find_first_not_of(digits);
  if (end == std::string_view::npos) {
    return false;
  }
  if (end == 0) {
    const auto bullets = {"*", "-", "+", "•", "–", "—"};
    const auto bullet = std::find_if(bullets.begin(), bullets.end(), [before](std::string_view b) {
      return before.starts_with(b);
    });
    if (bullet == bullets.end()) {
      return false;
    }
    end = std::string_view(*bullet).size();
  } else if (before[end] == '.' || before[end] == ')') {
    ++end;
  } else {
    return false;
  }
  before.remove_prefix(end);
  constexpr std::ptrdiff_t one_word = 2;  // spaces around it
  return std::count(before.begin(), before.end(), ' ') <= one_word;
}

class Namesakes {
 public:
  explicit Namesakes(Record& record) : record_(record) {}

  void run() {
    bool changed = false;
    const std::size_t count = record_.people.size();
    for (std::size_t p = 0; p < count; ++p) {
      changed = split(p) || changed;
    }
    if (changed) {
      number_anew();
    }
  }

 private:
  // The province in which a tenure is held; null if none is known.
  [[nodiscard]] const PlaceEntry* province_of(const TenureEntry& tenure) const {
    const BodyEntry* body = with_id(bodies_, tenure.body);
    const PlaceEntry* place = with_id(places_, body != nullptr ? body->place : tenure.place);
    for (const PlaceEntry* up = place; up != nullptr && up->kind != "country";
         up = with_id(places_, up->within)) {
      place = up;
    }
    return place != nullptr && place->kind != "country" ? place : nullptr;
  }

  bool split(std::size_t p) {
    const std::string_view text = record_.document.text.str();
    const PersonEntry& person = record_.people[p];
    std::vector<Span> heads;
    for (const Span mention : person.mentions) {
      if (record_.document.text.view(mention) == person.name && begins_item(text, mention.begin)) {
        heads.push_back(mention);
      }
    }
    if (heads.size() < 2) {
      return false;
    }
    if (bodies_.empty() && places_.empty()) {
      bodies_ = by_id(record_.bodies);
      places_ = by_id(record_.places);
    }
    // The item that a stretch of text lies in or comes after.
    const auto item_of = [&heads](std::uint32_t at) {
      const auto after = std::find_if(heads.begin(), heads.end(),
                                      [at](const Span& head) { return at < head.begin; });
      return after == heads.begin() ? 0 : static_cast<std::size_t>(after - heads.begin()) - 1;
    };
    std::vector<std::set<const PlaceEntry*>> provinces(heads.size());
    for (const TenureEntry& tenure : record_.tenures) {
      // What is over or to come may have been elsewhere.
      if (tenure.person == person.id && tenure.status == Status::current && !tenure.period.to) {
        if (const PlaceEntry* province = province_of(tenure)) {
          provinces[item_of(tenure.evidence.front().span.end - 1)].insert(province);
        }
      }
    }
    // Items are of one person unless both name provinces and have none in common.
    std::vector<std::size_t> part(heads.size(), 0);
    std::vector<std::set<const PlaceEntry*>> of_part;
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const auto fits = std::find_if(
          of_part.begin(), of_part.end(), [&](const std::set<const PlaceEntry*>& other) {
            return provinces[i].empty() || other.empty() ||
                   std::any_of(provinces[i].begin(), provinces[i].end(),
                               [&other](const PlaceEntry* q) { return other.contains(q); });
          });
      part[i] = static_cast<std::size_t>(fits - of_part.begin());
      if (fits == of_part.end()) {
        of_part.emplace_back();
      }
      of_part[part[i]].insert(provinces[i].begin(), provinces[i].end());
    }
    if (of_part.size() < 2) {
      return false;
    }
    give_out(p, of_part.size(), [&](std::uint32_t at) { return part[item_of(at)]; });
    return true;
  }

  // The entry becomes that of part 0; the other parts get new ones.
  template <class PartAt>
  void give_out(std::size_t p, std::size_t parts, PartAt part_at) {
    const PersonEntry whole = record_.people[p];
    std::vector<PersonEntry> made(parts);
    for (std::size_t i = 0; i < parts; ++i) {
      made[i].id = i == 0 ? whole.id : whole.id + "-" + std::to_string(i);
      made[i].name = whole.name;
    }
    const Text& text = record_.document.text;
    for (const Span mention : whole.mentions) {
      PersonEntry& one = made[part_at(mention.begin)];
      one.mentions.push_back(mention);
      const std::string form(text.view(mention));
      const bool listed =
          std::find(whole.forms.begin(), whole.forms.end(), form) != whole.forms.end();
      if (listed && std::find(one.forms.begin(), one.forms.end(), form) == one.forms.end()) {
        one.forms.push_back(form);
      }
    }
    for (TenureEntry& tenure : record_.tenures) {
      if (tenure.person == whole.id) {
        tenure.person = made[part_at(tenure.evidence.front().span.end - 1)].id;
      }
    }
    record_.people[p] = std::move(made.front());
    record_.people.insert(record_.people.end(), std::next(made.begin()), made.end());
  }

  void number_anew() {
    std::stable_sort(
        record_.people.begin(), record_.people.end(),
        [](const PersonEntry& a, const PersonEntry& b) { return a.mentions < b.mentions; });
    std::map<std::string, std::string> ids;
    for (std::size_t i = 0; i < record_.people.size(); ++i) {
      std::string id = "p" + std::to_string(i + 1);
      ids[std::exchange(record_.people[i].id, id)] = id;
    }
    for (TenureEntry& tenure : record_.tenures) {
      tenure.person = ids[tenure.person];
    }
    for (EventEntry& event : record_.events) {
      for (Participation& one : event.participants) {
        one.person = ids[one.person];
      }
      for (std::string& who : event.died) {
        who = ids[who];
      }
    }
  }

  Record& record_;
  ById<BodyEntry> bodies_;  ///< made when first asked for
  ById<PlaceEntry> places_;
};

}  // namespace

void tell_namesakes_apart(Record& record) { Namesakes(record).run(); }

}  // namespace nom::extract
