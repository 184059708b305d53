// SPDX-License-Identifier: Apache-2.0
// GraphML for Gephi, gephi-lite, networkx, igraph and yEd. Ours and not Boost's write_graphml,
// which writes control characters, gives edges no labels and writes every property on every
// element.
//
// Nodes are n0, n1 … with label, kind, key, IRI, colour, size and a place to stand; what else is
// known of a node is in columns of their own. Edges (e0, e1 …) say their relation; only what is
// counted has a weight, and none is 0, which would drop the edge. Dates are text at their
// precision, as GraphML has no time. Nothing is left out in silence: characters that XML cannot
// hold become U+FFFD, and a text that is not UTF-8 is a fault.
#include "format/out.hpp"

#include <cstdint>
#include <string>

namespace nom::format {

namespace {

class Writer {
 public:
  Writer(const Network& network, const Iri& base, Sink& sink)
      : network_(network), base_(base), out_(sink) {}

  Result<Done> run() {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
            "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
            "    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
            "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    // Ids of keys are their names. Gephi takes label, color, size, x and y as what is seen.
    for (const char* name : {"label", "kind", "key", "iri", "color"}) {
      declare(name, "node", name, "string");
    }
    for (const char* name : {"size", "x", "y"}) {
      declare(name, "node", name, "double");
    }
    for (const network::Attribute& attribute : network::node_attributes(network_)) {
      declare(attribute.name, "node", attribute.name, type_of(attribute));
    }
    declare("edge_label", "edge", "label", "string");
    if (network_.weighted()) {
      declare("edge_weight", "edge", "weight", "double");
    }
    for (const network::Attribute& attribute : network::tie_attributes(network_)) {
      declare(edge_id(attribute.name), "edge", attribute.name, type_of(attribute));
    }
    out_ << R"(  <graph id="g" edgedefault=")" << (network_.directed() ? "directed" : "undirected")
         << "\">\n";
    const auto one = [this](std::size_t number, const auto& what) { write(number, what); };
    each_node(network_, out_, one);
    each_tie(network_, out_, one);
    out_ << "  </graph>\n</graphml>\n";
    return out_.finish();
  }

 private:
  static std::string_view type_of(const network::Attribute& attribute) {
    return attribute.type == network::Attribute::Type::integer ? "int" : "string";
  }

  // The label key of edges cannot have the id of the label key of nodes; its name is the same.
  static std::string edge_id(std::string_view name) { return "edge_" + std::string(name); }

  void declare(std::string_view id, std::string_view element, std::string_view name,
               std::string_view type) {
    out_ << "  <key id=\"" << id << "\" for=\"" << element << "\" attr.name=\"" << name
         << "\" attr.type=\"" << type << "\"/>\n";
  }

  void data(std::string_view key, std::string_view text) {
    out_ << "      <data key=\"" << key << "\">" << xml_text(out_.carried(text)) << "</data>\n";
  }

  void write(std::size_t index, const Network::Node& node) {
    const std::string_view key = network_.graph().key(node.vertex);
    out_ << "    <node id=\"n" << std::to_string(index) << "\">\n";
    data("label", network::label_of(network_, node));
    data("kind", name_of(network_.graph()[node.vertex].kind()));
    data("key", key);
    data("iri", out_.iri(base_, key));
    data("color", network::color_of(network_, node));
    data("size", from_tenths(network::size_tenths(node)));
    data("x", from_tenths(10 * std::int64_t{node.x}));
    data("y", from_tenths(10 * std::int64_t{node.y}));
    network::describe(network_, node,
                      [this](std::string_view name, std::string_view value) { data(name, value); });
    out_ << "    </node>\n";
  }

  void write(std::size_t index, const Network::Tie& tie) {
    out_ << "    <edge id=\"e" << std::to_string(index) << "\" source=\"n"
         << std::to_string(tie.source) << "\" target=\"n" << std::to_string(tie.target) << "\">\n";
    data("edge_label", network::kind_of(tie));
    if (network_.weighted()) {
      data("edge_weight", std::to_string(tie.weight));
    }
    network::describe(network_, tie, [this](std::string_view name, std::string_view value) {
      data(edge_id(name), value);
    });
    out_ << "    </edge>\n";
  }

  const Network& network_;
  const Iri& base_;
  Out out_;
};

Result<Done> write(const Graph& graph, const FormatOptions& options, Sink& sink) {
  const Network network = network::of(graph, {options.project, options.on, false, true});
  return Writer(network, options.base, sink).run();
}

}  // namespace

extern const Format graphml_format;
const Format graphml_format = {.name = "graphml",
                               .extension = "graphml",
                               .media_type = "application/graphml+xml",
                               .help = "GraphML: the graph for Gephi, networkx, igraph and yEd",
                               .write = write,
                               .projects = true,
                               .on_a_day = true};

}  // namespace nom::format
