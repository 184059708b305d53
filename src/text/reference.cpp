// SPDX-License-Identifier: Apache-2.0
#include "text/reference.hpp"

#include "text/windows_1252.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace nom::text {

namespace {

struct Named {
  std::string_view name;
  char32_t code_point;
};

constexpr std::array named{
    Named{"amp", '&'},      Named{"lt", '<'},        Named{"gt", '>'},
    Named{"quot", '"'},     Named{"apos", '\''},     Named{"ndash", 0x2013},
    Named{"mdash", 0x2014}, Named{"lsquo", 0x2018},  Named{"rsquo", 0x2019},
    Named{"sbquo", 0x201A}, Named{"ldquo", 0x201C},  Named{"rdquo", 0x201D},
    Named{"bdquo", 0x201E}, Named{"bull", 0x2022},   Named{"hellip", 0x2026},
    Named{"ensp", 0x2002},  Named{"emsp", 0x2003},   Named{"thinsp", 0x2009},
    Named{"zwnj", 0x200C},  Named{"zwj", 0x200D},    Named{"prime", 0x2032},
    Named{"euro", 0x20AC},  Named{"trade", 0x2122},  Named{"OElig", 0x0152},
    Named{"oelig", 0x0153}, Named{"Scaron", 0x0160}, Named{"scaron", 0x0161},
    Named{"Yuml", 0x0178},
};

/// U+00A0 to U+00FF in order.
constexpr std::array<std::string_view, 96> latin_1{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
    "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
    "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
    "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
    "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
    "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
    "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
    "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
    "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml",
};

char32_t by_name(std::string_view name) {
  const auto* const one =
      std::find_if(named.begin(), named.end(), [&](const Named& n) { return n.name == name; });
  if (one != named.end()) {
    return one->code_point;
  }
  const auto* const other = std::find(latin_1.begin(), latin_1.end(), name);
  return other == latin_1.end() ? 0 : static_cast<char32_t>(0xA0 + (other - latin_1.begin()));
}

/// "#233" or "#xE9"; 0 if it is no character.
char32_t by_number(std::string_view number) {
  number.remove_prefix(1);
  const bool hexadecimal = number.starts_with('x') || number.starts_with('X');
  number.remove_prefix(hexadecimal ? 1 : 0);
  std::uint32_t value = 0;
  const char* const last = number.data() + number.size();
  const auto [end, error] = std::from_chars(number.data(), last, value, hexadecimal ? 16 : 10);
  if (number.empty() || error != std::errc() || end != last || value > 0x10FFFF ||
      (value >= 0xD800 && value <= 0xDFFF)) {
    return 0;
  }
  return value >= 0x80 && value <= 0x9F ? windows_1252(static_cast<std::uint8_t>(value)) : value;
}

}  // namespace

Reference read_reference(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 12;  // "&#x0010FFFF;"
  const std::string_view head = text.substr(at, longest);
  const std::size_t semicolon = head.find(';');
  if (semicolon == std::string_view::npos || semicolon < 3) {
    return {};
  }
  const std::string_view inner = head.substr(1, semicolon - 1);
  const char32_t code_point = inner.front() == '#' ? by_number(inner) : by_name(inner);
  return code_point == 0 ? Reference{} : Reference{code_point, semicolon + 1};
}

}  // namespace nom::text
