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

/// A node or a tie of a network: its attributes, each in its column of `columns`, to the end of the
/// row.
template <class Described>
void finish_row(Rows& row, const Network& network, const std::vector<network::Attribute>& columns,
                const Described& what) {
  std::size_t next = 0;
  network::describe(network, what, [&](std::string_view name, std::string_view value) {
    for (; columns.at(next).name != name; ++next) {
      row << "";
    }
    row << value;
    ++next;
  });
  for (; next < columns.size(); ++next) {
    row << "";
  }
  row.end_row();
}

}  // namespace nom::format
