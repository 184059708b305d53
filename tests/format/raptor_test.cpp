// SPDX-License-Identifier: Apache-2.0
#include "format/raptor.hpp"

#include "support/world.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using nom::format::Syntax;

std::string written(const nom::Graph& graph, Syntax syntax, std::size_t chunk) {
  nom::MemorySink sink;
  const auto done = nom::format::write_triples(graph, {}, sink, syntax, chunk);
  EXPECT_TRUE(done) << nom::to_string(done.error());
  return sink.bytes();
}

TEST(Raptor, TheSizeOfAChunkChangesNoByte) {
  for (const nom::Graph& graph : {nom::support::whole_world(), nom::support::hostile_world()}) {
    for (const Syntax syntax : {Syntax::turtle, Syntax::ntriples}) {
      const std::string whole = written(graph, syntax, 1'000'000);
      for (const std::size_t chunk : {1U, 2U, 7U, 50U, 333U}) {
        EXPECT_EQ(written(graph, syntax, chunk), whole) << chunk;
      }
    }
  }
}

TEST(Turtle, HasItsPrefixesOnceAndNoBlankNodes) {
  const std::string bytes = written(nom::support::whole_world(), Syntax::turtle, 1);
  EXPECT_TRUE(
      bytes.starts_with("@base <https://nomenclator.example/id/> .\n"
                        "@prefix dcterms: <http://purl.org/dc/terms/> .\n"));
  std::size_t count = 0;
  for (std::size_t at = 0; (at = bytes.find("\n@", at)) != std::string::npos; ++at) {
    ++count;
  }
  EXPECT_EQ(count, nom::rdf::prefixes().size());
  EXPECT_EQ(bytes.find("_:"), std::string::npos);
  EXPECT_EQ(bytes.find("[ "), std::string::npos);
}

TEST(Turtle, ReadsLikeThis) {
  nom::support::World w;
  w.add("person/a", "Đặng \"Olenė\"", nom::PersonData{}, {"Olenė"});
  const std::string bytes = written(std::move(w).finish(), Syntax::turtle, 100);
  EXPECT_EQ(bytes.substr(bytes.find("\n\n") + 2),
            "<person/a>\n"
            "    a foaf:Person ;\n"
            "    skos:altLabel \"Olenė\" ;\n"
            "    foaf:name \"Đặng \\\"Olenė\\\"\" .\n\n");
}

TEST(NTriples, AreOneALineInAscii) {
  nom::support::World w;
  w.add("person/a", "Đặng\n\"Olenė\" 𝒜", nom::PersonData{});
  EXPECT_EQ(written(std::move(w).finish(), Syntax::ntriples, 100),
            "<https://nomenclator.example/id/person/a> "
            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
            "<http://xmlns.com/foaf/0.1/Person> .\n"
            "<https://nomenclator.example/id/person/a> <http://xmlns.com/foaf/0.1/name> "
            "\"\\u0110\\u1EB7ng\\n\\\"Olen\\u0117\\\" \\U0001D49C\" .\n");
}

}  // namespace
