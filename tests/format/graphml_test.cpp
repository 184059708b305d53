// SPDX-License-Identifier: Apache-2.0
#include "format/format.hpp"
#include "support/printed.hpp"
#include "support/world.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

std::string written(const nom::Graph& graph) { return nom::support::printed("graphml", graph); }

using nom::support::element;

TEST(GraphMl, DeclaresEncodingAndKeysAsGephiReadsThem) {
  const std::string xml = written(nom::Graph());
  EXPECT_TRUE(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "));
  for (const char* key :
       {"<key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>",
        "<key id=\"color\" for=\"node\" attr.name=\"color\" attr.type=\"string\"/>",
        "<key id=\"size\" for=\"node\" attr.name=\"size\" attr.type=\"double\"/>",
        "<key id=\"edge_label\" for=\"edge\" attr.name=\"label\" attr.type=\"string\"/>"}) {
    EXPECT_NE(xml.find(key), std::string::npos) << key;
  }
  EXPECT_EQ(xml.find("for=\"all\""), std::string::npos);
  EXPECT_EQ(xml.find("weight"), std::string::npos);
}

TEST(GraphMl, ATenureIsANodeWithItsDatesAndItsSentence) {
  const std::string xml = written(nom::support::whole_world());
  EXPECT_EQ(element(xml,
                    "      <data key=\"label\">Secretary</data>\n      <data key=\"kind\">tenure"
                    "</data>\n      <data key=\"key\">tenure/dang",
                    "</node>"),
            R"(      <data key="label">Secretary</data>
      <data key="kind">tenure</data>
      <data key="key">tenure/dang-olene.vel/vel/council/secretary</data>
      <data key="iri">https://nomenclator.example/id/tenure/dang-olene.vel/vel/council/secretary</data>
      <data key="color">#56b4e9</data>
      <data key="size">7.4</data>
      <data key="x">60.0</data>
      <data key="y">-40.0</data>
      <data key="title">Secretary</data>
      <data key="status">current</data>
      <data key="confidence">stated</data>
      <data key="from">2021-11</data>
      <data key="open">ongoing</data>
      <data key="start_earliest">2021-11-01</data>
      <data key="start_latest">2021-11-04</data>
      <data key="end_earliest">2021-11-05</data>
      <data key="first_cited">2021-11-04</data>
      <data key="last_cited">2021-11-04</data>
      <data key="document">document/vel-2021-11-04</data>
      <data key="evidence">Đặng Olenė has been Secretary of the Vel Council since November 2021.</data>
      <data key="evidence_count">1</data>
    </node>)");
}

TEST(GraphMl, AnEdgeSaysItsRelation) {
  nom::support::World w;
  const auto a = w.add("body/a", "A", nom::BodyData{});
  const auto b = w.add("body/b", "B", nom::BodyData{});
  nom::Edge edge;
  edge.confidence = nom::Confidence::inferred;
  edge.rule = w.id("rule <1>");
  w.connect(b, nom::Relation::under, a, edge);
  EXPECT_EQ(element(written(std::move(w).finish()), "    <edge", "</edge>"),
            R"(    <edge id="e0" source="n1" target="n0">
      <data key="edge_label">under</data>
      <data key="edge_rule">rule &lt;1&gt;</data>
      <data key="edge_confidence">inferred</data>
    </edge>)");
}

TEST(GraphMl, EscapesOnlyWhatItMust) {
  nom::support::World w;
  w.add("person/a", "\"A\" & 'B' <C>\n]]>", nom::PersonData{});
  EXPECT_NE(written(std::move(w).finish())
                .find("<data key=\"label\">\"A\" &amp; 'B' &lt;C&gt;\n]]&gt;</data>"),
            std::string::npos);
}

}  // namespace
