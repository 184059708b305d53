// SPDX-License-Identifier: Apache-2.0
#include "text/token.hpp"

#include "name/name.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace nom {

namespace {

enum Class : std::uint8_t { other, blank, line_end, lower, upper, digit };

constexpr std::array<Class, 128> make_classes() {
  std::array<Class, 128> table{};
  for (std::size_t c = 0; c < 128; ++c) {
    if (c == ' ' || c == '\t') {
      table[c] = blank;
    } else if (c == '\n') {
      table[c] = line_end;
    } else if (c >= 'a' && c <= 'z') {
      table[c] = lower;
    } else if (c >= 'A' && c <= 'Z') {
      table[c] = upper;
    } else if (c >= '0' && c <= '9') {
      table[c] = digit;
    } else {
      table[c] = other;
    }
  }
  return table;
}

constexpr auto ascii = make_classes();

constexpr bool is_ascii_letter(char c) {
  const auto small = static_cast<unsigned char>(c | 0x20);
  return small >= 'a' && small <= 'z';
}

struct Point {
  char32_t value = 0;
  std::uint32_t size = 1;
  Class kind = other;
  char mark = 0;
};

Point decode(std::string_view text, std::size_t at) {
  const CodePoint read = code_point_at(text, at);
  Point p;
  p.value = read.value;
  p.size = read.size;
  if (const char32_t first = read.value; first < 0x80) {
    p.kind = ascii[first];
    if (p.kind == other) {
      p.mark = first == '`'   ? '\''
               : first == '[' ? '('
               : first == ']' ? ')'
                              : static_cast<char>(first);
    }
    return p;
  }
  const char32_t c = p.value;
  // Footnotes and the selectors of emoji part words as blanks do.
  const bool raised = c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x2089) ||
                      c == 0x2020 || c == 0x2021 || (c >= 0xFE00 && c <= 0xFE0F);
  const bool picture = c >= 0x1F000 && c < 0x1FB00;
  const bool upright = c == 0x2502 || c == 0x2503 || c == 0x2551 || c == 0x2506 || c == 0x250A;
  if (c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x3000 || c == 0xFEFF ||
      raised) {
    p.kind = blank;
  } else if (upright) {
    p.mark = '|';
  } else if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0xB4) {
    p.mark = '\'';
  } else if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB) {
    p.mark = '"';
  } else if (c == 0x2010 || c == 0x2011) {
    p.mark = '~';  // hyphens proper: inside words they bind like '-'
  } else if (c >= 0x2012 && c <= 0x2015) {
    p.mark = '-';
  } else if (c == 0x2026) {
    p.mark = '.';
  } else if (picture || (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3040) ||
             (c >= 0xFF00 && c < 0xFF10) || c < 0xAA || c == 0xB7 || c == 0xD7 || c == 0xF7) {
    p.mark = '*';
  } else {
    p.kind = is_upper(c) ? upper : lower;
  }
  return p;
}

/// "2012-2017": two years, not one code.
bool is_year_range(std::string_view text, std::size_t begin, std::size_t dash) {
  if (dash - begin != 4 || dash + 5 > text.size() || text[dash] != '-') {
    return false;
  }
  for (std::size_t i = begin; i < dash + 5; ++i) {
    if (i != dash && (text[i] < '0' || text[i] > '9')) {
      return false;
    }
  }
  const char after = dash + 5 < text.size() ? text[dash + 5] : ' ';
  return (after < '0' || after > '9') && after != '/' && after != '-';
}

/// The end of a day or a month with its year in digits, "4.1997", "22/8/2019"; `at` if there is
/// none.
std::size_t numeric_date_end(std::string_view text, std::size_t at) {
  const auto digits = [&](std::size_t i) {
    constexpr std::size_t most = 5;  // more than a year has
    std::size_t n = 0;
    while (n < most && i + n < text.size() && text[i + n] >= '0' && text[i + n] <= '9') {
      ++n;
    }
    return n;
  };
  const std::size_t first = digits(at);
  std::size_t end = at + first;
  if (first == 0 || first > 2 || end >= text.size() || (text[end] != '.' && text[end] != '/')) {
    return at;
  }
  const char mark = text[end];
  std::size_t part = digits(++end);
  if (part > 0 && part <= 2 && end + part < text.size() && text[end + part] == mark) {
    end += part + 1;
    part = digits(end);
  }
  return part == 4 ? end + 4 : at;
}

/// "4.1997-11.1997": two dates, not one code.
bool is_date_range(std::string_view text, std::size_t begin, std::size_t dash) {
  if (text[dash] != '-' || numeric_date_end(text, begin) != dash) {
    return false;
  }
  const std::size_t end = numeric_date_end(text, dash + 1);
  const char after = end < text.size() ? text[end] : ' ';
  return end > dash + 1 && after != '/' && after != '-' && !is_ascii_letter(after);
}

constexpr std::size_t longest_markup = 512;  ///< bytes of a link's words or target, or of a tag

constexpr std::array<std::string_view, 22> line_tags{
    "br", "p",  "li", "ul", "ol", "div", "tr", "table",   "hr",      "h1",     "h2",
    "h3", "h4", "h5", "h6", "dl", "dt",  "dd", "section", "article", "figure", "blockquote"};
constexpr std::array<std::string_view, 16> inline_tags{
    "b",  "i",   "u",   "a",    "em",    "strong", "span", "td",
    "th", "sup", "sub", "font", "small", "img",    "code", "center"};

/// The end of markup at `at` that says nothing of the text: "*", "**" and "_" of Markdown, the
/// target of a link, "](https://…)", the marks that begin a heading or a quotation, a tag of HTML;
/// `at` if there is none. Sets `line` where the tag begins a line.
std::size_t markup_end(std::string_view text, std::size_t at, bool line_start, bool& line) {
  const auto is = [&](std::size_t i, char c) { return i < text.size() && text[i] == c; };
  const char c = text[at];
  if (c == '*') {
    // A bullet has a blank behind it; emphasis, and the star of a footnote, touch a word.
    const auto touches = [&](std::size_t i) {
      return i < text.size() && std::string_view(" \n\t").find(text[i]) == std::string_view::npos;
    };
    return (at > 0 && touches(at - 1)) || touches(at + 1) ? at + 1 : at;
  }
  if (c == '_' || (line_start && (c == '#' || c == '>')) ||
      (line_start && c == ':' && (is(at + 1, ':') || is(at + 1, '*')))) {
    return at + 1;
  }
  if (c == '\\' && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0x80 &&
      ascii[static_cast<unsigned char>(text[at + 1])] == other) {
    return at + 1;  // "\(TRADOC\)"
  }
  // The next of these characters; the end of the window if there is none in it.
  const auto next_of = [&](const char* characters, std::size_t from) {
    const std::string_view window = text.substr(std::min(from, text.size()), longest_markup);
    return from + std::min(window.find_first_of(characters), window.size());
  };
  if (c == '!' && is(at + 1, '[') &&
      (at == 0 || std::string_view(" \t\n[").find(text[at - 1]) != std::string_view::npos)) {
    // The words of an image are seen where it is not.
    const std::size_t close = next_of("]\n", at + 1);
    const std::size_t end = is(close, ']') && is(close + 1, '(') ? next_of(")\n", close + 2) : at;
    return is(end, ')') ? end + 1 : at;
  }
  if (c == '[') {
    const std::size_t close = next_of("]\n", at);
    return is(close, ']') && is(close + 1, '(') ? at + 1 : at;
  }
  if (c == ']' && is(at + 1, '(')) {
    const std::size_t close = next_of(")\n", at + 2);
    return is(close, ')') ? close + 1 : at;
  }
  if (c == '<') {
    const std::size_t close = next_of("<>\n", at + 1);
    if (!is(close, '>')) {
      return at;
    }
    const std::size_t begin = at + (is(at + 1, '/') ? 2 : 1);
    const std::size_t end = std::min(text.find_first_of(" /", begin), close);
    const std::string_view name = text.substr(begin, end - begin);
    const auto among = [&](const auto& tags) {
      return std::find(tags.begin(), tags.end(), name) != tags.end();
    };
    line = among(line_tags);
    return line || among(inline_tags) ? close + 1 : at;
  }
  return at;
}

/// The end of an address of the web that begins at `at`; `at` if there is none.
std::size_t address_end(std::string_view text, std::size_t at) {
  if (text[at] != 'h' && text[at] != 'w') {
    return at;
  }
  const std::string_view rest = text.substr(at);
  if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www.")) {
    return at;
  }
  std::size_t end = std::min(text.find_first_of(" \t\n<>\"()[]", at), text.size());
  while (end > at && std::string_view(".,;:!?'").find(text[end - 1]) != std::string_view::npos) {
    --end;  // the mark that ends the sentence
  }
  return end;
}

/// The end of an address of mail that begins at `at` and has its "@" at `sign`, the next one there
/// is; `at` if there is none.
std::size_t mail_end(std::string_view text, std::size_t at, std::size_t sign) {
  constexpr std::size_t longest_name = 64;  // RFC 5321, 4.5.3.1.1
  const auto belongs = [&](std::size_t i, std::string_view marks) {
    return is_ascii_letter(text[i]) || (text[i] >= '0' && text[i] <= '9') ||
           marks.find(text[i]) != std::string_view::npos;
  };
  if (sign - at > longest_name) {
    return at;
  }
  for (std::size_t i = at; i < sign; ++i) {
    if (!belongs(i, "._-+")) {
      return at;
    }
  }
  std::size_t end = sign + 1;
  while (end < text.size() && belongs(end, ".-")) {
    ++end;
  }
  while (text[end - 1] == '.' || text[end - 1] == '-') {
    --end;  // the mark that ends the sentence
  }
  return end > sign + 1 ? end : at;
}

/// The end of the ASCII letters at `at`, or the first capital among them after a small letter.
std::size_t small_run_end(std::string_view text, std::size_t at, bool after_small) {
  while (at < text.size() && is_ascii_letter(text[at]) && !(after_small && text[at] <= 'Z')) {
    after_small = text[at] >= 'a';
    ++at;
  }
  return at;
}

/// The end of a row of marks that leads from one column to the next: dots, "......", or dashes with
/// blanks between them, "- - - - -"; `at` if it is none. A row of three dots is an ellipsis, one of
/// four ends a sentence, too.
std::size_t leader_end(std::string_view text, std::size_t at) {
  constexpr std::size_t fewest = 5;
  if (text[at] == '.') {
    std::size_t spaced = at;  // ". . . . ."
    while (text.substr(spaced).starts_with(". ")) {
      spaced += 2;
    }
    if (spaced - at >= 2 * fewest - 2) {
      return spaced + (spaced < text.size() && text[spaced] == '.' ? 1 : 0);
    }
    const std::size_t end = std::min(text.find_first_not_of('.', at), text.size());
    return end - at >= fewest ? end : at;
  }
  std::size_t end = at;
  while (text.substr(end).starts_with("- ")) {
    end += 2;
  }
  end += end < text.size() && text[end] == '-' ? 1U : 0U;
  return end - at >= 2 * fewest - 1 ? end : at;
}

/// Is the bar that begins a line the only one on it: the edge of a table's cell that has a line of
/// its own?
bool is_lone_bar(std::string_view text, std::size_t at) {
  return text[at] == '|' &&
         text[std::min(text.find_first_of("|\n", at + 1), text.size() - 1)] != '|';
}

/// "Sh.A. Karimov", "A.Kh. Rahimov": an initial that two Latin letters spell, as names of Central
/// Asia and the Caucasus are transliterated, straight before or after another initial.
bool is_double_initial(std::string_view text, std::size_t begin, std::size_t end, bool after) {
  const auto is_capital = [&](std::size_t at) {
    return at < text.size() && text[at] >= 'A' && text[at] <= 'Z';
  };
  if (end != begin + 2 || end >= text.size() || text[end] != '.') {
    return false;
  }
  const std::string_view letters = text.substr(begin, 2);
  const bool spells = letters[1] == 'h' || letters[0] == 'Y' || letters == "Ts" ||
                      letters == "Dz" || letters == "Dj";
  const bool single = is_capital(end + 1) && end + 2 < text.size() && text[end + 2] == '.';
  const bool twice = is_capital(end + 1) && end + 3 < text.size() && text[end + 3] == '.';
  return spells && (after || single || twice);
}

}  // namespace

std::vector<Token> tokenise(std::string_view text) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5 + 4);
  std::size_t sign = text.find('@');
  std::size_t at = 0;
  bool line_start = true;
  unsigned blanks = 0;
  bool space = true;
  bool glued = false;
  const auto push = [&](std::size_t begin, std::size_t end, unsigned shape, char mark) {
    Token token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    if (line_start) {
      shape |= shape_line_start;
    }
    if (space) {
      shape |= shape_space_before;
    }
    if (blanks > 1 && !line_start) {
      shape |= shape_column;
    }
    blanks = 0;
    if (glued) {
      shape |= shape_glued;
    }
    token.shape = static_cast<std::uint16_t>(shape);
    token.mark = mark;
    tokens.push_back(token);
    line_start = false;
    space = false;
    glued = false;
  };
  const auto peek = [&](std::size_t i) { return i < text.size() ? decode(text, i) : Point{}; };
  const auto is_letter = [](const Point& p) { return p.kind == lower || p.kind == upper; };
  const auto is_wordlike = [&](const Point& p) { return is_letter(p) || p.kind == digit; };

  while (at < text.size()) {
    if (text[at] == ' ') {
      space = true;
      ++blanks;
      ++at;
      continue;
    }
    const bool leads = text[at] == '.' || (text[at] == '-' && space && !line_start);
    if (const std::size_t end = leads ? leader_end(text, at) : at; end > at) {
      space = true;
      blanks += 2;  // "Hon. X ........ Minister of Health"
      at = end;
      continue;
    }
    if (line_start && is_lone_bar(text, at)) {
      ++at;
      continue;
    }
    // "o Ana Weston": a bullet of typewriters
    if (line_start && text[at] == 'o' && at + 2 < text.size() && text[at + 1] == ' ' &&
        text[at + 2] >= 'A' && text[at + 2] <= 'Z') {
      push(at, at + 1, 0, '*');
      ++at;
      continue;
    }
    // " -- ": a dash
    if (text[at] == '-' && space && !line_start && text.substr(at).starts_with("--")) {
      const std::size_t end = std::min(text.find_first_not_of('-', at), text.size());
      if (end - at <= 3 && (end == text.size() || text[end] == ' ')) {
        push(at, end, 0, '-');
        at = end;
        continue;
      }
    }
    const Point p = decode(text, at);
    if (p.kind == blank) {
      space = true;
      blanks += p.value == '\t' ? 2U : 1U;
      at += p.size;
      continue;
    }
    if (p.kind == line_end) {
      space = true;
      line_start = true;
      ++at;
      continue;
    }
    if (p.kind == other) {
      bool line = false;
      const std::size_t end = markup_end(text, at, line_start, line);
      if (end > at) {
        space = true;
        line_start = line_start || line;
        at = end;
        continue;
      }
    }
    std::size_t address = p.kind == lower ? address_end(text, at) : at;
    if (sign != std::string_view::npos && is_wordlike(p)) {
      sign = sign < at ? text.find('@', at) : sign;
      address =
          sign != std::string_view::npos ? std::max(address, mail_end(text, at, sign)) : address;
    }
    if (address > at) {
      push(at, address, 0, '%');  // no mark that means anything
      at = address;
      continue;
    }
    if (p.kind == digit) {
      // A number or a code: letters, digits and inner - / . , : up to a blank.
      std::size_t end = at + 1;
      while (end < text.size()) {
        const Point q = peek(end);
        if (is_wordlike(q)) {
          end += q.size;
        } else if (q.mark == '-' || q.mark == '~' || q.mark == '/' || q.mark == '.' ||
                   q.mark == ',' || q.mark == ':') {
          const Point r = peek(end + q.size);
          const bool inner = q.mark == '/' || ((q.mark == '-' || q.mark == '~') && q.size == 1)
                                 ? is_wordlike(r)
                                 : r.kind == digit && q.size == 1;
          if (end + q.size >= text.size() || !inner || is_year_range(text, at, end) ||
              is_date_range(text, at, end)) {
            break;
          }
          end += q.size + r.size;
        } else {
          break;
        }
      }
      push(at, end, shape_number, 0);
      at = end;
      continue;
    }
    if (is_letter(p)) {
      std::size_t end = at + p.size;
      bool all_capitals = p.kind == upper;
      unsigned letters = 1;
      bool accented = p.size > 1;          // a letter beyond ASCII
      bool after_small = p.kind == lower;  // the last letter was a small one
      bool digits = false;
      bool code = false;
      while (end < text.size()) {
        // Most of a text are runs of ASCII letters, and most of them end in a blank.
        const std::size_t run = end;
        if (accented) {
          end = small_run_end(text, end, after_small);
        } else {
          while (end < text.size() && is_ascii_letter(text[end])) {
            all_capitals = all_capitals && text[end] <= 'Z';
            ++end;
          }
        }
        all_capitals = all_capitals && (end == run || text[end - 1] <= 'Z');
        after_small = end > run ? text[end - 1] >= 'a' : after_small;
        letters += static_cast<unsigned>(end - run);
        if (end == text.size() || text[end] == ' ') {
          break;
        }
        if (accented && after_small && is_ascii_letter(text[end])) {
          break;  // "viên|Ban": two words of which a blank was lost
        }
        const Point q = peek(end);
        if (q.kind == blank || q.kind == line_end) {
          break;
        }
        if (is_letter(q)) {
          if (accented && after_small && q.kind == upper) {
            break;
          }
          after_small = q.kind == lower;
          accented = true;
          all_capitals = all_capitals && q.kind == upper;
          ++letters;
          end += q.size;
        } else if (q.kind == digit) {
          digits = true;
          end += 1;
        } else if (q.mark == '\'') {
          // An apostrophe inside a word stays (O'Hagan); 's and a closing ' do not.
          const Point r = peek(end + q.size);
          if (end + q.size >= text.size() || !is_letter(r)) {
            break;
          }
          const Point after = peek(end + q.size + r.size);
          const bool ends = end + q.size + r.size >= text.size() || !is_wordlike(after);
          if ((r.value == 's' || r.value == 'S') && ends) {
            break;
          }
          end += q.size + r.size;
          ++letters;
        } else if ((q.mark == '/' || q.mark == '-') && q.size == 1 && (digits || code) &&
                   all_capitals && is_wordlike(peek(end + 1)) && end + 1 < text.size()) {
          code = true;  // C22/41
          end += 2;
        } else {
          break;
        }
      }
      unsigned shape = shape_word;
      if (p.kind == upper) {
        shape |= shape_capital;
        const bool after_initial = !space && !tokens.empty() && tokens.back().is(shape_initial);
        if ((letters == 1 && end < text.size() && text[end] == '.' && !digits) ||
            (letters == 2 && is_double_initial(text, at, end, after_initial))) {
          shape |= shape_initial;
          ++end;
        } else if (all_capitals && letters > 1) {
          shape |= shape_all_capitals;
        }
      }
      push(at, end, shape, 0);
      at = end;
      if (at < text.size() && text[at] == ' ') {
        continue;
      }
      // A hyphen straight between two words glues them.
      const Point q = peek(at);
      if (at < text.size() && (q.value == '-' || q.mark == '~')) {
        const Point r = peek(at + q.size);
        if (at + q.size < text.size() && is_letter(r)) {
          glued = true;
          at += q.size;
        }
      }
      continue;
    }
    if (p.mark == '\'' && !tokens.empty() && !space && tokens.back().is(shape_word)) {
      // Possessive: 's, or a lone apostrophe after a word.
      const Point r = peek(at + p.size);
      const bool s = at + p.size < text.size() && (r.value == 's' || r.value == 'S') &&
                     !is_wordlike(peek(at + p.size + 1));
      push(at, at + p.size + (s ? 1 : 0), 0, '\'');
      at = tokens.back().end;
      continue;
    }
    push(at, at + p.size, 0, p.mark == '~' ? '-' : p.mark);
    at += p.size;
  }
  return tokens;
}

}  // namespace nom
