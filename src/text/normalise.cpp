// SPDX-License-Identifier: Apache-2.0
#include "text/normalise.hpp"

#include "name/name.hpp"
#include "text/reference.hpp"
#include "text/windows_1252.hpp"

#include <array>

namespace nom::text {

namespace {

enum class Byte : unsigned char {
  plain,   ///< copied
  change,  ///< may become something else: control characters, '&', the lead byte of C1 controls
  marks,   ///< lead byte of characters of which some are not NFC
};

constexpr std::array<Byte, 256> make_bytes() {
  std::array<Byte, 256> table{};
  for (std::size_t b = 0; b < 256; ++b) {
    if ((b < 0x20 && b != '\t' && b != '\n') || b == 0x7F || b == '&' || b == 0xC2) {
      table[b] = Byte::change;
    } else if ((b >= 0xCC && b <= 0xCF) || (b >= 0xD2 && b <= 0xE3) || b == 0xEA || b >= 0xEF) {
      table[b] = Byte::marks;
    }
  }
  return table;
}

constexpr auto table = make_bytes();

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// Blocks in which every character is NFC whatever stands around it (NFC_Quick_Check=Yes): the
/// letters of Vietnamese, the dashes and quotation marks of articles, signs and bullets. Those
/// before U+0300, most of Cyrillic, CJK and Hangul are plain in the table already.
bool is_always_nfc(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  const unsigned char second = byte_at(text, at + 1);
  if (first == 0xE1) {
    return second >= 0xB8 && second <= 0xBB;  // U+1E00–1EFF
  }
  if (first == 0xE2) {
    return (second == 0x80 && byte_at(text, at + 2) >= 0x82) ||  // U+2002–203F
           second == 0x81 || second == 0x82 ||                   // U+2040–20BF
           (second >= 0x86 && second <= 0x8B) ||                 // U+2180–22FF
           (second >= 0x92 && second <= 0x9F);                   // U+2480–27FF
  }
  return first == 0xEA && second >= 0xB0;  // Hangul
}

/// Where a line may break or may not, which typesetters put into words.
bool is_invisible(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060; }

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

}  // namespace

void append(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

std::string normalise(std::string_view as_read, References references) {
  const std::string utf8 = mend_encoding(as_read);
  std::string out;
  out.reserve(utf8.size());
  bool maybe_not_nfc = false;
  std::size_t copied = 0;
  const auto copy_until = [&](std::size_t at) { out.append(utf8, copied, at - copied); };
  for (std::size_t at = 0; at < utf8.size();) {
    const unsigned char byte = byte_at(utf8, at);
    const Byte kind = table[byte];
    if (kind == Byte::plain) {
      ++at;
      continue;
    }
    if (const CodePoint c = byte == 0xC2 || byte == 0xE2 ? code_point_at(utf8, at) : CodePoint{};
        is_invisible(c.value)) {
      copy_until(at);
      at += c.size;
      copied = at;
      continue;
    }
    if (kind == Byte::marks) {
      maybe_not_nfc = maybe_not_nfc || !is_always_nfc(utf8, at);
      ++at;
      continue;
    }
    if (byte == '\r') {
      copy_until(at);
      out += '\n';
      at += std::string_view(utf8).substr(at + 1).starts_with('\n') ? 2U : 1U;
      copied = at;
    } else if (byte == '&') {
      const Reference reference =
          references == References::decode ? read_reference(utf8, at) : Reference{};
      if (reference.size == 0) {
        ++at;
        continue;
      }
      copy_until(at);
      const char32_t c = reference.code_point;
      if (!is_invisible(c)) {
        append(out, c == '\t' || c == '\n' || !is_control(c) ? c : U' ');
      }
      maybe_not_nfc = maybe_not_nfc || c >= 0x300;
      at += reference.size;
      copied = at;
    } else if (byte == 0xC2) {
      if (byte_at(utf8, at + 1) < 0xA0) {
        copy_until(at);
        out += ' ';
        copied = at + 2;
      }
      at += 2;
    } else {
      copy_until(at);
      out += ' ';
      copied = ++at;
    }
  }
  copy_until(utf8.size());
  return maybe_not_nfc ? to_nfc(out) : out;
}

}  // namespace nom::text
