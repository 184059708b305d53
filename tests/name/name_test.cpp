// SPDX-License-Identifier: Apache-2.0
#include "name/name.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace nom {
namespace {

struct Row {
  std::string_view in;
  std::string_view out;
};

TEST(Fold, MakesOneFormOfWhatIsTheSameName) {
  for (const auto& [in, out] : std::initializer_list<Row>{
           {"", ""},
           {"  \t. ", ""},
           {"Ngô Đông Hải", "ngo dong hai"},
           {"Ngo\u0302 \u0110o\u0302ng Ha\u0309i", "ngo dong hai"},  // the same in NFD
           {"NGÔ ĐÔNG HẢI", "ngo dong hai"},
           {"Thừa Thiên-Huế", "thua thien hue"},
           {"People's Council", "peoples council"},
           {"People’s  Council", "peoples council"},
           {"People`s Council", "peoples council"},
           {"Peopleʼs Council", "peoples council"},
           {"People´s Council", "peoples council"},
           {"O'Hagan", "ohagan"},
           {"Law & Order", "law and order"},
           {"Law&Order", "law and order"},
           {"&", "and"},
           {"Vice-Chair, (acting)", "vice chair acting"},
           {"No. 03-NQ/TU", "no 03 nq tu"},
           {"a\u00A0b\u2003c\u200Bd", "a b c d"},
           {"co\u00ADopt", "coopt"},
           {"Łódź", "lodz"},
           {"Ærøskøbing", "aeroskobing"},
           {"Straße", "strasse"},
           {"STRASSE", "strasse"},
           {"Œuvre", "oeuvre"},
           {"Þórður", "thordur"},
           {"İstanbul Diyarbakır", "istanbul diyarbakir"},
           {"Əliyev", "aliyev"},
           {"Škoda Čapek", "skoda capek"},
           {"Ένωση ΈΝΩΣΗ", "ενωση ενωση"},
           {"Ёлка", "елка"},
           {"“Red” — «Blue»…", "red blue"},
           {"5º 2ª", "5o 2a"},
       }) {
    EXPECT_EQ(fold(in), out) << in;
  }
}

TEST(Fold, KeepsIndicVowelSignsApart) {
  EXPECT_NE(fold("कु"), fold("क"));
  EXPECT_EQ(fold("कि"), "कि");
}

TEST(Fold, TakesInvalidBytesForPunctuation) {
  EXPECT_EQ(fold("a\xFF"
                 "b"),
            "a b");
  EXPECT_EQ(fold("ab\xE1\xBA"), "ab");
  EXPECT_EQ(fold("\xED\xA0\x80"), "");
}

TEST(Fold, FoldedTwiceIsFoldedOnce) {
  for (const std::string_view in : {"Ngô Đông Hải", "O'Hagan & Søn", "김정", "ǅungla", "ﬁn"}) {
    EXPECT_EQ(fold(fold(in)), fold(in)) << in;
  }
}

TEST(Slug, HasOnlyLettersDigitsAndHyphens) {
  for (const auto& [in, out] : std::initializer_list<Row>{
           {"Ngô Đông Hải", "ngo-dong-hai"},
           {"Resolution No. 03-NQ/TU", "resolution-no-03-nq-tu"},
           {"Ж 1", "x436-1"},
           {"", "x"},
           {"...", "x"},
       }) {
    EXPECT_EQ(slug(in), out) << in;
  }
}

TEST(Nfc, ComposesAndIsTheSameForBothForms) {
  EXPECT_EQ(to_nfc("Ha\u0309i"), "Hải");
  EXPECT_EQ(to_nfc("Hải"), "Hải");
  EXPECT_EQ(to_nfc(std::string_view("a\0b", 3)), std::string_view("a\0b", 3));
  EXPECT_EQ(to_nfc(""), "");
}

TEST(Utf8, FindsTheFirstInvalidByte) {
  constexpr auto npos = std::string_view::npos;
  struct Bytes {
    std::string_view bytes;
    std::size_t at;
  };
  for (const auto& [bytes, at] : std::initializer_list<Bytes>{
           {"", npos},
           {"plain ASCII, long enough for words of eight", npos},
           {"Hải – 😀", npos},
           {"\xF4\x8F\xBF\xBF", npos},  // U+10FFFF
           {"\xF4\x90\x80\x80", 0},     // above it
           {"12345678\x80", 8},         // a stray continuation
           {"1234567\xC0\x80", 7},      // overlong NUL
           {"\xE0\x9F\xBF", 0},         // overlong
           {"\xF0\x8F\xBF\xBF", 0},     // overlong
           {"\xED\x9F\xBF", npos},      // U+D7FF
           {"a\xED\xA0\x80", 1},        // a surrogate
           {"ab\xE1\xBA", 2},           // cut short
           {"\xE1\xBA\xA3\xE1\xBA"
            "a",
            3},  // broken off
           {"\xFF", 0},
       }) {
    EXPECT_EQ(find_invalid_utf8(bytes), at) << bytes;
  }
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("Hải 😀"), 5U);
}

TEST(Names, KeepEachStringOnce) {
  Names names;
  EXPECT_EQ(names.size(), 1U);
  EXPECT_EQ(names.text(NameId{0}), "");
  EXPECT_EQ(names.intern("").value, 0U);
  const NameId a = names.intern("a");
  const std::string_view view = names.text(a);
  for (int i = 0; i < 5000; ++i) {
    names.intern(std::to_string(i));
  }
  EXPECT_EQ(names.intern("a"), a);
  EXPECT_EQ(names.find("a"), a);
  EXPECT_FALSE(names.find("b").valid());
  EXPECT_EQ(view.data(), names.text(a).data());  // views stay valid
  const Names moved = std::move(names);
  EXPECT_EQ(view.data(), moved.text(a).data());
  EXPECT_EQ(moved.find("4999").value, 5001U);
}

struct OtherTag;
static_assert(!std::is_convertible_v<Id<OtherTag>, NameId>);
static_assert(!std::is_convertible_v<std::uint32_t, NameId>);

}  // namespace
}  // namespace nom
