// SPDX-License-Identifier: Apache-2.0
#include "network/network.hpp"

#include "network/layout.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace nom {

namespace {

constexpr std::uint32_t no_node = 0xFFFFFFFF;

/// First day in and first day no longer in.
struct Days {
  Day first = 0;
  Day end = 0;
};

/// Who was there on which days.
struct Presence {
  VertexId person = 0;
  Days days;
};

// Stretches of one person that touch become one.
std::vector<Presence> united(std::vector<Presence> all) {
  std::sort(all.begin(), all.end(), [](const Presence& a, const Presence& b) {
    return std::tuple(a.person, a.days.first, a.days.end) <
           std::tuple(b.person, b.days.first, b.days.end);
  });
  std::vector<Presence> out;
  for (const Presence& one : all) {
    if (!out.empty() && out.back().person == one.person && one.days.first <= out.back().days.end) {
      out.back().days.end = std::max(out.back().days.end, one.days.end);
    } else {
      out.push_back(one);
    }
  }
  return out;
}

}  // namespace

/// Fills a network: chooses the nodes, then the ties, then where the nodes stand.
class NetworkBuilder {
 public:
  NetworkBuilder(const Graph& graph, const NetworkOptions& options) : graph_(graph) {
    made_.graph_ = &graph;
    made_.options_ = options;
  }

  Network run() && {
    choose_nodes();
    switch (made_.options_.project) {
      case Projection::whole:
        add_relations([](Relation) { return true; });
        if (made_.options_.tenures_are_ties) {
          add_holding();
        }
        break;
      case Projection::holders:
        add_relations([](Relation r) { return r == Relation::in_body || r == Relation::under; });
        add_holding();
        break;
      case Projection::co_tenure:
        add_co_tenure();
        break;
      case Projection::bodies:
        add_relations([](Relation r) { return r == Relation::under; });
        add_shared_people();
        break;
    }
    put_ties_in_order();
    for (const Network::Tie& tie : made_.ties_) {
      ++made_.nodes_[tie.source].degree;
      ++made_.nodes_[tie.target].degree;
    }
    if (made_.options_.placed) {
      network::lay_out(graph_, made_.nodes_);
    }
    return std::move(made_);
  }

  [[nodiscard]] std::size_t without_a_certain_day() const {
    std::size_t count = 0;
    for_each_tenure_of_a_body(
        [&](VertexId, VertexId, VertexId v) { count += certain_days(v) ? 0U : 1U; });
    return count;
  }

 private:
  [[nodiscard]] const TenureData& tenure(VertexId v) const {
    return std::get<TenureData>(graph_[v].data);
  }

  /// On the day asked for; always, if none is.
  [[nodiscard]] bool holds(VertexId v) const {
    const auto& on = made_.options_.on;
    return !on || holds_on(tenure(v).period, tenure(v).cited, *on) != Truth::no;
  }

  [[nodiscard]] bool has_come(const std::optional<PartialDate>& date) const {
    const auto& on = made_.options_.on;
    return !on || !date || earliest(*date) <= latest(*on);
  }

  [[nodiscard]] bool holds_something(VertexId person) const {
    const std::vector<VertexId> tenures = graph_.in(person, Relation::holder);
    return std::any_of(tenures.begin(), tenures.end(), [this](VertexId t) { return holds(t); });
  }

  [[nodiscard]] bool is_node(VertexId v) const {
    const Projection project = made_.options_.project;
    const Kind kind = graph_[v].kind();
    switch (project) {
      case Projection::co_tenure:
        return kind == Kind::person && holds_something(v);
      case Projection::bodies:
        return kind == Kind::body;
      case Projection::holders:
        return kind == Kind::body || kind == Kind::post ||
               (kind == Kind::person && holds_something(v));
      case Projection::whole:
        break;
    }
    switch (kind) {
      case Kind::person:
        return !made_.options_.on || holds_something(v);
      case Kind::tenure:
        // One without a person or a post (no extractor makes any) can be no tie.
        return holds(v) && !(made_.options_.tenures_are_ties && graph_.one(v, Relation::holder) &&
                             graph_.one(v, Relation::of_post));
      case Kind::resolution:
        return has_come(std::get<ResolutionData>(graph_[v].data).date);
      case Kind::event:
        return has_come(std::get<EventData>(graph_[v].data).date);
      case Kind::body:
      case Kind::post:
      case Kind::place:
      case Kind::document:
        return true;
    }
    return true;
  }

  void choose_nodes() {
    node_of_.assign(graph_.size(), no_node);
    for (VertexId v = 0; v < graph_.size(); ++v) {
      if (is_node(v)) {
        node_of_[v] = static_cast<std::uint32_t>(made_.nodes_.size());
        made_.nodes_.push_back({v, 0, 0, 0});
      }
    }
  }

  /// The edges of the graph between nodes.
  template <class Wanted>
  void add_relations(Wanted wanted) {
    const Graph::Boost& boost = graph_.boost();
    for (const Network::Node& node : made_.nodes_) {
      for (auto [e, end] = out_edges(node.vertex, boost); e != end; ++e) {
        const auto to = static_cast<VertexId>(target(*e, boost));
        if (node_of_[to] != no_node && wanted(boost[*e].relation)) {
          Network::Tie tie;
          tie.source = node_of_[node.vertex];
          tie.target = node_of_[to];
          tie.edge = &boost[*e];
          made_.ties_.push_back(tie);
        }
      }
    }
  }

  /// A tie with what it rests on, which has just been added to the grounds.
  void add_tie(Network::Says says, VertexId source, VertexId target, std::size_t first_ground,
               std::uint32_t weight) {
    Network::Tie tie;
    tie.source = node_of_[source];
    tie.target = node_of_[target];
    tie.says = says;
    tie.weight = weight;
    tie.first = static_cast<std::uint32_t>(first_ground);
    tie.count = static_cast<std::uint32_t>(made_.grounds_.size() - first_ground);
    made_.ties_.push_back(tie);
  }

  /// The terms of a person in a post, by their start, undated last.
  void add_holding() {
    std::vector<std::tuple<VertexId, VertexId, Day, VertexId>> terms;
    const auto [first, last] = graph_.of_kind(Kind::tenure);
    for (VertexId v = first; v < last; ++v) {
      const auto person = graph_.one(v, Relation::holder);
      const auto post = graph_.one(v, Relation::of_post);
      if (!person || !post || !holds(v)) {
        continue;
      }
      terms.emplace_back(*person, *post, network::start_of(tenure(v)), v);
    }
    std::sort(terms.begin(), terms.end());
    for (auto term = terms.begin(); term != terms.end();) {
      const auto [person, post, start, v] = *term;
      const std::size_t ground = made_.grounds_.size();
      for (; term != terms.end() && std::get<0>(*term) == person && std::get<1>(*term) == post;
           ++term) {
        made_.grounds_.push_back(std::get<3>(*term));
      }
      add_tie(Network::Says::holds, person, post, ground, 1);
    }
  }

  /// By body: the tenures of its posts.
  template <class Visit>
  void for_each_tenure_of_a_body(Visit visit) const {
    const auto [first, last] = graph_.of_kind(Kind::body);
    for (VertexId body = first; body < last; ++body) {
      for (const VertexId post : graph_.in(body, Relation::in_body)) {
        for (const VertexId v : graph_.in(post, Relation::of_post)) {
          const auto person = graph_.one(v, Relation::holder);
          if (person && holds(v)) {
            visit(body, *person, v);
          }
        }
      }
    }
  }

  [[nodiscard]] std::optional<Days> certain_days(VertexId v) const {
    const Ends ends = ends_of(tenure(v).period, tenure(v).cited);
    if (!ends.start.last || !ends.end.first || *ends.start.last >= *ends.end.first) {
      return std::nullopt;
    }
    return Days{*ends.start.last, *ends.end.first};
  }

  /// Pairs who were certainly there on the same day.
  void add_co_tenure() {
    std::map<VertexId, std::vector<Presence>> by_body;
    for_each_tenure_of_a_body([&](VertexId body, VertexId person, VertexId v) {
      if (const std::optional<Days> days = certain_days(v)) {
        by_body[body].push_back({person, *days});
      }
    });
    struct Shared {
      VertexId a, b, body;
      Days days;
    };
    std::vector<Shared> shared;
    for (auto& [body, all] : by_body) {
      std::vector<Presence> there = united(std::move(all));
      std::sort(there.begin(), there.end(), [](const Presence& a, const Presence& b) {
        return std::tuple(a.days.first, a.person) < std::tuple(b.days.first, b.person);
      });
      for (auto one = there.begin(); one != there.end(); ++one) {
        for (auto other = one + 1; other != there.end() && other->days.first < one->days.end;
             ++other) {
          if (one->person != other->person) {
            const Day end = std::min(one->days.end, other->days.end);
            shared.push_back({std::min(one->person, other->person),
                              std::max(one->person, other->person),
                              body,
                              {other->days.first, end}});
          }
        }
      }
    }
    std::sort(shared.begin(), shared.end(), [](const Shared& x, const Shared& y) {
      return std::tuple(x.a, x.b, x.body) < std::tuple(y.a, y.b, y.body);
    });
    for (auto one = shared.begin(); one != shared.end();) {
      const auto [a, b, body, _] = *one;
      const std::size_t ground = made_.grounds_.size();
      std::vector<Presence> together;  // of a with b, in any body
      for (; one != shared.end() && one->a == a && one->b == b; ++one) {
        together.push_back({a, one->days});
        if (made_.grounds_.size() == ground || made_.grounds_.back() != one->body) {
          made_.grounds_.push_back(one->body);
        }
      }
      Day days = 0;
      for (const Presence& stretch : united(std::move(together))) {
        days += stretch.days.end - stretch.days.first;
      }
      add_tie(Network::Says::co_tenure, a, b, ground, static_cast<std::uint32_t>(days));
    }
  }

  /// Pairs of bodies in which the same person has held posts; both ways, as it has no direction.
  void add_shared_people() {
    std::vector<std::pair<VertexId, VertexId>> seats;  // person, body
    for_each_tenure_of_a_body(
        [&seats](VertexId body, VertexId person, VertexId) { seats.emplace_back(person, body); });
    std::sort(seats.begin(), seats.end());
    seats.erase(std::unique(seats.begin(), seats.end()), seats.end());
    std::vector<std::tuple<VertexId, VertexId, VertexId>> shared;  // body, body, person
    for (auto one = seats.begin(); one != seats.end(); ++one) {
      for (auto other = one + 1; other != seats.end() && other->first == one->first; ++other) {
        shared.emplace_back(one->second, other->second, one->first);
      }
    }
    std::sort(shared.begin(), shared.end());
    for (auto one = shared.begin(); one != shared.end();) {
      const auto [a, b, _] = *one;
      const std::size_t ground = made_.grounds_.size();
      for (; one != shared.end() && std::get<0>(*one) == a && std::get<1>(*one) == b; ++one) {
        made_.grounds_.push_back(std::get<2>(*one));
      }
      const auto people = static_cast<std::uint32_t>(made_.grounds_.size() - ground);
      add_tie(Network::Says::shared_people, a, b, ground, people);
      add_tie(Network::Says::shared_people, b, a, ground, people);
    }
  }

  void put_ties_in_order() {
    // The edges of the graph are in order already, and equal only if their parts differ.
    std::stable_sort(made_.ties_.begin(), made_.ties_.end(),
                     [](const Network::Tie& a, const Network::Tie& b) {
                       return std::tuple(a.source, a.says) < std::tuple(b.source, b.says);
                     });
  }

  const Graph& graph_;
  Network made_;
  std::vector<std::uint32_t> node_of_;  ///< by vertex
};

namespace network {

namespace {

/// By Projection.
constexpr std::array<std::string_view, 4> projections = {"whole", "holders", "co-tenure", "bodies"};

/// By Kind; after Okabe and Ito.
constexpr std::array<std::string_view, kind_count> colors = {
    "#0072b2",  // person
    "#d55e00",  // body
    "#e69f00",  // post
    "#56b4e9",  // tenure
    "#009e73",  // resolution
    "#cc79a7",  // event
    "#f0e442",  // place
    "#999999",  // document
};

}  // namespace

Network of(const Graph& graph, const NetworkOptions& options) {
  return NetworkBuilder(graph, options).run();
}

std::size_t without_a_certain_day(const Graph& graph, const NetworkOptions& options) {
  return NetworkBuilder(graph, options).without_a_certain_day();
}

std::span<const std::string_view> projection_names() { return projections; }

std::optional<Projection> projection_from(std::string_view name) {
  const auto* const found = std::find(projections.begin(), projections.end(), name);
  return found == projections.end()
             ? std::nullopt
             : std::optional(static_cast<Projection>(found - projections.begin()));
}

std::string_view kind_of(const Network::Tie& tie) {
  switch (tie.says) {
    case Network::Says::relation:
      return name_of(tie.edge->relation);
    case Network::Says::holds:
      return "holds";
    case Network::Says::co_tenure:
      return "co_tenure";
    case Network::Says::shared_people:
      return "shared_people";
  }
  return {};
}

std::string strand_of(const Network& network, const Network::Tie& tie) {
  std::string strand(kind_of(tie));
  if (tie.edge != nullptr && tie.edge->part != no_name) {
    strand.append(" ").append(network.graph().text(tie.edge->part));
  }
  return strand;
}

std::string_view label_of(const Network& network, const Network::Node& node) {
  const Graph& graph = network.graph();
  const auto* tenure = std::get_if<TenureData>(&graph[node.vertex].data);
  return tenure != nullptr && tenure->title != no_name ? graph.text(tenure->title)
                                                       : graph.label(node.vertex);
}

std::string_view color_of(const Network& network, const Network::Node& node) {
  return colors.at(static_cast<std::size_t>(network.graph()[node.vertex].kind()));
}

std::int32_t size_tenths(const Network::Node& node) {
  constexpr std::uint32_t most = 100;
  return 40 + static_cast<std::int32_t>(root_of(400 * std::int64_t{std::min(node.degree, most)}));
}

}  // namespace network

}  // namespace nom
