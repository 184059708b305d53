// SPDX-License-Identifier: Apache-2.0
#include "format/serd.hpp"

#include "support/memory_sink.hpp"
#include "support/world.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace {

using nom::format::SerdSyntax;

std::string written(const nom::Graph& graph, SerdSyntax syntax) {
  nom::support::MemorySink sink;
  const auto done = nom::format::write_with_serd(graph, {}, sink, syntax);
  EXPECT_TRUE(done) << nom::to_string(done.error());
  return sink.bytes();
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; ++at) {
    ++found;
  }
  return found;
}

TEST(Turtle, HasItsPrefixesOnceAndNoBlankNodes) {
  const std::string bytes = written(nom::support::whole_world(), SerdSyntax::turtle);
  EXPECT_TRUE(
      bytes.starts_with("@base <https://nomenclator.example/id/> .\n"
                        "@prefix dcterms: <http://purl.org/dc/terms/> .\n"));
  EXPECT_EQ(count(bytes, "\n@prefix "), nom::rdf::prefixes().size());
  EXPECT_EQ(bytes.find("_:"), std::string::npos);
  EXPECT_EQ(bytes.find('['), std::string::npos);
  // Nothing is written whole that has a prefix.
  for (const nom::rdf::Prefix& prefix : nom::rdf::prefixes()) {
    EXPECT_EQ(count(bytes, "<" + std::string(prefix.iri)), 1U) << prefix.name;
  }
}

TEST(Turtle, ReadsLikeThis) {
  nom::support::World w;
  w.add("person/a", "Đặng \"Olenė\"", nom::PersonData{}, {"Olenė", "Ole"});
  const std::string bytes = written(std::move(w).finish(), SerdSyntax::turtle);
  EXPECT_EQ(bytes.substr(bytes.find("\n\n")),
            "\n\n<https://nomenclator.example/id/>\n"
            "\tdcterms:conformsTo <https://nomenclator.example/ns> ;\n"
            "\tvoid:uriSpace \"https://nomenclator.example/id/\" ;\n"
            "\ta void:Dataset .\n\n"
            "<person/a>\n"
            "\ta foaf:Person ;\n"
            "\tskos:altLabel \"Ole\" ,\n"
            "\t\t\"Olenė\" ;\n"
            "\tfoaf:name \"\"\"Đặng \"Olenė\\\"\"\"\" .\n\n");
}

TEST(TriG, HasABlockForEachDocument) {
  nom::support::World w;
  const auto one = w.document("d1", "News", "Ann Lee came.");
  const auto two = w.document("d2", "More", "Where is Ann Lee?");
  w.add("person/a", "Ann Lee", nom::PersonData{}, {},
        {w.cite(one, "Ann Lee"), w.cite(two, "Ann Lee")});
  const std::string bytes = written(std::move(w).finish(), SerdSyntax::trig);
  EXPECT_EQ(count(bytes, "<document/d1> {\n"), 1U) << bytes;
  EXPECT_EQ(count(bytes, "<document/d2> {\n"), 1U);
  const std::size_t second = bytes.find("<document/d2> {\n");
  EXPECT_LT(bytes.find("nom:mention <document/d1#at-0-7>"), second);
  EXPECT_GT(bytes.find("nom:mention <document/d2#at-9-16>"), second);
  EXPECT_LT(bytes.find("foaf:name \"Ann Lee\""), bytes.find("<document/d1> {\n"));
}

}  // namespace
