// SPDX-License-Identifier: Apache-2.0
#include "resolve/body.hpp"

#include "name/name.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>

namespace nom::resolving {

namespace {

// Words that name a body only together with its parent.
constexpr std::array<std::string_view, 26> common_words = {
    "board",
    "board of directors",
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
};

bool is_common(std::string_view words) {
  return std::binary_search(common_words.begin(), common_words.end(), words);
}

std::vector<std::string> split(const std::string& folded) {
  std::vector<std::string> words;
  std::istringstream in(folded);
  for (std::string word; in >> word;) {
    words.push_back(std::move(word));
  }
  return words;
}

bool below_country(const std::string& level) {
  static constexpr std::array<std::string_view, 6> wide = {"",        "central",       "country",
                                                           "federal", "international", "national"};
  return std::find(wide.begin(), wide.end(), level) == wide.end();
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
  std::string left;
  for (const std::string& word : words) {
    left += (left.empty() ? "" : " ") + word;
  }
  return left.empty() ? folded : left;
}

// One body as one document has it.
struct Seen {
  std::size_t record = 0;
  std::size_t entry = 0;
  std::string words;
  std::string kind;  // empty if it says nothing: "body", "group"
  std::string level;
  std::string where;  // place chain; "?document" for an unplaced body below country level
  int place = nothing;
  int parent = nothing;  // position in the list of all seen
  int depth = 0;         // how many parents its name needs
};

class Resolver {
 public:
  Resolver(const std::vector<Record>& records, const std::vector<Local>& local,
           const Places& places)
      : records_(records), local_(local), places_(places) {}

  Bodies run() {
    collect();
    find_parents();
    group();
    return make();
  }

 private:
  void collect() {
    for (std::size_t r = 0; r < records_.size(); ++r) {
      first_.push_back(seen_.size());
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
        }
        s.words =
            entry.base.empty() ? without_place(fold(entry.name), place_name) : fold(entry.base);
        seen_.push_back(std::move(s));
      }
    }
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
    using Likeness = std::tuple<std::string, std::string, int>;  // words, where, parent's group
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
          alike[{s.words, s.where, parent}].push_back(n);
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
  // there is only one. Then children of united bodies may be one as well.
  void join_those_without_parent() {
    Sets sets(groups_.size());
    const auto root = [&sets](int g) {
      return g == nothing ? nothing : static_cast<int>(sets.find(static_cast<std::size_t>(g)));
    };
    std::map<std::pair<std::string, std::string>, std::set<int>> alike;  // words and where
    for (std::size_t n = 0; n < seen_.size(); ++n) {
      alike[{seen_[n].words, seen_[n].where}].insert(group_[n]);
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
          if (child.parent != nothing && agree(child.kind, orphan.kind) &&
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
    for (bool changed = true; changed;) {
      changed = false;
      std::map<std::tuple<std::string, std::string, int, std::string, std::string>, int> children;
      for (std::size_t n = 0; n < seen_.size(); ++n) {
        const Body& body = groups_[static_cast<std::size_t>(group_[n])];
        if (body.parent == nothing) {
          continue;
        }
        const auto [at, is_new] = children.emplace(
            std::tuple(seen_[n].words, seen_[n].where, root(body.parent), body.kind, body.level),
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
    std::vector<std::size_t> first_seen;
    bodies.of.resize(records_.size());
    for (std::size_t n = 0; n < seen_.size(); ++n) {
      int& dense = number[static_cast<std::size_t>(group_[n])];
      if (dense == nothing) {
        dense = static_cast<int>(bodies.all.size());
        bodies.all.push_back(groups_[static_cast<std::size_t>(group_[n])]);
        first_seen.push_back(n);
      }
      bodies.of[seen_[n].record].push_back(dense);
      const BodyEntry& entry = records_[seen_[n].record].bodies[seen_[n].entry];
      Body& body = bodies.all[static_cast<std::size_t>(dense)];
      body.names.add(entry.name);
      for (const std::string& form : entry.forms) {
        body.names.add(form, 0);
      }
      body.bases.add(entry.base.empty() ? entry.name : entry.base);
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
    for (int d = 0; d <= deepest; ++d) {
      std::vector<std::size_t> level;
      std::vector<Keyed> keys;
      for (std::size_t b = 0; b < bodies.all.size(); ++b) {
        if (depth[b] != d) {
          continue;
        }
        Body& body = bodies.all[b];
        const Seen& s = seen_[first_seen[b]];
        const std::string words = slug(s.words);
        std::string key = words;
        if (body.parent != nothing) {
          key = bodies.all[static_cast<std::size_t>(body.parent)].chain + "/" + words;
        } else if (body.place != nothing) {
          key = s.where + "/" + words;
        } else if (s.where.starts_with('?')) {
          key = words + "." + slug(s.where);
        }
        body.label = label_of(body, bodies);
        level.push_back(b);
        keys.push_back(
            {std::move(key),
             {body.level.empty() ? "" : slug(body.level), body.kind.empty() ? "" : slug(body.kind)},
             s.words + "\n" + s.where});
      }
      make_unique(keys);
      for (std::size_t i = 0; i < level.size(); ++i) {
        bodies.all[level[i]].chain = keys[i].key;
      }
    }
    tell_countries_apart(bodies);
    return bodies;
  }

  [[nodiscard]] std::string label_of(const Body& body, const Bodies& bodies) const {
    if (body.parent != nothing) {
      const Body& parent = bodies.all[static_cast<std::size_t>(body.parent)];
      return body.bases.best() + (takes_article(parent) ? " of the " : " of ") + parent.label;
    }
    if (body.place == nothing || places_.all[static_cast<std::size_t>(body.place)].is_country()) {
      return body.names.best();
    }
    const std::string& place = places_.all[static_cast<std::size_t>(body.place)].label;
    const std::string in_place = place + " ";
    Tally placed;
    for (const auto& [name, count] : body.names.all()) {
      placed.add(says_place(name, place) ? name : in_place + name, count);
    }
    return placed.best();
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
        }
      }
    }
  }

  const std::vector<Record>& records_;
  const std::vector<Local>& local_;
  const Places& places_;
  std::vector<Seen> seen_;
  std::vector<std::size_t> first_;  // of each record in seen_
  std::vector<int> group_;          // of each seen
  std::vector<Body> groups_;
};

}  // namespace

Bodies resolve_bodies(const std::vector<Record>& records, const std::vector<Local>& local,
                      const Places& places) {
  return Resolver(records, local, places).run();
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
