// SPDX-License-Identifier: Apache-2.0
#include "pack/pack.hpp"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>

namespace nom {
namespace {

std::string fault_of(const std::string& file, const std::string& content) {
  const auto pack = pack::from_texts({{"p/cues.tsv", "said\tcue\tsay\n"}, {file, content}});
  return pack ? "" : to_string(pack.error());
}

TEST(Pack, LoadsTheBuiltInPacks) {
  const auto pack = pack::load({});
  ASSERT_TRUE(pack) << to_string(pack.error());
  EXPECT_GT((*pack)->entries().size(), 1000U);
  EXPECT_GT((*pack)->rules().size(), 30U);
}

TEST(Pack, FindsTheLongestPhrase) {
  const auto pack = pack::from_texts(
      {{"p/a.tsv", "deputy\tmodifier\tDeputy\ndeputy head\ttitle\tDeputy Head\n"}});
  ASSERT_TRUE(pack);
  const std::vector<WordId> words = {(*pack)->word("deputy"), (*pack)->word("head")};
  const Pack::Match match = (*pack)->longest(words, 0);
  EXPECT_EQ(match.length, 2U);
  EXPECT_EQ((*pack)->entry(match.entries[0]).canonical, "Deputy Head");
}

TEST(Pack, ReadsFeatures) {
  const auto pack = pack::from_texts({{"p/a.tsv", "Kenya\tplace\t-\tkind=country;old\n"}});
  ASSERT_TRUE(pack);
  // Entry 0 is no entry.
  const LexEntry& entry = (*pack)->entry(1);
  EXPECT_EQ(entry.canonical, "Kenya");
  EXPECT_EQ(entry.feature("kind"), "country");
  EXPECT_TRUE(entry.has("old"));
  EXPECT_FALSE(entry.has("new"));
}

TEST(Pack, TellsWordsForPeopleByTheirEndings) {
  const auto pack =
      pack::from_texts({{"p/a.tsv", "er\tending\t-\nist\tending\t-\talone\nlead\tending\t-\n"}});
  ASSERT_TRUE(pack);
  EXPECT_TRUE((*pack)->ends_like_post("archivist", true));
  EXPECT_TRUE((*pack)->ends_like_post("gloster", false));
  EXPECT_FALSE((*pack)->ends_like_post("gloster", true));
  EXPECT_FALSE((*pack)->ends_like_post("her", false));  // no stem
  EXPECT_FALSE((*pack)->ends_like_post("harbour", false));
  EXPECT_TRUE((*pack)->ends_like_post("lead", false));
  EXPECT_FALSE((*pack)->ends_like_post("plead", false));
  EXPECT_FALSE((*pack)->ends_like_post("ist", true));
  EXPECT_EQ((*pack)->word("er"), 0U) << "an ending is no word of a text";
}

TEST(Pack, HasRoomForAFixedNumberOfCueSets) {
  std::string lines;
  for (std::size_t set = 1; set < max_cue_sets; ++set) {
    lines += "x" + std::to_string(set) + "\tcue\tset-" + std::to_string(set) + "\n";
  }
  EXPECT_TRUE(pack::from_texts({{"p/a.tsv", lines}}));
  const Result<std::shared_ptr<const Pack>> full =
      pack::from_texts({{"p/a.tsv", lines + "y\tcue\tone-more\n"}});
  ASSERT_FALSE(full);
  EXPECT_EQ(full.error().message, "too many cue sets");
}

TEST(Pack, HasRoomForCueSetsBesideTheBuiltInPacks) {
  constexpr std::size_t of_a_user = 32;
  const auto folder = std::filesystem::path(testing::TempDir()) / "nom-room" / "p";
  std::filesystem::create_directories(folder);
  std::ofstream lines(folder / "cues.tsv");
  for (std::size_t set = 0; set < of_a_user; ++set) {
    lines << "xx" << set << "\tcue\tset-of-a-user-" << set << "\n";
  }
  lines.close();
  const auto pack = pack::load({folder.string()});
  EXPECT_TRUE(pack) << to_string(pack.error());
}

TEST(Pack, SaysWhereAFaultIs) {
  struct Case {
    const char* file;
    const char* content;
    const char* fault;
  };
  const std::array<Case, 8> cases = {{
      {"p/a.tsv", "# words\nx\ttitle\n",
       "p/a.tsv:2:1: error: a lexicon line has 3 or 4 columns, this one has 2\n"
       "  hint: write surface, type, canonical, features with tabs between"},
      {"p/a.tsv", "x\ttittle\t-\n",
       "p/a.tsv:1:3: error: unknown type \"tittle\"\n"
       "  hint: the types are listed in schema/packs/README.md"},
      {"p/rules.tsv", "phrase\tx\tP:a @sayz T:t\thold a t\n",
       "p/rules.tsv:1:14: error: no lexicon has a cue set \"sayz\"\n"
       "  hint: add lines of type cue with this canonical form"},
      {"p/rules.tsv", "later\tx\tP:a T:t\thold a t\n",
       "p/rules.tsv:1:1: error: unknown layer \"later\"\n"
       "  hint: the layers are change, time, phrase, clause and frame"},
      {"p/rules.tsv", "phrase\tx\tP:a @say T:t\thold a u\n",
       "p/rules.tsv:1:23: error: the pattern captures nothing as \"u\"\n"
       "  hint: put :u behind a title in the pattern"},
      {"p/rules.tsv", "phrase\tx\tP:a @say T:t\thold a t; from t a\n",
       "p/rules.tsv:1:33: error: \"a\" is not a date\n"
       "  hint: put :a behind a date in the pattern"},
      {"p/rules.tsv", "phrase\tx\tP:a ~x T:t\thold a t\n",
       "p/rules.tsv:1:14: error: \"~x\" is no gap\n"
       "  hint: write ~ and how many items may stand there: ~4"},
      {"p/rules.tsv", "phrase\tx\tP:a , T:t !-P\thold a t\n",
       "p/rules.tsv:1:20: error: unknown element \"!-P\"\n"
       "  hint: see the list of elements in schema/packs/README.md"},
  }};
  for (const Case& c : cases) {
    EXPECT_EQ(fault_of(c.file, c.content), c.fault);
  }
}

TEST(Pack, SaysThatAFolderCannotBeRead) {
  const auto missing = pack::load({"/nowhere/at/all"});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, FaultKind::io);
}

}  // namespace
}  // namespace nom
