// SPDX-License-Identifier: Apache-2.0
// What formats for networks say, besides GraphML: GEXF, DOT, the tables for Gephi and Neo4j.
#include "format/format.hpp"
#include "support/printed.hpp"
#include "support/world.hpp"

#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <utility>

namespace {

using nom::support::element;
using nom::support::printed;

nom::FormatOptions holders() {
  nom::FormatOptions options;
  options.project = nom::Projection::holders;
  return options;
}

/// One person who holds one post twice.
nom::Graph two_terms() {
  nom::support::World w;
  const auto body = w.add("body/b", "B & Sons", nom::BodyData{});
  const auto post = w.add("post/b/chair", "Chair \"of\" B\\", nom::PostData{w.id("Chair")});
  const auto person = w.add("person/a", "Ann\nLee", nom::PersonData{});
  w.connect(post, nom::Relation::in_body, body);
  for (const auto& [key, from, to] :
       {std::tuple("tenure/1", "2011", "2012-06-01"), std::tuple("tenure/2", "2016-02", "")}) {
    nom::TenureData data;
    data.title = w.id("Chair");
    data.period.from = nom::parse_iso(from);
    data.period.to = nom::parse_iso(to);
    const auto tenure = w.add(key, "Ann Lee, Chair", data);
    w.connect(tenure, nom::Relation::holder, person);
    w.connect(tenure, nom::Relation::of_post, post);
  }
  return std::move(w).finish();
}

TEST(Gexf, TermsInOnePostAreSpellsOfOneEdge) {
  const std::string xml = printed("gexf", two_terms(), holders());
  EXPECT_EQ(element(xml, "      <edge id=\"e0\"", "</edge>"),
            R"(      <edge id="e0" source="n0" target="n2" label="holds" kind="holds">
        <attvalues>
          <attvalue for="title" value="Chair"/>
          <attvalue for="status" value="current"/>
          <attvalue for="confidence" value="stated"/>
          <attvalue for="from" value="2011; 2016-02"/>
          <attvalue for="to" value="2012-06-01; -"/>
          <attvalue for="open" value="unknown"/>
          <attvalue for="start_earliest" value="2011-01-01; 2016-02-01"/>
          <attvalue for="start_latest" value="2011-12-31; 2016-02-29"/>
          <attvalue for="end_earliest" value="2012-06-01; 2016-02-02"/>
          <attvalue for="end_latest" value="2012-06-01; -"/>
          <attvalue for="evidence_count" value="0"/>
          <attvalue for="tenure" value="tenure/1; tenure/2"/>
        </attvalues>
        <spells>
          <spell start="2011-01-01" end="2012-05-31"/>
          <spell start="2016-02-01"/>
        </spells>
      </edge>)");
  EXPECT_EQ(element(xml, "      <node", "</node>"),
            R"(      <node id="n0" label="Ann&#10;Lee">
        <attvalues>
          <attvalue for="kind" value="person"/>
          <attvalue for="key" value="person/a"/>
          <attvalue for="iri" value="https://nomenclator.example/id/person/a"/>
        </attvalues>
        <viz:size value="6.0"/>
        <viz:position x="120.0" y="0.0" z="0.0"/>
        <viz:color r="0" g="114" b="178"/>
      </node>)");
}

TEST(Gexf, HasTwoVersions) {
  nom::FormatOptions options = holders();
  EXPECT_NE(printed("gexf", two_terms(), options)
                .find("<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
                      "version=\"1.3\">"),
            std::string::npos);
  options.gexf_version = nom::GexfVersion::v1_2;
  const std::string old = printed("gexf", two_terms(), options);
  EXPECT_NE(old.find("<gexf xmlns=\"http://www.gexf.net/1.2draft\" "
                     "xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">"),
            std::string::npos);
  EXPECT_EQ(old.find("kind=\""), std::string::npos);
}

/// One person in one event twice.
nom::Graph two_parts() {
  nom::support::World w;
  const auto person = w.add("person/a", "A", nom::PersonData{});
  const auto event = w.add("event/e", "E", nom::EventData{});
  for (const char* part : {"chair", "speaker"}) {
    nom::Edge edge;
    edge.part = w.id(part);
    w.connect(person, nom::Relation::took_part, event, edge);
  }
  return std::move(w).finish();
}

TEST(Gexf, KeepsPartsInOneEventApart) {
  const std::string xml = printed("gexf", two_parts());
  EXPECT_NE(xml.find("label=\"took_part\" kind=\"took_part chair\""), std::string::npos);
  EXPECT_NE(xml.find("label=\"took_part\" kind=\"took_part speaker\""), std::string::npos);
}

TEST(GraphMl, HasWeightsOnlyWhereSomethingIsCounted) {
  nom::support::World w;
  const auto post = w.add("post/p", "P", nom::PostData{});
  w.connect(post, nom::Relation::in_body, w.add("body/b", "B", nom::BodyData{}));
  for (const char* name : {"a", "b"}) {
    nom::TenureData data;
    data.period = {nom::PartialDate{2020, 1, 1}, nom::PartialDate{2020, 1, 11}, nom::Open::ended};
    const auto tenure = w.add(std::string("tenure/") + name, name, data);
    w.connect(tenure, nom::Relation::holder,
              w.add(std::string("person/") + name, name, nom::PersonData{}));
    w.connect(tenure, nom::Relation::of_post, post);
  }
  nom::FormatOptions options;
  options.project = nom::Projection::co_tenure;
  const std::string xml = printed("graphml", std::move(w).finish(), options);
  EXPECT_EQ(element(xml, "  <graph ", ">"), "  <graph id=\"g\" edgedefault=\"undirected\">");
  EXPECT_EQ(element(xml, "    <edge", "</edge>"),
            R"(    <edge id="e0" source="n0" target="n1">
      <data key="edge_label">co_tenure</data>
      <data key="edge_weight">10</data>
      <data key="edge_in_common">B</data>
    </edge>)");
}

TEST(Xml, WritesAsReferencesWhatReadersTakeForLineEnds) {
  nom::support::World w;
  w.add("person/a", "one\u0085two\u2028three", nom::PersonData{});
  const nom::Graph graph = std::move(w).finish();
  for (const char* name : {"gexf", "graphml"}) {
    EXPECT_NE(printed(name, graph).find("one&#133;two&#8232;three"), std::string::npos) << name;
  }
}

TEST(Dot, DrawsTheChart) {
  EXPECT_EQ(printed("dot", two_terms()),
            R"(digraph nomenclator {
  graph [rankdir=LR, charset="UTF-8"]
  node [shape=box, fontname="Helvetica", fontsize=11]
  edge [dir=none, color="#666666"]
  "body/b" [label="B &amp; Sons", URL="https://nomenclator.example/id/body/b", style=filled, fillcolor="#f6ddcc"]
  "post/b/chair" [label="Chair \"of\" B\\\nAnn\nLee, current, 2011 to 2012-06-01\nAnn\nLee, current, since 2016-02", URL="https://nomenclator.example/id/post/b/chair", style=rounded]
  "body/b" -> "post/b/chair"
}
)");
  nom::FormatOptions options;
  options.on = nom::parse_iso("2014");
  EXPECT_NE(printed("dot", two_terms(), options).find("[label=\"Chair \\\"of\\\" B\\\\\", URL"),
            std::string::npos);
}

TEST(Dot, DrawsProjections) {
  EXPECT_EQ(printed("dot", two_terms(), holders()),
            R"(digraph nomenclator {
  graph [charset="UTF-8", overlap=false, rankdir=BT]
  node [style=filled, fontname="Helvetica", fontsize=11, fontcolor="#ffffff"]
  edge [fontname="Helvetica", fontsize=9]
  "person/a" [label="Ann\nLee", URL="https://nomenclator.example/id/person/a", fillcolor="#0072b2"]
  "body/b" [label="B &amp; Sons", URL="https://nomenclator.example/id/body/b", fillcolor="#d55e00"]
  "post/b/chair" [label="Chair \"of\" B\\", URL="https://nomenclator.example/id/post/b/chair", fillcolor="#e69f00"]
  "person/a" -> "post/b/chair" [label="holds"]
  "post/b/chair" -> "body/b" [label="in_body"]
}
)");
}

TEST(Neo4j, HasTypedColumns) {
  const std::string nodes = printed("neo4j", two_terms(), {}, "nodes.csv");
  EXPECT_EQ(nodes.substr(0, nodes.find("body/b")),
            "key:ID,:LABEL,name,iri,also,merged,type,level,role,mention_count:int,title,status,"
            "confidence,"
            "from,to,open,start_earliest:date,"
            "start_latest:date,end_earliest:date,end_latest:date,first_cited,last_cited,"
            "cited_as_over,document,evidence,evidence_count:int\r\n"
            "person/a,Person,\"Ann\nLee\",https://nomenclator.example/id/person/"
            "a,,,,,,,,,,,,,,,,,,,,,,\r\n");
  EXPECT_EQ(printed("neo4j", two_terms(), {}, "relationships.csv"),
            ":START_ID,:END_ID,:TYPE,part,rule,confidence,document,evidence,evidence_count:int\r\n"
            "post/b/chair,body/b,IN_BODY,,,stated,,,\r\n"
            "tenure/1,person/a,HOLDER,,,stated,,,\r\n"
            "tenure/1,post/b/chair,OF_POST,,,stated,,,\r\n"
            "tenure/2,person/a,HOLDER,,,stated,,,\r\n"
            "tenure/2,post/b/chair,OF_POST,,,stated,,,\r\n");
}

TEST(Gephi, KeepsPartsInOneEventApart) {
  EXPECT_EQ(printed("gephi", two_parts(), {}, "edges.csv"),
            "Source,Target,Type,Id,Label,Kind,Weight,part,rule,confidence,document,evidence,"
            "evidence_count\r\n"
            "person/a,event/e,Directed,e0,took_part,took_part chair,1,chair,,stated,,,\r\n"
            "person/a,event/e,Directed,e1,took_part,took_part speaker,1,speaker,,stated,,,\r\n");
}

TEST(Gephi, HasTheColumnsOfItsImport) {
  EXPECT_EQ(
      printed("gephi", two_terms(), holders(), "nodes.csv"),
      "Id,Label,kind,iri,also,merged,type,level,role,mention_count,document\r\n"
      "person/a,\"Ann\nLee\",person,https://nomenclator.example/id/person/a,,,,,,,\r\n"
      "body/b,B & Sons,body,https://nomenclator.example/id/body/b,,,,,,,\r\n"
      "post/b/chair,\"Chair \"\"of\"\" B\\\",post,https://nomenclator.example/id/post/b/chair,"
      ",,,,Chair,,\r\n");
  const std::string edges = printed("gephi", two_terms(), holders(), "edges.csv");
  EXPECT_TRUE(edges.starts_with("Source,Target,Type,Id,Label,Kind,Weight,"));
  EXPECT_NE(edges.find("\r\nperson/a,post/b/chair,Directed,e0,holds,holds,1,"), std::string::npos);
}

}  // namespace
