// SPDX-License-Identifier: Apache-2.0
#include "name/name.hpp"
#include "query/query.hpp"
#include "query/tell.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
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
  return !has_ended(tenure) && tenure.status != Status::elect;
}

// Tenures that go on, by the folded name of the person and the key of the post. A key of a person
// may tell more in one of the graphs.
using Holdings = std::map<std::pair<std::string, std::string_view>, VertexId>;

Holdings holdings_of(const Graph& graph) {
  Holdings found;
  const auto [first, last] = graph.of_kind(Kind::tenure);
  for (VertexId v = first; v < last; ++v) {
    const auto person = graph.one(v, Relation::holder);
    const auto post = graph.one(v, Relation::of_post);
    if (person && post && holds_now(graph, v)) {
      found.emplace(std::pair(fold(graph.label(*person)), graph.key(*post)), v);
    }
  }
  return found;
}

// Those that the other graph lacks, by the key of the person.
using ByPerson = std::map<std::string_view, std::vector<VertexId>>;

ByPerson missing(const Graph& graph, const Holdings& of, const Holdings& in) {
  ByPerson found;
  for (const auto& [holding, tenure] : of) {
    if (!in.contains(holding)) {
      found[graph.key(*graph.one(tenure, Relation::holder))].push_back(tenure);
    }
  }
  return found;
}

// The names of all things of one kind; of tenures with what is known of them.
std::set<std::string> names_in(const Graph& graph, Kind kind) {
  std::set<std::string> names;
  const auto [first, last] = graph.of_kind(kind);
  for (VertexId v = first; v < last; ++v) {
    names.insert(std::string(graph.label(v)) +
                 (kind == Kind::tenure ? "\n" + state_of(graph, v) : ""));
  }
  return names;
}

class Comparison {
 public:
  Comparison(const Graph& before, const Graph& after) : before_(before), after_(after) {
    for (const char* name : {"change", "kind", "name", "before", "after", "key"}) {
      answer_.columns.push_back({name});
    }
  }

  Answer run() && {
    compare_holders();
    compare_tenures();
    for (const Kind kind : compared) {
      add_missing(before_, after_, kind, "gone");
      add_missing(after_, before_, kind, "new");
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

  // What says that it is over, if the second graph knows, else what said that it was held.
  [[nodiscard]] std::vector<Proof> proofs_of_end(VertexId tenure) const {
    const auto later = after_.find(before_.key(tenure));
    return later ? proofs_of(after_, after_[*later].cited)
                 : proofs_of(before_, before_[tenure].cited);
  }

  void compare_holders() {
    const Holdings old = holdings_of(before_);
    const Holdings now = holdings_of(after_);
    ByPerson went = missing(before_, old, now);
    ByPerson came = missing(after_, now, old);
    std::set<std::string_view> people;
    for (const ByPerson* tenures : {&went, &came}) {
      for (const auto& [person, of_person] : *tenures) {
        people.insert(person);
      }
    }
    for (const std::string_view person : people) {
      const std::vector<VertexId>& left = went[person];
      const std::vector<VertexId>& taken = came[person];
      // One post for another is a move; of several nobody knows which one is for which.
      if (left.size() == 1 && taken.size() == 1) {
        std::vector<Proof> proofs = proofs_of_end(left.front());
        for (Proof& proof : proofs_of(after_, after_[taken.front()].cited)) {
          proofs.push_back(std::move(proof));
        }
        add("moved", after_, *after_.find(person), post_of(before_, left.front()),
            post_of(after_, taken.front()), std::move(proofs));
        continue;
      }
      for (const VertexId tenure : left) {
        add("went", before_, *before_.find(person), post_of(before_, tenure), "",
            proofs_of_end(tenure));
      }
      for (const VertexId tenure : taken) {
        add("came", after_, *after_.find(person), "", post_of(after_, tenure),
            proofs_of(after_, after_[tenure].cited));
      }
    }
  }

  // Tenures of which more, or something else, is known, and those that are not held and that only
  // one graph knows.
  void compare_tenures() {
    const auto [first, last] = before_.of_kind(Kind::tenure);
    for (VertexId v = first; v < last; ++v) {
      if (const auto later = after_.find(before_.key(v))) {
        const std::string was = state_of(before_, v);
        const std::string is = state_of(after_, *later);
        if (was != is) {
          add("changed", after_, *later, was, is, proofs_of(after_, after_[*later].cited));
        }
      }
    }
    add_not_held(before_, after_, "gone");
    add_not_held(after_, before_, "new");
  }

  void add_not_held(const Graph& of, const Graph& in, std::string_view change) {
    const std::set<std::string> names = names_in(in, Kind::tenure);
    const auto [first, last] = of.of_kind(Kind::tenure);
    for (VertexId v = first; v < last; ++v) {
      const std::string state = state_of(of, v);
      if (!holds_now(of, v) && !in.find(of.key(v)) &&
          !names.contains(std::string(of.label(v)) + "\n" + state)) {
        const bool is_new = &of == &after_;
        add(change, of, v, is_new ? "" : state, is_new ? state : "", proofs_of(of, of[v].cited));
      }
    }
  }

  void add_missing(const Graph& of, const Graph& in, Kind kind, std::string_view change) {
    const std::set<std::string> names = names_in(in, kind);
    const auto [first, last] = of.of_kind(kind);
    for (VertexId v = first; v < last; ++v) {
      // Who holds or held a post is told by that.
      const bool told = kind == Kind::person && !of.in(v, Relation::holder).empty();
      if (!told && !in.find(of.key(v)) && !names.contains(std::string(of.label(v)))) {
        add(change, of, v, "", "", proofs_of(of, of[v].cited));
      }
    }
  }

  const Graph& before_;
  const Graph& after_;
  Answer answer_;
};

}  // namespace

Answer diff(const Graph& before, const Graph& after) { return Comparison(before, after).run(); }

}  // namespace nom::query
