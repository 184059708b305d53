// SPDX-License-Identifier: Apache-2.0
#include "text/windows_1252.hpp"

#include "name/name.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace nom::text {

namespace {

constexpr std::array<char32_t, 32> from_0x80{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/// The byte above 0x7F that Windows-1252 reads as the character; none if there is none. The five
/// bytes without a character were often kept as control characters.
std::optional<char> byte_of(char32_t c) {
  if (c >= 0x80 && c <= 0xFF) {
    return static_cast<char>(c);
  }
  const auto* const found =
      c == 0 ? from_0x80.end() : std::find(from_0x80.begin(), from_0x80.end(), c);
  return found == from_0x80.end()
             ? std::nullopt
             : std::optional(static_cast<char>(0x80 + (found - from_0x80.begin())));
}

/// What stands at a place where a sequence of bytes may have been read as so many characters.
struct Sequence {
  std::string bytes;     ///< of the character that was meant; empty if it is none
  std::size_t size = 0;  ///< of what stands there, in bytes
  bool certain = true;   ///< not a capital and a quotation mark or a dash
};

Sequence sequence_at(std::string_view utf8, std::size_t at) {
  const CodePoint lead = code_point_at(utf8, at);
  const char32_t c = lead.value;
  // Two bytes: letters of Latin scripts, Greek and Cyrillic alone, or "CAFÉ’S" would be one.
  const bool two = (c >= 0xC2 && c <= 0xC6) || (c >= 0xCE && c <= 0xD1);
  const std::size_t length = two ? 2 : c >= 0xE0 && c <= 0xEF ? 3 : c >= 0xF0 && c <= 0xF4 ? 4 : 0;
  if (length == 0) {
    return {};
  }
  Sequence found{std::string(1, static_cast<char>(c)), lead.size, true};
  while (found.bytes.size() < length && at + found.size < utf8.size()) {
    const CodePoint next = code_point_at(utf8, at + found.size);
    const auto byte = byte_of(next.value);
    if (!byte || (static_cast<unsigned char>(*byte) & 0xC0U) != 0x80U) {
      break;
    }
    found.bytes += *byte;
    found.size += next.size;
    found.certain = length > 2 || next.value < 0x2000;
  }
  if (found.bytes == "\xE2\x80") {
    found.bytes += '\x9D';  // the closing quotation mark, whose last byte is no character
  }
  return found.bytes.size() == length && find_invalid_utf8(found.bytes) == std::string_view::npos
             ? found
             : Sequence{};
}

}  // namespace

char32_t windows_1252(std::uint8_t byte) { return from_0x80.at(byte - 0x80U); }

std::string mend_encoding(std::string_view utf8) {
  constexpr char lead = '\xC3';  // of U+00C2 to U+00F4 in UTF-8
  std::size_t at = utf8.find(lead);
  while (at != std::string_view::npos && sequence_at(utf8, at).size == 0) {
    at = utf8.find(lead, at + 1);
  }
  if (at == std::string_view::npos) {
    return std::string(utf8);
  }
  std::string mended;
  mended.reserve(utf8.size());
  std::size_t sequences = 0;  // certain ones
  std::size_t letters = 0;    // beyond ASCII, as they should be
  for (at = 0; at < utf8.size();) {
    const Sequence sequence = utf8[at] == lead ? sequence_at(utf8, at) : Sequence{};
    if (sequence.size > 0) {
      sequences += sequence.certain ? 1U : 0U;
      mended += sequence.bytes;
      at += sequence.size;
      continue;
    }
    const CodePoint c = code_point_at(utf8, at);
    letters += c.value >= 0xC0 && c.value < 0x2000 ? 1U : 0U;
    mended.append(utf8, at, c.size);
    at += c.size;
  }
  return sequences > letters ? mended : std::string(utf8);
}

}  // namespace nom::text
