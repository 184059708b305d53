// SPDX-License-Identifier: Apache-2.0
// name: strings as people write them, and how two of them are found to be the same.
//
// In:   UTF-8 text. Out: interned strings (`Names`, `NameId`), folded forms for comparison, and
// slugs for keys. Folding uses utf8proc's fixed tables, never the locale, so that the same input
// gives the same bytes on every machine.
#pragma once

#include <compare>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace nom {

/// A dense 32-bit number with a type of its own; mixing two kinds does not compile.
template <class Tag>
struct Id {
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  std::uint32_t value = none;

  [[nodiscard]] bool valid() const { return value != none; }

  friend auto operator<=>(const Id&, const Id&) = default;
};

struct NameTag;
using NameId = Id<NameTag>;

/// Interned strings: each distinct string once. NameId 0 is the empty string. Views stay valid
/// as long as the Names lives.
class Names {
 public:
  Names();
  Names(const Names&) = delete;
  Names& operator=(const Names&) = delete;
  Names(Names&&) = default;
  Names& operator=(Names&&) = default;

  NameId intern(std::string_view text);
  [[nodiscard]] std::string_view text(NameId id) const { return strings_[id.value]; }
  /// The id of a string already interned, or an invalid id.
  [[nodiscard]] NameId find(std::string_view text) const;

  [[nodiscard]] std::size_t size() const { return strings_.size(); }

 private:
  std::deque<std::string> strings_;
  std::unordered_map<std::string_view, NameId> index_;
};

/// Folded form: NFD, marks off, đ as d, case folded, apostrophes dropped, "&" as "and", any other
/// run of punctuation or white space one space, no space at either end.
/// "Ngô Đông Hải" → "ngo dong hai"; "People's Council" → "peoples council".
/// Invalid UTF-8 bytes count as punctuation. Cost: linear; ASCII takes a fast path.
std::string fold(std::string_view text);

/// What `fold` takes off one word: a number made of its diacritics and where they stand, 0 if it
/// has none. Case does not count, nor does the vowel that carries a Vietnamese tone ("Hòa" is
/// "hoà"). Of two words with one folded form, equal numbers mean the same word.
std::uint32_t mark_key(std::string_view word);

/// Folded form with "-" for spaces, for keys and IRIs: [a-z0-9-] only; any letter that does not
/// fold to ASCII is written as x and its hexadecimal code point. Never empty ("x" at least).
std::string slug(std::string_view text);

/// NFC form of valid UTF-8.
std::string to_nfc(std::string_view text);

/// Byte offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and values
/// above U+10FFFF are invalid), or npos if all of it is valid.
std::size_t find_invalid_utf8(std::string_view bytes);

/// A code point, and the bytes that it takes in UTF-8.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 1;
};

/// The code point that begins at a byte of valid UTF-8. Inline: the tokeniser asks for each.
inline CodePoint code_point_at(std::string_view utf8, std::size_t at) {
  const auto byte = [&](std::size_t k) {
    return static_cast<char32_t>(static_cast<unsigned char>(utf8[at + k]));
  };
  const auto bits = [&](std::size_t k) { return byte(k) & 0x3FU; };
  const char32_t first = byte(0);
  if (first < 0x80) {
    return {first, 1};
  }
  if (first < 0xE0) {
    return {(first & 0x1FU) << 6U | bits(1), 2};
  }
  if (first < 0xF0) {
    return {(first & 0x0FU) << 12U | bits(1) << 6U | bits(2), 3};
  }
  return {(first & 0x07U) << 18U | bits(1) << 12U | bits(2) << 6U | bits(3), 4};
}

/// Is the code point an upper- or title-case letter (Unicode category Lu or Lt)?
bool is_upper(char32_t code_point);

/// Number of code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

}  // namespace nom
