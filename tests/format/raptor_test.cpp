// SPDX-License-Identifier: Apache-2.0
#include "format/raptor.hpp"

#include "support/memory_sink.hpp"
#include "support/world.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using nom::format::RaptorSyntax;

std::string written(const nom::Graph& graph, RaptorSyntax syntax) {
  nom::support::MemorySink sink;
  const auto done = nom::format::write_with_raptor(graph, {}, sink, syntax);
  EXPECT_TRUE(done) << nom::to_string(done.error());
  return sink.bytes();
}

/// Without the first lines, which tell of the graph as a whole.
std::string after(const std::string& bytes, const std::string& line) {
  const std::size_t at = bytes.find(line);
  EXPECT_NE(at, std::string::npos) << bytes;
  return bytes.substr(at);
}

TEST(NTriples, AreOneALineInAscii) {
  nom::support::World w;
  w.add("person/a", "Đặng\n\"Olenė\" 𝒜", nom::PersonData{});
  EXPECT_EQ(written(std::move(w).finish(), RaptorSyntax::ntriples),
            "<https://nomenclator.example/id/> <http://purl.org/dc/terms/conformsTo> "
            "<https://nomenclator.example/ns> .\n"
            "<https://nomenclator.example/id/> <http://rdfs.org/ns/void#uriSpace> "
            "\"https://nomenclator.example/id/\" .\n"
            "<https://nomenclator.example/id/> "
            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
            "<http://rdfs.org/ns/void#Dataset> .\n"
            "<https://nomenclator.example/id/person/a> "
            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
            "<http://xmlns.com/foaf/0.1/Person> .\n"
            "<https://nomenclator.example/id/person/a> <http://xmlns.com/foaf/0.1/name> "
            "\"\\u0110\\u1EB7ng\\n\\\"Olen\\u0117\\\" \\U0001D49C\" .\n");
}

TEST(NQuads, HaveAGraphForEachDocument) {
  nom::support::World w;
  const auto document = w.document("d", "News", "Ann Lee came.");
  w.add("person/a", "Ann Lee", nom::PersonData{}, {}, {w.cite(document, "Ann Lee")});
  const std::string bytes = written(std::move(w).finish(), RaptorSyntax::nquads);
  EXPECT_NE(bytes.find("<http://xmlns.com/foaf/0.1/name> \"Ann Lee\" .\n"), std::string::npos);
  const std::string graph = " <https://nomenclator.example/id/document/d> .\n";
  EXPECT_NE(bytes.find("<https://nomenclator.example/ns#mention> "
                       "<https://nomenclator.example/id/document/d#at-0-7>" +
                       graph),
            std::string::npos);
  EXPECT_NE(bytes.find("<http://purl.org/dc/terms/title> \"News\"@en" + graph), std::string::npos);
}

TEST(RdfXml, ReadsLikeThis) {
  nom::support::World w;
  w.add("person/a", "Đặng & <Olenė>", nom::PersonData{});
  const std::string bytes = written(std::move(w).finish(), RaptorSyntax::rdfxml);
  EXPECT_TRUE(bytes.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rdf:RDF "));
  EXPECT_EQ(after(bytes, "  <rdf:Description rdf:about=\"person/a\">"),
            "  <rdf:Description rdf:about=\"person/a\">\n"
            "    <rdf:type rdf:resource=\"http://xmlns.com/foaf/0.1/Person\"/>\n"
            "  </rdf:Description>\n"
            "  <rdf:Description rdf:about=\"person/a\">\n"
            "    <foaf:name>Đặng &amp; &lt;Olenė&gt;</foaf:name>\n"
            "  </rdf:Description>\n"
            "</rdf:RDF>\n");
}

}  // namespace
