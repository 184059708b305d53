// SPDX-License-Identifier: Apache-2.0
#include "name/name.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace nom {

namespace {

/// What a character does to the folded form; anything else in the table is what it becomes.
constexpr char breaks = 0;  ///< ends a word
constexpr char drops = 1;   ///< vanishes inside a word

constexpr std::array<char, 128> make_ascii() {
  std::array<char, 128> table{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyz0123456789")) {
    table[static_cast<unsigned char>(c)] = c;
  }
  for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
    table[static_cast<unsigned char>(c)] = static_cast<char>(c - 'A' + 'a');
  }
  table['\''] = drops;
  table['`'] = drops;
  return table;
}

constexpr auto ascii = make_ascii();

/// Letters that Unicode does not decompose, though texts without the stroke, the ligature or the
/// dot mean the same name. Sorted; after case folding.
struct Letter {
  utf8proc_int32_t code_point;
  std::string_view folded;
};

constexpr std::array letters{
    Letter{0x00AA, "a"},   // ª, as in 2ª
    Letter{0x00BA, "o"},   // º, as in Nº
    Letter{0x00E6, "ae"},  // æ: Danish and Norwegian names
    Letter{0x00F0, "d"},   // ð: Icelandic, Gudmundsson
    Letter{0x00F8, "o"},   // ø: Sorensen
    Letter{0x00FE, "th"},  // þ: Thordarson
    Letter{0x0111, "d"},   // đ: Vietnamese and Croatian
    Letter{0x0127, "h"},   // ħ: Maltese
    Letter{0x0131, "i"},   // ı: Turkish, Yildiz
    Letter{0x0142, "l"},   // ł: Polish, Walesa
    Letter{0x014B, "ng"},  // ŋ: Sami and West African
    Letter{0x0153, "oe"},  // œ: French
    Letter{0x0167, "t"},   // ŧ: Sami
    Letter{0x0180, "b"},   // ƀ: Central Highlands of Viet Nam
    Letter{0x0192, "f"},   // ƒ: Ewe
    Letter{0x01E5, "g"},   // ǥ: Sami
    Letter{0x0253, "b"},   // ɓ: Hausa
    Letter{0x0254, "o"},   // ɔ: Akan
    Letter{0x0257, "d"},   // ɗ: Hausa
    Letter{0x0259, "a"},   // ə: Azerbaijani, Aliyev
    Letter{0x025B, "e"},   // ɛ: Akan
    Letter{0x0268, "i"},   // ɨ
    Letter{0x0199, "k"},   // ƙ: Hausa
    Letter{0x01B4, "y"},   // ƴ: Hausa
};

std::string_view special(utf8proc_int32_t code_point) {
  const auto* const it = std::find_if(letters.begin(), letters.end(), [&](const Letter& letter) {
    return letter.code_point == code_point;
  });
  return it == letters.end() ? std::string_view() : it->folded;
}

/// Apostrophes and what is typed for one (ʻokina, prime, the spacing acute and grave).
bool is_apostrophe(utf8proc_int32_t c) {
  return c == 0x2019 || c == 0x2018 || c == 0x201B || c == 0x02BC || c == 0x02BB || c == 0x02B9 ||
         c == 0x00B4 || c == 0x2032 || c == 0xFF07;
}

/// The folded form, grown one character at a time: a break writes nothing until a letter follows.
class Folded {
 public:
  explicit Folded(std::size_t bytes) { out_.reserve(bytes); }

  void break_word() { gap_ = !out_.empty(); }

  void add(char c) {
    close_gap();
    out_ += c;
  }

  void add(std::string_view bytes) {
    if (!bytes.empty()) {
      close_gap();
      out_ += bytes;
    }
  }

  std::string take() { return std::move(out_); }

 private:
  void close_gap() {
    if (gap_) {
      out_ += ' ';
      gap_ = false;
    }
  }

  std::string out_;
  bool gap_ = false;
};

/// One code point of a decomposed, case-folded sequence.
void add_part(utf8proc_int32_t part, Folded& out) {
  if (part < 0x80) {
    const char c = ascii[static_cast<std::size_t>(part)];
    if (c == breaks) {
      out.break_word();
    } else if (c != drops) {
      out.add(c);
    }
    return;
  }
  if (is_apostrophe(part)) {
    return;
  }
  if (const std::string_view folded = special(part); !folded.empty()) {
    out.add(folded);
    return;
  }
  const utf8proc_property_t* const property = utf8proc_get_property(part);
  switch (property->category) {
    case UTF8PROC_CATEGORY_MN:
      // Class 0 to 9 are vowel signs, nuktas and viramas of Indic and Thai scripts: without them
      // different words would be one. Accents, tone marks and harakat have 10 and more.
      if (property->combining_class >= 10) {
        return;
      }
      break;
    case UTF8PROC_CATEGORY_ME:
      return;
    case UTF8PROC_CATEGORY_CF:
      if (part == 0x200B || part == 0xFEFF) {
        out.break_word();  // zero width *space*; the others (soft hyphen, joiners) are no break
      }
      return;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      break;
    default:
      out.break_word();
      return;
  }
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = static_cast<std::size_t>(utf8proc_encode_char(part, bytes.data()));
  out.add(std::string_view(reinterpret_cast<const char*>(bytes.data()), size));
}

/// A code point, decomposed and case-folded.
void add_code_point(utf8proc_int32_t code_point, Folded& out) {
  std::array<utf8proc_int32_t, 32> parts{};  // the longest full decomposition has 18
  int boundary_class = 0;
  const auto count = utf8proc_decompose_char(
      code_point, parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD), &boundary_class);
  for (std::size_t i = 0; i < static_cast<std::size_t>(std::max<utf8proc_ssize_t>(count, 0)); ++i) {
    add_part(parts[i], out);
  }
}

/// Precomposed Latin letters, up to U+024F and from U+1E00 to U+1EFF, folded once: the letters of
/// most texts that are not ASCII. Empty for what is no such letter.
class LatinLetters {
 public:
  static const LatinLetters& get() {
    static const LatinLetters made;
    return made;
  }

  [[nodiscard]] std::string_view folded(utf8proc_int32_t code_point) const {
    const auto c = static_cast<std::size_t>(code_point);
    return c >= low_begin && c < low_end     ? folded_[c - low_begin]
           : c >= high_begin && c < high_end ? folded_[c - high_begin + low]
                                             : std::string_view();
  }

 private:
  static constexpr std::size_t low_begin = 0xC0;
  static constexpr std::size_t low_end = 0x250;
  static constexpr std::size_t high_begin = 0x1E00;
  static constexpr std::size_t high_end = 0x1F00;
  static constexpr std::size_t low = low_end - low_begin;

  LatinLetters() {
    for (std::size_t i = 0; i < folded_.size(); ++i) {
      const auto c = static_cast<utf8proc_int32_t>(i < low ? i + low_begin : i - low + high_begin);
      const utf8proc_category_t category = utf8proc_category(c);
      if (category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LL) {
        Folded out(4);
        add_code_point(c, out);
        folded_[i] = out.take();
      }
    }
  }

  std::array<std::string, low + high_end - high_begin> folded_;
};

/// Folds the code point (or the stray byte) at `at`, which is not ASCII; returns its size.
std::size_t fold_beyond_ascii(std::string_view text, std::size_t at, Folded& out) {
  utf8proc_int32_t code_point = 0;
  const auto left = std::min<std::size_t>(text.size() - at, 4);
  const utf8proc_ssize_t size =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                       static_cast<utf8proc_ssize_t>(left), &code_point);
  if (size <= 0) {
    out.break_word();
    return 1;
  }
  if (const std::string_view letter = LatinLetters::get().folded(code_point); !letter.empty()) {
    out.add(letter);
  } else {
    add_code_point(code_point, out);
  }
  return static_cast<std::size_t>(size);
}

}  // namespace

std::string fold(std::string_view text) {
  Folded out(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) {
      at += fold_beyond_ascii(text, at, out);
      continue;
    }
    const std::size_t from = at++;
    const char c = ascii[byte];
    if (c > drops) {
      // Runs of what stays as it is.
      while (at < text.size() && text[at] >= 'a' && text[at] <= 'z') {
        ++at;
      }
      out.add(c);
      out.add(text.substr(from + 1, at - from - 1));
    } else if (c == breaks) {
      out.break_word();
      if (byte == '&') {
        out.add("and");
        out.break_word();
      }
    }
  }
  return out.take();
}

std::string slug(std::string_view text) {
  const std::string folded = fold(text);
  std::string out;
  out.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    const auto byte = static_cast<unsigned char>(folded[at]);
    if (byte < 0x80) {
      out += byte == ' ' ? '-' : folded[at];
      ++at;
      continue;
    }
    utf8proc_int32_t code_point = 0;
    const utf8proc_ssize_t size =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(folded.data() + at),
                         static_cast<utf8proc_ssize_t>(folded.size() - at), &code_point);
    std::array<char, 8> hex{};
    const auto end = std::to_chars(hex.data(), hex.data() + hex.size(), code_point, 16).ptr;
    out += 'x';
    out.append(hex.data(), end);
    at += static_cast<std::size_t>(size);
  }
  return out.empty() ? "x" : out;
}

}  // namespace nom
