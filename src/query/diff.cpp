// SPDX-License-Identifier: Apache-2.0
#include "name/name.hpp"
#include "query/query.hpp"
#include "query/tell.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace nom::query {

namespace {

constexpr std::array compared = {Kind::person, Kind::body, Kind::post, Kind::resolution,
                                 Kind::event};

// "acting, from 2020, to 2021-03": what is known of a tenure besides who and what.
std::string state_of(const Graph& graph, VertexId v) {
  const auto& tenure = std::get<TenureData>(graph[v].data);
  const End end = end_of(graph, v);
  std::string said(name_of(tenure.status));
  if (tenure.period.from) {
    said += ", from " + to_iso(*tenure.period.from);
  }
  if (end.to) {
    said += ", to " + to_iso(*end.to);
  }
  if (!end.by.empty()) {
    said += ", ended by " + end.by;
  }
  return said;
}

// Who is yet to come does not hold.
bool holds_now(const Graph& graph, VertexId v) {
  const auto& tenure = std::get<TenureData>(graph[v].data);
  return !has_ended(graph, v) && tenure.status != Status::elect;
}

// Which things of two lists are the same, one for one, and which only one of them has.
struct Matched {
  std::vector<std::pair<VertexId, VertexId>> both;
  std::vector<VertexId> gone;
  std::vector<VertexId> added;
};

using NameOf = std::function<std::string(VertexId)>;

// Moves into `both` those of what is left over that have the same name, in their order.
void pair_up(Matched& matched, const NameOf& name_before, const NameOf& name_after) {
  std::map<std::string, std::vector<VertexId>> named;
  for (const VertexId v : matched.added) {
    named[name_after(v)].push_back(v);
  }
  for (auto& [name, things] : named) {
    std::reverse(things.begin(), things.end());
  }
  std::vector<VertexId> gone;
  std::set<VertexId> paired;
  for (const VertexId v : matched.gone) {
    const auto found = named.find(name_before(v));
    if (found == named.end() || found->second.empty()) {
      gone.push_back(v);
      continue;
    }
    matched.both.emplace_back(v, found->second.back());
    paired.insert(found->second.back());
    found->second.pop_back();
  }
  matched.gone = std::move(gone);
  matched.added.erase(std::remove_if(matched.added.begin(), matched.added.end(),
                                     [&paired](VertexId v) { return paired.contains(v); }),
                      matched.added.end());
}

std::vector<VertexId> all_of(const Graph& graph, Kind kind) {
  const auto [first, last] = graph.of_kind(kind);
  std::vector<VertexId> all(last - first);
  std::iota(all.begin(), all.end(), first);
  return all;
}

class Comparison {
 public:
  Comparison(const Graph& before, const Graph& after) : before_(before), after_(after) {
    // What has one key in the first graph and leads to another in the second, and the other way.
    for (VertexId v = 0; v < after.size(); ++v) {
      if (const auto old = before.find(after.key(v)); old && before.key(*old) != after.key(v)) {
        now_.emplace(before.key(*old), after.key(v));
      }
    }
    for (const char* name : {"change", "kind", "name", "before", "after", "key"}) {
      answer_.columns.push_back({name});
    }
  }

  Answer run() && {
    match_tenures();
    compare_holders();
    compare_tenures();
    for (const Kind kind : compared) {
      Matched left_over = without_key(kind);
      pair_up(left_over, labels_in(before_), labels_in(after_));
      add_left_over(before_, kind, left_over.gone, "gone");
      add_left_over(after_, kind, left_over.added, "new");
    }
    return std::move(answer_);
  }

 private:
  void add(std::string_view change, const Graph& graph, VertexId v, std::string before,
           std::string after, std::vector<Proof> proofs) {
    Row row;
    row.cells = {std::string(change),
                 std::string(name_of(graph[v].kind())),
                 std::string(graph.label(v)),
                 std::move(before),
                 std::move(after),
                 std::string(graph.key(v))};
    row.proofs = std::move(proofs);
    answer_.rows.push_back(std::move(row));
  }

  static std::string post_of(const Graph& graph, VertexId tenure) {
    return label_of(graph, graph.one(tenure, Relation::of_post));
  }

  // The key that a thing has in the second graph, as far as that knows it.
  [[nodiscard]] std::string_view key_now(const Graph& graph, VertexId v) const {
    const std::string_view key = graph.key(v);
    if (&graph == &after_) {
      return key;
    }
    if (const auto later = after_.find(key)) {
      return after_.key(*later);
    }
    const auto richer = now_.find(key);
    return richer == now_.end() ? key : richer->second;
  }

  [[nodiscard]] NameOf keys_in(const Graph& graph) const {
    return [this, &graph](VertexId v) { return std::string(key_now(graph, v)); };
  }

  [[nodiscard]] static NameOf labels_in(const Graph& graph) {
    return [&graph](VertexId v) { return std::string(graph.label(v)); };
  }

  // What of one kind the other graph does not have by its key, nor as part of something else.
  [[nodiscard]] Matched without_key(Kind kind) const {
    Matched made;
    std::set<std::string_view> met;
    for (const VertexId v : all_of(before_, kind)) {
      met.insert(key_now(before_, v));
      if (!after_.find(key_now(before_, v))) {
        made.gone.push_back(v);
      }
    }
    for (const VertexId v : all_of(after_, kind)) {
      if (!met.contains(after_.key(v)) && !before_.find(after_.key(v))) {
        made.added.push_back(v);
      }
    }
    return made;
  }

  // Who holds what; `named`: the person by the folded name, not by the key.
  [[nodiscard]] std::string holding(const Graph& graph, VertexId tenure, bool named) const {
    const auto person = graph.one(tenure, Relation::holder);
    const auto post = graph.one(tenure, Relation::of_post);
    std::string who;
    if (person) {
      who = named ? fold(graph.label(*person)) : std::string(key_now(graph, *person));
    }
    return who + "\n" + std::string(post ? key_now(graph, *post) : "");
  }

  [[nodiscard]] NameOf holdings_in(const Graph& graph, bool named, bool with_state) const {
    return [this, &graph, named, with_state](VertexId v) {
      return holding(graph, v, named) + (with_state ? "\n" + state_of(graph, v) : "");
    };
  }

  // By key; then by person and post, those first of which the same is known; then by the name of
  // the person, whose key may tell more in one of the graphs.
  void match_tenures() {
    tenures_ = {{},
                by_time(before_, all_of(before_, Kind::tenure)),
                by_time(after_, all_of(after_, Kind::tenure))};
    pair_up(tenures_, keys_in(before_), keys_in(after_));
    for (const bool named : {false, true}) {
      for (const bool with_state : {true, false}) {
        pair_up(tenures_, holdings_in(before_, named, with_state),
                holdings_in(after_, named, with_state));
      }
    }
    for (const auto& [was, is] : tenures_.both) {
      later_.emplace(was, is);
    }
  }

  // One of the tenures that go on of each person in each post.
  [[nodiscard]] std::vector<VertexId> held_in(const Graph& graph) const {
    std::map<std::string, VertexId> held;
    for (const VertexId v : all_of(graph, Kind::tenure)) {
      if (holds_now(graph, v) && graph.one(v, Relation::holder)) {
        held.emplace(holding(graph, v, false), v);
      }
    }
    std::vector<VertexId> all;
    all.reserve(held.size());
    for (const auto& [what, v] : held) {
      all.push_back(v);
    }
    return all;
  }

  // What says that it is over, if the second graph knows, else what said that it was held.
  [[nodiscard]] std::vector<Proof> proofs_of_end(VertexId tenure) const {
    const auto later = later_.find(tenure);
    return later != later_.end() ? query::proofs_of_end(after_, later->second)
                                 : proofs_of(before_, before_[tenure].cited);
  }

  void compare_holders() {
    Matched held{{}, held_in(before_), held_in(after_)};
    for (const bool named : {false, true}) {
      pair_up(held, holdings_in(before_, named, false), holdings_in(after_, named, false));
    }
    struct Change {
      std::vector<VertexId> left;
      std::vector<VertexId> taken;
    };
    std::map<std::string_view, Change> changes;  // by the key of the person
    const auto person_of = [this](const Graph& graph, VertexId tenure) {
      return key_now(graph, *graph.one(tenure, Relation::holder));
    };
    for (const VertexId tenure : held.gone) {
      changes[person_of(before_, tenure)].left.push_back(tenure);
    }
    for (const VertexId tenure : held.added) {
      changes[person_of(after_, tenure)].taken.push_back(tenure);
    }
    for (const auto& [person, change] : changes) {
      const auto& [left, taken] = change;
      // One post for another is a move; of several nobody knows which one is for which.
      if (left.size() == 1 && taken.size() == 1) {
        std::vector<Proof> proofs = proofs_of_end(left.front());
        for (Proof& proof : proofs_of(after_, after_[taken.front()].cited)) {
          proofs.push_back(std::move(proof));
        }
        add("moved", after_, *after_.one(taken.front(), Relation::holder),
            post_of(before_, left.front()), post_of(after_, taken.front()), std::move(proofs));
        continue;
      }
      for (const VertexId tenure : left) {
        add("went", before_, *before_.one(tenure, Relation::holder), post_of(before_, tenure), "",
            proofs_of_end(tenure));
      }
      for (const VertexId tenure : taken) {
        add("came", after_, *after_.one(tenure, Relation::holder), "", post_of(after_, tenure),
            proofs_of(after_, after_[tenure].cited));
      }
    }
    told_.insert(held.gone.begin(), held.gone.end());
    told_now_.insert(held.added.begin(), held.added.end());
  }

  // Tenures of which more, or something else, is known, and those that only one graph knows and of
  // which nobody was told above.
  void compare_tenures() {
    std::sort(tenures_.both.begin(), tenures_.both.end());
    for (const auto& [was, is] : tenures_.both) {
      const std::string before = state_of(before_, was);
      const std::string after = state_of(after_, is);
      if (before != after) {
        add("changed", after_, is, before, after, proofs_of(after_, after_[is].cited));
      }
    }
    add_untold(before_, after_, tenures_.gone);
    add_untold(after_, before_, tenures_.added);
  }

  // But for what has become one with its like, or was.
  void add_untold(const Graph& of, const Graph& in, std::vector<VertexId>& left_over) {
    const bool is_new = &of == &after_;
    const NameOf known_as = holdings_in(in, false, true);
    const NameOf named = holdings_in(of, false, true);
    std::set<std::string> known;
    for (const VertexId v : all_of(in, Kind::tenure)) {
      known.insert(known_as(v));
    }
    std::sort(left_over.begin(), left_over.end());
    for (const VertexId v : left_over) {
      if (!(is_new ? told_now_ : told_).contains(v) && !known.contains(named(v))) {
        const std::string state = state_of(of, v);
        add(is_new ? "new" : "gone", of, v, is_new ? "" : state, is_new ? state : "",
            proofs_of(of, of[v].cited));
      }
    }
  }

  void add_left_over(const Graph& of, Kind kind, const std::vector<VertexId>& left_over,
                     std::string_view change) {
    for (const VertexId v : left_over) {
      // Who holds or held a post is told by that.
      if (kind != Kind::person || of.in(v, Relation::holder).empty()) {
        add(change, of, v, "", "", proofs_of(of, of[v].cited));
      }
    }
  }

  const Graph& before_;
  const Graph& after_;
  std::map<std::string_view, std::string_view> now_;  // key in the first graph → richer one
  Matched tenures_;
  std::map<VertexId, VertexId> later_;  // tenures of the first graph in the second
  std::set<VertexId> told_;             // tenures of the first graph whose holders went or moved
  std::set<VertexId> told_now_;         // of the second: whose holders came or moved
  Answer answer_;
};

}  // namespace

Answer diff(const Graph& before, const Graph& after) { return Comparison(before, after).run(); }

}  // namespace nom::query
