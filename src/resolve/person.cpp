// SPDX-License-Identifier: Apache-2.0
#include "resolve/person.hpp"

#include "name/name.hpp"
#include "resolve/naming.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace nom::resolving {

namespace {

// "https://example.org/2023/1.html" and its neighbours are one source.
std::string host(const std::string& source) {
  const std::size_t scheme = source.find("://");
  if (scheme == std::string::npos) {
    return source;
  }
  const std::size_t start = scheme + 3;
  return source.substr(start, source.find('/', start) - start);
}

// How sure it is that two of one name who share it are one; the surest first.
enum class Tie : std::uint8_t { post, role, body, place, source };

std::string_view name_of(Tie tie) {
  constexpr std::array<std::string_view, 5> names = {"post", "role", "body", "place", "source"};
  return names.at(static_cast<std::size_t>(tie));
}

using Token = std::pair<Tie, std::string>;

// A role that a body has many of: sharing it says little.
bool is_shared_by_many(const std::string& role) {
  constexpr std::array<std::string_view, 5> many = {"councillor", "delegate", "deputy",
                                                    "representative", "senator"};
  return role == "member" || role.ends_with(" member") || role.starts_with("member ") ||
         std::find(many.begin(), many.end(), role) != many.end();
}

// A post of a government, whatever body is named with it.
bool is_ministers(const std::string& role) { return has_words(role, "minister"); }

// A role that says its field ("minister of finance") or is of a government whatever else is said.
bool is_telling(const std::string& role) {
  return !is_shared_by_many(role) &&
         (role.find(" of ") != std::string::npos || role.find(" for ") != std::string::npos ||
          is_ministers(role));
}

bool meet(const std::set<int>& a, const std::set<int>& b) {
  return std::any_of(a.begin(), a.end(), [&b](int one) { return b.contains(one); });
}

// "provincial party secretary" → "party secretary".
std::string without_level(const std::string& role) {
  constexpr std::array<std::string_view, 6> levels = {"provincial ", "municipal ", "city ",
                                                      "district ",   "town ",      "communal "};
  for (const std::string_view level : levels) {
    if (role.starts_with(level)) {
      return role.substr(level.size());
    }
  }
  return role;
}

// What is known of where a person, or what is so far of one, holds posts.
struct Whereabouts {
  std::set<int> provinces;
  std::set<int> below;  // places within provinces
  bool wide = false;    // a post of a whole province, too

  [[nodiscard]] bool agrees(const Whereabouts& other) const {
    return provinces.empty() || other.provinces.empty() || meet(provinces, other.provinces);
  }

  // Posts in two districts and none above them: two people of one name may well be meant.
  [[nodiscard]] bool districts_differ(const Whereabouts& other) const {
    return !wide && !other.wide && !below.empty() && !other.below.empty() &&
           !meet(below, other.below);
  }

  void add(const Whereabouts& other) {
    provinces.insert(other.provinces.begin(), other.provinces.end());
    below.insert(other.below.begin(), other.below.end());
    wide = wide || other.wide;
  }
};

// Of a role that says its field, the bodies that are named with it.
using BodiesOfRoles = std::map<std::string, std::set<int>>;

// One person as one document has them.
struct Seen {
  std::size_t record = 0;
  std::size_t entry = 0;
  Naming name;
  std::set<Token> tokens;  // what merges it with others of its name
  Whereabouts where;
  BodiesOfRoles bodies_of;
  // The place for the key: wanted are places below country level, then the earliest date, then the
  // document, then the widest place.
  std::optional<std::tuple<bool, PartialDate, std::string, std::size_t, std::string, int>> anchor;
};

constexpr PartialDate never{9999, 12, 31};

// Namesakes on their way to be people.
class Namesakes {
 public:
  explicit Namesakes(const std::vector<Seen>& seen) : seen_(seen), sets_(seen.size()) {
    for (const Seen& one : seen) {
      sums_.push_back({{one.record}, one.where, one.bodies_of, Written(one.name), one.tokens});
    }
  }

  // What is judged; positions in the list of those seen.
  void judge(const std::vector<std::pair<std::size_t, std::size_t>>& same,
             const std::vector<std::pair<std::size_t, std::size_t>>& different) {
    for (std::size_t d = 0; d < different.size(); ++d) {
      sums_[different[d].first].sides.emplace(d, false);
      sums_[different[d].second].sides.emplace(d, true);
    }
    for (const auto& [one, other] : same) {
      if (sets_.find(one) != sets_.find(other)) {
        join(sets_.find(one), sets_.find(other));
      }
    }
  }

  // Unites those of one name who share something, the surest first. A source is too little.
  void unite() {
    for (const Tie tie : {Tie::post, Tie::role, Tie::body, Tie::place}) {
      unite(tie);
    }
  }

  std::size_t of(std::size_t n) { return sets_.find(n); }

  // Why two of those that were not united may be one all the same; empty if nothing says so.
  [[nodiscard]] std::string doubt(std::size_t a, std::size_t b) const {
    const Sum& x = sums_[a];
    const Sum& y = sums_[b];
    if (are_opposed(x, y)) {
      return {};
    }
    const auto shared = std::find_if(x.tokens.begin(), x.tokens.end(),
                                     [&y](const Token& token) { return y.tokens.contains(token); });
    const std::string what =
        shared == x.tokens.end() ? std::string() : std::string(name_of(shared->first));
    if (!x.written.agrees(y.written)) {
      return what.empty() ? "" : "same " + what + ", names that differ in marks or initials only";
    }
    if (x.where.provinces.empty() || y.where.provinces.empty()) {
      return what.empty() ? "same name, no province known for one of them"
                          : "same name and " + what + ", no province known for one of them";
    }
    if (!x.where.agrees(y.where)) {
      return what.empty() ? "" : "same name and " + what + ", but in different provinces";
    }
    if (have_common(x.documents, y.documents)) {
      return "same name and province, but two people in one document";
    }
    return x.where.districts_differ(y.where)
               ? "same name and province, but different places in it"
               : "same name and province, but several of the name fit";
  }

 private:
  struct Sum {
    std::set<std::size_t> documents;
    Whereabouts where;
    BodiesOfRoles bodies_of;
    Written written;
    std::set<Token> tokens;
    std::map<std::size_t, bool> sides = {};  // on which of what is judged to be different
  };

  using Kinds = std::set<int>;
  using Sharing = std::map<std::pair<std::string, std::string>, std::set<std::size_t>>;

  // Is one role of the two, which says its field, held in different bodies?
  static bool bodies_differ(const BodiesOfRoles& a, const BodiesOfRoles& b) {
    return std::any_of(a.begin(), a.end(), [&b](const auto& own) {
      const auto found = b.find(own.first);
      return found != b.end() && !meet(own.second, found->second);
    });
  }

  static bool agree(Tie tie, const Sum& a, const Sum& b) {
    return a.written.agrees(b.written) && (tie == Tie::post || a.where.agrees(b.where)) &&
           (tie != Tie::role || !bodies_differ(a.bodies_of, b.bodies_of)) &&
           (tie != Tie::place || !a.where.districts_differ(b.where));
  }

  // The same for those that agree with the same.
  static std::string signature(Tie tie, const Sum& sum) {
    std::string all = sum.written.signature();
    const auto add = [&all](const std::set<int>& numbers) {
      for (const int number : numbers) {
        all += "," + std::to_string(number);
      }
    };
    add(sum.where.provinces);
    all += sum.where.wide ? ";" : ":";
    add(sum.where.below);
    if (tie == Tie::role) {
      for (const auto& [role, bodies] : sum.bodies_of) {
        all += "|" + role;
        add(bodies);
      }
    }
    return all;
  }

  // Those who share something by one tie, as they are before it unites anybody: what they are is
  // a kind, of whom none are told apart.
  struct Tied {
    Tie tie;
    Sharing sharing;                    // token and name → who has both
    std::map<std::size_t, int> kind;    // of each of them
    std::vector<std::size_t> of_kind;   // one of each kind
    std::map<std::size_t, Kinds> fits;  // the kinds with which each may be one, its own included
    std::set<std::size_t> torn;         // who fits two that do not fit each other
  };

  static constexpr std::size_t most = 64;  // so many different people of one name are not compared

  [[nodiscard]] bool agree(const Tied& tied, int a, int b) const {
    return a == b || agree(tied.tie, sums_[tied.of_kind[static_cast<std::size_t>(a)]],
                           sums_[tied.of_kind[static_cast<std::size_t>(b)]]);
  }

  [[nodiscard]] bool all_agree(const Tied& tied, const Kinds& kinds) const {
    for (auto a = kinds.begin(); a != kinds.end(); ++a) {
      for (auto b = std::next(a); b != kinds.end(); ++b) {
        if (!agree(tied, *a, *b)) {
          return false;
        }
      }
    }
    return true;
  }

  Tied tied_by(Tie tie) {
    Tied tied{tie, {}, {}, {}, {}, {}};
    for (std::size_t n = 0; n < seen_.size(); ++n) {
      for (const Token& token : seen_[n].tokens) {
        if (token.first == tie) {
          tied.sharing[{token.second, seen_[n].name.key}].insert(sets_.find(n));
        }
      }
    }
    std::map<std::string, int> number;
    for (const auto& [shared, sets] : tied.sharing) {
      for (const std::size_t n : sets) {
        const auto [at, is_new] =
            number.emplace(signature(tie, sums_[n]), static_cast<int>(tied.of_kind.size()));
        if (is_new) {
          tied.of_kind.push_back(n);
        }
        tied.kind[n] = at->second;
      }
    }
    return tied;
  }

  // Over all that they share by the tie: of whom else may each of them be?
  void find_torn(Tied& tied) const {
    for (const auto& [shared, sets] : tied.sharing) {
      Kinds kinds;
      for (const std::size_t n : sets) {
        kinds.insert(tied.kind.at(n));
      }
      std::map<int, Kinds> fits;
      for (const int a : kinds) {
        fits[a].insert(a);
        for (const int b : kinds) {
          if (kinds.size() <= most && agree(tied, a, b)) {
            fits[a].insert(b);
          }
        }
      }
      for (const std::size_t n : sets) {
        const Kinds& fitting = fits.at(tied.kind.at(n));
        tied.fits[n].insert(fitting.begin(), fitting.end());
      }
    }
    std::map<Kinds, bool> agreeing;
    for (const auto& [n, kinds] : tied.fits) {
      const auto [at, is_new] = agreeing.emplace(kinds, true);
      if (is_new) {
        at->second = kinds.size() <= most && all_agree(tied, kinds);
      }
      if (!at->second) {
        tied.torn.insert(n);
      }
    }
  }

  // Those who share one thing, by whom they are one with: the others who are not torn and fit, or
  // those who are torn between the same.
  [[nodiscard]] std::vector<std::vector<std::size_t>> classes(
      const Tied& tied, const std::set<std::size_t>& sets) const {
    std::map<std::pair<bool, Kinds>, std::vector<std::size_t>> by_whom;
    Kinds whole;  // a kind of each class of those who are not torn
    for (const std::size_t n : sets) {
      if (tied.torn.contains(n)) {
        by_whom[{true, tied.fits.at(n)}].push_back(n);
        continue;
      }
      const int kind = tied.kind.at(n);
      const auto fitting = std::find_if(whole.begin(), whole.end(),
                                        [&](int other) { return tied.fits.at(n).contains(other); });
      const int first = fitting == whole.end() ? kind : *fitting;
      whole.insert(first);
      by_whom[{false, {first}}].push_back(n);
    }
    std::vector<std::vector<std::size_t>> made;
    made.reserve(by_whom.size());
    for (auto& [whom, members] : by_whom) {
      made.push_back(std::move(members));
    }
    return made;
  }

  // Whoever is tied to two who do not fit each other by way of others is torn, too.
  void find_torn_by_others(Tied& tied) const {
    Sets chains(seen_.size());
    for (const auto& [shared, sets] : tied.sharing) {
      for (const std::vector<std::size_t>& one : classes(tied, sets)) {
        for (const std::size_t n : one) {
          chains.unite(one.front(), n);
        }
      }
    }
    std::map<std::size_t, Kinds> kinds;
    for (const auto& [n, kind] : tied.kind) {
      if (!tied.torn.contains(n)) {
        kinds[chains.find(n)].insert(kind);
      }
    }
    std::set<std::size_t> broken;
    for (const auto& [chain, of_chain] : kinds) {
      if (!all_agree(tied, of_chain)) {
        broken.insert(chain);
      }
    }
    for (const auto& [n, kind] : tied.kind) {
      if (broken.contains(chains.find(n))) {
        tied.torn.insert(n);
      }
    }
  }

  // Whoever fits two who do not fit each other stays alone: nothing says which of them is meant.
  void unite(Tie tie) {
    Tied tied = tied_by(tie);
    find_torn(tied);
    find_torn_by_others(tied);
    for (const auto& [shared, sets] : tied.sharing) {
      for (const std::vector<std::size_t>& one : classes(tied, sets)) {
        std::set<std::size_t> now;
        for (const std::size_t n : one) {
          now.insert(sets_.find(n));
        }
        unite_all({now.begin(), now.end()});
      }
    }
  }

  // Each goes to the first that no document and no judgement tells it from; to who was taken away
  // from another by a judgement last.
  void unite_all(std::vector<std::size_t> one) {
    std::stable_partition(one.begin(), one.end(), [this](std::size_t n) {
      return std::none_of(sums_[n].sides.begin(), sums_[n].sides.end(),
                          [](const auto& side) { return side.second; });
    });
    std::vector<std::size_t> made;
    for (const std::size_t n : one) {
      const auto at = std::find_if(made.begin(), made.end(), [&](std::size_t m) {
        return !have_common(sums_[m].documents, sums_[n].documents) &&
               !are_opposed(sums_[m], sums_[n]);
      });
      if (at == made.end()) {
        made.push_back(n);
      } else {
        join(*at, n);
        *at = sets_.find(n);
      }
    }
  }

  void join(std::size_t first, std::size_t second) {
    sets_.unite(first, second);
    const std::size_t kept = sets_.find(first);
    Sum& sum = sums_[kept];
    Sum& other = sums_[kept == first ? second : first];
    sum.sides.merge(other.sides);
    sum.documents.merge(other.documents);
    sum.where.add(other.where);
    for (const auto& [role, bodies] : other.bodies_of) {
      sum.bodies_of[role].insert(bodies.begin(), bodies.end());
    }
    sum.written.add(other.written);
    sum.tokens.merge(other.tokens);
  }

  static bool are_opposed(const Sum& a, const Sum& b) {
    return std::any_of(a.sides.begin(), a.sides.end(), [&b](const auto& side) {
      const auto found = b.sides.find(side.first);
      return found != b.sides.end() && found->second != side.second;
    });
  }

  static bool have_common(const std::set<std::size_t>& a, const std::set<std::size_t>& b) {
    const auto& few = a.size() < b.size() ? a : b;
    const auto& many = a.size() < b.size() ? b : a;
    return std::any_of(few.begin(), few.end(), [&many](std::size_t d) { return many.contains(d); });
  }

  const std::vector<Seen>& seen_;
  Sets sets_;
  std::vector<Sum> sums_;  // of those that stand for their set
};

class Resolver {
 public:
  Resolver(const std::vector<Record>& records, const std::vector<Local>& local,
           const Places& places, const Bodies& bodies, const Posts& posts, const Judged& judged,
           const People* before)
      : records_(records),
        local_(local),
        places_(places),
        bodies_(bodies),
        posts_(posts),
        judged_(judged),
        before_(before) {}

  People run() {
    People people;
    people.of.resize(records_.size());
    people.anchors.resize(records_.size());
    join_names();
    std::map<std::string, std::vector<Seen>> by_name;
    for (std::size_t r = 0; r < records_.size(); ++r) {
      people.of[r].assign(records_[r].people.size(), nothing);
      people.anchors[r].assign(records_[r].people.size(), nothing);
      std::vector<Seen> seen(records_[r].people.size());
      const int only = only_province(r);
      for (std::size_t t = 0; t < records_[r].tenures.size(); ++t) {
        const int who = look_up(local_[r].people, records_[r].tenures[t].person);
        if (who != nothing) {
          add_context(seen[static_cast<std::size_t>(who)], r, t, only);
        }
      }
      for (std::size_t i = 0; i < seen.size(); ++i) {
        seen[i].record = r;
        seen[i].entry = i;
        if (seen[i].tokens.empty() && !records_[r].document.source.empty()) {
          seen[i].tokens.emplace(Tie::source, host(records_[r].document.source));
        }
        if (seen[i].anchor) {
          people.anchors[r][i] = std::get<int>(*seen[i].anchor);
        }
        seen[i].name = naming_of(records_[r].people[i].name);
        by_name[list_of(seen[i].name.key)].push_back(std::move(seen[i]));
      }
    }
    for (const auto& [name, namesakes] : by_name) {
      add_people(people, name, namesakes);
    }
    finish(people);
    return people;
  }

 private:
  using Pairs = std::vector<std::pair<Entry, Entry>>;

  [[nodiscard]] std::string name_of(const Entry& entry) const {
    return naming_of(records_[entry.first].people[entry.second].name).key;
  }

  // Names that a judgement joins are looked at together, under the smallest of them.
  void join_names() {
    for (const auto& [one, other] : judged_.same) {
      const std::string a = list_of(name_of(one));
      const std::string b = list_of(name_of(other));
      if (a != b) {
        under_[std::max(a, b)] = std::min(a, b);
      }
    }
    const auto sort_in = [this](const Pairs& pairs, std::map<std::string, Pairs>& sorted) {
      for (const auto& pair : pairs) {
        const std::string list = list_of(name_of(pair.first));
        if (list == list_of(name_of(pair.second))) {
          sorted[list].push_back(pair);
        }
      }
    };
    sort_in(judged_.same, same_);
    sort_in(judged_.different, different_);
  }

  [[nodiscard]] std::string list_of(std::string name) const {
    for (auto up = under_.find(name); up != under_.end(); up = under_.find(name)) {
      name = up->second;
    }
    return name;
  }

  // The only province of which a document speaks; `nothing` if of none or of several.
  [[nodiscard]] int only_province(std::size_t r) const {
    std::set<int> provinces;
    for (const int place : places_.of[r]) {
      if (const int province = places_.province(place); province != nothing) {
        provinces.insert(province);
      }
    }
    return provinces.size() == 1 ? *provinces.begin() : nothing;
  }

  [[nodiscard]] std::string in_province(const std::string& role, int province) const {
    return role + " in " + places_.all[static_cast<std::size_t>(province)].chain;
  }

  void add_context(Seen& seen, std::size_t r, std::size_t t, int only) const {
    const TenureEntry& entry = records_[r].tenures[t];
    const Post& post = posts_.all[static_cast<std::size_t>(posts_.of[r][t])];
    const std::string role = without_level(fold(post.role));
    const bool many = is_shared_by_many(role);
    int place = post.bare ? nothing : post.place;
    if (!post.bare) {
      seen.tokens.emplace(many ? Tie::body : Tie::post, "post " + post.chain);
    }
    if (is_telling(role)) {
      seen.tokens.emplace(Tie::role, role);
      if (post.body != nothing && !is_ministers(role)) {
        seen.bodies_of[role].insert(post.body);
      }
    }
    bool of_party = false;
    if (post.body != nothing) {
      const Body& body = bodies_.all[static_cast<std::size_t>(post.body)];
      seen.tokens.emplace(Tie::body, body.chain);
      place = body.place;
      of_party = body.kind == "party";
    }
    if (place == nothing) {
      // "Standing Deputy Secretary" in the news of one province is the one of that province.
      if (post.bare && only != nothing && !many) {
        seen.tokens.emplace(Tie::role, in_province(role, only));
      }
      return;
    }
    const Place& where = places_.all[static_cast<std::size_t>(place)];
    if (const int province = places_.province(place); province != nothing) {
      seen.tokens.emplace(Tie::place, places_.all[static_cast<std::size_t>(province)].chain);
      if (!many) {
        seen.tokens.emplace(Tie::role, in_province(role, province));
        if (of_party) {
          seen.tokens.emplace(Tie::role, in_province("party " + role, province));
        }
      }
      seen.where.provinces.insert(province);
      if (place == province) {
        seen.where.wide = true;
      } else {
        seen.where.below.insert(place);
      }
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

  // The judgements on a list of names, as positions in it.
  static std::vector<std::pair<std::size_t, std::size_t>> positions(
      const std::map<std::string, Pairs>& judged, const std::string& list,
      const std::vector<Seen>& seen) {
    std::vector<std::pair<std::size_t, std::size_t>> made;
    const auto found = judged.find(list);
    if (found != judged.end()) {
      std::map<Entry, std::size_t> at;
      for (std::size_t n = 0; n < seen.size(); ++n) {
        at.emplace(Entry(seen[n].record, seen[n].entry), n);
      }
      for (const auto& [one, other] : found->second) {
        made.emplace_back(at[one], at[other]);
      }
    }
    return made;
  }

  // Unites namesakes with agreeing context into people.
  void add_people(People& people, const std::string& list, const std::vector<Seen>& seen) const {
    Namesakes namesakes(seen);
    namesakes.judge(positions(same_, list, seen), positions(different_, list, seen));
    namesakes.unite();
    std::map<std::size_t, int> number;
    std::vector<std::size_t> first_seen;  // of each person
    std::vector<decltype(Seen::anchor)> anchors;
    const std::size_t first = people.all.size();
    for (std::size_t n = 0; n < seen.size(); ++n) {
      const auto [at, is_new] =
          number.emplace(namesakes.of(n), static_cast<int>(people.all.size()));
      if (is_new) {
        people.all.emplace_back();
        first_seen.push_back(namesakes.of(n));
        anchors.emplace_back();
      }
      people.of[seen[n].record][seen[n].entry] = at->second;
      Person& person = people.all[static_cast<std::size_t>(at->second)];
      const PersonEntry& entry = records_[seen[n].record].people[seen[n].entry];
      person.names.add(entry.name);
      for (const std::string& form : entry.forms) {
        person.forms.add(form);
      }
      auto& anchor = anchors[static_cast<std::size_t>(at->second) - first];
      if (seen[n].anchor && (!anchor || *seen[n].anchor < *anchor)) {
        anchor = seen[n].anchor;
        person.anchor = std::get<int>(*seen[n].anchor);
      }
    }
    constexpr std::size_t few = 20;
    for (std::size_t a = 0; a < first_seen.size(); ++a) {
      for (std::size_t b = a + 1; b < first_seen.size(); ++b) {
        if (first_seen.size() > few && a != 0) {
          return;
        }
        if (std::string reason = namesakes.doubt(first_seen[a], first_seen[b]); !reason.empty()) {
          people.doubts.push_back(
              {static_cast<int>(first + a), static_cast<int>(first + b), std::move(reason)});
        }
      }
    }
  }

  // Keys. Where something is judged, whoever the rules alone have keeps that key; of several who
  // are one now the key named first in the ledger, else the smallest, and who is split off gets the
  // key with the document that tells them apart.
  void finish(People& people) const {
    std::vector<Entry> first(people.all.size(), Entry(records_.size(), 0));
    std::vector<std::set<std::pair<std::string, int>>> alone(people.all.size());
    for (std::size_t r = 0; r < records_.size(); ++r) {
      for (std::size_t i = 0; i < people.of[r].size(); ++i) {
        const auto who = static_cast<std::size_t>(people.of[r][i]);
        first[who] = std::min(first[who], Entry(r, i));
        alone[who].emplace(records_[r].people[i].name, people.anchors[r][i]);
      }
    }
    const std::vector<Moved> moved = moved_to(people);
    const std::vector<std::string> kept = keys_kept(moved, people.all.size(), judged_.kept);
    std::vector<Keyed> keys;
    for (std::size_t who = 0; who < people.all.size(); ++who) {
      Person& person = people.all[who];
      person.label = person.names.best();
      const auto [r, i] = first[who];
      const std::string document = slug(records_[r].document.id);
      std::string key = kept[who];
      if (key.empty()) {
        key = before_ == nullptr ? person_key(person.label, person.anchor, places_)
                                 : key_before(first[who]) + "." + document;
      }
      keys.push_back({std::move(key),
                      {document},
                      records_[r].document.id + "\n" + std::to_string(1000000 + i)});
    }
    make_unique(keys);
    for (std::size_t who = 0; who < people.all.size(); ++who) {
      people.all[who].chain = keys[who].key;
    }
    add_merged(people, alone, moved);
  }

  [[nodiscard]] const std::string& key_before(const Entry& entry) const {
    return before_->all[static_cast<std::size_t>(before_->of[entry.first][entry.second])].chain;
  }

  // Whoever the rules alone have is where their first entry is, or the one that a judgement means.
  [[nodiscard]] std::vector<Moved> moved_to(const People& people) const {
    if (before_ == nullptr) {
      return {};
    }
    std::vector<Moved> made = moved(before_->of, before_->all.size(), people.of,
                                    [this](std::size_t was) { return before_->all[was].chain; });
    for (Moved& one : made) {
      if (const auto named = judged_.named.find(one.key); named != judged_.named.end()) {
        const auto [r, i] = named->second;
        one.to = static_cast<std::size_t>(people.of[r][i]);
      }
    }
    return made;
  }

  // The keys that lead to somebody else: those that the rules alone give, those that the ledger
  // has, and those that entries would have alone, unless they are a key or lead to two.
  void add_merged(People& people, const std::vector<std::set<std::pair<std::string, int>>>& alone,
                  const std::vector<Moved>& moved) const {
    std::set<std::string> taken;
    for (const Person& person : people.all) {
      taken.insert(person.chain);
    }
    std::map<std::string, std::set<std::size_t>> leads;
    for (std::size_t who = 0; who < alone.size(); ++who) {
      for (const auto& [name, anchor] : alone[who]) {
        if (std::string key = person_key(name, anchor, places_); !taken.contains(key)) {
          leads[std::move(key)].insert(who);
        }
      }
    }
    for (const auto& [key, to] : moved) {
      if (!taken.contains(key)) {
        leads[key] = {to};
      }
    }
    for (const auto& [key, entry] : judged_.named) {
      if (!taken.contains(key)) {
        leads[key] = {static_cast<std::size_t>(people.of[entry.first][entry.second])};
      }
    }
    for (const auto& [key, whom] : leads) {
      if (whom.size() == 1) {
        people.all[*whom.begin()].merged.insert(key);
      }
    }
  }

  const std::vector<Record>& records_;
  const std::vector<Local>& local_;
  const Places& places_;
  const Bodies& bodies_;
  const Posts& posts_;
  const Judged& judged_;
  const People* before_;
  std::map<std::string, std::string> under_;  // name → the name under which it is looked at
  std::map<std::string, Pairs> same_;         // by list
  std::map<std::string, Pairs> different_;
};

}  // namespace

People resolve_people(const std::vector<Record>& records, const std::vector<Local>& local,
                      const Places& places, const Bodies& bodies, const Posts& posts,
                      const Judged& judged, const People* before) {
  return Resolver(records, local, places, bodies, posts, judged, before).run();
}

std::string person_key(const std::string& name, int anchor, const Places& places) {
  std::string key = slug(name);
  if (anchor != nothing) {
    const std::string& chain = places.all[static_cast<std::size_t>(anchor)].chain;
    key += "." + chain.substr(chain.rfind('/') + 1);
  }
  return key;
}

}  // namespace nom::resolving
