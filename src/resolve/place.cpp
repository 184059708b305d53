// SPDX-License-Identifier: Apache-2.0
#include "resolve/place.hpp"

#include "name/name.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace nom::resolving {

Local::Local(const Record& record) {
  for (const PlaceEntry& entry : record.places) {
    places.emplace(entry.id, static_cast<int>(places.size()));
  }
  for (const PersonEntry& entry : record.people) {
    people.emplace(entry.id, static_cast<int>(people.size()));
  }
  for (const BodyEntry& entry : record.bodies) {
    bodies.emplace(entry.id, static_cast<int>(bodies.size()));
  }
}

int look_up(const std::unordered_map<std::string_view, int>& ids, std::string_view id) {
  const auto found = ids.find(id);
  return found == ids.end() ? nothing : found->second;
}

int Places::province(int place) const {
  while (place != nothing && !all[static_cast<std::size_t>(place)].is_country()) {
    const int around = all[static_cast<std::size_t>(place)].within;
    if (around == nothing || all[static_cast<std::size_t>(around)].is_country()) {
      return place;
    }
    place = around;
  }
  return nothing;
}

int Places::country(int place) const {
  while (place != nothing && !all[static_cast<std::size_t>(place)].is_country()) {
    place = all[static_cast<std::size_t>(place)].within;
  }
  return place;
}

namespace {

// A place's name as compared: folded, or "=VN" for a country whose code is known.
struct Step {
  std::string token;
  std::string kind;

  friend auto operator<=>(const Step&, const Step&) = default;
};

// One way in which documents describe a place.
struct Description {
  std::vector<Step> steps;  ///< itself, then the places around it
  std::string country;

  friend auto operator<=>(const Description&, const Description&) = default;
};

bool agree(const std::string& a, const std::string& b) { return a.empty() || b.empty() || a == b; }

bool agree(const Step& a, const Step& b) { return a.token == b.token && agree(a.kind, b.kind); }

bool agree(const Description& a, const Description& b) {
  if (!agree(a.country, b.country) || !agree(a.steps.front(), b.steps.front())) {
    return false;
  }
  const auto& few = a.steps.size() < b.steps.size() ? a.steps : b.steps;
  const auto& many = a.steps.size() < b.steps.size() ? b.steps : a.steps;
  std::size_t at = 1;
  for (std::size_t i = 1; i < few.size(); ++i) {
    while (at < many.size() && !agree(few[i], many[at])) {
      ++at;
    }
    if (at == many.size()) {
      return false;
    }
    ++at;
  }
  return true;
}

// Country codes by the folded names that the records give them; names with two codes left out.
std::map<std::string, std::string> country_codes(const std::vector<Record>& records) {
  std::map<std::string, std::set<std::string>> codes;
  for (const Record& record : records) {
    for (const PlaceEntry& entry : record.places) {
      if (entry.kind == "country" && !entry.country.empty()) {
        codes[fold(entry.name)].insert(entry.country);
      }
    }
  }
  std::map<std::string, std::string> single;
  for (const auto& [name, found] : codes) {
    if (found.size() == 1) {
      single.emplace(name, *found.begin());
    }
  }
  return single;
}

class Describe {
 public:
  explicit Describe(const std::vector<Record>& records) : codes_(country_codes(records)) {}

  [[nodiscard]] Description operator()(const Record& record, const Local& local, int entry) const {
    Description made;
    std::set<int> seen;
    while (entry != nothing && seen.insert(entry).second) {
      const PlaceEntry& place = record.places[static_cast<std::size_t>(entry)];
      made.steps.push_back(step(place));
      if (made.country.empty()) {
        made.country = place.country;
      }
      entry = look_up(local.places, place.within);
    }
    for (const Step& s : made.steps) {
      if (made.country.empty() && s.token.starts_with('=')) {
        made.country = s.token.substr(1);
      }
    }
    return made;
  }

 private:
  [[nodiscard]] Step step(const PlaceEntry& place) const {
    std::string folded = fold(place.name);
    if (place.kind == "country" || place.kind.empty()) {
      if (place.kind == "country" && !place.country.empty()) {
        return {"=" + place.country, "country"};
      }
      if (const auto code = codes_.find(folded); code != codes_.end()) {
        return {"=" + code->second, "country"};
      }
    }
    return {std::move(folded), place.kind};
  }

  std::map<std::string, std::string> codes_;
};

// How much a description says: the fullest are placed first.
auto fullness(const Description& d) {
  return std::tuple(d.steps.size(), !d.steps.front().kind.empty(), !d.country.empty());
}

// Sorts descriptions of one name into places; a number for each.
std::vector<int> group(const std::vector<Description>& same_name, int& next) {
  std::vector<std::size_t> order(same_name.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  std::sort(order.begin(), order.end(), [&same_name](std::size_t a, std::size_t b) {
    const auto x = fullness(same_name[a]);
    const auto y = fullness(same_name[b]);
    return x != y ? x > y : same_name[a] < same_name[b];
  });
  std::vector<int> number(same_name.size(), nothing);
  std::vector<std::vector<std::size_t>> made;
  for (const std::size_t i : order) {
    std::vector<std::size_t> fits;
    for (std::size_t m = 0; m < made.size(); ++m) {
      if (std::all_of(made[m].begin(), made[m].end(),
                      [&](std::size_t member) { return agree(same_name[member], same_name[i]); })) {
        fits.push_back(m);
      }
    }
    if (fits.size() == 1) {
      made[fits.front()].push_back(i);
    } else {
      made.push_back({i});
    }
  }
  for (const std::vector<std::size_t>& members : made) {
    for (const std::size_t member : members) {
      number[member] = next;
    }
    ++next;
  }
  return number;
}

std::string chain_of(const Description& fullest, const std::string& label) {
  if (fullest.steps.front().token.starts_with('=')) {
    return slug(label);
  }
  std::string chain;
  for (const Step& step : fullest.steps) {
    if (step.kind != "country") {
      chain.insert(0, slug(step.token) + (chain.empty() ? "" : "/"));
    }
  }
  return chain.empty() ? slug(label) : chain;
}

}  // namespace

Places resolve_places(const std::vector<Record>& records, const std::vector<Local>& local,
                      Faults& faults) {
  // Every description, and who gives it.
  const Describe describe(records);
  std::map<std::string, std::map<Description, std::vector<std::pair<std::size_t, std::size_t>>>>
      by_name;
  for (std::size_t r = 0; r < records.size(); ++r) {
    for (std::size_t i = 0; i < records[r].places.size(); ++i) {
      Description d = describe(records[r], local[r], static_cast<int>(i));
      const std::string token = d.steps.front().token;
      by_name[token][std::move(d)].emplace_back(r, i);
    }
  }

  Places places;
  places.of.resize(records.size());
  for (std::size_t r = 0; r < records.size(); ++r) {
    places.of[r].assign(records[r].places.size(), nothing);
  }
  int next = 0;
  std::vector<Description> fullest;
  for (const auto& [token, described] : by_name) {
    std::vector<Description> descriptions;
    descriptions.reserve(described.size());
    for (const auto& [description, entries] : described) {
      descriptions.push_back(description);
    }
    const std::vector<int> numbers = group(descriptions, next);
    places.all.resize(static_cast<std::size_t>(next));
    fullest.resize(static_cast<std::size_t>(next));
    std::size_t d = 0;
    for (const auto& [description, entries] : described) {
      const auto n = static_cast<std::size_t>(numbers[d++]);
      Place& place = places.all[n];
      for (const auto& [r, i] : entries) {
        places.of[r][i] = static_cast<int>(n);
        place.names.add(records[r].places[i].name);
        place.until = std::max(place.until, records[r].places[i].until);
      }
      place.kind = std::max(place.kind, description.steps.front().kind);
      place.country = std::max(place.country, description.country);
      if (fullest[n].steps.empty() || fullness(fullest[n]) < fullness(description)) {
        fullest[n] = description;
      }
    }
  }

  // The place around it: as the fullest description has it, found among those of the records.
  std::vector<Keyed> keys;
  for (std::size_t n = 0; n < places.all.size(); ++n) {
    Place& place = places.all[n];
    place.label = place.names.best();
    keys.push_back(
        {chain_of(fullest[n], place.label), {slug(place.kind), slug(place.country)}, {}});
  }
  make_unique(keys);
  for (std::size_t n = 0; n < places.all.size(); ++n) {
    places.all[n].chain = keys[n].key;
  }
  std::vector<std::set<std::tuple<long, std::string, int>>> around(places.all.size());
  for (std::size_t r = 0; r < records.size(); ++r) {
    for (std::size_t i = 0; i < records[r].places.size(); ++i) {
      const int within = look_up(local[r].places, records[r].places[i].within);
      if (within == nothing) {
        continue;
      }
      const int outer = places.of[r][static_cast<std::size_t>(within)];
      const int inner = places.of[r][i];
      if (outer != inner) {
        const auto o = static_cast<std::size_t>(outer);
        around[static_cast<std::size_t>(inner)].emplace(-static_cast<long>(fullest[o].steps.size()),
                                                        places.all[o].chain, outer);
      }
    }
  }
  std::vector<std::size_t> by_chain(places.all.size());
  for (std::size_t n = 0; n < by_chain.size(); ++n) {
    by_chain[n] = n;
  }
  std::sort(by_chain.begin(), by_chain.end(), [&places](std::size_t a, std::size_t b) {
    return places.all[a].chain < places.all[b].chain;
  });
  for (const std::size_t n : by_chain) {
    if (around[n].empty()) {
      continue;
    }
    const int outer = std::get<int>(*around[n].begin());
    bool closes = false;
    for (int up = outer; up != nothing; up = places.all[static_cast<std::size_t>(up)].within) {
      closes = closes || up == static_cast<int>(n);
    }
    if (closes) {
      faults.add({FaultKind::data,
                  "place " + places.all[n].label + " would lie within itself, through " +
                      places.all[static_cast<std::size_t>(outer)].label,
                  {},
                  "the documents disagree on which of the two surrounds the other"});
    } else {
      places.all[n].within = outer;
    }
  }
  return places;
}

}  // namespace nom::resolving
