// SPDX-License-Identifier: Apache-2.0
// What every format of the registry promises.
#include "format/format.hpp"

#include "support/measured.hpp"
#include "support/memory_sink.hpp"
#include "support/printed.hpp"
#include "support/world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using nom::Format;
using nom::Graph;

using nom::support::printed;
using nom::support::write;

bool holds(const Format& format, nom::Kind kind) {
  return (format.holds >> static_cast<unsigned>(kind) & 1U) != 0;
}

/// By what a vertex is known in this format.
std::string known_as(const Format& format, const Graph& graph, nom::VertexId v) {
  if (format.name == "dot") {  // people and tenures are lines of the posts that they hold
    const auto person = graph.one(v, nom::Relation::holder);
    return std::string(graph.label(person.value_or(v)));
  }
  std::string key(graph.key(v));
  if (format.name == "ftm") {  // whose ids may have no slash
    for (std::size_t at = 0; (at = key.find_first_of("/.", at)) != std::string::npos; ++at) {
      key.replace(at, 1, key[at] == '/' ? "." : "--");
    }
  }
  return key;
}

/// FollowTheMoney has no room for IRIs.
bool has_iris(const Format& format) { return format.name != "ftm"; }

/// Takes so many bytes, then no more.
class FullSink : public nom::Sink {
 public:
  explicit FullSink(std::size_t room) : room_(room) {}

  nom::Result<nom::Done> write(std::string_view bytes) override {
    EXPECT_FALSE(full_) << "written to after a fault";
    if (bytes.size() > room_) {
      full_ = true;
      return nom::Fault{nom::FaultKind::io, "no room", {"sink", 0, 0, {}}, ""};
    }
    room_ -= bytes.size();
    return nom::Done{};
  }

 private:
  std::size_t room_;
  bool full_ = false;
};

Graph one_person(std::string_view name) {
  nom::support::World w;
  w.add("person/a", name, nom::PersonData{});
  return std::move(w).finish();
}

/// More than the writers hold back, so that they fail in the middle.
Graph many_people(int count) {
  nom::support::World w;
  for (int i = 0; i < count; ++i) {
    w.add("person/" + std::to_string(i), "Somebody with a rather long name", nom::PersonData{});
  }
  return std::move(w).finish();
}

class EveryFormat : public testing::TestWithParam<const Format*> {};

TEST_P(EveryFormat, SaysWhatItIs) {
  const Format& format = *GetParam();
  EXPECT_FALSE(format.name.empty());
  EXPECT_FALSE(format.extension.empty());
  EXPECT_EQ(format.extension.find('.'), std::string_view::npos);
  EXPECT_NE(format.media_type.find('/'), std::string_view::npos);
  EXPECT_GT(format.help.size(), 10U);
  EXPECT_EQ(format.help.find('\n'), std::string_view::npos);
  EXPECT_EQ(nom::format::find(format.name), &format);
  if (format.parts.empty()) {
    EXPECT_NE(format.write, nullptr);
    EXPECT_EQ(nom::format::find(format.extension), &format);
    return;
  }
  EXPECT_EQ(format.write, nullptr);
  std::set<std::string_view> names;
  for (const nom::Part& part : format.parts) {
    EXPECT_TRUE(part.name.ends_with("." + std::string(format.extension))) << part.name;
    EXPECT_EQ(part.name.find('/'), std::string_view::npos);
    names.insert(part.name);
  }
  EXPECT_EQ(names.size(), format.parts.size());
}

TEST_P(EveryFormat, WritesTheEmptyGraph) {
  const std::string bytes = printed(*GetParam(), Graph());
  EXPECT_EQ(bytes, printed(*GetParam(), nom::support::World().finish()));
  EXPECT_EQ(bytes.find("person/"), std::string::npos);
}

TEST_P(EveryFormat, WritesOneThing) {
  const std::string bytes = printed(*GetParam(), one_person("Ann Lee"));
  EXPECT_NE(bytes.find("Ann Lee"), std::string::npos);
  const Graph person = one_person("Ann Lee");
  EXPECT_NE(bytes.find(known_as(*GetParam(), person, 0)), std::string::npos);
  EXPECT_EQ(bytes.back(), '\n');
}

TEST_P(EveryFormat, WritesTheSameBytesTwice) {
  const Graph world = nom::support::whole_world();
  const std::string bytes = printed(*GetParam(), world);
  EXPECT_GT(bytes.size(), 1000U);
  EXPECT_EQ(bytes, printed(*GetParam(), world));
  EXPECT_EQ(bytes, printed(*GetParam(), nom::support::whole_world()));
}

TEST_P(EveryFormat, WritesEachVertex) {
  const Graph world = nom::support::whole_world();
  const std::string bytes = printed(*GetParam(), world);
  for (nom::VertexId v = 0; v < world.size(); ++v) {
    if (holds(*GetParam(), world[v].kind())) {
      EXPECT_NE(bytes.find(known_as(*GetParam(), world, v)), std::string::npos) << world.key(v);
    }
  }
}

TEST_P(EveryFormat, WritesHostileNamesWithoutControlCharacters) {
  std::string bytes = printed(*GetParam(), nom::support::hostile_world());
  if (GetParam()->extension == "csv") {  // whose line ends are CR LF
    EXPECT_NE(bytes.find("\r\n"), std::string::npos);
    for (std::size_t at = 0; (at = bytes.find("\r\n", at)) != std::string::npos;) {
      bytes.erase(at, 1);
    }
  }
  EXPECT_EQ(nom::find_invalid_utf8(bytes), std::string::npos);
  EXPECT_TRUE(std::none_of(bytes.begin(), bytes.end(), [](char c) {
    return (c >= 0 && c < ' ' && c != '\n' && c != '\t') || c == 0x7F;
  }));
  for (const char* noncharacter : {"\uFFFE", "\uFFFF", "\uFDD0", "\U0001FFFE"}) {
    EXPECT_EQ(bytes.find(noncharacter), std::string::npos);
  }
  EXPECT_TRUE(bytes.find("nul\uFFFD bell") != std::string::npos ||
              bytes.find("nul\\uFFFD bell") != std::string::npos);
}

TEST_P(EveryFormat, WritesLongTitlesWhole) {
  std::string title;
  while (title.size() < 10'000) {
    title += "word ";
  }
  EXPECT_NE(printed(*GetParam(), one_person(title)).find(title), std::string::npos);
}

TEST_P(EveryFormat, FailsWithItsSink) {
  const Graph world = nom::support::whole_world();
  const std::size_t size = printed(*GetParam(), world).size();
  for (std::size_t room = 0; room < size; room += 997) {
    FullSink sink(room);
    const auto done = write(*GetParam(), world, {}, sink);
    ASSERT_FALSE(done) << room;
    EXPECT_EQ(nom::to_string(done.error()), "sink: error: no room");
  }
  FullSink one_short(size - 1);
  EXPECT_FALSE(write(*GetParam(), world, {}, one_short));
  FullSink enough(size);
  EXPECT_TRUE(write(*GetParam(), world, {}, enough));
}

TEST_P(EveryFormat, FailsWithItsSinkInTheMiddle) {
  const Graph people = many_people(4000);
  const std::size_t size = printed(*GetParam(), people).size();
  ASSERT_GT(size, 200'000U);
  for (const std::size_t room : {std::size_t{0}, size / 2, size - 1}) {
    FullSink sink(room);
    EXPECT_FALSE(write(*GetParam(), people, {}, sink)) << room;
  }
}

/// Counts bytes and their lines.
class CountingSink : public nom::Sink {
 public:
  nom::Result<nom::Done> write(std::string_view bytes) override {
    largest = std::max(largest, bytes.size());
    total += bytes.size();
    return nom::Done{};
  }
  std::size_t largest = 0;
  std::size_t total = 0;
};

TEST_P(EveryFormat, HandsOnAHundredThousandThingsByThePiece) {
  static const Graph people = many_people(100'000);
  CountingSink sink;
  const auto done = write(*GetParam(), people, {}, sink);
  EXPECT_TRUE(done) << nom::to_string(done.error());
  EXPECT_GT(sink.total, 100'000U * 50);
  EXPECT_LT(sink.largest, 2U << 20U);
}

/// Notes the most memory that was in use when something was written.
class MeasuringSink : public nom::Sink {
 public:
  nom::Result<nom::Done> write(std::string_view bytes) override {
    written += bytes.size();
    most = std::max(most, nom::support::memory_in_use());
    return nom::Done{};
  }

  std::size_t written = 0;
  std::size_t most = 0;
};

TEST_P(EveryFormat, HoldsLittleOfWhatItWrites) {
  nom::support::World w;
  const std::string name(10'000, 'x');
  for (int i = 0; i < 2000; ++i) {
    w.add("person/" + std::to_string(i), name + std::to_string(i), nom::PersonData{});
  }
  const Graph people = std::move(w).finish();
  MeasuringSink sink;
  const std::size_t before = nom::support::memory_in_use();
  ASSERT_TRUE(write(*GetParam(), people, {}, sink));
  EXPECT_GT(sink.written, 20'000'000U);
  EXPECT_LT(sink.most, before + 2'000'000U);
}

TEST_P(EveryFormat, WritesUnderTheBase) {
  const std::string bytes =
      printed(*GetParam(), one_person("Ann Lee"), {*nom::rdf::check_base("https://a.example/x/")});
  EXPECT_EQ(bytes.find("https://a.example/x/") != std::string::npos, has_iris(*GetParam()));
  EXPECT_EQ(bytes.find("nomenclator.example/id"), std::string::npos);
}

TEST_P(EveryFormat, RefusesTextThatIsNotUtf8AndNamesTheVertex) {
  nom::support::MemorySink sink;
  const auto done = write(*GetParam(), one_person("Ann\xFF"), {}, sink);
  ASSERT_FALSE(done);
  EXPECT_EQ(nom::to_string(done.error()), "error: person/a: byte 3 of a text is not UTF-8");
}

TEST_P(EveryFormat, RefusesKeysThatCannotBeIris) {
  nom::support::World w;
  w.add("person/..", "A", nom::PersonData{});
  nom::support::MemorySink sink;
  const auto done = write(*GetParam(), std::move(w).finish(), {}, sink);
  ASSERT_EQ(done.has_value(), !has_iris(*GetParam()));
  if (!done) {
    EXPECT_EQ(done.error().message,
              "person/..: the key \"person/..\" has an empty part, \".\" or \"..\"");
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryFormat,
                         testing::ValuesIn(nom::format::all().begin(), nom::format::all().end()),
                         [](const auto& test) { return std::string(test.param->name); });

TEST(Registry, IsSortedAndHasEachFolder) {
  std::vector<std::string> names;
  for (const Format* format : nom::format::all()) {
    names.emplace_back(format->name);
  }
  std::vector<std::string> folders;
  for (const auto& entry : std::filesystem::directory_iterator(NOM_SOURCE_DIR "/src/format")) {
    if (entry.is_directory()) {
      folders.push_back(entry.path().filename());
    }
  }
  std::sort(folders.begin(), folders.end());
  EXPECT_GT(folders.size(), 10U);
  EXPECT_EQ(names, folders);
}

TEST(Registry, KnowsNothingElse) {
  EXPECT_EQ(nom::format::find("word"), nullptr);
  EXPECT_EQ(nom::format::find(""), nullptr);
}

}  // namespace
