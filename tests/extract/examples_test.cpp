// SPDX-License-Identifier: Apache-2.0
// The examples of the built-in packs run, and each rule has one.
#include "extract/extract.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace nom {
namespace {

std::shared_ptr<const Pack> built_in() {
  Result<std::shared_ptr<const Pack>> pack = pack::load({});
  if (!pack) {
    throw std::runtime_error(to_string(pack.error()));
  }
  return *pack;
}

std::string faults_of(const std::string& rule, bool counter, const std::string& sentence,
                      std::vector<std::string> facts) {
  static const Extractor extractor(built_in());
  const std::vector<Example> examples = {
      {rule, counter, sentence, std::move(facts), {"p/examples.tsv", 3, 9, {}}}};
  std::string out;
  const Faults faults = extract::check_examples(extractor, examples);
  for (const Fault& fault : faults.all()) {
    out += to_string(fault);
  }
  return out;
}

TEST(Examples, OfTheBuiltInPacksShowWhatTheyShould) {
  const auto examples = pack::examples({});
  ASSERT_TRUE(examples) << to_string(examples.error());
  const Faults faults = extract::check_examples(Extractor(built_in()), *examples);
  for (const Fault& fault : faults.all()) {
    ADD_FAILURE() << to_string(fault);
  }
}

TEST(Examples, EachRuleHasOne) {
  const auto examples = pack::examples({});
  ASSERT_TRUE(examples) << to_string(examples.error());
  std::set<std::string> shown;
  for (const Example& example : *examples) {
    if (!example.counter) {
      shown.insert(example.rule);
    }
  }
  const auto pack = built_in();
  for (const Rule& rule : pack->rules()) {
    EXPECT_TRUE(shown.contains(rule.id)) << rule.file << ":" << rule.line << ": " << rule.id;
  }
  for (const Frame& frame : pack->frames()) {
    EXPECT_TRUE(shown.contains(frame.id)) << frame.file << ":" << frame.line << ": " << frame.id;
  }
}

TEST(Examples, FailWhenAFactDoesNotCome) {
  EXPECT_EQ(faults_of("apposition", false, "Ingrid Solheim, Minister of Fisheries, spoke.",
                      {"Ingrid Solheim | Mayor | Oslo | current"}),
            "p/examples.tsv:3:9: error: the example fails: \"Ingrid Solheim | Mayor | Oslo | "
            "current\" did not come\n"
            "  hint: what came: Ingrid Solheim | Minister | Ministry of Fisheries | current, by "
            "apposition");
}

TEST(Examples, FailWhenAnotherRuleMadeTheFact) {
  EXPECT_EQ(faults_of("title-person", false, "Ingrid Solheim, Minister of Fisheries, spoke.",
                      {"Ingrid Solheim | Minister | Ministry of Fisheries | current"}),
            "p/examples.tsv:3:9: error: the example fails: \"Ingrid Solheim | Minister | Ministry "
            "of Fisheries | current\" came, but not by the rule title-person\n"
            "  hint: what came: Ingrid Solheim | Minister | Ministry of Fisheries | current, by "
            "apposition");
}

TEST(Examples, FailWhenARuleSpeaksThatShouldNot) {
  EXPECT_EQ(faults_of("apposition", true, "Ingrid Solheim, Minister of Fisheries, spoke.", {}),
            "p/examples.tsv:3:9: error: the example fails: the rule apposition read the sentence, "
            "and should not\n"
            "  hint: what came: Ingrid Solheim | Minister | Ministry of Fisheries | current, by "
            "apposition");
}

TEST(Examples, OfARuleThatSaysNothingItselfNeedItToBeKept) {
  EXPECT_EQ(faults_of("denied", false, "Ingrid Solheim was not appointed Minister of Trade.", {}),
            "");
  EXPECT_EQ(faults_of("denied", false, "Ingrid Solheim walked home.", {}),
            "p/examples.tsv:3:9: error: the example fails: the rule denied did not read the "
            "sentence\n"
            "  hint: what came: no fact");
}

class Expect : public testing::Test {
 protected:
  static Extractor::Expectation of(const std::string& text, const Extractor::Expected& fact) {
    static const Extractor extractor(built_in());
    Document document;
    document.id = "d";
    document.text = *Text::from_bytes(text, "d");
    return extractor.expect(document, fact);
  }
};

TEST_F(Expect, NamesTheRuleOfAFactThatCame) {
  const auto told = of("Ingrid Solheim, Minister of Fisheries, spoke.",
                       {"Solheim", "minister", "Ministry of Fisheries"});
  EXPECT_TRUE(told.came);
  EXPECT_NE(told.text.find("[apposition, schema/packs/en/rules.tsv:"), std::string::npos)
      << told.text;
}

TEST_F(Expect, OfAnotherBodyDidNotCome) {
  EXPECT_FALSE(
      of("Ingrid Solheim, Minister of Fisheries, spoke.", {"Solheim", "minister", "Health"}).came);
}

TEST_F(Expect, TellsWhereTheNearestRuleFailed) {
  const auto told =
      of("Ingrid Solheim greeted the Minister of Fisheries Board.", {"Solheim", "minister", ""});
  EXPECT_FALSE(told.came);
  EXPECT_NE(told.text.find("  nearest "), std::string::npos) << told.text;
  EXPECT_NE(told.text.find("failed at "), std::string::npos) << told.text;
}

TEST_F(Expect, TellsWhyAVerbDidNotReachThePost) {
  const auto told = of("Ingrid Solheim was met by the Minister of Fisheries.",
                       {"Ingrid Solheim", "Minister", ""});
  EXPECT_NE(told.text.find("  frame   was, schema/packs/en/rules.tsv:"), std::string::npos);
  EXPECT_NE(told.text.find(": the post is out of the verb's reach"), std::string::npos)
      << told.text;
}

TEST_F(Expect, TellsWhatWasNotReadAsAPerson) {
  const auto told =
      of("The solheim was appointed Minister of Fisheries.", {"solheim", "Minister", ""});
  EXPECT_NE(told.text.find("person  not read as a person; the words stand in sentence 1\n"
                           "  items   The solheim was appointed T{Minister of Fisheries} ."),
            std::string::npos)
      << told.text;
}

TEST_F(Expect, TellsThatNoSentenceHasBoth) {
  const auto told = of("Mr Ingrid Solheim spoke. The Minister of Fisheries listened.",
                       {"Ingrid Solheim", "Minister", ""});
  EXPECT_NE(told.text.find("no sentence has both"), std::string::npos) << told.text;
}

TEST(Trace, CountsWhatBecomesOfARule) {
  const auto pack = built_in();
  const Extractor extractor(pack);
  Document document;
  document.id = "d";
  document.text = *Text::from_bytes("Ingrid Solheim, Minister of Fisheries, spoke.", "d");
  RuleTrace trace;
  EXPECT_EQ(extractor.extract(document, &trace).tenures.size(), 1U);
  int met = 0;
  for (std::size_t r = 0; r < pack->rules().size(); ++r) {
    const RuleTrace::Count& count = trace.rules[r];
    EXPECT_GE(count.tried, count.fired);
    EXPECT_GE(count.fired, count.kept + count.lost);
    if (pack->rules()[r].id == "apposition") {
      ++met;
      EXPECT_EQ(count.kept, 1U);
    } else if (pack->rules()[r].id == "apposition-det") {
      ++met;
      EXPECT_EQ(count.lost, 1U);  // of equal length, but later in the file
    }
  }
  EXPECT_EQ(met, 2);
}

}  // namespace
}  // namespace nom
