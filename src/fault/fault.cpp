// SPDX-License-Identifier: Apache-2.0
#include "fault/fault.hpp"

#include <algorithm>
#include <array>

namespace nom {

namespace {

struct Row {
  FaultKind kind;
  std::string_view name;
  int exit_code;
};

constexpr std::array<Row, 7> table{{
    {FaultKind::usage, "usage", 2},
    {FaultKind::io, "io", 3},
    {FaultKind::syntax, "syntax", 3},
    {FaultKind::schema, "schema", 3},
    {FaultKind::data, "data", 3},
    {FaultKind::bug, "bug", 4},
    {FaultKind::warning, "warning", 0},
}};

const Row& row_of(FaultKind kind) { return table.at(static_cast<std::size_t>(kind)); }

}  // namespace

std::string_view name_of(FaultKind kind) { return row_of(kind).name; }

int exit_code(FaultKind kind) { return row_of(kind).exit_code; }

std::string to_string(const Fault& fault) {
  std::string out;
  if (!fault.where.file.empty()) {
    out += fault.where.file + ':';
  }
  if (fault.where.line > 0) {
    out += std::to_string(fault.where.line) + ':';
    if (fault.where.column > 0) {
      out += std::to_string(fault.where.column) + ':';
    }
  }
  out += out.empty() ? "" : " ";
  out += fault.kind == FaultKind::warning ? "warning: " : "error: ";
  out += fault.message;
  if (!fault.where.pointer.empty()) {
    out += " (at " + fault.where.pointer + ')';
  }
  if (!fault.hint.empty()) {
    out += "\n  hint: " + fault.hint;
  }
  return out;
}

int Faults::exit_code() const {
  int gravest = 0;
  for (const Fault& fault : all_) {
    gravest = std::max(gravest, nom::exit_code(fault.kind));
  }
  return gravest;
}

}  // namespace nom
