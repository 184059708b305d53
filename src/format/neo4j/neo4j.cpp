// SPDX-License-Identifier: Apache-2.0
// Nodes and relationships as Neo4j's bulk import takes them:
//
//   neo4j-admin database import full --multiline-fields=true --nodes=nodes.csv
//       --relationships=relationships.csv
//
// The id of a node is its key in the graph; its label its kind (Person, Tenure …); whole days have
// the type date, dates as the sources give them are text. An empty field is no property.
// https://neo4j.com/docs/operations-manual/current/tools/neo4j-admin/neo4j-admin-import/
#include "format/rows.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nom::format {

namespace {

using network::Attribute;

std::string_view type_of(const Attribute& attribute) {
  switch (attribute.type) {
    case Attribute::Type::text:
      return "";
    case Attribute::Type::day:
      return ":date";
    case Attribute::Type::integer:
      return ":int";
  }
  return "";
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return out;
}

/// "person" → "Person"
std::string label_of(Kind kind) {
  const std::string_view name = name_of(kind);
  return upper(name.substr(0, 1)).append(name.substr(1));
}

std::string name_of_column(const Attribute& attribute) {
  return std::string(attribute.name).append(type_of(attribute));
}

Result<Done> nodes(const Graph& graph, const FormatOptions& options, Sink& sink) {
  NetworkRows table(graph, options, sink);
  return table.nodes(
      {"key:ID", ":LABEL", "name", "iri"}, name_of_column,
      [&](Rows& row, const Network::Node& node, std::string_view key, const std::string& iri) {
        row << key << label_of(graph[node.vertex].kind())
            << network::label_of(table.network(), node) << iri;
      });
}

Result<Done> relationships(const Graph& graph, const FormatOptions& options, Sink& sink) {
  NetworkRows table(graph, options, sink);
  const bool weighted = table.network().weighted();
  const auto begin = [&](Rows& row, const Network::Tie& tie, std::string_view source,
                         std::string_view target) {
    row << source << target << upper(network::kind_of(tie));
    if (weighted) {
      row << std::size_t{tie.weight};
    }
  };
  return weighted
             ? table.ties({":START_ID", ":END_ID", ":TYPE", "weight:int"}, name_of_column, begin)
             : table.ties({":START_ID", ":END_ID", ":TYPE"}, name_of_column, begin);
}

constexpr std::array<Part, 2> parts = {{
    {"nodes.csv", nodes},
    {"relationships.csv", relationships},
}};

}  // namespace

extern const Format neo4j_format;
const Format neo4j_format = {.name = "neo4j",
                             .extension = "csv",
                             .media_type = "text/csv",
                             .help = "Nodes and relationships for Neo4j's bulk import",
                             .parts = parts,
                             .projects = true,
                             .on_a_day = true};

}  // namespace nom::format
