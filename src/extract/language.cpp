// SPDX-License-Identifier: Apache-2.0
// Stage lexicon: which language each token is in. A document is in the language it says, else in
// the one whose function words it has more of; a line that speaks clearly for another is in that.
#include "extract/analysis.hpp"

#include <algorithm>

namespace nom::extract {

namespace {

/// How many words of a stretch speak for which language.
struct Signs {
  std::size_t words = 0;
  std::size_t marked = 0;
  std::size_t english = 0;
  std::size_t vietnamese = 0;
  std::size_t small = 0;  ///< marked, in small letters: no name

  void add(const Signs& more) {
    words += more.words;
    marked += more.marked;
    english += more.english;
    vietnamese += more.vietnamese;
    small += more.small;
  }
};

/// Letters that Vietnamese alone has, or hardly any other language: ă, ơ, ư, đ, and U+1EA0 on.
bool has_vietnamese_letter(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const auto next = static_cast<unsigned char>(text[i + 1]);
    if ((c == 0xE1 && (next == 0xBA || next == 0xBB)) ||
        (c == 0xC4 && (next == 0x82 || next == 0x83 || next == 0x90 || next == 0x91)) ||
        (c == 0xC6 && (next == 0xA0 || next == 0xA1 || next == 0xAF || next == 0xB0))) {
      return true;
    }
  }
  return false;
}

void count(const Analysis& a, std::size_t t, Signs& signs) {
  if (!a.tokens[t].is(shape_word)) {
    return;
  }
  ++signs.words;
  const std::string_view text = a.token_text(t);
  const bool marked = has_vietnamese_letter(text);
  signs.marked += marked ? 1U : 0U;
  signs.small += marked && !a.capital(t) ? 1U : 0U;
  // "tố" is no "to", "án" no "an", and "the" may be "thế" without its diacritics: words of both
  // speak for neither.
  const bool english = a.pack.is_function_word(a.words[t], Language::en) &&
                       std::all_of(text.begin(), text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  const bool vietnamese = a.pack.is_function_word(a.words[t], Language::vi);
  signs.english += english && !vietnamese ? 1U : 0U;
  // Nor does "Hon." speak for Vietnamese, where it would be "hơn".
  signs.vietnamese += vietnamese && (marked || (!english && !a.capital(t))) ? 1U : 0U;
}

Language language_of_document(const Analysis& a, const Signs& all) {
  if (const Language stated = language_of(a.document.lang); stated != Language::any) {
    return stated;
  }
  // Names keep their diacritics in English texts; a text that is mostly names speaks by them.
  const bool vietnamese =
      all.marked * 2 > all.words ? all.english * 4 < all.words
      : all.marked * 5 > all.words
          ? all.vietnamese > 2 * all.english || all.small > all.english ||
                (all.marked > 3 * all.english && (all.english == 0 || all.small > 0))
          : all.vietnamese * 6 > all.words && all.vietnamese > 5 * all.english &&
                all.vietnamese >= 3;
  return vietnamese ? Language::vi : Language::en;
}

/// Clear enough to outweigh the rest of the document?
bool speaks_for(Language language, const Signs& line) {
  return language == Language::vi
             ? line.words >= 4 && line.marked * 2 > line.words && line.vietnamese >= 2 &&
                   line.english * 8 < line.words
             : line.words >= 6 && line.english >= 3 && line.english * 4 > line.words &&
                   line.marked * 4 < line.words && line.english > 2 * line.vietnamese;
}

}  // namespace

void find_languages(Analysis& a) {
  const std::size_t n = a.tokens.size();
  struct Row {
    std::size_t begin = 0;
    Signs signs;
  };
  std::vector<Row> lines;
  Signs all;
  for (std::size_t t = 0; t < n; ++t) {
    if (t == 0 || a.tokens[t].is(shape_line_start)) {
      lines.push_back({t, {}});
    }
    count(a, t, lines.back().signs);
  }
  for (const Row& line : lines) {
    all.add(line.signs);
  }
  const Language main = language_of_document(a, all);
  const Language other = main == Language::vi ? Language::en : Language::vi;
  a.languages.assign(n, main);
  bool vietnamese = main == Language::vi;
  Signs inside;  // of what is in Vietnamese
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool differs = speaks_for(other, lines[i].signs);
    if (differs) {
      const std::size_t end = i + 1 < lines.size() ? lines[i + 1].begin : n;
      std::fill(a.languages.begin() + static_cast<std::ptrdiff_t>(lines[i].begin),
                a.languages.begin() + static_cast<std::ptrdiff_t>(end), other);
      vietnamese = true;
    }
    if ((main == Language::vi) != differs) {
      inside.add(lines[i].signs);
    }
  }
  if (!vietnamese) {
    return;
  }
  a.marks.resize(n);
  for (std::size_t t = 0; t < n; ++t) {
    a.marks[t] = mark_key(a.token_text(t));
  }
  a.marked = inside.marked * 5 > inside.words;
}

}  // namespace nom::extract
