// SPDX-License-Identifier: Apache-2.0
#include "format/format.hpp"
#include "support/printed.hpp"
#include "support/world.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

std::string written(const nom::Graph& graph) { return nom::support::printed("jsonld", graph); }

/// The line of the node with this id.
std::string node(const std::string& bytes, const std::string& id) {
  const std::size_t at = bytes.find("{\"id\":\"" + id + "\"");
  return at == std::string::npos ? "" : bytes.substr(at, bytes.find('\n', at) - at);
}

TEST(JsonLd, HasItsContextAndThenANodeALine) {
  nom::support::World w;
  w.add("person/a", "Đặng \"Olenė\"", nom::PersonData{}, {"Olenė", "Ole"});
  const std::string bytes = written(std::move(w).finish());
  EXPECT_TRUE(bytes.starts_with(
      "{\"@context\":{\"@base\":\"https://nomenclator.example/id/\",\"id\":\"@id\","));
  EXPECT_EQ(bytes.substr(bytes.find(",\n\"@graph\"")),
            ",\n\"@graph\":[\n"
            "{\"id\":\"https://nomenclator.example/id/\",\"type\":\"void:Dataset\","
            "\"dcterms:conformsTo\":\"https://nomenclator.example/ns\","
            "\"void:uriSpace\":\"https://nomenclator.example/id/\"},\n"
            "{\"id\":\"person/a\",\"type\":\"foaf:Person\",\"skos:altLabel\":[\"Ole\",\"Olenė\"],"
            "\"foaf:name\":\"Đặng \\\"Olenė\\\"\"}\n"
            "]}\n");
}

TEST(JsonLd, DatesAndNumbersAreTypedStrings) {
  const std::string bytes = written(nom::support::whole_world());
  const std::string tenure = node(bytes, "tenure/dang-olene.vel/vel/council/secretary");
  for (const char* part :
       {"\"nom:start\":{\"@type\":\"xsd:gYearMonth\",\"@value\":\"2021-11\"}",
        "\"nom:firstCited\":{\"@type\":\"xsd:date\",\"@value\":\"2021-11-04\"}",
        "\"nom:startEarliest\":\"2021-11-01\"",  // its type stands in the context
        "\"org:member\":\"person/dang-olene.vel\""}) {
    EXPECT_NE(tenure.find(part), std::string::npos) << part << "\n" << tenure;
  }
  EXPECT_NE(bytes.find("\"nom:startEarliest\":{\"@type\":\"xsd:date\"}"), std::string::npos);
  EXPECT_NE(node(bytes, "document/letter#at-0-7-position").find("\"oa:end\":\"7\""),
            std::string::npos);
}

TEST(JsonLd, WhatIsNoIriWhereOneMayStandSaysSo) {
  const std::string bytes = written(nom::support::whole_world());
  EXPECT_NE(node(bytes, "document/letter").find("\"dcterms:source\":\"a reader\""),
            std::string::npos);
  EXPECT_NE(node(bytes, "document/vel-2021-11-04")
                .find("\"dcterms:source\":{\"id\":\"https://news.example/2021/vel?id=4\"}"),
            std::string::npos);
}

}  // namespace
