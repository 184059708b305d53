// SPDX-License-Identifier: Apache-2.0
// text: bytes → documents whose text is checked, and the tokens and sentences in it.
//
// In:   bytes of a file (plain text or HTML). Out: `Text`, which can be made only by
// `Text::from_bytes`: "valid UTF-8, NFC, LF line ends, no BOM, entities decoded" is a type; and
// `Document`, a text with its metadata. Offsets are bytes of that text inside the program and
// code points of it in every export (`CodePoints` converts).
#pragma once

#include "date/date.hpp"
#include "fault/fault.hpp"
#include "name/name.hpp"
#include "text/token.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nom {

/// Half-open stretch of a text, in bytes.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }

  friend auto operator<=>(const Span&, const Span&) = default;
};

/// A checked text: valid UTF-8 in NFC, LF line ends, no BOM.
class Text {
 public:
  Text() = default;

  /// Checks and normalises plain text: a BOM is dropped, CR LF and CR become LF, NUL and other
  /// control characters (but tab and LF) become spaces, left-over HTML character references
  /// (&nbsp; &amp; &#39; …) are decoded, and the whole is brought to NFC. Non-breaking and other
  /// Unicode spaces stay what they are.
  /// Fails with FaultKind::syntax at the line and column of the first byte that is not UTF-8, and
  /// with FaultKind::data beyond 1 GiB.
  static Result<Text> from_bytes(std::string_view bytes, const std::string& file);

  [[nodiscard]] const std::string& str() const { return text_; }

  [[nodiscard]] std::string_view view(Span span) const {
    return std::string_view(text_).substr(span.begin, span.size());
  }

  [[nodiscard]] std::size_t size() const { return text_.size(); }

 private:
  friend Result<struct Document> read_html(std::string_view bytes, const std::string& file);

  explicit Text(std::string normalised) : text_(std::move(normalised)) {}

  std::string text_;
};

/// A text with its metadata.
struct Document {
  std::string id;
  std::string title;                ///< empty if none; not part of the text
  std::optional<PartialDate> date;  ///< the day it was published
  std::string lang;                 ///< BCP 47 tag; empty if unknown
  std::string source;               ///< where it comes from: a URL, a newspaper; empty if none
  Text text;
};

/// Visible text of an HTML page, plus its <title>, the lang attribute and the published date where
/// the page states them (meta article:published_time, date, dc.date, pubdate …, itemprop
/// datePublished, else the first <time datetime>). Blocks are on lines of their own, cells of one
/// row are parted by a tab, other white space is one space. Script, style, nav, form controls and
/// hidden elements are left out. The id is left empty; broken HTML is read as browsers read it.
/// Fails like Text::from_bytes, and with FaultKind::syntax where a page that is not plain ASCII
/// declares another charset than UTF-8.
Result<Document> read_html(std::string_view bytes, const std::string& file);

/// Converts between byte offsets and code point offsets of one text. Cost: one pass to make, no
/// memory for ASCII texts; a conversion is a look-up plus at most 64 bytes of scanning.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  [[nodiscard]] std::uint32_t from_bytes(std::uint32_t byte_offset) const;
  /// Code point offset → byte offset; past the end gives the size of the text.
  [[nodiscard]] std::uint32_t to_bytes(std::uint32_t code_point_offset) const;

  [[nodiscard]] std::uint32_t size() const { return count_; }

 private:
  std::string_view text_;
  bool ascii_ = true;
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> every_64_bytes_;  ///< code points before byte 64·i
};

}  // namespace nom
