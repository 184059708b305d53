// SPDX-License-Identifier: Apache-2.0
#include "resolve/body.hpp"

#include "name/name.hpp"
#include "resolve/choice.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace nom::resolving {

namespace {

// Words that name a body only together with its parent.
constexpr std::array<std::string_view, 34> common_words = {
    "advisory board",
    "advisory council",
    "audit committee",
    "board",
    "board of directors",
    "board of governors",
    "board of management",
    "board of trustees",
    "bureau",
    "commission",
    "committee",
    "council",
    "department",
    "executive board",
    "executive committee",
    "general assembly",
    "inspection board",
    "inspection commission",
    "inspection committee",
    "management board",
    "mass mobilization board",
    "mass mobilization commission",
    "office",
    "organisation board",
    "organization board",
    "organization commission",
    "presidium",
    "propaganda board",
    "propaganda department",
    "secretariat",
    "standing board",
    "standing committee",
    "steering committee",
    "supervisory board",
};

bool is_common(std::string_view words) {
  return std::binary_search(common_words.begin(), common_words.end(), words);
}

// Words that many bodies have and that are no name of one of them.
bool may_be_anybodys(std::string_view words) {
  return is_common(words) || words == "party committee" || words.starts_with("faculty of ");
}

// As it stands before the words of a body: "Provincial ".
std::string level_word(const std::string& level) {
  if (level == "province") {
    return "Provincial ";
  }
  constexpr std::array<std::string_view, 5> nouns = {"city", "commune", "district", "town", "ward"};
  if (std::find(nouns.begin(), nouns.end(), level) == nouns.end()) {
    return {};
  }
  std::string word = level + " ";
  word.front() = static_cast<char>(word.front() - 'a' + 'A');
  return word;
}

bool below_country(const std::string& level) {
  static constexpr std::array<std::string_view, 6> wide = {"",        "central",       "country",
                                                           "federal", "international", "national"};
  return std::find(wide.begin(), wide.end(), level) == wide.end();
}

// Organs of a state; parties, companies and the like have names of their own.
bool every_country_has(std::string_view kind) {
  constexpr std::array<std::string_view, 9> kinds = {
      "body",        "committee", "court",    "department", "government",
      "legislature", "military",  "ministry", "police",
  };
  return kind.empty() || kind == "procuracy" ||
         std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// Words of which the names of legislatures and courts are made that a state has many of.
constexpr std::array<std::string_view, 63> words_of_many = {
    "administrative", "appeal",   "appeals",     "assembly",    "borough",  "chamber",
    "city",           "civil",    "claims",      "commercial",  "common",   "community",
    "council",        "county",   "court",       "criminal",    "crown",    "deputies",
    "district",       "economic", "family",      "first",       "for",      "general",
    "high",           "house",    "in",          "instance",    "juvenile", "labor",
    "labour",         "land",     "legislative", "legislature", "local",    "lower",
    "magistrates",    "military", "municipal",   "of",          "parish",   "parliament",
    "people",         "peoples",  "probate",     "provincial",  "regional", "representatives",
    "rural",          "s",        "senate",      "small",       "state",    "student",
    "students",       "the",      "town",        "traffic",     "tribunal", "upper",
    "urban",          "village",  "works",
};

// Is an organ named so that a state has one of it ("Ministry of Finance", "Supreme Court"), or so
// that its name tells which one it is ("Corvale City Council")?
bool a_state_has_one(const std::string& words, std::string_view kind, std::string_view level) {
  if (kind.empty() || kind == "ministry" ||
      (!level.empty() && !below_country(std::string(level)))) {
    return true;
  }
  const std::vector<std::string> all = split(words);
  if (kind == "legislature" || kind == "court") {
    return std::any_of(all.begin(), all.end(), [](const std::string& word) {
      return !std::binary_search(words_of_many.begin(), words_of_many.end(), word);
    });
  }
  return std::any_of(all.begin(), all.end(), [](const std::string& word) {
    return word == "federal" || word == "national" || word == "supreme";
  });
}

bool agree(const std::string& a, const std::string& b) { return a.empty() || b.empty() || a == b; }

// The name without the words of its place and what is left hanging at its ends.
std::string without_place(const std::string& folded, const std::string& place) {
  std::vector<std::string> words = split(folded);
  const std::vector<std::string> gone = split(place);
  const auto at = std::search(words.begin(), words.end(), gone.begin(), gone.end());
  if (!gone.empty() && at != words.end()) {
    words.erase(at, at + static_cast<long>(gone.size()));
  }
  const auto hangs = [](const std::string& word) {
    return word == "of" || word == "the" || word == "in" || word == "for" || word == "s";
  };
  while (!words.empty() && hangs(words.back())) {
    words.pop_back();
  }
  while (!words.empty() && hangs(words.front())) {
    words.erase(words.begin());
  }
  return words.empty() ? folded : joined(words);
}

// The base with what the name has after it: a committee "for Culture" is not one "for Health".
std::string with_field(const std::string& base, const std::string& name) {
  for (const std::string_view link : {" for ", " on "}) {
    const std::string start = base + std::string(link);
    const std::size_t at = name.rfind(start);
    if (at != std::string::npos && (at == 0 || name[at - 1] == ' ')) {
      return name.substr(at);
    }
  }
  return base;
}

// "14th National Assembly": the term of a legislature or a party's committee, not another one.
std::string without_term(const std::string& words, const std::string& kind) {
  const std::size_t end = words.find_first_not_of("0123456789");
  const bool counted = end != 0 && end != std::string::npos && words.size() > end + 3 &&
                       words[end + 2] == ' ' && words[end] >= 'a' && words[end] <= 'z';
  return counted && (kind == "legislature" || kind == "party") ? words.substr(end + 3) : words;
}

// What two wordings of one name have in common: "Department of Home Affairs" and "Home Affairs
// Department", "Organisation Board" and "Organization Board".
std::string gist(const std::string& words) {
  constexpr std::array<std::string_view, 5> links = {"and", "in", "of", "s", "the"};
  // "Committee for Culture" is the Culture Committee, but the Department for Transport came after
  // the Department of Transport.
  const bool of_field = words.starts_with("committee ") || words.starts_with("commission ");
  const auto spelled = [](std::string word) {
    const auto replace = [&word](std::string_view from, std::string_view to) {
      if (const std::size_t at = word.find(from); at != std::string::npos) {
        word.replace(at, from.size(), to);
      }
    };
    replace("isation", "ization");
    replace("labour", "labor");
    replace("defence", "defense");
    replace("centre", "center");
    replace("programme", "program");
    return word;
  };
  std::vector<std::string> kept;
  for (const std::string& word : split(words)) {
    const bool link = std::find(links.begin(), links.end(), word) != links.end() ||
                      (of_field && (word == "for" || word == "on"));
    if (!link) {
      kept.push_back(spelled(word));
    }
  }
  std::sort(kept.begin(), kept.end());
  return kept.empty() ? words : joined(kept);
}

// One body as one document has it.
struct Seen {
  std::size_t record = 0;
  std::size_t entry = 0;
  std::string words;  // without place and level
  std::string gist;   // of the words: what is compared
  std::string kind;   // empty if it says nothing: "body", "group"
  std::string level;
  std::string where;    // place chain; if unplaced: "?document" below country level, "@country"
  std::string country;  // of an unplaced organ: ISO code; first "?" if its document does not tell
  int place = nothing;
  int parent = nothing;  // position in the list of all seen
  int depth = 0;         // how many parents its name needs
};

class Resolver {
 public:
  Resolver(const std::vector<Record>& records, const std::vector<Local>& local,
           const Places& places, const Judged& judged, const Bodies* before)
      : records_(records), local_(local), places_(places), judged_(judged), before_(before) {}

  Bodies run() {
    collect();
    tell_countries();
    find_parents();
    group();
    return make();
  }

 private:
  void collect() {
    for (std::size_t r = 0; r < records_.size(); ++r) {
      first_.push_back(seen_.size());
      const std::string country = main_country(r);
      for (std::size_t i = 0; i < records_[r].bodies.size(); ++i) {
        const BodyEntry& entry = records_[r].bodies[i];
        Seen s;
        s.record = r;
        s.entry = i;
        s.kind = entry.kind == "body" || entry.kind == "group" ? std::string() : entry.kind;
        s.level = entry.level;
        const int local_place = look_up(local_[r].places, entry.place);
        std::string place_name;
        if (local_place != nothing) {
          s.place = places_.of[r][static_cast<std::size_t>(local_place)];
          s.where = places_.all[static_cast<std::size_t>(s.place)].chain;
          place_name = fold(records_[r].places[static_cast<std::size_t>(local_place)].name);
        } else if (below_country(entry.level)) {
          s.where = "?" + records_[r].document.id;
        } else if (every_country_has(entry.kind)) {
          s.country = country.empty() ? "?" : country;
        }
        const bool in_country =
            s.place != nothing && places_.all[static_cast<std::size_t>(s.place)].is_country();
        s.words = words_of(entry, place_name, in_country);
        s.gist = gist(s.words);
        seen_.push_back(std::move(s));
      }
    }
  }

  // Organs that every country has are told apart by the country that their documents speak of;
  // where that is unknown, it is the only country that has one of the words, if there is only one.
  void tell_countries() {
    std::map<std::string, std::set<std::string>> countries;  // by gist
    for (const Seen& s : seen_) {
      if (!s.country.empty() && s.country != "?") {
        countries[s.gist].insert(s.country);
      }
    }
    for (Seen& s : seen_) {
      if (s.country == "?") {
        const auto known = countries.find(s.gist);
        const bool only = known != countries.end() && known->second.size() == 1;
        s.country = only ? *known->second.begin() : std::string();
      }
      if (!s.country.empty()) {
        s.where = "@" + s.country;
      }
    }
  }

  // The ISO code of the country in which more of the places of a document lie than in any other.
  [[nodiscard]] std::string main_country(std::size_t r) const {
    std::map<std::string, int> count;
    for (const int place : places_.of[r]) {
      if (const Place& p = places_.all[static_cast<std::size_t>(place)]; !p.country.empty()) {
        ++count[p.country];
      }
    }
    const auto more = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto most = std::max_element(count.begin(), count.end(), more);
    const bool alone = std::count_if(count.begin(), count.end(), [&most](const auto& one) {
                         return one.second == most->second;
                       }) == 1;
    return alone ? most->first : std::string();
  }

  // The words of a name that tell one body of a place from another.
  static std::string words_of(const BodyEntry& entry, const std::string& place_name,
                              bool in_country) {
    if (entry.base.empty()) {
      return without_term(without_place(fold(entry.name), place_name), entry.kind);
    }
    const std::string base = with_field(fold(entry.base), fold(entry.name));
    // "Lam Hoa Police", but a company or a university has its place as a name.
    const bool is_name = in_country || entry.kind == "company" || entry.kind == "media" ||
                         entry.kind == "university";
    const bool begins = !is_name && !place_name.empty() && base.starts_with(place_name + " ");
    return without_term(begins ? base.substr(place_name.size() + 1) : base, entry.kind);
  }

  // The parent whose name a body needs: if its own words are common, or if the text names it by
  // its parent ("Provincial Party Committee's Organization Board").
  [[nodiscard]] bool needs(const Seen& child, const Seen& parent) const {
    if (child.words == parent.words || has_words(child.words, parent.words)) {
      return false;
    }
    if (is_common(child.words)) {
      return true;
    }
    const BodyEntry& entry = records_[child.record].bodies[child.entry];
    return has_words(fold(entry.name), parent.words) ||
           std::any_of(entry.forms.begin(), entry.forms.end(), [&parent](const std::string& form) {
             return has_words(fold(form), parent.words);
           });
  }

  void find_parents() {
    for (std::size_t r = 0; r < records_.size(); ++r) {
      std::map<std::size_t, std::tuple<Confidence, std::size_t, std::size_t>> surest;
      for (std::size_t h = 0; h < records_[r].hierarchy.size(); ++h) {
        const HierarchyEntry& entry = records_[r].hierarchy[h];
        const int child = look_up(local_[r].bodies, entry.child);
        const int parent = look_up(local_[r].bodies, entry.parent);
        if (child == nothing || parent == nothing || child == parent) {
          continue;
        }
        const std::size_t c = first_[r] + static_cast<std::size_t>(child);
        const std::size_t p = first_[r] + static_cast<std::size_t>(parent);
        if (!needs(seen_[c], seen_[p])) {
          continue;
        }
        const std::tuple claim(entry.confidence, h, p);
        const auto [at, is_new] = surest.emplace(c, claim);
        if (!is_new) {
          at->second = std::min(at->second, claim);
        }
      }
      for (const auto& [child, claim] : surest) {
        seen_[child].parent = static_cast<int>(std::get<2>(claim));
      }
    }
    // Depths; a ring of parents is broken where it closes.
    for (Seen& s : seen_) {
      std::set<int> on_the_way;
      Seen* up = &s;
      while (up->parent != nothing) {
        if (!on_the_way.insert(up->parent).second) {
          up->parent = nothing;
          break;
        }
        up = &seen_[static_cast<std::size_t>(up->parent)];
        ++s.depth;
      }
    }
  }

  // Widest to narrowest: the group of the parent is part of what a child is.
  void group() {
    using Likeness = std::tuple<std::string, std::string, int>;  // gist, where, parent's group
    int deepest = 0;
    for (const Seen& s : seen_) {
      deepest = std::max(deepest, s.depth);
    }
    group_.assign(seen_.size(), nothing);
    for (int depth = 0; depth <= deepest; ++depth) {
      std::map<Likeness, std::vector<std::size_t>> alike;
      for (std::size_t n = 0; n < seen_.size(); ++n) {
        const Seen& s = seen_[n];
        if (s.depth == depth) {
          const int parent =
              s.parent == nothing ? nothing : group_[static_cast<std::size_t>(s.parent)];
          alike[{s.gist, s.where, parent}].push_back(n);
        }
      }
      for (const auto& [likeness, members] : alike) {
        split_by_kind(members, std::get<2>(likeness));
      }
    }
    join_those_without_parent();
  }

  // Bodies of one likeness are one unless their kinds or levels are at odds; those that do not say
  // their kind or level join the only one that they can be.
  void split_by_kind(const std::vector<std::size_t>& members, int parent) {
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> by_kind;
    for (const std::size_t n : members) {
      by_kind[{seen_[n].kind, seen_[n].level}].push_back(n);
    }
    std::vector<const decltype(by_kind)::value_type*> order;
    order.reserve(by_kind.size());
    for (const auto& entry : by_kind) {
      order.push_back(&entry);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
      const auto known = [](const auto* e) {
        return static_cast<int>(!e->first.first.empty()) +
               static_cast<int>(!e->first.second.empty());
      };
      return known(a) > known(b);
    });
    const std::size_t first = groups_.size();
    for (const auto* entry : order) {
      std::vector<std::size_t> fits;
      for (std::size_t g = first; g < groups_.size(); ++g) {
        if (agree(groups_[g].kind, entry->first.first) &&
            agree(groups_[g].level, entry->first.second)) {
          fits.push_back(g);
        }
      }
      if (fits.size() != 1) {
        Body made;
        made.parent = parent;
        made.place = seen_[entry->second.front()].place;
        made.country = seen_[entry->second.front()].country;
        groups_.push_back(std::move(made));
        fits = {groups_.size() - 1};
      }
      Body& body = groups_[fits.front()];
      body.kind = std::max(body.kind, entry->first.first);
      body.level = std::max(body.level, entry->first.second);
      for (const std::size_t n : entry->second) {
        group_[n] = static_cast<int>(fits.front());
      }
    }
  }

  // "Standing Committee" in a document that does not say whose: the only one of that place, if
  // there is only one; of words that anybody's bodies have only one that its documents name: the
  // supervisory board of a bank is not that of the railways. Then children of united bodies may be
  // one as well.
  void join_those_without_parent() {
    Sets sets(groups_.size());
    const auto root = [&sets](int g) {
      return g == nothing ? nothing : static_cast<int>(sets.find(static_cast<std::size_t>(g)));
    };
    std::map<std::pair<std::string, std::string>, std::set<int>> alike;  // gist and where
    std::map<int, std::set<std::size_t>> records;                        // by group
    std::set<int> anybodys;
    for (std::size_t n = 0; n < seen_.size(); ++n) {
      alike[{seen_[n].gist, seen_[n].where}].insert(group_[n]);
      records[group_[n]].insert(seen_[n].record);
      if (seen_[n].where.empty() && may_be_anybodys(seen_[n].words)) {
        anybodys.insert(group_[n]);
      }
    }
    for (const auto& [likeness, found] : alike) {
      for (const int g : found) {
        const Body& orphan = groups_[static_cast<std::size_t>(g)];
        if (orphan.parent != nothing) {
          continue;
        }
        std::vector<int> fits;
        for (const int other : found) {
          const Body& child = groups_[static_cast<std::size_t>(other)];
          const bool together =
              !anybodys.contains(g) || std::includes(records[other].begin(), records[other].end(),
                                                     records[g].begin(), records[g].end());
          if (together && child.parent != nothing && agree(child.kind, orphan.kind) &&
              agree(child.level, orphan.level) && !is_above(g, other)) {
            fits.push_back(other);
          }
        }
        if (fits.size() == 1) {
          parent_of_united(g, fits.front());
          sets.unite(static_cast<std::size_t>(g), static_cast<std::size_t>(fits.front()));
        }
      }
    }
    unite_judged(sets);
    for (bool changed = true; changed;) {
      changed = false;
      std::map<std::tuple<std::string, std::string, int, std::string, std::string>, int> children;
      for (std::size_t n = 0; n < seen_.size(); ++n) {
        const Body& body = groups_[static_cast<std::size_t>(group_[n])];
        if (body.parent == nothing) {
          continue;
        }
        const auto [at, is_new] = children.emplace(
            std::tuple(seen_[n].gist, seen_[n].where, root(body.parent), body.kind, body.level),
            group_[n]);
        if (!is_new && root(at->second) != root(group_[n])) {
          sets.unite(static_cast<std::size_t>(at->second), static_cast<std::size_t>(group_[n]));
          changed = true;
        }
      }
    }
    // What one of the united knows, all know.
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      Body& whole = groups_[sets.find(g)];
      whole.kind = std::max(whole.kind, groups_[g].kind);
      whole.level = std::max(whole.level, groups_[g].level);
      if (whole.parent == nothing) {
        whole.parent = groups_[g].parent;
      }
      if (whole.place == nothing) {
        whole.place = groups_[g].place;
      }
    }
    for (Body& body : groups_) {
      body.parent = root(body.parent);
    }
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (is_above(static_cast<int>(g), static_cast<int>(g))) {
        groups_[g].parent = nothing;
      }
    }
    for (int& g : group_) {
      g = root(g);
    }
  }

  void unite_judged(Sets& sets) {
    for (const auto& [one, other] : judged_.same) {
      const std::size_t a = sets.find(static_cast<std::size_t>(group_[position(one)]));
      const std::size_t b = sets.find(static_cast<std::size_t>(group_[position(other)]));
      sets.unite(a, b);
    }
  }

  [[nodiscard]] std::size_t position(const Entry& entry) const {
    return first_[entry.first] + entry.second;
  }

  [[nodiscard]] bool is_above(int above, int g) const {
    std::set<int> seen;
    for (int up = groups_[static_cast<std::size_t>(g)].parent;
         up != nothing && seen.insert(up).second;
         up = groups_[static_cast<std::size_t>(up)].parent) {
      if (up == above) {
        return true;
      }
    }
    return false;
  }

  void parent_of_united(int orphan, int child) {
    groups_[static_cast<std::size_t>(orphan)].parent =
        groups_[static_cast<std::size_t>(child)].parent;
  }

  Bodies make() {
    // Number those that are left densely and collect their wordings.
    Bodies bodies;
    std::vector<int> number(groups_.size(), nothing);
    std::vector<Tally> words;
    std::vector<std::size_t> first_seen;
    bodies.of.resize(records_.size());
    for (std::size_t n = 0; n < seen_.size(); ++n) {
      int& dense = number[static_cast<std::size_t>(group_[n])];
      if (dense == nothing) {
        dense = static_cast<int>(bodies.all.size());
        bodies.all.push_back(groups_[static_cast<std::size_t>(group_[n])]);
        first_seen.push_back(n);
        words.emplace_back();
      }
      words[static_cast<std::size_t>(dense)].add(seen_[n].words);
      bodies.of[seen_[n].record].push_back(dense);
      const BodyEntry& entry = records_[seen_[n].record].bodies[seen_[n].entry];
      Body& body = bodies.all[static_cast<std::size_t>(dense)];
      body.names.add(entry.name);
      for (const std::string& form : entry.forms) {
        body.names.add(form, 0);
      }
      body.bases.add(entry.base.empty() ? entry.name : with_field(entry.base, entry.name));
      if (body.kind.empty()) {
        body.kind = entry.kind;
      }
    }
    for (Body& body : bodies.all) {
      if (body.parent != nothing) {
        body.parent = number[static_cast<std::size_t>(body.parent)];
      }
    }
    // Keys and labels, parents before children.
    std::vector<int> depth(bodies.all.size(), 0);
    int deepest = 0;
    for (std::size_t b = 0; b < bodies.all.size(); ++b) {
      for (int up = bodies.all[b].parent; up != nothing;
           up = bodies.all[static_cast<std::size_t>(up)].parent) {
        ++depth[b];
      }
      deepest = std::max(deepest, depth[b]);
    }
    const std::vector<Moved> moved = moved_to(bodies);
    const std::vector<std::string> kept = keys_kept(moved, bodies.all.size(), judged_.kept);
    for (int d = 0; d <= deepest; ++d) {
      std::vector<std::size_t> level;
      std::vector<Keyed> keys;
      for (std::size_t b = 0; b < bodies.all.size(); ++b) {
        if (depth[b] != d) {
          continue;
        }
        Body& body = bodies.all[b];
        const Seen& s = seen_[first_seen[b]];
        const std::string own = slug(words[b].best());
        std::string key = own;
        if (body.parent != nothing) {
          key = bodies.all[static_cast<std::size_t>(body.parent)].chain + "/" + own;
        } else if (body.place != nothing) {
          key = s.where + "/" + own;
        } else if (s.where.starts_with('?') || s.where.starts_with('@')) {
          key = own + "." + slug(s.where);
        }
        if (!kept[b].empty()) {
          key = kept[b];
        }
        body.label = label_of(body, bodies);
        level.push_back(b);
        keys.push_back(
            {std::move(key),
             {body.level.empty() ? "" : slug(body.level), body.kind.empty() ? "" : slug(body.kind)},
             s.gist + "\n" + s.where});
      }
      make_unique(keys);
      for (std::size_t i = 0; i < level.size(); ++i) {
        bodies.all[level[i]].chain = keys[i].key;
      }
    }
    tell_which_is_one(bodies, first_seen, depth);
    tell_countries_apart(bodies);
    lead_on(moved, bodies.all);
    return bodies;
  }

  // Parents come before children: who needs the name of another is known by it.
  void tell_which_is_one(Bodies& bodies, const std::vector<std::size_t>& first_seen,
                         const std::vector<int>& depth) const {
    std::vector<std::size_t> order(bodies.all.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&depth](std::size_t a, std::size_t b) { return depth[a] < depth[b]; });
    std::set<std::string_view> in_states;  // gists of organs of which some country is known
    for (std::size_t b = 0; b < bodies.all.size(); ++b) {
      if (!bodies.all[b].country.empty()) {
        in_states.insert(seen_[first_seen[b]].gist);
      }
    }
    for (const std::size_t b : order) {
      Body& body = bodies.all[b];
      const Seen& s = seen_[first_seen[b]];
      if (body.place != nothing) {
        body.is_one = true;
      } else if (body.parent != nothing) {
        body.is_one = bodies.all[static_cast<std::size_t>(body.parent)].is_one;
      } else {
        // What several states are known to have may be that of any.
        const bool stays_in_document = s.where.starts_with('?');
        const bool in_a_state =
            !body.country.empty() ||
            (a_state_has_one(s.words, s.kind, s.level) && !in_states.contains(s.gist));
        body.is_one = stays_in_document ||
                      (!may_be_anybodys(s.words) && (in_a_state || !every_country_has(body.kind)));
      }
    }
  }

  [[nodiscard]] std::vector<Moved> moved_to(const Bodies& bodies) const {
    if (before_ == nullptr) {
      return {};
    }
    return moved(before_->of, before_->all.size(), bodies.of,
                 [this](std::size_t was) { return before_->all[was].chain; });
  }

  // In one language with the roles, as far as the records tell a name in it: the most frequent of
  // the names that have the words of the base, else the base itself.
  [[nodiscard]] std::string label_of(const Body& body, const Bodies& bodies) const {
    const std::string base = body.bases.best();
    if (body.parent != nothing) {
      const Body& parent = bodies.all[static_cast<std::size_t>(body.parent)];
      return base + (takes_article(parent) ? " of the " : " of ") + parent.label;
    }
    const bool placed =
        body.place != nothing && !places_.all[static_cast<std::size_t>(body.place)].is_country();
    const std::string in_place =
        placed ? places_.all[static_cast<std::size_t>(body.place)].label + " " : std::string();
    Tally names;
    for (const auto& [name, count] : body.names.all()) {
      const std::string folded = fold(name);
      const bool has_base = std::any_of(
          body.bases.all().begin(), body.bases.all().end(),
          [&folded](const auto& counted) { return has_words(folded, fold(counted.first)); });
      if (has_base) {
        const bool says = !placed || says_place(name, in_place);
        names.add(says ? name : in_place + name, count);
      }
    }
    return names.all().empty() ? in_place + level_word(body.level) + base : names.best();
  }

  // A country's name is added only where two bodies would read the same.
  void tell_countries_apart(Bodies& bodies) const {
    std::map<std::string, std::vector<Body*>> by_label;
    for (Body& body : bodies.all) {
      by_label[body.label].push_back(&body);
    }
    for (const auto& [label, same] : by_label) {
      for (Body* body : same) {
        if (same.size() > 1 && body->place != nothing) {
          const Place& place = places_.all[static_cast<std::size_t>(body->place)];
          if (!says_place(label, place.label)) {
            body->label += " (" + place.label + ")";
          }
        } else if (same.size() > 1 && !body->country.empty()) {
          body->label += " (" + body->country + ")";
        }
      }
    }
  }

  const std::vector<Record>& records_;
  const std::vector<Local>& local_;
  const Places& places_;
  const Judged& judged_;
  const Bodies* before_;
  std::vector<Seen> seen_;
  std::vector<std::size_t> first_;  // of each record in seen_
  std::vector<int> group_;          // of each seen
  std::vector<Body> groups_;
};

}  // namespace

Bodies resolve_bodies(const std::vector<Record>& records, const std::vector<Local>& local,
                      const Places& places, const Judged& judged, const Bodies* before) {
  return Resolver(records, local, places, judged, before).run();
}

bool takes_article(const Body& body) {
  const bool numbered = !body.label.empty() && body.label.back() >= '0' && body.label.back() <= '9';
  return body.kind != "company" && body.kind != "media" && !numbered;
}

bool says_place(const std::string& name, const std::string& place) {
  constexpr std::size_t stem = 4;  // "Bavarian" says "Bavaria"
  const std::vector<std::string> words = split(fold(name));
  const std::vector<std::string> place_words = split(fold(place));
  const auto same = [](const std::string& a, const std::string& b) {
    return a == b || (a.size() > stem && b.size() > stem && a.compare(0, stem, b, 0, stem) == 0);
  };
  return std::search(words.begin(), words.end(), place_words.begin(), place_words.end(), same) !=
         words.end();
}

}  // namespace nom::resolving
