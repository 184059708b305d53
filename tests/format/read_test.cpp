// SPDX-License-Identifier: Apache-2.0
// A graph, written and read back.
#include "format/format.hpp"
#include "support/printed.hpp"
#include "support/world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using nom::support::printed;

std::string all_of(const nom::Faults& faults) {
  std::string all;
  for (const nom::Fault& fault : faults.all()) {
    all += nom::to_string(fault) + "\n";
  }
  return all;
}

std::optional<nom::rdf::ReadGraph> read(std::string_view extension, const std::string& bytes,
                                        nom::Faults& faults) {
  std::istringstream in(bytes);
  return nom::format::read(extension, in, "g", faults);
}

/// What is said of bytes that cannot be read, or not all of them.
std::string complaint(std::string_view extension, const std::string& bytes) {
  nom::Faults faults;
  (void)read(extension, bytes, faults);
  return all_of(faults);
}

class EveryRdf : public testing::TestWithParam<const char*> {};

TEST_P(EveryRdf, IsReadBackAsTheSameGraph) {
  for (const bool hostile : {false, true}) {
    const nom::Graph world = hostile ? nom::support::hostile_world() : nom::support::whole_world();
    nom::Faults faults;
    const auto again = read(GetParam(), printed(GetParam(), world), faults);
    EXPECT_EQ(all_of(faults), "");
    ASSERT_TRUE(again);
    EXPECT_EQ(again->base, nom::rdf::default_base());
    for (const nom::Format* format : nom::format::all()) {
      if (!hostile || !format->projects) {  // hostile names may have another order
        EXPECT_EQ(printed(*format, again->graph), printed(*format, world)) << format->name;
      }
    }
    if (!hostile) {
      EXPECT_EQ(nom::dump(again->graph), nom::dump(world));
    }
  }
}

TEST_P(EveryRdf, OfNothingIsNothing) {
  nom::Faults faults;
  const auto again = read(GetParam(), printed(GetParam(), nom::Graph()), faults);
  ASSERT_TRUE(again) << all_of(faults);
  EXPECT_EQ(again->graph.size(), 0U);
}

TEST_P(EveryRdf, KeepsItsBase) {
  const nom::FormatOptions options{*nom::rdf::check_base("https://a.example/x/")};
  nom::Faults faults;
  const auto again =
      read(GetParam(), printed(GetParam(), nom::support::whole_world(), options), faults);
  ASSERT_TRUE(again) << all_of(faults);
  EXPECT_EQ(again->base, options.base);
}

TEST_P(EveryRdf, ThatIsCutOffIsNoGraph) {
  const std::string bytes = printed(GetParam(), nom::support::whole_world());
  for (const std::size_t part : {2U, 3U, 5U, 7U}) {
    nom::Faults faults;
    (void)read(GetParam(), bytes.substr(0, bytes.size() / part), faults);
    EXPECT_FALSE(faults.empty()) << part;
  }
}

TEST_P(EveryRdf, ThatIsNotUtf8IsNoGraph) {
  std::string bytes = printed(GetParam(), nom::Graph());
  const std::size_t at = bytes.find("example");
  bytes[at] = '\xFF';
  nom::Faults faults;
  EXPECT_FALSE(read(GetParam(), bytes, faults));
  const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<long>(at), '\n');
  EXPECT_EQ(all_of(faults), "g:" + std::to_string(line) + ": error: these bytes are not UTF-8\n");
}

INSTANTIATE_TEST_SUITE_P(Read, EveryRdf, testing::Values("nq", "nt", "rdf", "ttl"),
                         [](const auto& test) { return std::string(test.param); });

constexpr auto base =
    "<https://a.example/> <http://rdfs.org/ns/void#uriSpace> \"https://a.example/\" .\n"
    "<https://a.example/> <http://purl.org/dc/terms/conformsTo> "
    "<https://nomenclator.example/ns> .\n"
    "<https://a.example/> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
    "<http://rdfs.org/ns/void#Dataset> .\n";

TEST(Read, NamesTheLineOfWhatIsNoRdf) {
  EXPECT_EQ(complaint("nt", std::string(base) + "<https://a.example/x> oops .\n").substr(0, 11),
            "g:4: error:");
  EXPECT_EQ(
      complaint("ttl", "@prefix a: <https://a.example/> .\n\na:x a:y a:z ; , 1 .\n").substr(0, 11),
      "g:3: error:");
  EXPECT_EQ(complaint("nt", std::string("a\0b\n", 4)), "g:1: error: a byte 0 may not stand here\n");
}

TEST(Read, NamesTheBlankNode) {
  EXPECT_EQ(complaint("nt", std::string(base) + "_:b <https://a.example/p> \"x\" .\n"),
            "g:4: error: a blank node: all things of a graph have IRIs\n");
}

TEST(Read, AsksForABase) {
  EXPECT_EQ(complaint("nt", "<https://a.example/x> <https://a.example/p> \"x\" .\n"),
            "g: error: this is no graph of ours: no void:uriSpace names its base\n"
            "  hint: give a file that nomenclator wrote\n");
  EXPECT_EQ(
      complaint("nt", std::string(base) +
                          "<https://a.example/> <http://rdfs.org/ns/void#uriSpace> \"b\" .\n"),
      "g:4: error: this is more than one graph: void:uriSpace names several bases\n"
      "  hint: give a file that nomenclator wrote\n");
}

constexpr auto person =
    "<https://a.example/person/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
    "<http://xmlns.com/foaf/0.1/Person> .\n"
    "<https://a.example/person/a> <http://xmlns.com/foaf/0.1/name> \"Ann Lee\" .\n";

TEST(Read, TellsWhatDoesNotFit) {
  nom::Faults faults;
  const auto again = read("nt",
                          std::string(base) + person +
                              "<https://a.example/person/a> <https://b.example/age> "
                              "\"7\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n",
                          faults);
  ASSERT_TRUE(again);
  EXPECT_EQ(nom::dump(again->graph), "person/a \"Ann Lee\"\n");
  EXPECT_EQ(all_of(faults),
            "g:6: error: this does not fit into the graph: <https://a.example/person/a> "
            "<https://b.example/age> \"7\"^^<http://www.w3.org/2001/XMLSchema#integer>\n"
            "  hint: only what nomenclator wrote can be read back; change the documents or records "
            "and build anew\n");
}

TEST(Read, TellsWhatIsMissing) {
  const std::string without =
      std::string(base).substr(0, std::string(base).find("<https://a.example/> <http://purl"));
  EXPECT_EQ(
      complaint("nt", without),
      "g: error: this is missing: <https://a.example/> <http://purl.org/dc/terms/conformsTo> "
      "<https://nomenclator.example/ns>\n"
      "g: error: this is missing: <https://a.example/> "
      "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://rdfs.org/ns/void#Dataset>\n");
}

TEST(Read, TellsNoMoreThanTenOfAKind) {
  std::string bytes = base;
  for (int i = 0; i < 30; ++i) {
    bytes += "<https://a.example/x> <https://a.example/p> \"" + std::to_string(i) + "\" .\n";
  }
  const std::string told = complaint("nt", bytes);
  EXPECT_NE(told.find("g: error: 20 more statements do not fit into the graph\n"),
            std::string::npos)
      << told;
  EXPECT_EQ(std::count(told.begin(), told.end(), '\n'), 12);  // ten, one hint, and the rest
}

TEST(Read, LeavesOutWhatClosesARing) {
  nom::support::World w;
  const auto inner = w.add("body/a", "A", nom::BodyData{});
  const auto outer = w.add("body/b", "B", nom::BodyData{});
  w.connect(inner, nom::Relation::under, outer);
  const std::string bytes = printed("nt", std::move(w).finish());
  const std::string id = "<https://nomenclator.example/id/body/";
  const std::string under = "> <http://www.w3.org/ns/org#subOrganizationOf> ";
  nom::Faults faults;
  const auto again = read("nt", bytes + id + "b" + under + id + "a> .\n", faults);
  ASSERT_TRUE(again);
  EXPECT_EQ(nom::dump(again->graph), "body/a \"A\"\n  under body/b\nbody/b \"B\"\n");
  ASSERT_EQ(faults.size(), 1U) << all_of(faults);
  EXPECT_NE(all_of(faults).find("does not fit into the graph: " + id + "b" + under),
            std::string::npos)
      << all_of(faults);
}

TEST(Read, HoldsQuadsToTheirGraphs) {
  nom::support::World w;
  const auto document = w.document("d", "News", "Ann Lee came.");
  w.add("person/a", "Ann Lee", nom::PersonData{}, {}, {w.cite(document, "Ann Lee")});
  std::string bytes = printed("nq", std::move(w).finish());
  const std::string graph = " <https://nomenclator.example/id/document/d> .";
  bytes.erase(bytes.find(graph) + 1, graph.size() - 2);
  const std::string told = complaint("nq", bytes);
  EXPECT_NE(told.find("this does not fit into the graph: "), std::string::npos) << told;
  EXPECT_NE(told.find("this is missing: "), std::string::npos) << told;
}

/// Without any one statement the rest is a graph, or it is told that it is none.
TEST(Read, DropsAndInventsNothing) {
  const std::string bytes = printed("nt", nom::support::whole_world());
  std::vector<std::string> lines;
  std::istringstream in(bytes);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line + "\n");
  }
  std::size_t told = 0;
  for (std::size_t gone = 0; gone < lines.size(); ++gone) {
    std::string rest;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      rest += i == gone ? "" : lines[i];
    }
    nom::Faults faults;
    const auto again = read("nt", rest, faults);
    told += faults.empty() ? 0U : 1U;
    if (faults.empty()) {
      EXPECT_EQ(printed("nt", again->graph), rest) << lines[gone];
    }
  }
  EXPECT_GT(told, lines.size() / 2);
}

TEST(Read, KnowsWhatItReads) {
  for (const char* extension : {"nq", "nt", "rdf", "ttl"}) {
    EXPECT_TRUE(nom::format::reads(extension));
    EXPECT_NE(nom::format::find(extension), nullptr);
  }
  for (const char* extension : {"trig", "jsonld", "graphml", "txt", ""}) {
    EXPECT_FALSE(nom::format::reads(extension));
  }
}

}  // namespace
