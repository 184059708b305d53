// SPDX-License-Identifier: Apache-2.0
// The tree of a chart as a Graphviz text. The form follows the DOT language of Graphviz:
// https://graphviz.org/doc/info/lang.html
#include "query/query.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nom::query {

namespace {

// Inside quotation marks. "\l" ends a line that is set to the left.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
    }
    out += c == '\n' || c == '\t' ? ' ' : c;
  }
  return out;
}

}  // namespace

std::string dot(const Answer& chart) {
  const auto column = [&chart](std::string_view name) {
    std::size_t c = 0;
    while (c < chart.columns.size() && chart.columns[c].name != name) {
      ++c;
    }
    return c;
  };
  const std::size_t answered = column("answer");
  std::string nodes;
  std::string edges;
  std::vector<std::size_t> above;  // by depth: the number of the last body
  std::size_t count = 0;
  for (std::size_t r = 0; r < chart.rows.size(); ++r) {
    const std::vector<std::string>& cells = chart.rows[r].cells;
    const auto cell = [&](std::string_view name) -> const std::string& {
      return cells[column(name)];
    };
    const std::size_t depth = chart.rows[r].depth;
    if (r == 0 || chart.rows[r - 1].of != chart.rows[r].of) {
      nodes += count == 0 ? "" : "\"];\n";
      nodes += "  b" + std::to_string(count) + " [label=\"" + escaped(cell("body")) + "\\n";
      above.resize(depth);
      if (depth > 0) {
        edges += "  b" + std::to_string(above.back()) + " -> b" + std::to_string(count) +
                 (cell("under") == "stated" ? ";\n" : " [style=dashed];\n");
      }
      above.push_back(count++);
    }
    if (!cell("post").empty()) {
      std::string line = cell("post") + ": ";
      line += cell("person").empty() ? cell("status") : cell("person");
      if (!cell("person").empty() && cell("status") != "current") {
        line += " (" + cell("status") + ")";
      }
      if (answered < cells.size() && cells[answered] == "possible" && !cell("person").empty()) {
        line += "?";
      }
      nodes += escaped(line) + "\\l";
    }
  }
  nodes += count == 0 ? "" : "\"];\n";
  return "digraph chart {\n  rankdir=TB;\n  node [shape=box, fontname=\"sans-serif\"];\n" + nodes +
         edges + "}\n";
}

}  // namespace nom::query
