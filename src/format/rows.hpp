// SPDX-License-Identifier: Apache-2.0
// rows: tables as RFC 4180 has them.
#pragma once

#include "format/out.hpp"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nom::format {

/// Writes a table cell by cell. Fields stand between quotes, with quotes doubled, where they have a
/// comma, a semicolon, a tab, a quote or a line end, or white space at an end; rows end in CR LF.
class Rows {
 public:
  enum class For : bool {
    tools,         ///< every text as it is
    spreadsheets,  ///< a text that a spreadsheet would take for a formula gets an apostrophe before
                   ///< it
  };

  Rows(Out& out, For whom) : out_(out), whom_(whom) {}

  Rows& operator<<(std::string_view text);
  Rows& operator<<(const std::optional<PartialDate>& date);
  Rows& operator<<(const std::optional<Day>& day);
  Rows& operator<<(std::size_t number);

  void end_row();
  /// The names of the columns.
  void head(std::initializer_list<std::string_view> names);

 private:
  Out& out_;
  For whom_;
  bool first_ = true;
};

/// Node and edge tables of a network, for tools: a row for each node, or for each tie, whose first
/// cells the format writes, and after them the attributes, each in its column.
class NetworkRows {
 public:
  NetworkRows(const Graph& graph, const FormatOptions& options, Sink& sink)
      : network_(network::of(graph, {options.project, options.on, false})),
        base_(options.base),
        out_(sink),
        row_(out_, Rows::For::tools) {}

  [[nodiscard]] const Network& network() const { return network_; }

  /// `names` are those of the first columns, `named` makes the name of an attribute's. `begin`
  /// writes the first cells: begin(row, node, key, iri).
  template <class Named, class Begin>
  Result<Done> nodes(std::initializer_list<std::string_view> names, Named named, Begin begin) {
    return each(names, named, network::node_attributes(network_), network_.nodes(),
                [&](const Network::Node& node) {
                  const std::string_view key = network_.graph().key(node.vertex);
                  out_.about(key);
                  begin(row_, node, key, out_.iri(base_, key));
                });
  }

  /// The same for ties: begin(row, tie, key of the source, key of the target).
  template <class Named, class Begin>
  Result<Done> ties(std::initializer_list<std::string_view> names, Named named, Begin begin) {
    return each(names, named, network::tie_attributes(network_), network_.ties(),
                [&](const Network::Tie& tie) {
                  out_.about(key_of(tie.source));
                  begin(row_, tie, key_of(tie.source), key_of(tie.target));
                });
  }

 private:
  template <class Named, class All, class Begin>
  Result<Done> each(std::initializer_list<std::string_view> names, Named named,
                    const std::vector<network::Attribute>& columns, const All& all, Begin begin) {
    for (const std::string_view name : names) {
      row_ << name;
    }
    for (const network::Attribute& attribute : columns) {
      row_ << named(attribute);
    }
    row_.end_row();
    for (auto each = all.begin(); each != all.end() && !out_.failed(); ++each) {
      begin(*each);
      std::size_t next = 0;
      network::describe(network_, *each, [&](std::string_view name, std::string_view value) {
        for (; columns.at(next).name != name; ++next) {
          row_ << "";
        }
        row_ << value;
        ++next;
      });
      for (; next < columns.size(); ++next) {
        row_ << "";
      }
      row_.end_row();
    }
    return out_.finish();
  }

  [[nodiscard]] std::string_view key_of(std::uint32_t node) const {
    return network_.graph().key(network_.nodes()[node].vertex);
  }

  Network network_;
  const Iri& base_;
  Out out_;
  Rows row_;
};

}  // namespace nom::format
