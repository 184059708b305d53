// SPDX-License-Identifier: Apache-2.0
// Nodes and edges as Gephi's spreadsheet import (File → Import spreadsheet) takes them, and most
// that read edge lists. Ids are the keys in the graph. Gephi unites parallel edges of one `Kind`.
// Tables have no colours, places and times: GraphML and GEXF have.
#include "format/rows.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace nom::format {

namespace {

class Writer {
 public:
  Writer(const Network& network, const Iri& base, Sink& sink)
      : network_(network), base_(base), out_(sink), row_(out_, Rows::For::tools) {}

  Result<Done> nodes() {
    row_ << "Id"
         << "Label"
         << "kind"
         << "iri";
    const std::vector<network::Attribute> columns = network::node_attributes(network_);
    head(columns);
    for (const Network::Node& node : network_.nodes()) {
      const std::string_view key = network_.graph().key(node.vertex);
      out_.about(key);
      row_ << key << network::label_of(network_, node)
           << name_of(network_.graph()[node.vertex].kind()) << out_.iri(base_, key);
      finish_row(row_, network_, columns, node);
      if (out_.failed()) {
        break;
      }
    }
    return out_.finish();
  }

  Result<Done> edges() {
    row_ << "Source"
         << "Target"
         << "Type"
         << "Id"
         << "Label"
         << "Kind"
         << "Weight";
    const std::vector<network::Attribute> columns = network::tie_attributes(network_);
    head(columns);
    std::size_t number = 0;
    for (const Network::Tie& tie : network_.ties()) {
      const std::string_view source = key_of(tie.source);
      const std::string_view says = network::kind_of(tie);
      out_.about(source);
      row_ << source << key_of(tie.target) << (network_.directed() ? "Directed" : "Undirected")
           << "e" + std::to_string(number++) << says << says << std::size_t{tie.weight};
      finish_row(row_, network_, columns, tie);
      if (out_.failed()) {
        break;
      }
    }
    return out_.finish();
  }

 private:
  [[nodiscard]] std::string_view key_of(std::uint32_t node) const {
    return network_.graph().key(network_.nodes()[node].vertex);
  }

  void head(const std::vector<network::Attribute>& columns) {
    for (const network::Attribute& attribute : columns) {
      row_ << attribute.name;
    }
    row_.end_row();
  }

  const Network& network_;
  const Iri& base_;
  Out out_;
  Rows row_;
};

template <Result<Done> (Writer::*file)()>
Result<Done> write(const Graph& graph, const FormatOptions& options, Sink& sink) {
  const Result<Iri> base = rdf::check_base(options.base);
  if (!base) {
    return base.error();
  }
  const Network network = network::of(graph, {options.project, options.on, false});
  return (Writer(network, *base, sink).*file)();
}

constexpr std::array<Part, 2> parts = {{
    {"nodes.csv", write<&Writer::nodes>},
    {"edges.csv", write<&Writer::edges>},
}};

}  // namespace

extern const Format gephi_format;
const Format gephi_format = {.name = "gephi",
                             .extension = "csv",
                             .media_type = "text/csv",
                             .help = "Node and edge tables for Gephi's spreadsheet import",
                             .parts = parts,
                             .projects = true,
                             .on_a_day = true};

}  // namespace nom::format
