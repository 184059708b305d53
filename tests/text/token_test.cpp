// SPDX-License-Identifier: Apache-2.0
#include "text/token.hpp"

#include <gtest/gtest.h>

namespace nom {
namespace {

/// The tokens with a blank between them, each that begins a line after a "/".
std::string printed(std::string_view text) {
  std::string out;
  for (const Token& token : tokenise(text)) {
    out += out.empty() ? "" : " ";
    out += token.is(shape_line_start) ? "/" : "";
    out += text.substr(token.begin, token.end - token.begin);
  }
  return out;
}

struct Row {
  std::string_view in;
  std::string_view out;
};

void expect_tokens(std::initializer_list<Row> rows) {
  for (const auto& [in, out] : rows) {
    EXPECT_EQ(printed(in), out) << in;
  }
}

TEST(Tokens, LeaveMarkupOut) {
  expect_tokens({
      {"**Anna Kral**, *Mayor*", "/Anna Kral , Mayor"},
      {"* Anna Kral", "/* Anna Kral"},  // a bullet
      {"Anna Kral* and __Bob__", "/Anna Kral and Bob"},
      {"## Board\n> Anna", "/Board /Anna"},
      {"5 > 3 # 2", "/5 > 3 # 2"},
      {"[the Mayor](https://example.org/a_b) spoke", "/the Mayor spoke"},
      {"[sic] (left)", "/[ sic ] ( left )"},
      {"[open\n(end)", "/[ open /( end )"},
      {"\\(left\\)", "/( left )"},
      {"Anna<br/>Bob</p><b>Carl</b>", "/Anna /Bob /Carl"},
      {"<span class=\"x\">Anna</span>", "/Anna"},
      {"<unknown> a < b", "/< unknown > a < b"},
      {"<", "/<"},
      {"*", "/*"},
  });
}

TEST(Tokens, LeaveImagesOut) {
  expect_tokens({
      {"![Anna Berg](https://example.org/a.jpg)", ""},
      {"### Anna Berg\n![Photo of Anna](a.jpg)\nMayor", "/Anna Berg /Mayor"},
      {"[![Photo](a.jpg)](https://example.org) **Anna**", "/Anna"},
      {"Well done![Anna](a.html) wins", "/Well done ! Anna wins"},
  });
}

TEST(Tokens, TakeAnAddressWhole) {
  expect_tokens({
      {"See www.example.org/Board-Members.", "/See www.example.org/Board-Members ."},
      {"(https://example.org/a?b=c), Anna", "/( https://example.org/a?b=c ) , Anna"},
      {"http and www of the Board", "/http and www of the Board"},
      {"Write to ana.weston-2@board.example.org.", "/Write to ana.weston-2@board.example.org ."},
      {"<info@board.org> or @board", "/< info@board.org > or @ board"},
      {"Chair@ the Board, @", "/Chair @ the Board , @"},
  });
}

TEST(Tokens, PartWordsOfWhichABlankWasLost) {
  expect_tokens({
      {"Ủy viênBan Thường vụ", "/Ủy viên Ban Thường vụ"},
      {"Phó PhòngHành chính", "/Phó Phòng Hành chính"},
      {"lần thứ XIIIcủa Đảng", "/lần thứ XIIIcủa Đảng"},
      {"McDonald, WeWork and LeBlanc", "/McDonald , WeWork and LeBlanc"},
      {"ĐẢNG ỦY, NĐ-CP", "/ĐẢNG ỦY , NĐ CP"},
  });
}

TEST(Tokens, TakeARowOfDotsAsAColumn) {
  expect_tokens({
      {"Anna Kral ........ Mayor", "/Anna Kral Mayor"},
      {"Mayor.......Anna Kral", "/Mayor Anna Kral"},
      {"well ... no.... Yes", "/well . . . no . . . . Yes"},
      {"Mayor . . . . . Anna Kral", "/Mayor Anna Kral"},
      {"no . . . Yes", "/no . . . Yes"},
  });
}

TEST(Tokens, TakeInitialsOfTwoLetters) {
  expect_tokens({
      {"Sh.Sh. Karimov", "/Sh. Sh. Karimov"},
      {"A.Kh. Rahimov", "/A. Kh. Rahimov"},
      {"Yu.N. Petrov", "/Yu. N. Petrov"},
      {"Dr.A. Moss", "/Dr . A. Moss"},
      {"Sh. Karimov", "/Sh . Karimov"},  // "Shri" too
      {"in Ch. 5.", "/in Ch . 5 ."},
  });
}

TEST(Tokens, TakeTheMarksOfTypesetters) {
  expect_tokens({
      {"Anna Kral -- Mayor", "/Anna Kral -- Mayor"},
      {"Anna--Mayor", "/Anna - - Mayor"},
      {"Anna¹, Mayor†", "/Anna , Mayor"},
      {"│ Anna │ Mayor │", "/│ Anna │ Mayor │"},
      {"o Anna Kral\no well", "/o Anna Kral /o well"},
      {"👤 Anna", "/👤 Anna"},
  });
}

TEST(Tokens, TellTwoDatesFromACode) {
  expect_tokens({
      {"(4.1997-11.1997)", "/( 4.1997 - 11.1997 )"},
      {"22/8/2019-1/3/2020", "/22/8/2019 - 1/3/2020"},
      {"2012-2017", "/2012 - 2017"},
      {"24/2024-25/NĐ", "/24/2024-25/NĐ"},
      {"12/2020-CP", "/12/2020-CP"},
      {"4.1997-", "/4.1997 -"},
  });
}

}  // namespace
}  // namespace nom
