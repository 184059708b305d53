// SPDX-License-Identifier: Apache-2.0
// GraphML for Gephi, gephi-lite, networkx, igraph and yEd. Ours and not Boost's write_graphml,
// which writes control characters, gives edges no labels and writes every property on every
// element.
//
// Nodes are the vertices in the graph's order (n0, n1 …) with label, kind, key, IRI, colour by
// kind, size by degree and a place to stand; what else is known of a node is in columns of their
// own. Edges (e0, e1 …) say their relation. Dates are text at their precision, as GraphML has no
// time. There are no weights: weight 0 would drop an edge. Nothing is left out in silence:
// characters that XML cannot hold become U+FFFD, and a text that is not UTF-8 is a fault.
#include "format/format.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

namespace nom::format {

namespace {

/// How a kind is drawn.
struct Look {
  std::string_view color;
  int layer;  ///< from the top
};

/// By Kind. Colours that stay apart for colour-blind eyes (after Okabe and Ito); layers from the
/// people down to the sources.
constexpr std::array<Look, kind_count> looks = {{
    {"#0072b2", 1},  // person
    {"#d55e00", 4},  // body
    {"#e69f00", 3},  // post
    {"#56b4e9", 2},  // tenure
    {"#009e73", 5},  // resolution
    {"#cc79a7", 0},  // event
    {"#f0e442", 6},  // place
    {"#999999", 7},  // document
}};

constexpr std::int64_t columns = 100;  ///< nodes of one kind side by side
constexpr std::int64_t step = 40;      ///< between nodes
constexpr std::int64_t gap = 240;      ///< between kinds

struct Key {
  std::string_view id;
  std::string_view for_what;
  std::string_view type;
};

/// Ids of keys are their names. Gephi takes label, color, size, x and y as what is seen.
constexpr std::array<Key, 31> keys = {{
    {"label", "node", "string"},      {"kind", "node", "string"},
    {"key", "node", "string"},        {"iri", "node", "string"},
    {"color", "node", "string"},      {"size", "node", "double"},
    {"x", "node", "double"},          {"y", "node", "double"},
    {"also", "node", "string"},       {"type", "node", "string"},
    {"level", "node", "string"},      {"country", "node", "string"},
    {"role", "node", "string"},       {"title", "node", "string"},
    {"status", "node", "string"},     {"confidence", "node", "string"},
    {"from", "node", "string"},       {"to", "node", "string"},
    {"open", "node", "string"},       {"first_cited", "node", "string"},
    {"last_cited", "node", "string"}, {"cited_as_over", "node", "string"},
    {"number", "node", "string"},     {"subject", "node", "string"},
    {"date", "node", "string"},       {"lang", "node", "string"},
    {"source", "node", "string"},     {"document", "node", "string"},
    {"evidence", "node", "string"},   {"evidence_count", "node", "int"},
    {"mention_count", "node", "int"},
}};

constexpr std::array<Key, 5> edge_keys = {{
    {"label", "edge", "string"},
    {"part", "edge", "string"},
    {"confidence", "edge", "string"},
    {"rule", "edge", "string"},
    {"evidence", "edge", "string"},
}};

class Writer {
 public:
  Writer(const Graph& graph, const Iri& base, Sink& sink)
      : graph_(graph), base_(base), sink_(sink) {
    std::int64_t top = 0;
    for (int layer = 0; layer < kind_count; ++layer) {
      for (std::size_t kind = 0; kind < kind_count; ++kind) {
        if (looks.at(kind).layer == layer) {
          const auto [first, last] = graph.of_kind(static_cast<Kind>(kind));
          top_.at(kind) = top;
          top += gap + step * ((last - first) / columns);
        }
      }
    }
  }

  Result<Done> run() {
    out_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
        "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
        "    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
        "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    for (const Key& key : keys) {
      declare(key, key.id);
    }
    for (const Key& key : edge_keys) {
      declare(key, edge_id(key.id));
    }
    out_ += "  <graph id=\"g\" edgedefault=\"directed\">\n";
    for (VertexId v = 0; v < graph_.size() && !fault_; ++v) {
      write_node(v);
      pass_on(1 << 16);
    }
    std::size_t number = 0;
    for (VertexId v = 0; v < graph_.size() && !fault_; ++v) {
      for (auto [e, end] = out_edges(v, graph_.boost()); e != end; ++e) {
        write_edge(number++, v, static_cast<VertexId>(target(*e, graph_.boost())),
                   graph_.boost()[*e]);
        if (fault_) {
          break;
        }
        pass_on(1 << 16);
      }
    }
    out_ += "  </graph>\n</graphml>\n";
    pass_on(0);
    return fault_ ? Result<Done>(*fault_) : Result<Done>(Done{});
  }

 private:
  // The label key of edges cannot have the id of the label key of nodes; its name is the same.
  static std::string edge_id(std::string_view name) { return "edge_" + std::string(name); }

  void declare(const Key& key, std::string_view id) {
    out_.append("  <key id=\"").append(id).append("\" for=\"").append(key.for_what);
    out_.append("\" attr.name=\"").append(key.id).append("\" attr.type=\"").append(key.type);
    out_.append("\"/>\n");
  }

  void pass_on(std::size_t at_least) {
    if (fault_ || out_.size() <= at_least) {
      return;
    }
    if (const Result<Done> done = sink_.write(out_); !done) {
      fault_ = done.error();
    }
    out_.clear();
  }

  // Only what must be is escaped: one importer eats white space beside &quot;.
  void escape(std::string_view text) {
    const Result<std::string> carried = rdf::carried(text);
    if (!carried) {
      if (!fault_) {
        fault_ = carried.error();
      }
      return;
    }
    for (const char c : *carried) {
      switch (c) {
        case '&':
          out_ += "&amp;";
          break;
        case '<':
          out_ += "&lt;";
          break;
        case '>':
          out_ += "&gt;";
          break;
        default:
          out_ += c;
      }
    }
  }

  void data(std::string_view key, std::string_view text) {
    if (text.empty()) {
      return;
    }
    out_.append("      <data key=\"").append(key).append("\">");
    escape(text);
    out_ += "</data>\n";
  }

  void data(std::string_view key, NameId text) { data(key, graph_.text(text)); }

  void data(std::string_view key, const std::optional<PartialDate>& date) {
    if (date) {
      data(key, to_iso(*date));
    }
  }

  /// Tenths, all of them written: no locale, no rounding.
  void number(std::string_view key, std::int64_t tenths) {
    const std::int64_t size = std::abs(tenths);
    data(key,
         (tenths < 0 ? "-" : "") + std::to_string(size / 10) + "." + std::to_string(size % 10));
  }

  // --- nodes --------------------------------------------------------------------------------

  void write_node(VertexId v) {
    const Vertex& vertex = graph_[v];
    out_.append("    <node id=\"n").append(std::to_string(v)).append("\">\n");
    data("label", label_of(v));
    data("kind", name_of(vertex.kind()));
    data("key", vertex.key);
    if (const Result<Iri> iri = rdf::mint(base_, graph_.key(v))) {
      data("iri", iri->str());
    } else if (!fault_) {
      fault_ = iri.error();
    }
    look(v);
    std::string also;
    for (const NameId name : vertex.also) {
      also.append(also.empty() ? "" : "; ").append(graph_.text(name));
    }
    data("also", also);
    std::visit([this](const auto& d) { describe(d); }, vertex.data);
    write_cited(vertex);
    out_ += "    </node>\n";
    if (fault_ && fault_->kind == FaultKind::data) {
      fault_->message = std::string(graph_.key(v)) + ": " + fault_->message;
    }
  }

  /// Short, as it is to be read in a picture: of a tenure the title alone.
  [[nodiscard]] std::string_view label_of(VertexId v) const {
    const auto* tenure = std::get_if<TenureData>(&graph_[v].data);
    return tenure != nullptr && tenure->title != no_name ? graph_.text(tenure->title)
                                                         : graph_.label(v);
  }

  void look(VertexId v) {
    const Kind kind = graph_[v].kind();
    const Look& look = looks.at(static_cast<std::size_t>(kind));
    data("color", look.color);
    const auto degree =
        static_cast<std::int64_t>(out_degree(v, graph_.boost()) + in_degree(v, graph_.boost()));
    number("size", 40 + 10 * std::min<std::int64_t>(degree, 96));
    const auto [first, last] = graph_.of_kind(kind);
    const std::int64_t index = v - first;
    const std::int64_t across = std::min<std::int64_t>(last - first, columns);
    number("x", 10 * step * (index % columns) - 5 * step * (across - 1));
    number("y", -10 * (top_.at(static_cast<std::size_t>(kind)) + step * (index / columns)));
  }

  /// The documents and the first sentence that state it, and how often it is stated or named.
  void write_cited(const Vertex& vertex) {
    if (vertex.cited.empty()) {
      return;
    }
    std::string documents;
    std::optional<VertexId> last;
    for (const Citation& c : vertex.cited) {  // sorted by document
      if (last != c.document) {
        documents.append(documents.empty() ? "" : "; ");
        documents.append(graph_.key(c.document));
        last = c.document;
      }
    }
    data("document", documents);
    const bool states = vertex.kind() == Kind::tenure || vertex.kind() == Kind::resolution ||
                        vertex.kind() == Kind::event;
    if (states) {
      data("evidence", vertex.cited.front().quote);
    }
    data(states ? "evidence_count" : "mention_count", std::to_string(vertex.cited.size()));
  }

  void describe(const PersonData&) {}

  void describe(const BodyData& body) {
    data("type", body.type);
    data("level", body.level);
  }

  void describe(const PostData& post) { data("role", post.role); }

  void describe(const TenureData& tenure) {
    data("title", tenure.title);
    data("status", name_of(tenure.status));
    data("confidence", name_of(tenure.confidence));
    data("from", tenure.period.from);
    data("to", tenure.period.to);
    data("open", name_of(tenure.period.open));
    data("first_cited", tenure.cited.first);
    data("last_cited", tenure.cited.last);
    data("cited_as_over", tenure.cited.over);
  }

  void describe(const ResolutionData& resolution) {
    data("type", resolution.type);
    data("number", resolution.number);
    data("subject", resolution.subject);
    data("date", resolution.date);
  }

  void describe(const EventData& event) {
    data("type", event.type);
    data("date", event.date);
  }

  void describe(const PlaceData& place) {
    data("type", place.type);
    data("country", place.country);
  }

  void describe(const DocumentData& document) {
    data("date", document.date);
    data("lang", document.lang);
    data("source", document.source);
  }

  // --- edges --------------------------------------------------------------------------------

  void write_edge(std::size_t index, VertexId from, VertexId to, const Edge& edge) {
    out_.append("    <edge id=\"e").append(std::to_string(index));
    out_.append("\" source=\"n").append(std::to_string(from));
    out_.append("\" target=\"n").append(std::to_string(to)).append("\">\n");
    data("edge_label", name_of(edge.relation));
    data("edge_part", edge.part);
    data("edge_confidence", name_of(edge.confidence));
    data("edge_rule", edge.rule);
    if (!edge.cited.empty()) {
      data("edge_evidence", edge.cited.front().quote);
    }
    out_ += "    </edge>\n";
  }

  const Graph& graph_;
  const Iri& base_;
  Sink& sink_;
  std::array<std::int64_t, kind_count> top_{};  ///< of each kind's layer
  std::string out_;
  std::optional<Fault> fault_;
};

Result<Done> write(const Graph& graph, const FormatOptions& options, Sink& sink) {
  const Result<Iri> base = rdf::check_base(options.base);
  if (!base) {
    return base.error();
  }
  return Writer(graph, *base, sink).run();
}

}  // namespace

extern const Format graphml_format;
const Format graphml_format = {"graphml", "graphml", "application/graphml+xml",
                               "GraphML: the graph for Gephi, networkx, igraph and yEd", write};

}  // namespace nom::format
