// SPDX-License-Identifier: Apache-2.0
// Nodes and edges as Gephi's spreadsheet import (File → Import spreadsheet) takes them, and most
// that read edge lists. Ids are the keys in the graph. Gephi unites parallel edges of one `Kind`,
// so that one has the part in an event as well. Tables have no colours, places and times: GraphML
// and GEXF have.
#include "format/rows.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace nom::format {

namespace {

std::string_view name_of_column(const network::Attribute& attribute) { return attribute.name; }

Result<Done> nodes(const Graph& graph, const FormatOptions& options, Sink& sink) {
  NetworkRows table(graph, options, sink);
  return table.nodes(
      {"Id", "Label", "kind", "iri"}, name_of_column,
      [&](Rows& row, const Network::Node& node, std::string_view key, const std::string& iri) {
        row << key << network::label_of(table.network(), node) << name_of(graph[node.vertex].kind())
            << iri;
      });
}

Result<Done> edges(const Graph& graph, const FormatOptions& options, Sink& sink) {
  NetworkRows table(graph, options, sink);
  std::size_t number = 0;
  return table.ties(
      {"Source", "Target", "Type", "Id", "Label", "Kind", "Weight"}, name_of_column,
      [&](Rows& row, const Network::Tie& tie, std::string_view source, std::string_view target) {
        row << source << target << (table.network().directed() ? "Directed" : "Undirected")
            << "e" + std::to_string(number++) << network::kind_of(tie)
            << network::strand_of(table.network(), tie) << std::size_t{tie.weight};
      });
}

constexpr std::array<Part, 2> parts = {{
    {"nodes.csv", nodes},
    {"edges.csv", edges},
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
