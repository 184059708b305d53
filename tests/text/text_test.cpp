// SPDX-License-Identifier: Apache-2.0
#include "text/text.hpp"

#include <gtest/gtest.h>

namespace nom {
namespace {

std::string printed(std::string_view bytes) {
  const Result<Text> text = Text::from_bytes(bytes, "a.txt");
  return text ? text->str() : to_string(text.error());
}

struct Row {
  std::string_view in;
  std::string_view out;
};

TEST(Text, IsNormalised) {
  using namespace std::string_view_literals;
  for (const auto& [in, out] : std::initializer_list<Row>{
           {"", ""},
           {"plain", "plain"},
           {"\xEF\xBB\xBFwith a BOM", "with a BOM"},
           {"a\r\nb\rc\n\rd\r", "a\nb\nc\n\nd\n"},
           {"tab\tand\0NUL\x0C\x7F."sv, "tab\tand NUL  ."},
           {"C1\u0085control", "C1 control"},
           {"Ha\u0309i Nam", "Hải Nam"},
           {"Hải – “Nam”", "Hải – “Nam”"},
           {"\u212Bngstr\u00F6m", "\u00C5ngström"},  // not a combining mark, not NFC either
           {"a\u00A0b\u2009c", "a\u00A0b\u2009c"},
           {"People&#39;s &amp; State&#x27;s", "People's & State's"},
           {"a&nbsp;b&ndash;c&mdash;d&hellip;", "a\u00A0b–c—d…"},
           {"&lsquo;x&rsquo; &ldquo;y&rdquo; &laquo;z&raquo;", "‘x’ “y” «z»"},
           {"&lt;&gt;&quot;&apos;&copy;&middot;&bull;", "<>\"'©·•"},
           {"Th&aacute;i B&igrave;nh, &#272;&#7889;i", "Thái Bình, Đối"},
           {"a&#769;", "á"},
           {"&#146;&#150;", "’–"},  // Windows-1252 in numbers
           {"a&#10;b&#0;&#13;c", "a\nb&#0; c"},
           {"AT&T; R&D &unknown; &; &#; &#x; &#xD800; &#1114112; &amp",
            "AT&T; R&D &unknown; &; &#; &#x; &#xD800; &#1114112; &amp"},
           // UTF-8 that was read as Windows-1252, but not what only looks so
           {"Itâ€™s â€œnoâ€\u009D, Jos\u00C3\u00A9", "It’s “no”, José"},
           {"Nguyá»…n VÄƒn An, Lâm", "Nguyễn Văn An, Lâm"},
           {"JOS\u00C9 DISSE \u201CMANH\u00C3\u201D, SIM\u00C3O", "JOSÉ DISSE “MANHÃ”, SIMÃO"},
           {"&amp;nbsp;", "&nbsp;"},  // once, not twice
           {"Asso\u00ADciation\u200B of\u2060 Bend&shy;ers&#8203;", "Association of Benders"},
       }) {
    EXPECT_EQ(printed(in), out) << in;
  }
}

TEST(Text, SaysWhereItIsNotUtf8) {
  for (const auto& [in, out] : std::initializer_list<Row>{
           {"caf\xE9", "a.txt:1:4: error: byte 0xE9 is not UTF-8\n  hint: save the file as UTF-8"},
           {"\xEF\xBB\xBFHải\r\nHải \x80",
            "a.txt:2:5: error: byte 0x80 is not UTF-8\n  hint: save the file as UTF-8"},
           {"one\rtwo\nthree\n\xC3(",
            "a.txt:4:1: error: byte 0xC3 is not UTF-8\n  hint: save the file as UTF-8"},
           {"\xFF\xFEh",
            "a.txt:1:1: error: the text is UTF-16, not UTF-8\n"
            "  hint: save the file as UTF-8"},
       }) {
    EXPECT_EQ(printed(in), out);
  }
}

TEST(Text, GivesTheWordsOfASpan) {
  const Result<Text> text = Text::from_bytes("Hải Nam", "a.txt");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->view({0, 5}), "Hải");
  EXPECT_EQ(text->size(), 9U);
}

// The slow and obvious way.
std::uint32_t count_before(std::string_view text, std::size_t at) {
  return static_cast<std::uint32_t>(count_code_points(text.substr(0, at)));
}

TEST(CodePoints, AgreeWithCounting) {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    text += std::string(static_cast<std::size_t>(i % 7), 'a') + "ả😀é";
  }
  for (const std::string_view sample :
       {std::string_view(),
        std::string_view("ASCII only, but more than 64 bytes of it: a b c d e f g h i j k l m n"),
        std::string_view(text), std::string_view(text).substr(0, text.size() - text.size() % 64)}) {
    if (find_invalid_utf8(sample) != std::string_view::npos) {
      continue;
    }
    const CodePoints points(sample);
    EXPECT_EQ(points.size(), count_code_points(sample));
    for (std::uint32_t at = 0; at <= sample.size(); ++at) {
      EXPECT_EQ(points.from_bytes(at), count_before(sample, at)) << at;
      if (at == sample.size() || (static_cast<unsigned char>(sample[at]) & 0xC0U) != 0x80U) {
        EXPECT_EQ(points.to_bytes(points.from_bytes(at)), at);
      }
    }
    EXPECT_EQ(points.to_bytes(points.size() + 5), sample.size());
    EXPECT_EQ(points.from_bytes(static_cast<std::uint32_t>(sample.size()) + 5), points.size());
  }
}

TEST(CodePoints, TakeATextOfWholeBlocks) {
  std::string text;
  for (int i = 0; i < 64; ++i) {
    text += "é";  // 128 bytes
  }
  const CodePoints points(text);
  EXPECT_EQ(points.size(), 64U);
  EXPECT_EQ(points.from_bytes(128), 64U);
  EXPECT_EQ(points.to_bytes(32), 64U);
  EXPECT_EQ(points.to_bytes(64), 128U);
}

}  // namespace
}  // namespace nom
