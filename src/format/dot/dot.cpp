// SPDX-License-Identifier: Apache-2.0
// DOT for Graphviz. Of the whole graph: the chart that `dot` draws, bodies (boxes) with the bodies
// under them and their posts (rounded), each with its holders and their time; posts that belong to
// no body and people of whom no post is known stand apart. Of a projection: its nodes and ties
// (`neato` or `sfdp` for those that are not hierarchies). Inferred ties are dashed; ids are the
// keys in the graph, links their IRIs.
#include "format/out.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace nom::format {

namespace {

class Writer {
 public:
  Writer(const Graph& graph, const FormatOptions& options, Sink& sink)
      : graph_(graph), options_(options), out_(sink) {}

  Result<Done> chart() {
    out_ << "digraph nomenclator {\n"
            "  graph [rankdir=LR, charset=\"UTF-8\"]\n"
            "  node [shape=box, fontname=\"Helvetica\", fontsize=11]\n"
            "  edge [dir=none, color=\"#666666\"]\n";
    each_of(graph_, Kind::body, out_, [this](VertexId v) {
      node(v, quoted(graph_.label(v)), ", style=filled, fillcolor=\"#f6ddcc\"");
    });
    each_of(graph_, Kind::post, out_, [this](VertexId v) {
      std::string label = escaped(graph_.label(v));
      for (const VertexId tenure : tenures_of(v)) {
        label += "\\n" + escaped(holder_of(tenure));
      }
      node(v, "\"" + label + "\"", ", style=rounded");
    });
    each_of(graph_, Kind::person, out_, [this](VertexId v) {
      if (graph_.in(v, Relation::holder).empty()) {
        node(v, quoted(graph_.label(v)), ", shape=plaintext");
      }
    });
    each_of(graph_, Kind::body, out_, [this](VertexId v) { edges(v, Relation::under); });
    each_of(graph_, Kind::post, out_, [this](VertexId v) { edges(v, Relation::in_body); });
    out_ << "}\n";
    return out_.finish();
  }

  Result<Done> draw(const Network& network) {
    const bool directed = network.directed();
    out_ << (directed ? "digraph" : "graph")
         << " nomenclator {\n"
            "  graph [charset=\"UTF-8\", overlap=false, rankdir=BT]\n"
            "  node [style=filled, fontname=\"Helvetica\", fontsize=11, fontcolor=\"#ffffff\"]\n"
            "  edge [fontname=\"Helvetica\", fontsize=9]\n";
    each_node(network, out_, [&](std::size_t, const Network::Node& n) {
      node(n.vertex, quoted(network::label_of(network, n)),
           ", fillcolor=\"" + std::string(network::color_of(network, n)) + "\"");
    });
    each_tie(network, out_, [&](std::size_t, const Network::Tie& tie) {
      out_ << "  " << quoted(graph_.key(network.nodes()[tie.source].vertex))
           << (directed ? " -> " : " -- ") << quoted(graph_.key(network.nodes()[tie.target].vertex))
           << " [label=\"" << network::kind_of(tie)
           << (network.weighted() ? " " + std::to_string(tie.weight) : "") << "\"";
      if (network.weighted()) {
        out_ << ", weight=" << std::to_string(std::min<std::uint32_t>(tie.weight, most_weight));
      }
      if (tie.edge != nullptr && tie.edge->confidence == Confidence::inferred) {
        out_ << ", style=dashed";
      }
      out_ << "]\n";
    });
    out_ << "}\n";
    return out_.finish();
  }

 private:
  static constexpr std::uint32_t most_weight = 1000;  // dot's own arithmetic ends not far above

  /// What stands between quotes: a backslash is one, and no escape of Graphviz, an ampersand one,
  /// and the beginning of no entity.
  std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : out_.carried(text)) {
      if (c == '"' || c == '\\') {
        out += '\\';
      }
      if (c == '\n') {
        out += "\\n";
      } else if (c == '&') {
        out += "&amp;";
      } else {
        out += c;
      }
    }
    return out;
  }

  std::string quoted(std::string_view text) { return "\"" + escaped(text) + "\""; }

  void node(VertexId v, std::string_view label, std::string_view look) {
    out_ << "  " << quoted(graph_.key(v)) << " [label=" << label << ", URL=\""
         << out_.iri(options_.base, graph_.key(v)) << "\"" << look << "]\n";
  }

  void edges(VertexId v, Relation relation) {
    for (const auto& [target, edge] : graph_.edges(v, relation)) {
      out_ << "  " << quoted(graph_.key(target)) << " -> " << quoted(graph_.key(v))
           << (edge->confidence == Confidence::inferred ? " [style=dashed]" : "") << "\n";
    }
  }

  [[nodiscard]] const TenureData& data(VertexId tenure) const {
    return std::get<TenureData>(graph_[tenure].data);
  }

  /// Those who hold the post (on the day, if one is asked for), by their start, undated last.
  std::vector<VertexId> tenures_of(VertexId post) {
    std::vector<std::pair<Day, VertexId>> found;
    for (const VertexId v : graph_.in(post, Relation::of_post)) {
      const TenureData& tenure = data(v);
      if (options_.on && holds_on(tenure.period, tenure.cited, *options_.on) == Truth::no) {
        continue;
      }
      found.emplace_back(network::start_of(tenure), v);
    }
    std::sort(found.begin(), found.end());
    std::vector<VertexId> tenures;
    tenures.reserve(found.size());
    for (const auto& [start, v] : found) {
      tenures.push_back(v);
    }
    return tenures;
  }

  /// "Bo Rask, former, 2016 to 2021-11-03", "Ann Lee, acting, cited 2020-01 to 2021"
  [[nodiscard]] std::string holder_of(VertexId v) const {
    const TenureData& tenure = data(v);
    const auto person = graph_.one(v, Relation::holder);
    std::string line(person ? graph_.label(*person) : graph_.label(v));
    line.append(", ").append(name_of(tenure.status));
    const std::optional<PartialDate>& from = tenure.period.from;
    const std::optional<PartialDate> to = end_date_of(graph_, v);
    if (from) {
      line += (to ? ", " : ", since ") + to_iso(*from);
    }
    if (to) {
      line += (from ? " to " : ", until ") + to_iso(*to);
    }
    const Citations& cited = tenure.cited;
    if (!from && !to && cited.first) {
      line += ", cited " + to_iso(*cited.first);
      line += cited.last && cited.last != cited.first ? " to " + to_iso(*cited.last) : "";
    }
    return line;
  }

  const Graph& graph_;
  const FormatOptions& options_;
  Out out_;
};

Result<Done> write(const Graph& graph, const FormatOptions& options, Sink& sink) {
  Writer writer(graph, options, sink);
  return options.project == Projection::whole
             ? writer.chart()
             : writer.draw(network::of(graph, {options.project, options.on, false}));
}

}  // namespace

extern const Format dot_format;
const Format dot_format = {
    .name = "dot",
    .extension = "gv",
    .media_type = "text/vnd.graphviz",
    .help = "Graphviz: the bodies with the bodies under them, their posts and holders",
    .write = write,
    .holds = kinds_of({Kind::person, Kind::body, Kind::post, Kind::tenure}),
    .tells =
        relations_of({Relation::holder, Relation::of_post, Relation::in_body, Relation::under}),
    .tells_merged = false,
    .tells_parts_in_events = false,
    .projects = true,
    .on_a_day = true};

}  // namespace nom::format
