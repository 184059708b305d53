// SPDX-License-Identifier: Apache-2.0
#include "pack/pack.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace nom {
namespace {

/// The findings in a pack "p" of one or more files, one a line, without hints.
std::string findings(const std::vector<std::pair<std::string, std::string>>& files) {
  const testing::TestInfo* test = testing::UnitTest::GetInstance()->current_test_info();
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / (std::string("nom-") + test->name()) / "p";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  for (const auto& [name, content] : files) {
    std::ofstream(folder / name, std::ios::binary) << content;
  }
  const Result<Checked> checked = pack::check({folder.string()});
  if (!checked) {
    return to_string(checked.error());
  }
  std::string out;
  for (const Fault& fault : checked->findings.all()) {
    const std::string file = std::filesystem::path(fault.where.file).filename().string();
    out += file + ":" + std::to_string(fault.where.line) + ":" +
           std::to_string(fault.where.column) + ": " + fault.message + "\n";
  }
  return out;
}

TEST(Check, FindsNothingInTheBuiltInPacks) {
  std::vector<std::string> folders;
  for (const auto& item :
       std::filesystem::directory_iterator(std::string(NOM_SOURCE_DIR) + "/schema/packs")) {
    if (item.is_directory()) {
      folders.push_back(item.path().string());
    }
  }
  const Result<Checked> checked = pack::check(folders);
  ASSERT_TRUE(checked) << to_string(checked.error());
  for (const Fault& fault : checked->findings.all()) {
    ADD_FAILURE() << to_string(fault);
  }
  EXPECT_GT(checked->examples.size(), 200U);
}

TEST(Check, FindsAllFaultsOfAFile) {
  EXPECT_EQ(findings({{"a.tsv", "precentor\ttittle\t-\nprecentor\ttitle\n"}}),
            "a.tsv:1:11: unknown type \"tittle\"\n"
            "a.tsv:2:1: a lexicon line has 3 or 4 columns, this one has 2\n");
}

TEST(Check, FindsWhatALexiconLineMayNotSay) {
  EXPECT_EQ(findings({{"a.tsv",
                       "pré\ttitle\t-\tone;ona\n"
                       "Quilland\tplace\t-\tcountry=ql;from=soon\n"
                       "smarch\tmonth\t13\n"
                       "erst\tstatus\told\n"
                       "Er\tending\t-\n"}}),
            "a.tsv:1:17: a title has no feature \"ona\"\n"
            "a.tsv:2:18: \"ql\" is not the code of a country\n"
            "a.tsv:2:29: \"soon\" is not a date\n"
            "a.tsv:3:14: \"13\" is not a month\n"
            "a.tsv:4:13: \"old\" is not a status\n"
            "a.tsv:5:1: \"Er\" is not an ending\n");
}

// "schema/packs/en/rules.tsv:7": where a built-in rule stands.
std::string where_is(std::string_view rule) {
  const auto pack = pack::load({});
  const auto rules = (*pack)->rules();
  const auto found =
      std::find_if(rules.begin(), rules.end(), [rule](const Rule& one) { return one.id == rule; });
  return pack::line_of(*found);
}

TEST(Check, FindsRepeatedLines) {
  EXPECT_NE(
      findings({{"a.tsv", "precentor\ttitle\tPrecentor\tone\nPrecentor\ttitle\tPrecentor\tone\n"}})
          .find("a.tsv:2:1: the line repeats "),
      std::string::npos);
}

TEST(Check, FindsRulesThatCanNeverMatch) {
  const std::string example = "x\t+\tA sentence.\n";
  EXPECT_EQ(
      findings({{"rules.tsv", "phrase\tx\t, P:a T:t\thold a t\n"}, {"examples.tsv", example}}),
      "rules.tsv:1:10: the rule can never match: a rule of this layer begins at a person, a "
      "title or a body\n");
  EXPECT_EQ(
      findings({{"rules.tsv", "clause\tx\tP:a ^ T:t\thold a t\n"}, {"examples.tsv", example}}),
      "rules.tsv:1:10: the rule can never match: ^ does not stand at the begin\n");
  EXPECT_EQ(
      findings({{"rules.tsv", "clause\tx\tP:a !T T:t\thold a t\n"}, {"examples.tsv", example}}),
      "rules.tsv:1:10: the rule can never match: !T stands before T:t\n");
  EXPECT_EQ(findings({{"rules.tsv", "phrase\tx\tT:u P:b\thold b u\n"}, {"examples.tsv", example}}),
            "rules.tsv:1:10: the rule can never match: " + where_is("title-person") +
                " has the same pattern and stands first\n");
}

TEST(Check, FindsFramesThatNeverOpen) {
  EXPECT_EQ(findings({{"cues.tsv", "resigned\tcue\tquill\n"},
                      {"rules.tsv", "frame\tx\t@quill\tgain current\n"},
                      {"examples.tsv", "x\t+\tA sentence.\n"}}),
            "rules.tsv:1:9: the rule can never match: every word of its cue set opens a frame that "
            "stands before it\n");
}

TEST(Check, FindsNamesThatAreTakenAndRulesWithoutExample) {
  EXPECT_EQ(findings({{"rules.tsv", "clause\tapposition\tP:a quillwards T:t\thold a t\n"}}),
            "rules.tsv:1:8: the name \"apposition\" is taken by " + where_is("apposition") +
                "\n"
                "rules.tsv:1:8: the rule \"apposition\" has no example\n");
}

TEST(Check, FindsExamplesOfNoRule) {
  EXPECT_EQ(findings({{"a.tsv", "precentor\ttitle\t-\n"},
                      {"examples.tsv", "quill\t+\tA sentence.\napposition\t*\tA sentence.\n"}}),
            "examples.tsv:1:1: there is no rule \"quill\"\n"
            "examples.tsv:2:12: \"*\" is neither + nor -\n");
}

const std::string readme = std::string(NOM_SOURCE_DIR) + "/schema/packs/README.md";

TEST(Words, AreToldByTheReadme) {
  std::ifstream in(readme);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  for (int type = 0; type < lex_count; ++type) {
    const std::string row = "\n| " + std::string(name_of(static_cast<Lex>(type))) + " | ";
    EXPECT_NE(text.find(row), std::string::npos) << row;
  }
  const std::string frames = text.substr(text.find("\nA frame has"));
  for (const std::string_view word : pack::frame_words()) {
    EXPECT_NE(frames.find("`" + std::string(word)), std::string::npos) << word;
  }
}

TEST(Features, AreThoseThatTheReadmeTells) {
  std::ifstream in(readme);
  std::set<std::string> told;
  bool table = false;
  for (std::string line; std::getline(in, line);) {
    table = (table || line == "| type | feature | says |") && line.starts_with("|");
    const std::size_t second = line.find(" | ");
    const std::size_t third = line.find(" | ", second + 3);
    if (table && line.starts_with("| ") && third != std::string::npos) {
      std::string feature = line.substr(second + 3, third - second - 3);
      feature = feature.substr(1, feature.find_first_of("=`", 1) - 1);
      told.insert(line.substr(2, second - 2) + " " + feature);
    }
  }
  told.erase("type eature");  // the head of the table
  std::set<std::string> known;
  for (int type = 0; type < lex_count; ++type) {
    for (const std::string_view feature : pack::features_of(static_cast<Lex>(type))) {
      known.insert(std::string(name_of(static_cast<Lex>(type))) + " " + std::string(feature));
    }
  }
  EXPECT_EQ(told, known);
}

}  // namespace
}  // namespace nom
