// SPDX-License-Identifier: Apache-2.0
// The constructions of news: every text of constructions.txt, and every sentence of sentences.txt,
// states the tenures written under it and no others.
#include "support/extracted.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

namespace nom {
namespace {

struct Construction {
  int line = 0;
  std::string text;
  std::vector<std::string> tenures;  ///< in the order of the file
  bool told = false;                 ///< tenures, or "-" for none
};

std::ostream& operator<<(std::ostream& out, const Construction& c) { return out << c.text; }

std::vector<Construction> constructions(const std::string& name = "constructions.txt") {
  std::vector<Construction> all;
  std::ifstream file(std::string(NOM_SOURCE_DIR) + "/tests/extract/" + name);
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.starts_with("> ")) {
      std::string text = line.substr(2);
      for (std::size_t at = 0; (at = text.find(" / ", at)) != std::string::npos; ++at) {
        text.replace(at, 3, "\n");
        for (; text.compare(at + 1, 2, "/ ") == 0; ++at) {
          text.replace(at + 1, 2, "\n");  // a blank line
        }
      }
      all.push_back({number, std::move(text), {}});
    } else if (!line.empty() && line[0] != '#' && !all.empty()) {
      all.back().told = true;
      if (line != "-") {
        all.back().tenures.push_back(std::move(line));
      }
    }
  }
  return all;
}

void expect_tenures(const Construction& construction) {
  ASSERT_TRUE(construction.told) << "no tenure under it, and no line \"-\"";
  std::vector<std::string> want = construction.tenures;
  std::vector<std::string> got = lines_of(read(construction.text));
  std::sort(want.begin(), want.end());
  std::sort(got.begin(), got.end());
  EXPECT_EQ(got, want);
}

class Constructions : public testing::TestWithParam<Construction> {};

TEST_P(Constructions, StateTheirTenures) { expect_tenures(GetParam()); }

INSTANTIATE_TEST_SUITE_P(English, Constructions, testing::ValuesIn(constructions()),
                         [](const auto& each) { return "Line" + std::to_string(each.param.line); });

TEST(Sentences, StateTheirTenures) {
  const auto sentences = constructions("sentences.txt");
  EXPECT_GT(sentences.size(), 100U);
  for (const Construction& sentence : sentences) {
    SCOPED_TRACE("sentences.txt:" + std::to_string(sentence.line) + ": " + sentence.text);
    expect_tenures(sentence);
  }
}

TEST(ConstructionsFile, IsRead) { EXPECT_GT(constructions().size(), 100U); }

}  // namespace
}  // namespace nom
