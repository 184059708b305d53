// SPDX-License-Identifier: Apache-2.0
#include "check/check.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace nom::check {

namespace {

std::string iso(Day day) { return to_iso(date_of(day)); }

class Search {
 public:
  Search(const Graph& graph, const std::set<std::string_view>& wanted)
      : graph_(graph), wanted_(wanted) {
    for (const char* name : {"kind", "what", "documents"}) {
      answer_.columns.push_back({name});
    }
  }

  Answer run(const std::vector<Contradiction>& contradictions) && {
    each_tenure("start-after-end", &Search::start_after_end);
    two_holders();
    each_tenure("after-death", &Search::after_death);
    each_tenure("after-dissolution", &Search::after_dissolution);
    tell("ring", contradictions, Contradiction::Kind::ring);
    tell("contradiction", contradictions, Contradiction::Kind::dates);
    unplaced();
    each_tenure("undated", &Search::undated);
    return std::move(answer_);
  }

 private:
  [[nodiscard]] bool wants(std::string_view kind) const {
    return wanted_.empty() || wanted_.contains(kind);
  }

  void add(std::string_view kind, std::string what, std::vector<Proof> proofs) {
    std::set<std::string> ids;
    for (const Proof& proof : proofs) {
      ids.insert(proof.document);
    }
    std::string documents;
    for (const std::string& id : ids) {
      documents += (documents.empty() ? "" : ", ") + id;
    }
    Row row;
    row.cells = {std::string(kind), std::move(what), std::move(documents)};
    row.proofs = std::move(proofs);
    answer_.rows.push_back(std::move(row));
  }

  [[nodiscard]] std::string label(VertexId v) const { return std::string(graph_.label(v)); }

  [[nodiscard]] const TenureData& tenure(VertexId v) const {
    return std::get<TenureData>(graph_[v].data);
  }

  [[nodiscard]] std::vector<Proof> proofs_of_both(VertexId one, VertexId other) const {
    std::vector<Proof> proofs = query::proofs_of(graph_, graph_[one].cited);
    for (Proof& proof : query::proofs_of(graph_, graph_[other].cited)) {
      proofs.push_back(std::move(proof));
    }
    return proofs;
  }

  void each_tenure(std::string_view kind, void (Search::*look)(VertexId)) {
    if (wants(kind)) {
      const auto [first, last] = graph_.of_kind(Kind::tenure);
      for (VertexId v = first; v < last; ++v) {
        (this->*look)(v);
      }
    }
  }

  void start_after_end(VertexId v) {
    const auto& [from, to, open] = tenure(v).period;
    if (from && to && earliest(*from) > latest(*to)) {
      add("start-after-end", label(v) + ": from " + to_iso(*from) + " to " + to_iso(*to),
          query::proofs_of(graph_, graph_[v].cited));
    }
  }

  // They are rather one person of whom too little is known.
  [[nodiscard]] bool are_rather_one(VertexId one, VertexId other) const {
    return one == other || may_be_one(label(one), label(other));
  }

  void two_holders() {
    if (!wants("two-holders")) {
      return;
    }
    const auto [first, last] = graph_.of_kind(Kind::post);
    for (VertexId post = first; post < last; ++post) {
      if (!std::get<PostData>(graph_[post].data).one_seat) {
        continue;
      }
      struct Holder {
        VertexId tenure;
        VertexId person;
        Held days;
      };
      std::vector<Holder> all;
      for (const VertexId v : graph_.in(post, Relation::of_post)) {
        const auto person = graph_.one(v, Relation::holder);
        const auto days = surely_held(tenure(v).period, tenure(v).cited);
        if (person && days && !tenure(v).acting && tenure(v).status != Status::elect) {
          all.push_back({v, *person, *days});
        }
      }
      for (std::size_t a = 0; a < all.size(); ++a) {
        for (std::size_t b = a + 1; b < all.size(); ++b) {
          const Day begin = std::max(all[a].days.first, all[b].days.first);
          const Day end = std::min(all[a].days.last, all[b].days.last);
          if (begin <= end && !are_rather_one(all[a].person, all[b].person)) {
            add("two-holders",
                label(post) + ": " + label(all[a].person) + " and " + label(all[b].person) +
                    (begin == end ? " on " + iso(begin)
                                  : " from " + iso(begin) + " to " + iso(end)),
                proofs_of_both(all[a].tenure, all[b].tenure));
          }
        }
      }
    }
  }

  // Is the tenure surely held after what ended its holder or its body?
  void after(std::string_view kind, VertexId v, VertexId ended, std::string_view word) {
    const std::optional<Held> days = surely_held(tenure(v).period, tenure(v).cited);
    const std::optional<Ending> ending = ending_of(graph_, ended);
    if (!days || !ending || days->last <= latest(ending->date)) {
      return;
    }
    const bool by_place = graph_[ending->by].kind() == Kind::place;
    add(kind,
        label(v) + ": held on " + iso(std::max(days->first, latest(ending->date) + 1)) + ", " +
            (by_place ? label(ending->by) + " was there until"
                      : label(ended) + " " + std::string(word)) +
            " " + to_iso(ending->date),
        by_place ? query::proofs_of(graph_, graph_[v].cited) : proofs_of_both(v, ending->by));
  }

  void after_death(VertexId v) {
    if (const auto person = graph_.one(v, Relation::holder)) {
      after("after-death", v, *person, "died");
    }
  }

  void after_dissolution(VertexId v) {
    if (const auto post = graph_.one(v, Relation::of_post)) {
      after("after-dissolution", v, graph_.one(*post, Relation::in_body).value_or(*post), "ended");
    }
  }

  void tell(std::string_view kind, const std::vector<Contradiction>& all,
            Contradiction::Kind told) {
    if (!wants(kind)) {
      return;
    }
    for (const Contradiction& one : all) {
      if (one.kind != told) {
        continue;
      }
      add(kind, one.what, one.proofs);
    }
  }

  // One mention in each document is enough to find it.
  void unplaced() {
    if (!wants("unplaced")) {
      return;
    }
    const auto [first, last] = graph_.of_kind(Kind::body);
    for (VertexId body = first; body < last; ++body) {
      if (query::place_of(graph_, body)) {
        continue;
      }
      std::vector<Citation> once;
      for (const Citation& cited : graph_[body].cited) {
        if (once.empty() || once.back().document != cited.document) {
          once.push_back(cited);
        }
      }
      if (once.empty()) {  // who wrote the record did not say where it is named
        for (const VertexId post : graph_.in(body, Relation::in_body)) {
          for (const VertexId v : graph_.in(post, Relation::of_post)) {
            once.insert(once.end(), graph_[v].cited.begin(), graph_[v].cited.end());
          }
        }
      }
      add("unplaced", label(body), query::proofs_of(graph_, once));
    }
  }

  void undated(VertexId v) {
    const Ends ends = ends_of(tenure(v).period, tenure(v).cited);
    if (!ends.start.first && !ends.start.last && !ends.end.first && !ends.end.last) {
      add("undated", label(v), query::proofs_of(graph_, graph_[v].cited));
    }
  }

  const Graph& graph_;
  const std::set<std::string_view>& wanted_;
  Answer answer_;
};

}  // namespace

bool is_kind(std::string_view name) {
  return std::any_of(kinds.begin(), kinds.end(),
                     [name](const Finding& one) { return one.name == name; });
}

Answer check(const Graph& graph, const std::vector<Contradiction>& contradictions,
             const std::set<std::string_view>& wanted) {
  return Search(graph, wanted).run(contradictions);
}

}  // namespace nom::check
