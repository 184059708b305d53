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

class Writer {
 public:
  Writer(const Network& network, const Iri& base, Sink& sink)
      : network_(network), base_(base), out_(sink), row_(out_, Rows::For::tools) {}

  Result<Done> nodes() {
    row_ << "key:ID"
         << ":LABEL"
         << "name"
         << "iri";
    head(network::node_attributes(network_));
    for (const Network::Node& node : network_.nodes()) {
      const std::string_view key = network_.graph().key(node.vertex);
      out_.about(key);
      row_ << key << label_of(network_.graph()[node.vertex].kind())
           << network::label_of(network_, node) << out_.iri(base_, key);
      finish_row(row_, network_, columns_, node);
      if (out_.failed()) {
        break;
      }
    }
    return out_.finish();
  }

  Result<Done> relationships() {
    row_ << ":START_ID"
         << ":END_ID"
         << ":TYPE";
    if (network_.weighted()) {
      row_ << "weight:int";
    }
    head(network::tie_attributes(network_));
    for (const Network::Tie& tie : network_.ties()) {
      const std::string_view source = key_of(tie.source);
      out_.about(source);
      row_ << source << key_of(tie.target) << upper(network::kind_of(tie));
      if (network_.weighted()) {
        row_ << std::size_t{tie.weight};
      }
      finish_row(row_, network_, columns_, tie);
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

  void head(std::vector<Attribute> columns) {
    columns_ = std::move(columns);
    for (const Attribute& attribute : columns_) {
      row_ << std::string(attribute.name).append(type_of(attribute));
    }
    row_.end_row();
  }

  const Network& network_;
  const Iri& base_;
  Out out_;
  Rows row_;
  std::vector<Attribute> columns_;
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
    {"relationships.csv", write<&Writer::relationships>},
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
