// SPDX-License-Identifier: Apache-2.0
#include "record/record.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace nom {

namespace {

std::vector<std::string> lines_of(const std::string& name) {
  std::ifstream file(NOM_SOURCE_DIR "/tests/record/schema/" + name);
  EXPECT_TRUE(file) << name;
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    lines.push_back(line);
  }
  return lines;
}

Record read(const std::string& json) {
  const Result<record::Line> line = record::read_line(json, {"test", 1, 0, {}});
  EXPECT_TRUE(line) << (line ? "" : to_string(line.error()));
  return line && std::holds_alternative<Record>(*line) ? std::get<Record>(*line) : Record{};
}

void expect_same(const Record& a, const Record& b) {
  EXPECT_EQ(a.document.id, b.document.id);
  EXPECT_EQ(a.document.title, b.document.title);
  EXPECT_EQ(a.document.date, b.document.date);
  EXPECT_EQ(a.document.lang, b.document.lang);
  EXPECT_EQ(a.document.source, b.document.source);
  EXPECT_EQ(a.document.text.str(), b.document.text.str());
  EXPECT_TRUE(a.places == b.places);
  EXPECT_TRUE(a.people == b.people);
  EXPECT_TRUE(a.bodies == b.bodies);
  EXPECT_TRUE(a.tenures == b.tenures);
  EXPECT_TRUE(a.resolutions == b.resolutions);
  EXPECT_TRUE(a.events == b.events);
  EXPECT_TRUE(a.hierarchy == b.hierarchy);
}

TEST(ToJson, WritesARecordInTheOrderOfTheSchemaWithOffsetsInCodePoints) {
  Record r;
  r.document.id = "a/1";
  r.document.date = PartialDate{2021, 5, 0};
  r.document.text = *Text::from_bytes("Đỗ Hà 😀 \"chairs\"\tthe Council.\n", "test");
  r.people = {{"p1", "Đỗ Hà", {"Hà"}, {{0, 9}}}};
  r.bodies = {{"b1", "Council", {}, {}, "legislature", {}, {}, {}}};
  r.tenures = {{"p1",
                "Chairwoman",
                "Chairman",
                "b1",
                {},
                Status::acting,
                {PartialDate{2020, 0, 0}, std::nullopt, Open::unknown},
                Confidence::implied,
                {{{10, 23}, "😀 \"chairs\"", "verb"}},
                true}};
  EXPECT_EQ(
      record::to_json(r),
      R"({"document":{"id":"a/1","date":"2021-05","text":"Đỗ Hà 😀 \"chairs\"\tthe Council.\n"},)"
      R"("people":[{"id":"p1","name":"Đỗ Hà","forms":["Hà"],"mentions":[{"start":0,"end":5}]}],)"
      R"("bodies":[{"id":"b1","name":"Council","kind":"legislature"}],)"
      R"("tenures":[{"person":"p1","title":"Chairwoman","role":"Chairman","body":"b1",)"
      R"("status":"acting","from":"2020","open":"unknown","one_seat":true,"confidence":"implied",)"
      R"("evidence":[{"start":6,"end":16,"quote":"😀 \"chairs\"","rule":"verb"}]}]})");
  expect_same(read(record::to_json(r)), r);
}

TEST(ToJson, WritesAnEmptyRecord) {
  EXPECT_EQ(record::to_json({}), R"({"document":{"id":"","text":""}})");
}

TEST(ToJson, GivesBackWhatWasRead) {
  const std::vector<std::string> lines = lines_of("good.jsonl");
  ASSERT_GE(lines.size(), 5U);
  for (const std::string& line : lines) {
    const Record record = read(line);
    const std::string written = record::to_json(record);
    expect_same(read(written), record);
    EXPECT_EQ(record::to_json(read(written)), written);
  }
  EXPECT_EQ(record::to_json(read(lines.back())), lines.back())
      << "every key of the schema is there";
}

TEST(ToJson, KeepsATextWhoseReferencesWereDecodedOnce) {
  Record r;
  r.document.id = "a";
  r.document.text = *Text::from_bytes("R&amp;amp;D &amp;#65; Ann", "test");
  ASSERT_EQ(r.document.text.str(), "R&amp;D &#65; Ann");
  r.people = {{"p1", "Ann", {}, {{14, 17}}}};
  expect_same(read(record::to_json(r)), r);
}

TEST(Schema, RefusesBrokenRecordsWithTheseWords) {
  std::string said;
  int line = 0;
  for (const std::string& json : lines_of("broken.jsonl")) {
    const Result<record::Line> result = record::read_line(json, {"broken.jsonl", ++line, 0, {}});
    ASSERT_FALSE(result) << json;
    EXPECT_EQ(result.error().kind, FaultKind::schema) << json;
    said += to_string(result.error()) + '\n';
  }
  std::string expected;
  for (const std::string& text : lines_of("broken.txt")) {
    expected += text + '\n';
  }
  EXPECT_EQ(said, expected);
}

}  // namespace

}  // namespace nom
