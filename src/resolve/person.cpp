// SPDX-License-Identifier: Apache-2.0
#include "resolve/person.hpp"

#include "name/name.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace nom::resolving {

namespace {

// The same for a name with the family name first or last: the smallest of its rotations.
std::string name_key(const std::string& name) {
  const std::string folded = fold(name);
  std::string smallest = folded;
  for (std::size_t at = folded.find(' '); at != std::string::npos; at = folded.find(' ', at + 1)) {
    std::string turned = folded.substr(at + 1);
    turned.append(" ").append(folded, 0, at);
    smallest = std::min(smallest, turned);
  }
  return smallest;
}

// "https://example.org/2023/1.html" and its neighbours are one source.
std::string host(const std::string& source) {
  const std::size_t scheme = source.find("://");
  if (scheme == std::string::npos) {
    return source;
  }
  const std::size_t start = scheme + 3;
  return source.substr(start, source.find('/', start) - start);
}

// One person as one document has them.
struct Seen {
  std::size_t record = 0;
  std::size_t entry = 0;
  std::set<std::string> context;  // what merges it with others
  std::set<int> provinces;
  // The place for the key: wanted are places below country level, then the earliest date, then the
  // document, then the widest place.
  std::optional<std::tuple<bool, PartialDate, std::string, std::size_t, std::string, int>> anchor;
};

constexpr PartialDate never{9999, 12, 31};

class Resolver {
 public:
  Resolver(const std::vector<Record>& records, const std::vector<Local>& local,
           const Places& places, const Bodies& bodies, const Posts& posts)
      : records_(records), local_(local), places_(places), bodies_(bodies), posts_(posts) {}

  People run() {
    People people;
    people.of.resize(records_.size());
    std::map<std::string, std::vector<Seen>> by_name;
    for (std::size_t r = 0; r < records_.size(); ++r) {
      people.of[r].assign(records_[r].people.size(), nothing);
      std::vector<Seen> seen(records_[r].people.size());
      for (std::size_t t = 0; t < records_[r].tenures.size(); ++t) {
        const int who = look_up(local_[r].people, records_[r].tenures[t].person);
        if (who != nothing) {
          add_context(seen[static_cast<std::size_t>(who)], r, t);
        }
      }
      for (std::size_t i = 0; i < seen.size(); ++i) {
        seen[i].record = r;
        seen[i].entry = i;
        if (seen[i].context.empty() && !records_[r].document.source.empty()) {
          seen[i].context.insert("source " + host(records_[r].document.source));
        }
        by_name[name_key(records_[r].people[i].name)].push_back(std::move(seen[i]));
      }
    }
    for (const auto& [name, namesakes] : by_name) {
      add_people(people, namesakes);
    }
    finish(people);
    return people;
  }

 private:
  void add_context(Seen& seen, std::size_t r, std::size_t t) const {
    const TenureEntry& entry = records_[r].tenures[t];
    const int p = posts_.of[r][t];
    const Post& post = posts_.all[static_cast<std::size_t>(p)];
    int place = post.bare ? nothing : post.place;
    if (!post.bare) {
      seen.context.insert("post " + post.chain);
    }
    if (post.body != nothing) {
      const Body& body = bodies_.all[static_cast<std::size_t>(post.body)];
      seen.context.insert("body " + body.chain);
      place = body.place;
    }
    if (place == nothing) {
      return;
    }
    const Place& where = places_.all[static_cast<std::size_t>(place)];
    if (const int province = places_.province(place); province != nothing) {
      seen.context.insert("place " + places_.all[static_cast<std::size_t>(province)].chain);
      seen.provinces.insert(province);
    }
    const PartialDate date =
        entry.period.from ? *entry.period.from
                          : entry.period.to.value_or(records_[r].document.date.value_or(never));
    std::tuple anchor(
        where.is_country(), date, records_[r].document.id,
        static_cast<std::size_t>(std::count(where.chain.begin(), where.chain.end(), '/')),
        where.chain, place);
    if (!seen.anchor || anchor < *seen.anchor) {
      seen.anchor = std::move(anchor);
    }
  }

  // Unites namesakes with agreeing context into people.
  void add_people(People& people, const std::vector<Seen>& namesakes) const {
    Sets sets(namesakes.size());
    std::vector<std::set<std::size_t>> documents(namesakes.size());
    std::map<std::string, std::vector<std::size_t>> sharing;
    for (std::size_t n = 0; n < namesakes.size(); ++n) {
      documents[n].insert(namesakes[n].record);
      for (const std::string& token : namesakes[n].context) {
        sharing[token].push_back(n);
      }
    }
    const auto unite = [&](std::size_t a, std::size_t b) {
      a = sets.find(a);
      b = sets.find(b);
      if (a == b) {
        return;
      }
      // A document that names two keeps them two.
      const auto& few = documents[a].size() < documents[b].size() ? documents[a] : documents[b];
      const auto& many = documents[a].size() < documents[b].size() ? documents[b] : documents[a];
      if (std::any_of(few.begin(), few.end(), [&](std::size_t d) { return many.contains(d); })) {
        return;
      }
      sets.unite(a, b);
      documents[std::min(a, b)].merge(documents[std::max(a, b)]);
    };
    // The surest context first: a shared post, then a body, then a place, then a source.
    for (const std::string_view kind : {"post ", "body ", "place ", "source "}) {
      for (auto at = sharing.lower_bound(std::string(kind));
           at != sharing.end() && at->first.starts_with(kind); ++at) {
        for (const std::size_t n : at->second) {
          unite(at->second.front(), n);
        }
      }
    }

    struct Sum {
      std::set<int> provinces;
      decltype(Seen::anchor) anchor;
    };

    std::map<std::size_t, int> number;
    std::vector<Sum> sums;
    const auto first = static_cast<int>(people.all.size());
    for (std::size_t n = 0; n < namesakes.size(); ++n) {
      const Seen& seen = namesakes[n];
      const auto [at, is_new] = number.emplace(sets.find(n), static_cast<int>(people.all.size()));
      if (is_new) {
        people.all.emplace_back();
        sums.emplace_back();
      }
      people.of[seen.record][seen.entry] = at->second;
      Person& person = people.all[static_cast<std::size_t>(at->second)];
      const PersonEntry& entry = records_[seen.record].people[seen.entry];
      person.names.add(entry.name);
      for (const std::string& form : entry.forms) {
        person.forms.add(form);
      }
      Sum& sum = sums[static_cast<std::size_t>(at->second - first)];
      sum.provinces.insert(seen.provinces.begin(), seen.provinces.end());
      if (seen.anchor && (!sum.anchor || *seen.anchor < *sum.anchor)) {
        sum.anchor = seen.anchor;
        person.anchor = std::get<int>(*seen.anchor);
      }
    }
    doubt(people, first, [&sums, first](int who) -> const std::set<int>& {
      return sums[static_cast<std::size_t>(who - first)].provinces;
    });
  }

  template <class ProvincesOf>
  static void doubt(People& people, int first, ProvincesOf provinces_of) {
    constexpr int few = 20;
    const auto end = static_cast<int>(people.all.size());
    for (int a = first; a < end; ++a) {
      for (int b = a + 1; b < end; ++b) {
        if (end - first > few && a != first) {
          return;
        }
        const std::set<int>& here = provinces_of(a);
        const std::set<int>& there = provinces_of(b);
        if (here.empty() || there.empty()) {
          people.doubts.push_back({a, b, "same name, no province known for one of them"});
        } else if (std::any_of(here.begin(), here.end(),
                               [&there](int p) { return there.contains(p); })) {
          people.doubts.push_back({a, b, "same name and province, but two people in one document"});
        }
      }
    }
  }

  void finish(People& people) const {
    std::vector<std::string> document(people.all.size());
    std::vector<std::string> entry(people.all.size());
    for (std::size_t r = 0; r < records_.size(); ++r) {
      for (std::size_t i = 0; i < people.of[r].size(); ++i) {
        const auto who = static_cast<std::size_t>(people.of[r][i]);
        if (document[who].empty()) {  // records are sorted by id: the smallest
          document[who] = records_[r].document.id;
          entry[who] = std::string(1, static_cast<char>('a' + (i % 26))) + std::to_string(i);
        }
      }
    }
    std::vector<Keyed> keys;
    for (std::size_t who = 0; who < people.all.size(); ++who) {
      Person& person = people.all[who];
      person.label = person.names.best();
      std::string key = slug(person.label);
      if (person.anchor != nothing) {
        const std::string& chain = places_.all[static_cast<std::size_t>(person.anchor)].chain;
        key += "." + chain.substr(chain.rfind('/') + 1);
      }
      keys.push_back({std::move(key), {slug(document[who])}, document[who] + "\n" + entry[who]});
    }
    make_unique(keys);
    for (std::size_t who = 0; who < people.all.size(); ++who) {
      people.all[who].chain = keys[who].key;
    }
  }

  const std::vector<Record>& records_;
  const std::vector<Local>& local_;
  const Places& places_;
  const Bodies& bodies_;
  const Posts& posts_;
};

}  // namespace

People resolve_people(const std::vector<Record>& records, const std::vector<Local>& local,
                      const Places& places, const Bodies& bodies, const Posts& posts) {
  return Resolver(records, local, places, bodies, posts).run();
}

}  // namespace nom::resolving
