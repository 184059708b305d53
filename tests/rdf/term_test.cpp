// SPDX-License-Identifier: Apache-2.0
#include "rdf/rdf.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

using nom::Iri;
using nom::rdf::Literal;

// Input → what is made of it: the term, or what is wrong.
using Table = std::vector<std::pair<std::string, std::string>>;

std::string printed(const nom::Result<Iri>& iri) {
  return iri ? "<" + iri->str() + ">" : iri.error().message;
}

std::string printed(const nom::Result<Literal>& literal) {
  if (!literal) {
    return literal.error().message;
  }
  const std::string type = nom::rdf::datatype(literal->type()).str();
  return literal->text() + "^^" + type.substr(type.find('#') + 1) +
         (literal->language().empty() ? "" : "@" + literal->language());
}

TEST(Iri, IsMadeOnlyOfWhatTurtleCanWrite) {
  const Table table = {
      {"https://a.example/b#c", "<https://a.example/b#c>"},
      {"urn:x", "<urn:x>"},
      {"https://a.example/Ngô/𝒜", "<https://a.example/Ngô/𝒜>"},
      {"https://a.example/%C3%a9", "<https://a.example/%C3%a9>"},
      {"", "\"\" is no IRI: it does not begin with a scheme such as https:"},
      {"person/a", "\"person/a\" is no IRI: it does not begin with a scheme such as https:"},
      {"1a:b", "\"1a:b\" is no IRI: it does not begin with a scheme such as https:"},
      {"urn:", "\"urn:\" is no IRI: nothing follows its scheme"},
      {"urn:a b", "\"urn:a b\" is no IRI: it may not contain U+0020"},
      {"urn:a> <p> <o", "\"urn:a> <p> <o\" is no IRI: it may not contain U+003E"},
      {"urn:a\\u0020", "\"urn:a\\u0020\" is no IRI: it may not contain U+005C"},
      {"urn:a\n", "\"urn:a\n\" is no IRI: it may not contain U+000A"},
      {"urn:a\u0085", "\"urn:a\u0085\" is no IRI: it may not contain U+0085"},
      {"urn:\uFFFE", "\"urn:\uFFFE\" is no IRI: it may not contain U+FFFE"},
      {"urn:a%2", "\"urn:a%2\" is no IRI: after % it needs two hexadecimal digits"},
      {"urn:a%zz", "\"urn:a%zz\" is no IRI: after % it needs two hexadecimal digits"},
      {"urn:\xC3", "a text is no IRI: it is not UTF-8"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(printed(Iri::from(text)), expected);
  }
}

TEST(Base, IsAFolderOnAHost) {
  const std::string last = " does not end in /";
  const Table table = {
      {nom::rdf::default_base().str(), "<https://nomenclator.example/id/>"},
      {"http://localhost:8080/a/b/", "<http://localhost:8080/a/b/>"},
      {"https://a.example/", "<https://a.example/>"},
      {"elites", "the base \"elites\" is no IRI"},
      {"urn:elites/", "the base \"urn:elites/\" names no host"},
      {"file:///tmp/", "the base \"file:///tmp/\" names no host"},
      {"https://", "the base \"https://\" names no host"},
      {"https://a.example", "the base \"https://a.example\"" + last},
      {"https://a.example/x", "the base \"https://a.example/x\"" + last},
      {"https://a.example/#", "the base \"https://a.example/#\" has a query or a fragment"},
      {"https://a.example/a/../",
       "the base \"https://a.example/a/../\" has an empty part, \".\" or \"..\" in its path"},
      {"https://a.example//",
       "the base \"https://a.example//\" has an empty part, \".\" or \"..\" in its path"},
      {"\xFF", "the base is no IRI"},
  };
  for (const auto& [text, expected] : table) {
    const nom::Result<Iri> base = nom::rdf::check_base(text);
    EXPECT_EQ(printed(base), expected);
    if (!base) {
      EXPECT_EQ(base.error().kind, nom::FaultKind::usage);
      EXPECT_NE(base.error().hint, "");
    }
  }
}

TEST(Mint, EncodesWhatAnIriCannotHold) {
  const Iri base = *nom::rdf::check_base("https://a.example/");
  const Table table = {
      {"person/ngo-dong-hai.thai-binh", "<https://a.example/person/ngo-dong-hai.thai-binh>"},
      {"a b", "<https://a.example/a%20b>"},
      {"a:b#c?d%e", "<https://a.example/a%3Ab%23c%3Fd%25e>"},
      {"é", "<https://a.example/%C3%A9>"},
      {std::string("\0\x01", 2), "<https://a.example/%00%01>"},
      {"\xFF", "<https://a.example/%FF>"},
      {"", "the key \"\" has an empty part, \".\" or \"..\""},
      {"a//b", "the key \"a//b\" has an empty part, \".\" or \"..\""},
      {"a/", "the key \"a/\" has an empty part, \".\" or \"..\""},
      {"a/../b", "the key \"a/../b\" has an empty part, \".\" or \"..\""},
      {"./a", "the key \"./a\" has an empty part, \".\" or \"..\""},
      {"a/...", "<https://a.example/a/...>"},
  };
  for (const auto& [key, expected] : table) {
    EXPECT_EQ(printed(nom::rdf::mint(base, key)), expected);
  }
}

TEST(Literal, KeepsThePrecisionOfDates) {
  EXPECT_EQ(printed(Literal::of_date({2021, 0, 0})), "2021^^gYear");
  EXPECT_EQ(printed(Literal::of_date({2021, 11, 0})), "2021-11^^gYearMonth");
  EXPECT_EQ(printed(Literal::of_date({2021, 11, 25})), "2021-11-25^^date");
  EXPECT_EQ(printed(Literal::of_date({987, 1, 2})), "0987-01-02^^date");
  EXPECT_EQ(printed(Literal::of_date({2021, 2, 29})), "a date is not one of the calendar");
  EXPECT_EQ(printed(Literal::of_number(12)), "12^^nonNegativeInteger");
}

TEST(Literal, TakesLanguageTagsAndNothingElse) {
  EXPECT_EQ(printed(Literal::of_text("a")), "a^^string");
  EXPECT_EQ(printed(Literal::of_text("a", "en")), "a^^langString@en");
  EXPECT_EQ(printed(Literal::of_text("a", "zh-Hant-TW")), "a^^langString@zh-hant-tw");
  EXPECT_EQ(printed(Literal::of_text("a", "de-1996")), "a^^langString@de-1996");
  for (const std::string tag :
       {"en .\n<s> <p> <o>", "en_GB", "-en", "en-", "en--gb", "1996", "vietnamesely", "é", " "}) {
    EXPECT_EQ(printed(Literal::of_text("a", tag)), "a language tag is not one of BCP 47") << tag;
  }
  std::string endless = "en";
  while (endless.size() < 256) {
    endless += "-gb";
  }
  EXPECT_FALSE(Literal::of_text("a", endless));
}

TEST(Literal, CarriesNoCharacterThatAReaderRefuses) {
  const std::string r = "\uFFFD";
  const Table table = {
      {"tab\tline\nreturn\r", "tab\tline\nreturn\n"},
      {std::string("a\0b", 3), "a" + r + "b"},
      {"\x01\x1F\x7F", r + r + r},
      {"\uFFFE\uFFFF\uFDD0\uFDEF\U0001FFFE\U0010FFFF", r + r + r + r + r + r},
      {"\uFDCF\uFDF0\uFFFD\u0085𝒜", "\uFDCF\uFDF0\uFFFD\u0085𝒜"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(*nom::rdf::carried(text), expected);
    EXPECT_EQ(Literal::of_text(text)->text(), expected);
  }
  for (const std::string bad : {"ab\xFF", "ab\xC3", "ab\xED\xA0\x80", "ab\xC0\x80"}) {
    EXPECT_EQ(nom::rdf::carried(bad).error().message, "byte 2 of a text is not UTF-8");
    EXPECT_EQ(printed(Literal::of_text(bad)), "byte 2 of a text is not UTF-8");
  }
}

}  // namespace
