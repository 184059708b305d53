// SPDX-License-Identifier: Apache-2.0
// Tokens and sentences of a text: what every later stage walks over.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace nom {

/// What a token looks like, as bits.
enum TokenShape : std::uint16_t {
  shape_word = 1,          ///< letters (and what stands inside a word)
  shape_number = 2,        ///< begins with a digit
  shape_capital = 4,       ///< the first letter is a capital
  shape_all_capitals = 8,  ///< two letters or more, all capitals
  shape_initial = 16,      ///< one capital letter with a full stop: the stop is part of the token
  shape_glued = 32,        ///< follows a hyphen without a space: "Chair" in "Vice-Chair"
  shape_space_before = 64,
  shape_line_start = 128,  ///< first token of its line
  shape_column = 256,      ///< after a tab or two blanks and more: the next column of a table
};

/// Byte offsets of one word, number or punctuation mark. `mark` is the punctuation as ASCII
/// (dashes as '-', quotation marks as '"', bullets as '*'), 0 for words and numbers. The
/// possessive 's (or a lone apostrophe after s) is a token of its own with the mark '\''.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint16_t shape = 0;
  char mark = 0;

  [[nodiscard]] bool is(TokenShape s) const { return (shape & s) != 0; }
};

/// Splits valid UTF-8 into tokens, in order. Five dots and more, or dashes with blanks
/// between them, lead to the next column; the bar of a cell that has a line of its own is left out.
/// A capital after a small letter begins a word where the word has a letter beyond ASCII
/// ("viênBan", from which a blank was lost). Hyphenated words are split at the hyphens (the parts
/// are `shape_glued`), and so are two years or dates ("2012-2017", "4.1997-11.1997"); codes that
/// begin with a digit or mix digits into capitals ("03-NQ/TU", "24/2024/ND-CP", "C22/41") stay
/// whole, and so does an address of the web or of mail, with the mark '%'. The marks and tags of
/// Markdown and HTML are left out. Cost: linear, about 100 MB/s.
std::vector<Token> tokenise(std::string_view text);

}  // namespace nom
