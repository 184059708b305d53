// SPDX-License-Identifier: Apache-2.0
#include "graph/graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <vector>

namespace {

using nom::Confidence;
using nom::Kind;
using nom::Relation;
using nom::VertexId;

// A post with two holders, added in the given order of steps.
nom::Graph two_holders(const std::vector<int>& order) {
  nom::GraphBuilder builder;
  nom::Names& names = builder.names();
  std::array<VertexId, 7> ids{};
  const auto add = [&](std::string_view key, std::string_view label, auto data) {
    nom::Vertex vertex;
    vertex.key = names.intern(key);
    vertex.label = names.intern(label);
    vertex.data = data;
    return builder.add(std::move(vertex));
  };
  for (const int step : order) {
    const auto i = static_cast<std::size_t>(step);
    switch (step) {
      case 0: {
        nom::DocumentData data;
        data.id = names.intern("a");
        data.lang = names.intern("en");
        data.date = nom::PartialDate{2023, 11, 13};
        ids[i] = add("document/a", "A", data);
        break;
      }
      case 1: {
        nom::DocumentData data;
        data.id = names.intern("b");
        ids[i] = add("document/b", "B", data);
        break;
      }
      case 2: {
        nom::PostData data;
        data.role = names.intern("Mayor");
        ids[i] = add("post/x/mayor", "Mayor of X", data);
        break;
      }
      case 3:
        ids[i] = add("person/ann", "Ann", nom::PersonData{});
        break;
      case 4:
        ids[i] = add("person/bob", "Bob", nom::PersonData{});
        break;
      case 5: {
        nom::TenureData data;
        data.title = names.intern("Mayor");
        data.period = {nom::PartialDate{2020, 0, 0}, std::nullopt, nom::Open::ongoing};
        ids[i] = add("tenure/ann/x/mayor", "Ann, Mayor of X", data);
        break;
      }
      default: {
        nom::TenureData data;
        data.title = names.intern("Mayor");
        data.status = nom::Status::former;
        ids[i] = add("tenure/bob/x/mayor", "Bob, Mayor of X", data);
        break;
      }
    }
  }
  const auto cite = [&](std::size_t document, std::uint32_t start) {
    nom::Citation c;
    c.document = ids.at(document);
    c.start = start;
    c.end = start + 5;
    c.quote = names.intern("quote");
    c.rule = names.intern("apposition");
    return c;
  };
  const auto connect = [&](std::size_t from, Relation relation, std::size_t to,
                           std::vector<nom::Citation> cited = {}) {
    nom::Edge edge;
    edge.relation = relation;
    edge.cited = std::move(cited);
    builder.connect(ids.at(from), ids.at(to), std::move(edge));
  };
  for (const int step : order) {
    if (step >= 5) {
      const auto i = static_cast<std::size_t>(step);
      connect(i, Relation::of_post, 2, {cite(1, 7), cite(0, 3)});
      connect(i, Relation::holder, i - 2);
      connect(i, Relation::of_post, 2, {cite(0, 3), cite(0, 1)});
    }
  }
  return std::move(builder).finish();
}

constexpr auto two_holders_dump =
    "person/ann \"Ann\"\n"
    "person/bob \"Bob\"\n"
    "post/x/mayor \"Mayor of X\" role=Mayor\n"
    "tenure/ann/x/mayor \"Ann, Mayor of X\" title=Mayor status=current confidence=stated "
    "from=2020 open=ongoing\n"
    "  holder person/ann\n"
    "  of_post post/x/mayor @document/a:1-6:apposition @document/a:3-8:apposition "
    "@document/b:7-12:apposition\n"
    "tenure/bob/x/mayor \"Bob, Mayor of X\" title=Mayor status=former confidence=stated "
    "open=unknown\n"
    "  holder person/bob\n"
    "  of_post post/x/mayor @document/a:1-6:apposition @document/a:3-8:apposition "
    "@document/b:7-12:apposition\n"
    "document/a \"A\" id=a lang=en date=2023-11-13\n"
    "document/b \"B\" id=b\n";

TEST(Graph, IsTheSameWhateverTheOrderInWhichItWasBuilt) {
  std::vector<int> order(7);
  std::iota(order.begin(), order.end(), 0);
  int tried = 0;
  do {
    ASSERT_EQ(dump(two_holders(order)), two_holders_dump);
    ++tried;
  } while (std::next_permutation(order.begin(), order.end()));
  EXPECT_EQ(tried, 5040);
}

TEST(Graph, FindsVerticesByKeyAndKind) {
  const nom::Graph graph = two_holders({0, 1, 2, 3, 4, 5, 6});
  EXPECT_EQ(graph.size(), 7U);
  EXPECT_EQ(graph.edge_count(), 4U);
  ASSERT_TRUE(graph.find("person/bob"));
  EXPECT_EQ(graph.label(*graph.find("person/bob")), "Bob");
  EXPECT_FALSE(graph.find("person/eve"));
  const std::pair<VertexId, VertexId> people{0, 2};
  const std::pair<VertexId, VertexId> bodies{2, 2};
  const std::pair<VertexId, VertexId> documents{5, 7};
  EXPECT_EQ(graph.of_kind(Kind::person), people);
  EXPECT_EQ(graph.of_kind(Kind::body), bodies);
  EXPECT_EQ(graph.of_kind(Kind::document), documents);
}

TEST(Graph, FollowsEdgesBothWays) {
  const nom::Graph graph = two_holders({6, 5, 4, 3, 2, 1, 0});
  const VertexId post = graph.find("post/x/mayor").value();
  const VertexId tenure = graph.find("tenure/ann/x/mayor").value();
  const std::vector<VertexId> tenures{tenure, graph.find("tenure/bob/x/mayor").value()};
  EXPECT_EQ(graph.in(post, Relation::of_post), tenures);
  EXPECT_EQ(graph.out(tenure, Relation::of_post), std::vector<VertexId>{post});
  EXPECT_EQ(graph.one(tenure, Relation::holder), graph.find("person/ann"));
  EXPECT_EQ(graph.one(tenure, Relation::under), std::nullopt);
}

TEST(Graph, EdgesThatSayTheSameKeepTheSurestConfidenceAndAllCitations) {
  nom::GraphBuilder builder;
  nom::Names& names = builder.names();
  std::vector<VertexId> bodies;
  for (const std::string_view key : {"body/council", "body/office"}) {
    nom::Vertex vertex;
    vertex.key = names.intern(key);
    vertex.label = names.intern(key);
    vertex.also = {names.intern("Zeta"), vertex.label, names.intern("Alpha"), names.intern("Zeta")};
    vertex.data = nom::BodyData{};
    bodies.push_back(builder.add(std::move(vertex)));
  }
  for (const auto& [confidence, rule] :
       {std::pair(Confidence::inferred, "a guess"), std::pair(Confidence::stated, "of")}) {
    nom::Edge edge;
    edge.relation = Relation::under;
    edge.confidence = confidence;
    edge.rule = names.intern(rule);
    builder.connect(bodies[1], bodies[0], std::move(edge));
  }
  EXPECT_EQ(dump(std::move(builder).finish()),
            "body/council \"body/council\" also=\"Alpha\" also=\"Zeta\"\n"
            "body/office \"body/office\" also=\"Alpha\" also=\"Zeta\"\n"
            "  under body/council rule=\"of\"\n");
}

TEST(Graph, OnePartEachForAPersonWhoChairedAndSpoke) {
  nom::GraphBuilder builder;
  nom::Names& names = builder.names();
  nom::Vertex person;
  person.key = names.intern("person/ann");
  person.label = names.intern("Ann \"A\"");
  const VertexId ann = builder.add(std::move(person));
  nom::Vertex event;
  event.key = names.intern("event/congress");
  event.label = names.intern("congress");
  event.data = nom::EventData{};
  const VertexId congress = builder.add(std::move(event));
  for (const std::string_view part : {"speaker", "chair", "speaker"}) {
    nom::Edge edge;
    edge.relation = Relation::took_part;
    edge.part = names.intern(part);
    builder.connect(ann, congress, std::move(edge));
  }
  const nom::Graph graph = std::move(builder).finish();
  EXPECT_EQ(dump(graph),
            "person/ann \"Ann \\\"A\\\"\"\n"
            "  took_part event/congress part=chair\n"
            "  took_part event/congress part=speaker\n"
            "event/congress \"congress\"\n");
  EXPECT_EQ(graph.out(0, Relation::took_part), std::vector<VertexId>{1});
}

TEST(Graph, AnEmptyGraphAnswers) {
  const nom::Graph graph;
  EXPECT_EQ(graph.of_kind(Kind::tenure), (std::pair<VertexId, VertexId>{0, 0}));
  EXPECT_EQ(dump(graph), "");
  EXPECT_EQ(dump(nom::GraphBuilder().finish()), "");
}

TEST(Graph, EveryKindAndRelationHasAName) {
  for (int i = 0; i < nom::kind_count; ++i) {
    EXPECT_FALSE(name_of(static_cast<Kind>(i)).empty());
  }
  for (int i = 0; i < nom::relation_count; ++i) {
    EXPECT_FALSE(name_of(static_cast<Relation>(i)).empty());
  }
}

}  // namespace
