// SPDX-License-Identifier: Apache-2.0
#include "format/rows.hpp"

#include <algorithm>
#include <array>

namespace nom::format {

namespace {

/// Does a spreadsheet take this for a formula? With the wide forms, which some fold to the narrow.
bool is_formula(std::string_view text) {
  constexpr std::array<std::string_view, 10> beginnings = {"=",  "+",  "-",  "@",  "\t",
                                                           "\n", "＝", "＋", "－", "＠"};
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [text](std::string_view begin) { return text.starts_with(begin); });
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

}  // namespace

Rows& Rows::operator<<(std::string_view text) {
  if (!first_) {
    out_ << ",";
  }
  first_ = false;
  std::string field = out_.carried(text);
  if (whom_ == For::spreadsheets && is_formula(field)) {
    field.insert(0, "'");
  }
  const bool quoted = !field.empty() && (is_blank(field.front()) || is_blank(field.back()) ||
                                         field.find_first_of(",;\t\"\n") != std::string::npos);
  if (!quoted) {
    out_ << field;
    return *this;
  }
  std::string inside;
  for (const char c : field) {
    inside.append(c == '"' ? 2 : 1, c);
  }
  out_ << "\"" << inside << "\"";
  return *this;
}

Rows& Rows::operator<<(const std::optional<PartialDate>& date) {
  return *this << (date ? std::string_view(to_iso(*date)) : std::string_view());
}

Rows& Rows::operator<<(const std::optional<Day>& day) {
  return *this << (day ? std::optional(date_of(*day)) : std::nullopt);
}

Rows& Rows::operator<<(std::size_t number) {
  return *this << std::string_view(std::to_string(number));
}

void Rows::end_row() {
  out_ << "\r\n";
  first_ = true;
}

void Rows::head(std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    *this << name;
  }
  end_row();
}

}  // namespace nom::format
