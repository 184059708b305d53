// SPDX-License-Identifier: Apache-2.0
// network: the graph as network tools take it: nodes, ties, and where they are drawn.
//
// In:   a Graph, a projection, perhaps a day. Out: `Network`, a view of the graph: which of its
// vertices are nodes, what ties them (an edge of the graph, the terms of a person in a post, or
// something counted between two nodes, with a weight), what is told of each as named attributes,
// and a size, a colour and a place for each node: bodies below the body that they are under, posts
// beside their body, holders beside their post (places only where they are asked for). Nodes are in
// the graph's order, ties by source, what they say, and target, so writers that walk them in order
// write the same bytes. The graph is not copied and must outlive the network. Cost: linear in
// vertices and edges; of the projections on people and on bodies, in the pairs that they tie.
#pragma once

#include "date/date.hpp"
#include "graph/graph.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nom {

enum class Projection : std::uint8_t {
  whole,      ///< all vertices and edges
  holders,    ///< people → the posts that they hold → bodies → the bodies above them
  co_tenure,  ///< people who held posts of one body on the same days, by the number of days
  bodies,  ///< bodies → the bodies above them; bodies that people have in common, by their number
};

struct NetworkOptions {
  Projection project = Projection::whole;
  /// Only the tenures that may hold on that day (of a month or a year: on any day of it), and the
  /// people who hold one; resolutions and events until then. Bodies, posts and places have no time
  /// and stay, and so do the documents.
  std::optional<PartialDate> on{};
  /// `whole`: the terms of a person in a post are one tie, and tenures no nodes.
  bool tenures_are_ties = false;
  /// Nodes get their places.
  bool placed = false;
};

/// First and last day of a stretch, both in it; no value where nothing bounds it.
using Spell = Stretch;

class Network {
 public:
  struct Node {
    VertexId vertex = 0;
    std::uint32_t degree = 0;  ///< ties at both ends
    std::int32_t x = 0;        ///< to the right
    std::int32_t y = 0;        ///< upwards: what is under something has a smaller y
  };

  enum class Says : std::uint8_t { relation, holds, co_tenure, shared_people };

  struct Tie {
    std::uint32_t source = 0;  ///< index of a node
    std::uint32_t target = 0;
    std::uint32_t weight = 1;  ///< days shared, people shared; else 1
    std::uint32_t first = 0;   ///< what it rests on: see `grounds`
    std::uint32_t count = 0;
    Says says = Says::relation;
    const Edge* edge = nullptr;  ///< of a relation
  };

  [[nodiscard]] const Graph& graph() const { return *graph_; }

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }

  [[nodiscard]] const std::vector<Tie>& ties() const { return ties_; }

  /// All ties of a network have a direction, or none has: readers fail on a mixture.
  [[nodiscard]] bool directed() const { return options_.project != Projection::co_tenure; }

  /// Do ties have weights that count something?
  [[nodiscard]] bool weighted() const {
    return options_.project == Projection::co_tenure || options_.project == Projection::bodies;
  }

  [[nodiscard]] const NetworkOptions& options() const { return options_; }

  /// What a tie rests on: the tenures of `holds`, the bodies of `co_tenure`, the people of
  /// `shared_people`.
  [[nodiscard]] std::span<const VertexId> grounds(const Tie& tie) const {
    return std::span(grounds_).subspan(tie.first, tie.count);
  }

 private:
  friend class NetworkBuilder;
  const Graph* graph_ = nullptr;
  NetworkOptions options_;
  std::vector<Node> nodes_;
  std::vector<Tie> ties_;
  std::vector<VertexId> grounds_;
};

namespace network {

Network of(const Graph& graph, const NetworkOptions& options);

/// Of `co_tenure`: how many tenures in posts of bodies are on no day certain, and so tie nobody.
std::size_t without_a_certain_day(const Graph& graph, const NetworkOptions& options);

/// The names of the projections, as `--project` takes them; `whole` comes first.
std::span<const std::string_view> projection_names();

/// The projection of this name, if there is one.
std::optional<Projection> projection_from(std::string_view name);

/// What a tie says: "under", "holds", "co_tenure" …
std::string_view kind_of(const Network::Tie& tie);

/// The same with the part in an event: "took_part chair". Readers that unite parallel edges of one
/// kind keep them apart by this.
std::string strand_of(const Network& network, const Network::Tie& tie);

/// Short, as it is to be read in a picture: of a tenure the title alone.
std::string_view label_of(const Network& network, const Network::Node& node);

/// "#0072b2": by kind; colours that stay apart for colour-blind eyes.
std::string_view color_of(const Network& network, const Network::Node& node);

/// In tenths: 4.0 without ties, growing as the root of the degree, at most 24.0.
std::int32_t size_tenths(const Network::Node& node);

/// The documents, each once, in order: "document/a; document/b".
std::string documents_of(const Graph& graph, const std::vector<Citation>& cited);

/// The texts one after the other: "Olenė; O. Đặng".
std::string joined(const Graph& graph, const std::vector<NameId>& texts);

struct Attribute {
  enum class Type : std::uint8_t {
    text,     ///< dates at their precision as well
    day,      ///< a whole date: 2021-11-25
    integer,  ///< not negative
  };
  std::string_view name;
  Type type = Type::text;
};

/// What this network may tell of its nodes and of its ties besides label, kind, key, colour, size,
/// place and weight. A name has one type, whatever the network.
std::vector<Attribute> node_attributes(const Network& network);
std::vector<Attribute> tie_attributes(const Network& network);

/// Takes an attribute, and what it says, which is not empty.
using Take = std::function<void(std::string_view name, std::string_view value)>;

/// Tells each attribute once at most, in the order of the list. Of a tie with several terms each
/// has its part between "; ", a hyphen where it is unknown, unless all say the same.
void describe(const Network& network, const Network::Node& node, const Take& take);
void describe(const Network& network, const Network::Tie& tie, const Take& take);

/// The day on which a tenure begins, as far as is known; a day after all others if nothing is.
Day start_of(const TenureData& tenure);

/// When a node is there: an event on its days, a document or resolution from its date on, a tenure
/// as below; no value: always.
std::optional<Spell> spell_of(const Network& network, const Network::Node& node);

/// The days on which a tie may hold, as spells in order that do not overlap; none: always. A tenure
/// that by its own dates holds on no day has the day of its start.
std::vector<Spell> spells_of(const Network& network, const Network::Tie& tie);

}  // namespace network

}  // namespace nom
