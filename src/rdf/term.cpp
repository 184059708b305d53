// SPDX-License-Identifier: Apache-2.0
#include "name/name.hpp"
#include "rdf/encode.hpp"
#include "rdf/rdf.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

namespace nom {

namespace {

bool is_noncharacter(char32_t c) { return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_hexadecimal(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string code_point_name(char32_t c) {
  std::array<char, 16> name{};
  (void)std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(c));
  return name.data();
}

Fault not_utf8(std::size_t byte) {
  return {FaultKind::data, "byte " + std::to_string(byte) + " of a text is not UTF-8", {}, ""};
}

/// Bytes of the scheme without its colon; 0 if there is none.
std::size_t scheme_length(std::string_view iri) {
  const std::size_t colon = iri.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(iri[0])) {
    return 0;
  }
  const std::string_view scheme = iri.substr(0, colon);
  const bool good = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
  return good ? colon : 0;
}

/// Is a part between slashes empty, "." or ".."? Readers of IRIs resolve such parts away.
bool has_bad_part(std::string_view path) {
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (part.empty() || part == "." || part == "..") {
      return true;
    }
    if (slash == std::string_view::npos) {
      return false;
    }
    path.remove_prefix(slash + 1);
  }
}

bool is_language_tag(std::string_view tag) {
  if (tag.size() > 255) {  // Raptor counts them in one byte
    return false;
  }
  bool first = true;
  while (true) {
    const std::size_t dash = tag.find('-');
    const std::string_view part = tag.substr(0, dash);
    const bool good = std::all_of(part.begin(), part.end(), [first](char c) {
      return is_letter(c) || (is_digit(c) && !first);
    });
    if (part.empty() || part.size() > 8 || !good) {
      return false;
    }
    if (dash == std::string_view::npos) {
      return true;
    }
    tag.remove_prefix(dash + 1);
    first = false;
  }
}

}  // namespace

Result<Iri> Iri::from(std::string_view text) {
  const auto fault = [&text](const std::string& what) {
    // Bytes that are not UTF-8 must not reach the message.
    const bool shown = find_invalid_utf8(text) == std::string_view::npos;
    return Fault{
        FaultKind::data,
        (shown ? "\"" + std::string(text) + "\"" : std::string("a text")) + " is no IRI: " + what,
        {},
        ""};
  };
  if (find_invalid_utf8(text) != std::string_view::npos) {
    return fault("it is not UTF-8");
  }
  const std::size_t scheme = scheme_length(text);
  if (scheme == 0) {
    return fault("it does not begin with a scheme such as https:");
  }
  if (scheme + 1 == text.size()) {
    return fault("nothing follows its scheme");
  }
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = code_point_at(text, at);
    const bool control = c <= 0x20 || (c >= 0x7F && c <= 0x9F);
    const bool reserved = c < 0x80 && std::string_view("<>\"{}|\\^`").find(static_cast<char>(c)) !=
                                          std::string_view::npos;
    if (control || reserved || is_noncharacter(c)) {
      return fault("it may not contain " + code_point_name(c));
    }
    if (c == '%' &&
        !(at + 2 < text.size() && is_hexadecimal(text[at + 1]) && is_hexadecimal(text[at + 2]))) {
      return fault("after % it needs two hexadecimal digits");
    }
    at += length;
  }
  return Iri(std::string(text));
}

namespace rdf {

namespace {

bool is_plain(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~' || c == '/';
}

}  // namespace

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (is_plain(c)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 0x0F];
    }
  }
  return out;
}

bool encodes_before(std::string_view a, std::string_view b) {
  const auto rank = [](char c) {
    return is_plain(c) ? 0x100 + static_cast<unsigned char>(c) : static_cast<unsigned char>(c);
  };
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [&rank](char x, char y) { return rank(x) < rank(y); });
}

const Iri& default_base() {
  static const Iri base = *Iri::from("https://nomenclator.example/id/");
  return base;
}

Result<Iri> check_base(std::string_view text) {
  const auto fault = [&text](const std::string& what) {
    const bool shown = find_invalid_utf8(text) == std::string_view::npos;
    return Fault{
        FaultKind::usage,
        (shown ? "the base \"" + std::string(text) + "\" " : std::string("the base ")) + what,
        {},
        "give an address of your own, for instance "
        "https://data.my-institute.org/elites/"};
  };
  Result<Iri> iri = Iri::from(text);
  if (!iri) {
    return fault("is no IRI");
  }
  const std::size_t path = scheme_length(text) + 3;
  if (text.substr(path - 3, 3) != "://" || path >= text.size() || text[path] == '/') {
    return fault("names no host");
  }
  if (text.find_first_of("?#") != std::string_view::npos) {
    return fault("has a query or a fragment");
  }
  if (text.back() != '/') {
    return fault("does not end in /");
  }
  if (has_bad_part(text.substr(path, text.size() - path - 1))) {
    return fault(R"(has an empty part, "." or ".." in its path)");
  }
  return iri;
}

Result<Iri> mint(const Iri& base, std::string_view key) {
  const std::string encoded = percent_encoded(key);
  if (has_bad_part(key)) {
    return Fault{
        FaultKind::data, "the key \"" + encoded + R"(" has an empty part, "." or "..")", {}, ""};
  }
  return Iri::from(base.str() + encoded);
}

std::optional<Iri> address(std::string_view text) {
  if (!text.starts_with("http://") && !text.starts_with("https://")) {
    return std::nullopt;
  }
  Result<Iri> iri = Iri::from(text);
  return iri ? std::optional(*std::move(iri)) : std::nullopt;
}

std::string_view below(const Iri& base, const Iri& iri) {
  const std::string_view text = iri.str();
  return text.starts_with(base.str()) ? text.substr(base.str().size()) : std::string_view();
}

Result<std::string> carried(std::string_view text) {
  if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
    return not_utf8(bad);
  }
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = code_point_at(text, at);
    const bool control = (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F;
    if (c == '\r') {
      out += '\n';
    } else if (control || is_noncharacter(c)) {
      out += "\uFFFD";
    } else {
      out += text.substr(at, length);
    }
    at += length;
  }
  return out;
}

Result<Literal> Literal::of_text(std::string_view text, std::string_view language) {
  Result<std::string> checked = carried(text);
  if (!checked) {
    return checked.error();
  }
  if (language.empty()) {
    return Literal(*std::move(checked), Type::string);
  }
  if (!is_language_tag(language)) {
    return Fault{FaultKind::data, "a language tag is not one of BCP 47", {}, ""};
  }
  std::string tag(language);
  std::transform(tag.begin(), tag.end(), tag.begin(), lower);
  return Literal(*std::move(checked), Type::language, std::move(tag));
}

Result<Literal> Literal::of_date(PartialDate date) {
  if (!is_valid(date)) {
    return Fault{FaultKind::data, "a date is not one of the calendar", {}, ""};
  }
  const Type type = date.day != 0 ? Type::date : date.month != 0 ? Type::month : Type::year;
  return Literal(to_iso(date), type);
}

Literal Literal::of_number(std::uint64_t number) { return {std::to_string(number), Type::integer}; }

const Iri& datatype(Literal::Type type) {
  static const std::array<Iri, 6> all = {term("xsd:string"), term("rdf:langString"),
                                         term("xsd:date"),   term("xsd:gYearMonth"),
                                         term("xsd:gYear"),  term("xsd:nonNegativeInteger")};
  return all.at(static_cast<std::size_t>(type));
}

}  // namespace rdf

}  // namespace nom
