// SPDX-License-Identifier: Apache-2.0
#include "text/check.hpp"

#include "name/name.hpp"

namespace nom::text {

namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 30U;
constexpr std::string_view bom = "\xEF\xBB\xBF";

std::string hex(unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {'0', 'x', digits[byte >> 4U], digits[byte & 0xFU]};
}

}  // namespace

std::string_view without_bom(std::string_view bytes) {
  return bytes.starts_with(bom) ? bytes.substr(bom.size()) : bytes;
}

Where where_of(std::string_view bytes, std::size_t offset, const std::string& file) {
  int line = 1;
  std::size_t line_begin = bytes.size() - without_bom(bytes).size();
  for (std::size_t i = line_begin; i < offset; ++i) {
    if (bytes[i] == '\n' || (bytes[i] == '\r' && !bytes.substr(i + 1).starts_with('\n'))) {
      ++line;
      line_begin = i + 1;
    }
  }
  const std::size_t before =
      offset > line_begin ? count_code_points(bytes.substr(line_begin, offset - line_begin)) : 0;
  return {file, line, static_cast<int>(before) + 1, {}};
}

std::optional<Fault> check(std::string_view bytes, const std::string& file) {
  if (bytes.size() > most_bytes) {
    return Fault{FaultKind::data,
                 "the text has more than 1 GiB",
                 {file, 0, 0, {}},
                 "split it, or give the documents as JSON Lines"};
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return Fault{FaultKind::syntax,
                 "the text is UTF-16, not UTF-8",
                 {file, 1, 1, {}},
                 "save the file as UTF-8"};
  }
  if (const std::size_t at = find_invalid_utf8(bytes); at != std::string_view::npos) {
    return Fault{FaultKind::syntax,
                 "byte " + hex(static_cast<unsigned char>(bytes[at])) + " is not UTF-8",
                 where_of(bytes, at, file), "save the file as UTF-8"};
  }
  return std::nullopt;
}

}  // namespace nom::text
