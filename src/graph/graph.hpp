// SPDX-License-Identifier: Apache-2.0
// graph: the knowledge graph as a value: a Boost.Graph with typed vertices and edges.
//
// In:   vertices and edges from `resolve`. Out: `Graph`, in canonical order: vertices sorted by
// (kind, key), each vertex's edges by (relation, target, …), so that whoever walks it in order
// writes the same bytes whatever the order of the documents. Strings are interned; each vertex is
// found by its key, and by the keys that were merged into it. Keys are readable and made from
// content, e.g.
//   person/ngo-dong-hai.thai-binh     body/thai-binh/party-committee
//   post/thai-binh/party-committee/secretary
//   tenure/ngo-dong-hai.thai-binh/thai-binh/party-committee/secretary
//   resolution/…  event/…  place/thai-binh  document/thai-binh-2023-11-13
#pragma once

#include "date/date.hpp"
#include "name/name.hpp"
#include "record/record.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace nom {

enum class Kind : std::uint8_t { person, body, post, tenure, resolution, event, place, document };

inline constexpr int kind_count = 8;

/// What an edge says, from its source to its target.
enum class Relation : std::uint8_t {
  holder,        ///< tenure → person
  of_post,       ///< tenure → post
  in_body,       ///< post → body
  under,         ///< body → body
  located,       ///< body → place; post → place where the post has no body
  within,        ///< place → place
  issued_by,     ///< resolution → body
  organised_by,  ///< event → body
  took_part,     ///< person → event (part in `Edge::part`)
  same_maybe,    ///< person → person: possibly the same (reason in `Edge::rule`)
  ended_by,      ///< tenure → tenure: the successor whose being there ends it (inferred, with the
                 ///< rule in `Edge::rule`; no source states the end)
  ended_in,      ///< person → event, body → event: by which they died or were dissolved
  begun_in,      ///< body → event: by which it was founded
};

inline constexpr int relation_count = 13;

/// Some kinds of vertices, or some relations: one bit each.
using Kinds = std::uint8_t;
using Relations = std::uint16_t;

constexpr Kinds kinds_of(std::initializer_list<Kind> kinds) noexcept {
  unsigned bits = 0;
  for (const Kind kind : kinds) {
    bits |= 1U << static_cast<unsigned>(kind);
  }
  return static_cast<Kinds>(bits);
}

constexpr Relations relations_of(std::initializer_list<Relation> relations) noexcept {
  unsigned bits = 0;
  for (const Relation relation : relations) {
    bits |= 1U << static_cast<unsigned>(relation);
  }
  return static_cast<Relations>(bits);
}

constexpr Kinds all_kinds = (1U << unsigned{kind_count}) - 1;
constexpr Relations all_relations = (1U << unsigned{relation_count}) - 1;

std::string_view name_of(Kind kind);
std::string_view name_of(Relation relation);

using VertexId = std::uint32_t;

/// The empty string, which has this id in every `Names`.
inline constexpr NameId no_name{0};

/// One piece of evidence: where it stands and what it says. Offsets in code points.
struct Citation {
  VertexId document = 0;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  NameId quote = no_name;
  NameId rule = no_name;
};

/// A citation in words, apart from any graph.
struct Proof {
  std::string document;  ///< id
  std::string date;      ///< of the document; empty if unknown
  std::string sentence;  ///< empty if what it proves is inferred
  std::string rule;
  std::uint32_t start = 0;  ///< code points of the document's text
  std::uint32_t end = 0;
};

struct PersonData {};

struct BodyData {
  NameId type = no_name;   ///< party, ministry …: BodyEntry::kind
  NameId level = no_name;  ///< province, district …; empty if unknown
};

struct PostData {
  NameId role = no_name;  ///< canonical role: "Chairman"
  bool one_seat = false;  ///< one holder at a time; false: not known
};

struct TenureData {
  NameId title = no_name;  ///< as the text words it: "Chairwoman"
  Status status = Status::current;
  Confidence confidence = Confidence::stated;
  Period period;
  Citations cited;
  bool acting = false;  ///< of an acting holder, even if that is over
};

struct ResolutionData {
  NameId type = no_name;    ///< resolution, decree …
  NameId number = no_name;  ///< as printed; empty if none
  NameId subject = no_name;
  std::optional<PartialDate> date;
};

struct EventData {
  NameId type = no_name;
  std::optional<PartialDate> date;
};

struct PlaceData {
  NameId type = no_name;  ///< country, province …
  NameId country = no_name;
  std::optional<PartialDate> until = {};  ///< first day on which it is no longer there
};

struct DocumentData {
  NameId id = no_name;
  NameId lang = no_name;
  NameId source = no_name;
  NameId text = no_name;  ///< the text as published: what offsets count in
  std::optional<PartialDate> date;
};

struct Vertex {
  NameId key = no_name;
  NameId label = no_name;       ///< for people to read; never empty
  std::vector<NameId> also;     ///< other names, sorted by text, without the label
  std::vector<NameId> merged;   ///< keys that stand for it as well, sorted by text: of what was
                                ///< united with it
  std::vector<Citation> cited;  ///< evidence (tenures, resolutions, events) or mentions, sorted by
                                ///< (document, start, end, rule)
  std::variant<PersonData, BodyData, PostData, TenureData, ResolutionData, EventData, PlaceData,
               DocumentData>
      data;

  [[nodiscard]] Kind kind() const { return static_cast<Kind>(data.index()); }
};

struct Edge {
  Relation relation = Relation::holder;
  Confidence confidence = Confidence::stated;
  NameId part = no_name;  ///< took_part: chair, speaker …; empty otherwise
  NameId rule = no_name;  ///< the rule that inferred it, the reason of same_maybe; may be empty
  std::vector<Citation> cited;
};

class Graph;

/// What ended a person, a body or a post, and when: the event of the death, the event in which the
/// body ended or, of an organ of a place that is no longer there, the place. Of several the last.
struct Ending {
  VertexId by = 0;
  PartialDate date;
};

std::optional<Ending> ending_of(const Graph& graph, VertexId v);

/// What ended a tenure: the earlier one of what ended its holder and what ended its body, but for
/// what the sources of the tenure itself contradict.
std::optional<Ending> ending_of_tenure(const Graph& graph, VertexId tenure);

class Graph {
 public:
  using Boost =
      boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Vertex, Edge>;

  Graph() = default;
  Graph(Graph&&) = default;
  Graph& operator=(Graph&&) = default;

  [[nodiscard]] const Boost& boost() const { return graph_; }

  [[nodiscard]] const Names& names() const { return names_; }

  [[nodiscard]] std::string_view text(NameId id) const { return names_.text(id); }

  [[nodiscard]] const Vertex& operator[](VertexId v) const { return graph_[v]; }

  [[nodiscard]] std::string_view key(VertexId v) const { return text(graph_[v].key); }

  [[nodiscard]] std::string_view label(VertexId v) const { return text(graph_[v].label); }

  [[nodiscard]] std::size_t size() const { return num_vertices(graph_); }

  [[nodiscard]] std::size_t edge_count() const { return num_edges(graph_); }

  /// The day of the newest document; no value if none has a date.
  [[nodiscard]] std::optional<Day> newest() const { return newest_; }

  /// The vertex with this key, or with which that key was merged, if any.
  [[nodiscard]] std::optional<VertexId> find(std::string_view key) const;

  /// Vertices of one kind: a contiguous range [first, last) of ids, sorted by key.
  [[nodiscard]] std::pair<VertexId, VertexId> of_kind(Kind kind) const;

  /// Targets of the edges of one relation that leave (or enter) a vertex, in canonical order.
  [[nodiscard]] std::vector<VertexId> out(VertexId v, Relation relation) const;
  [[nodiscard]] std::vector<VertexId> in(VertexId v, Relation relation) const;
  /// The same with what each edge says; a target as often as there are edges.
  [[nodiscard]] std::vector<std::pair<VertexId, const Edge*>> edges(VertexId v,
                                                                    Relation relation) const;
  /// The only (first) such target, if any.
  [[nodiscard]] std::optional<VertexId> one(VertexId v, Relation relation) const;

 private:
  friend class GraphBuilder;
  Names names_;
  Boost graph_;
  std::unordered_map<std::string_view, VertexId> by_key_;
  std::vector<VertexId> first_of_kind_;  ///< kind_count + 1 entries
  std::optional<Day> newest_;
};

/// Is it over by what the documents say? An event, if one of those that tell of it has no date, or
/// that day or a later one; the end of a place, by the day of the newest document.
bool is_past(const Graph& graph, const Ending& ending);

/// The day on which a person or a body was gone, if that is past.
std::optional<PartialDate> gone_since(const Graph& graph, VertexId v);

/// A source says that the tenure is over, there is a successor, or the holder or the body is gone.
bool has_ended(const Graph& graph, VertexId tenure);

/// The end of a tenure that sources state; else the start of the successor, or the day on which the
/// holder or the body was gone, by which it is inferred to be over.
std::optional<PartialDate> end_date_of(const Graph& graph, VertexId tenure);

/// Collects vertices and edges in any order and puts them into canonical order.
class GraphBuilder {
 public:
  Names& names() { return names_; }

  /// Adds a vertex; `key` must be new. Returns a provisional id for `connect` and Citation.
  VertexId add(Vertex vertex);
  void connect(VertexId source, VertexId target, Edge edge);

  /// Sorts, drops edges that say the same twice (their citations are united), renumbers the
  /// documents in citations and builds the indexes. Fills `cited.gone` of the tenures from what
  /// ended their holder and their body. Cost: O(n log n).
  Graph finish() &&;

 private:
  struct Link {
    VertexId source;
    VertexId target;
    Edge edge;
  };

  Names names_;
  std::vector<Vertex> vertices_;
  std::vector<Link> links_;
};

/// The graph as text, for tests and eyes: one vertex a line, its edges indented below it.
std::string dump(const Graph& graph);

}  // namespace nom
