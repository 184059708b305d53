// SPDX-License-Identifier: Apache-2.0
// What every format of the registry promises.
#include "format/format.hpp"

#include "support/world.hpp"

#include <gtest/gtest.h>
#include <malloc.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace nom {

// What tests of one format are called.
void PrintTo(const Format* format, std::ostream* out) { *out << format->name; }

}  // namespace nom

namespace {

using nom::Format;
using nom::Graph;

std::string written(const Format& format, const Graph& graph,
                    const nom::FormatOptions& options = {}) {
  nom::MemorySink sink;
  const nom::Result<nom::Done> done = format.write(graph, options, sink);
  EXPECT_TRUE(done) << nom::to_string(done.error());
  return sink.bytes();
}

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
  EXPECT_EQ(nom::format::find(format.extension), &format);
}

TEST_P(EveryFormat, WritesTheEmptyGraph) {
  const std::string bytes = written(*GetParam(), Graph());
  EXPECT_EQ(bytes, written(*GetParam(), nom::support::World().finish()));
  EXPECT_EQ(bytes.find("person"), std::string::npos);
}

TEST_P(EveryFormat, WritesOneThing) {
  const std::string bytes = written(*GetParam(), one_person("Ann Lee"));
  EXPECT_NE(bytes.find("Ann Lee"), std::string::npos);
  EXPECT_NE(bytes.find("person/a"), std::string::npos);
  EXPECT_EQ(bytes.back(), '\n');
}

TEST_P(EveryFormat, WritesTheSameBytesTwice) {
  const Graph world = nom::support::whole_world();
  const std::string bytes = written(*GetParam(), world);
  EXPECT_GT(bytes.size(), 5000U);
  EXPECT_EQ(bytes, written(*GetParam(), world));
  EXPECT_EQ(bytes, written(*GetParam(), nom::support::whole_world()));
}

TEST_P(EveryFormat, WritesEachVertex) {
  const Graph world = nom::support::whole_world();
  const std::string bytes = written(*GetParam(), world);
  for (nom::VertexId v = 0; v < world.size(); ++v) {
    EXPECT_NE(bytes.find(world.key(v)), std::string::npos) << world.key(v);
  }
}

TEST_P(EveryFormat, WritesHostileNamesWithoutControlCharacters) {
  const std::string bytes = written(*GetParam(), nom::support::hostile_world());
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
  EXPECT_NE(written(*GetParam(), one_person(title)).find(title), std::string::npos);
}

TEST_P(EveryFormat, FailsWithItsSink) {
  const Graph world = nom::support::whole_world();
  const std::size_t size = written(*GetParam(), world).size();
  for (std::size_t room = 0; room < size; room += 997) {
    FullSink sink(room);
    const auto done = GetParam()->write(world, {}, sink);
    ASSERT_FALSE(done) << room;
    EXPECT_EQ(nom::to_string(done.error()), "sink: error: no room");
  }
  FullSink one_short(size - 1);
  EXPECT_FALSE(GetParam()->write(world, {}, one_short));
  FullSink enough(size);
  EXPECT_TRUE(GetParam()->write(world, {}, enough));
}

TEST_P(EveryFormat, FailsWithItsSinkInTheMiddle) {
  const Graph people = many_people(4000);
  const std::size_t size = written(*GetParam(), people).size();
  ASSERT_GT(size, 200'000U);
  for (const std::size_t room : {std::size_t{0}, size / 2, size - 1}) {
    FullSink sink(room);
    EXPECT_FALSE(GetParam()->write(people, {}, sink)) << room;
  }
}

/// Notes the most memory that was in use when something was written.
class MeasuringSink : public nom::Sink {
 public:
  nom::Result<nom::Done> write(std::string_view bytes) override {
    written += bytes.size();
    most = std::max(most, mallinfo2().uordblks);
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
  const std::size_t before = mallinfo2().uordblks;
  ASSERT_TRUE(GetParam()->write(people, {}, sink));
  EXPECT_GT(sink.written, 20'000'000U);
  EXPECT_LT(sink.most, before + 2'000'000U);
}

TEST_P(EveryFormat, WritesUnderTheBase) {
  const std::string bytes = written(*GetParam(), one_person("Ann Lee"), {"https://a.example/x/"});
  EXPECT_NE(bytes.find("https://a.example/x/"), std::string::npos);
  EXPECT_EQ(bytes.find("nomenclator.example/id"), std::string::npos);
}

TEST_P(EveryFormat, RefusesABaseThatIsNone) {
  nom::MemorySink sink;
  const auto done = GetParam()->write(one_person("Ann Lee"), {"my elites"}, sink);
  ASSERT_FALSE(done);
  EXPECT_EQ(nom::to_string(done.error()),
            "error: the base \"my elites\" is no IRI\n"
            "  hint: give an address of your own, for instance "
            "https://data.my-institute.org/elites/");
  EXPECT_EQ(sink.bytes(), "");
}

TEST_P(EveryFormat, RefusesTextThatIsNotUtf8AndNamesTheVertex) {
  nom::MemorySink sink;
  const auto done = GetParam()->write(one_person("Ann\xFF"), {}, sink);
  ASSERT_FALSE(done);
  EXPECT_EQ(nom::to_string(done.error()), "error: person/a: byte 3 of a text is not UTF-8");
}

TEST_P(EveryFormat, RefusesKeysThatCannotBeIris) {
  nom::support::World w;
  w.add("person/..", "A", nom::PersonData{});
  nom::MemorySink sink;
  const auto done = GetParam()->write(std::move(w).finish(), {}, sink);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message,
            "person/..: the key \"person/..\" has an empty part, \".\" or \"..\"");
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryFormat,
                         testing::ValuesIn(nom::format::all().begin(), nom::format::all().end()),
                         [](const auto& test) { return std::string(test.param->name); });

TEST(Registry, IsSortedAndHasEachNameOnce) {
  std::vector<std::string_view> names;
  std::set<std::string_view> all;
  for (const Format* format : nom::format::all()) {
    names.push_back(format->name);
    all.insert({format->name, format->extension});
  }
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_EQ(names, (std::vector<std::string_view>{"graphml", "jsonld", "nquads", "ntriples",
                                                  "rdfxml", "trig", "turtle"}));
  EXPECT_EQ(all.size(), 11U);  // the names of graphml, jsonld and trig are their extensions
  EXPECT_EQ(nom::format::find("word"), nullptr);
  EXPECT_EQ(nom::format::find(""), nullptr);
}

}  // namespace
