// SPDX-License-Identifier: Apache-2.0
#include "network/network.hpp"

#include "support/world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

using nom::Graph;
using nom::Network;
using nom::Projection;
using nom::Relation;
using nom::VertexId;

/// A graph of people in posts, by names.
class Sketch {
 public:
  VertexId body(const std::string& name, std::optional<VertexId> under = {}) {
    const VertexId made = w_.add("body/" + name, name, nom::BodyData{});
    if (under) {
      w_.connect(made, Relation::under, *under);
    }
    return made;
  }

  VertexId post(const std::string& name, std::optional<VertexId> in = {}) {
    const VertexId made = w_.add("post/" + name, name, nom::PostData{w_.id(name)});
    if (in) {
      w_.connect(made, Relation::in_body, *in);
    }
    return made;
  }

  VertexId person(const std::string& name) {
    return w_.add("person/" + name, name, nom::PersonData{});
  }

  /// Dates as ISO; empty: not known.
  void tenure(VertexId person, VertexId post, const std::string& from, const std::string& to,
              const std::string& cited = "") {
    nom::TenureData data;
    data.period.from = nom::parse_iso(from);
    data.period.to = nom::parse_iso(to);
    data.cited.first = nom::parse_iso(cited);
    data.cited.last = data.cited.first;
    const VertexId made = w_.add("tenure/" + std::to_string(count_++), "a term", data, {}, {});
    w_.connect(made, Relation::holder, person);
    w_.connect(made, Relation::of_post, post);
  }

  Graph finish() && { return std::move(w_).finish(); }

 private:
  nom::support::World w_;
  int count_ = 100;
};

/// Ties as lines: "ann -holds-> chair".
std::vector<std::string> lines(const Network& network) {
  std::vector<std::string> all;
  const auto name = [&](std::uint32_t node) {
    return std::string(network.graph().label(network.nodes()[node].vertex));
  };
  for (const Network::Tie& tie : network.ties()) {
    std::string line =
        name(tie.source) + " " + std::string(nom::network::kind_of(tie)) + " " + name(tie.target);
    if (network.weighted()) {
      line += " " + std::to_string(tie.weight);
    }
    all.push_back(line);
  }
  return all;
}

std::vector<std::string> labels(const Network& network) {
  std::vector<std::string> all;
  for (const Network::Node& node : network.nodes()) {
    all.emplace_back(network.graph().label(node.vertex));
  }
  return all;
}

using Lines = std::vector<std::string>;

/// What is told of the first tie that says this.
std::string told(const Network& network, std::string_view kind) {
  for (const Network::Tie& tie : network.ties()) {
    if (nom::network::kind_of(tie) == kind) {
      std::string all;
      nom::network::describe(network, tie, [&all](std::string_view name, std::string_view value) {
        all.append(all.empty() ? "" : "|").append(name).append("=").append(value);
      });
      return all;
    }
  }
  return "no such tie";
}

std::string spells(const Network& network, std::string_view kind) {
  std::string all;
  for (const Network::Tie& tie : network.ties()) {
    if (nom::network::kind_of(tie) == kind) {
      for (const nom::Spell& spell : nom::network::spells_of(network, tie)) {
        all += spell.first ? nom::to_iso(nom::date_of(*spell.first)) : "";
        all += "..";
        all += spell.last ? nom::to_iso(nom::date_of(*spell.last)) : "";
        all += " ";
      }
      all += "; ";
    }
  }
  return all;
}

TEST(Projection, HasNames) {
  EXPECT_EQ(nom::network::projection_from("co-tenure"), Projection::co_tenure);
  EXPECT_EQ(nom::network::projection_from("whole"), Projection::whole);
  EXPECT_EQ(nom::network::projection_from("co_tenure"), std::nullopt);
  EXPECT_EQ(nom::network::projection_from(""), std::nullopt);
}

TEST(Whole, IsTheGraph) {
  const Graph world = nom::support::whole_world();
  const Network network = nom::network::of(world, {});
  EXPECT_EQ(network.nodes().size(), world.size());
  EXPECT_EQ(network.ties().size(), world.edge_count());
  EXPECT_TRUE(network.directed());
  EXPECT_FALSE(network.weighted());
}

TEST(Whole, WithTenuresAsTiesHasAllElse) {
  const Graph world = nom::support::whole_world();
  const Network network = nom::network::of(world, {Projection::whole, {}, true});
  const auto [first, last] = world.of_kind(nom::Kind::tenure);
  ASSERT_EQ(last - first, 3U);
  EXPECT_EQ(network.nodes().size(), world.size() - 3);
  // Two edges of each become one; that one tenure ends another cannot be said of ties.
  EXPECT_EQ(network.ties().size(), world.edge_count() - 4);
}

Graph careers() {
  Sketch s;
  const VertexId council = s.body("council");
  const VertexId board = s.body("board", council);
  const VertexId chair = s.post("chair", council);
  const VertexId member = s.post("member", council);
  const VertexId head = s.post("head", board);
  const VertexId envoy = s.post("envoy");
  const VertexId ann = s.person("ann");
  const VertexId bo = s.person("bo");
  const VertexId cy = s.person("cy");
  s.person("di");  // holds nothing
  s.tenure(ann, chair, "2011-03-01", "2015-01-01");
  s.tenure(ann, chair, "2018-01-01", "2020-01-01");
  s.tenure(ann, head, "2012-01-01", "2012-02-01");
  s.tenure(bo, member, "2014-12-30", "2018-01-03");
  s.tenure(bo, head, "2012-02-01", "2013-01-01");
  s.tenure(cy, envoy, "", "", "2016-06-06");
  return std::move(s).finish();
}

TEST(Holders, ArePeopleTheirPostsAndBodies) {
  const Graph graph = careers();
  const Network network = nom::network::of(graph, {Projection::holders});
  EXPECT_EQ(labels(network),
            (Lines{"ann", "bo", "cy", "board", "council", "chair", "envoy", "head", "member"}));
  EXPECT_EQ(lines(network),
            (Lines{"ann holds chair", "ann holds head", "bo holds head", "bo holds member",
                   "cy holds envoy", "board under council", "chair in_body council",
                   "head in_body board", "member in_body council"}));
}

TEST(Holders, TermsInOnePostAreSpellsOfOneTie) {
  const Graph graph = careers();
  const Network network = nom::network::of(graph, {Projection::holders});
  // The day on which a term ends belongs to the successor; on 2012-02-01 only bo is head.
  EXPECT_EQ(spells(network, "holds"),
            "2011-03-01..2014-12-31 2018-01-01..2019-12-31 ; 2012-01-01..2012-01-31 ; "
            "2012-02-01..2012-12-31 ; 2014-12-30..2018-01-02 ; ; ");
  EXPECT_EQ(
      told(network, "holds"),
      "status=current|confidence=stated|from=2011-03-01; 2018-01-01|to=2015-01-01; 2020-01-01"
      "|open=unknown|start_earliest=2011-03-01; 2018-01-01|start_latest=2011-03-01; 2018-01-01"
      "|end_earliest=2015-01-01; 2020-01-01|end_latest=2015-01-01; 2020-01-01"
      "|evidence_count=0|tenure=tenure/100; tenure/101");
}

struct Term {
  std::string from, to, cited, spell;
};

TEST(Spells, AreThePossibleDays) {
  const std::vector<Term> terms = {
      {"2015", "", "", "2015-01-01.. "},
      {"2015-03", "2016", "", "2015-03-01..2016-12-30 "},
      {"", "2016-02-29", "", "..2016-02-28 "},
      {"", "", "2016", ""},
      {"2016-01-01", "2016-01-01", "", "2016-01-01..2016-01-01 "},
      {"2016-05-01", "2016-01-01", "", "2016-05-01..2016-05-01 "},  // the dates contradict
  };
  for (const Term& term : terms) {
    Sketch s;
    s.tenure(s.person("ann"), s.post("chair"), term.from, term.to, term.cited);
    const Graph graph = std::move(s).finish();
    EXPECT_EQ(spells(nom::network::of(graph, {Projection::holders}), "holds"), term.spell + "; ")
        << term.from << " " << term.to;
  }
}

TEST(Spells, ThatOverlapAreUnited) {
  Sketch s;
  const VertexId ann = s.person("ann");
  const VertexId chair = s.post("chair");
  s.tenure(ann, chair, "2015", "2016");
  s.tenure(ann, chair, "2016", "2017");
  s.tenure(ann, chair, "2020-01-01", "2020-02-01");
  s.tenure(ann, chair, "2020-02-01", "2020-03-01");
  s.tenure(ann, chair, "2022", "");
  s.tenure(ann, chair, "2030", "2031");
  const Graph graph = std::move(s).finish();
  EXPECT_EQ(spells(nom::network::of(graph, {Projection::holders}), "holds"),
            "2015-01-01..2017-12-30 2020-01-01..2020-01-31 2020-02-01..2020-02-29 2022-01-01.. ; ");
}

TEST(CoTenure, CountsTheDaysThatTwoWereCertainlyThere) {
  const Graph graph = careers();
  const Network network = nom::network::of(graph, {Projection::co_tenure});
  EXPECT_FALSE(network.directed());
  EXPECT_EQ(labels(network), (Lines{"ann", "bo", "cy"}));
  // 30 and 31 December 2014, 1 and 2 January 2018; in the board they follow one another.
  EXPECT_EQ(lines(network), (Lines{"ann co_tenure bo 4"}));
  EXPECT_EQ(told(network, "co_tenure"), "in_common=council");
}

TEST(CoTenure, CountsADayOnceWhateverTheNumberOfPostsAndBodies) {
  Sketch s;
  const VertexId council = s.body("council");
  const VertexId board = s.body("board");
  const VertexId ann = s.person("ann");
  const VertexId bo = s.person("bo");
  s.tenure(ann, s.post("chair", council), "2020-01-01", "2020-01-11");
  s.tenure(ann, s.post("clerk", council), "2020-01-06", "2020-01-21");
  s.tenure(ann, s.post("head", board), "2020-01-01", "2020-01-03");
  s.tenure(bo, s.post("member", council), "2020-01-01", "2021-01-01");
  s.tenure(bo, s.post("secretary", board), "2020-01-02", "");  // certain on its first day only
  const VertexId envoy = s.post("envoy", board);
  s.tenure(ann, envoy, "2021-05-01", "2021-05-04");
  s.tenure(bo, envoy, "2021-05-01", "2021-05-04");
  const Graph graph = std::move(s).finish();
  const Network network = nom::network::of(graph, {Projection::co_tenure});
  EXPECT_EQ(lines(network), (Lines{"ann co_tenure bo 23"}));
  EXPECT_EQ(told(network, "co_tenure"), "in_common=board; council");
}

TEST(CoTenure, TakesOnlyDaysThatAreCertain) {
  Sketch s;
  const VertexId council = s.body("council");
  const VertexId member = s.post("member", council);
  s.tenure(s.person("ann"), member, "2020", "2022");  // certain in 2021
  s.tenure(s.person("bo"), member, "", "", "2021-05-05");
  s.tenure(s.person("cy"), member, "", "", "2020-05-05");
  s.tenure(s.person("di"), member, "", "");
  const Graph graph = std::move(s).finish();
  EXPECT_EQ(lines(nom::network::of(graph, {Projection::co_tenure})), (Lines{"ann co_tenure bo 1"}));
}

TEST(Bodies, ShowWhatIsUnderWhatAndWhoIsInBoth) {
  const Graph graph = careers();
  const Network network = nom::network::of(graph, {Projection::bodies});
  EXPECT_EQ(labels(network), (Lines{"board", "council"}));
  EXPECT_EQ(lines(network), (Lines{"board under council 1", "board shared_people council 2",
                                   "council shared_people board 2"}));
  EXPECT_EQ(told(network, "shared_people"), "in_common=ann; bo");
}

TEST(OnADay, OnlyTheTenuresThatMayHoldAreThere) {
  const Graph graph = careers();
  const auto on = [&graph](const char* date, Projection project) {
    return nom::network::of(graph, {project, nom::parse_iso(date)});
  };
  EXPECT_EQ(lines(on("2012-02-01", Projection::holders)),
            (Lines{"ann holds chair", "bo holds head", "cy holds envoy", "board under council",
                   "chair in_body council", "head in_body board", "member in_body council"}));
  EXPECT_EQ(labels(on("2030", Projection::holders)),
            (Lines{"cy", "board", "council", "chair", "envoy", "head", "member"}));
  EXPECT_EQ(lines(on("2014-12-31", Projection::co_tenure)), (Lines{"ann co_tenure bo 2"}));
  EXPECT_EQ(lines(on("2013-05", Projection::co_tenure)), (Lines{}));
  // In 2012 ann and bo were both heads of the board, and ann was in the council.
  EXPECT_EQ(lines(on("2012", Projection::bodies)),
            (Lines{"board under council 1", "board shared_people council 1",
                   "council shared_people board 1"}));
  EXPECT_EQ(told(on("2012-02-01", Projection::holders), "holds").find("answer=certain"),
            std::string("status=current|confidence=stated|from=2011-03-01|to=2015-01-01|open="
                        "unknown|start_earliest=2011-03-01|start_latest=2011-03-01|end_earliest="
                        "2015-01-01|end_latest=2015-01-01|")
                .size());
}

TEST(OnADay, ResolutionsAndEventsThatAreToComeAreNotThere) {
  const Graph world = nom::support::whole_world();
  const auto count = [&world](const char* date, nom::Kind kind) {
    const Network network = nom::network::of(world, {Projection::whole, nom::parse_iso(date)});
    return std::count_if(network.nodes().begin(), network.nodes().end(),
                         [&](const auto& node) { return world[node.vertex].kind() == kind; });
  };
  EXPECT_EQ(count("2021-04-02", nom::Kind::event), 2);
  EXPECT_EQ(count("2021-03-31", nom::Kind::event), 1);
  EXPECT_EQ(count("2021-05-06", nom::Kind::resolution), 2);
  EXPECT_EQ(count("2021-05-05", nom::Kind::resolution), 1);
  EXPECT_EQ(count("2021-11-02", nom::Kind::tenure), 3);
  EXPECT_EQ(count("2021-11-03", nom::Kind::tenure), 2);  // Rask has left
}

/// Things of all kinds with all that RDF may say of any: other names, keys, mentions.
Graph namesakes() {
  nom::support::World w;
  const VertexId news = w.document("news", "News", "All of it.");
  const std::vector<nom::Citation> cited = {w.cite(news, "All of it.")};
  const auto add = [&](const std::string& kind, auto data) {
    return w.add(kind + "/a", kind, data, {"other " + kind}, cited, {kind + "/b"});
  };
  const VertexId person = add("person", nom::PersonData{});
  const VertexId post = add("post", nom::PostData{});
  const VertexId tenure = add("tenure", nom::TenureData{});
  w.connect(tenure, Relation::holder, person);
  w.connect(tenure, Relation::of_post, post);
  w.connect(post, Relation::in_body, add("body", nom::BodyData{}));
  add("resolution", nom::ResolutionData{});
  add("event", nom::EventData{});
  add("place", nom::PlaceData{});
  add("document", nom::DocumentData{});
  return std::move(w).finish();
}

TEST(Attributes, OtherNamesAndKeysAreToldOfAllKinds) {
  const Graph graph = namesakes();
  for (nom::VertexId v = 0; v < graph.size(); ++v) {
    if (graph.key(v) == "document/news") {
      continue;
    }
    const std::string kind(name_of(graph[v].kind()));
    std::string told;
    const Network network = nom::network::of(graph, {});
    nom::network::describe(network, network.nodes().at(v),
                           [&told](std::string_view name, std::string_view value) {
                             if (name == "also" || name == "merged" || name == "document") {
                               told.append(name).append("=").append(value).append("|");
                             }
                           });
    EXPECT_EQ(told, "also=other " + kind + "|merged=" + kind + "/b|document=document/news|");
  }
  EXPECT_TRUE(told(nom::network::of(graph, {Projection::holders}), "holds")
                  .starts_with("also=other tenure|merged=tenure/b|status="));
}

/// All attributes of all networks that these graphs make, and those that are declared.
TEST(Attributes, AreDeclaredAndToldInOneOrder) {
  for (const Graph& graph :
       {nom::support::whole_world(), nom::support::hostile_world(), careers(), namesakes()}) {
    for (const Projection project :
         {Projection::whole, Projection::holders, Projection::co_tenure, Projection::bodies}) {
      for (const bool ties : {false, true}) {
        const Network network = nom::network::of(graph, {project, nom::parse_iso("2021-11"), ties});
        const auto check = [](const std::vector<nom::network::Attribute>& declared,
                              const auto& describe) {
          std::size_t next = 0;
          describe([&](std::string_view name, std::string_view value) {
            EXPECT_FALSE(value.empty()) << name;
            while (next < declared.size() && declared[next].name != name) {
              ++next;
            }
            EXPECT_LT(next, declared.size()) << name;
            ++next;
          });
        };
        for (const Network::Node& node : network.nodes()) {
          check(nom::network::node_attributes(network), [&](const nom::network::Take& take) {
            nom::network::describe(network, node, take);
          });
        }
        for (const Network::Tie& tie : network.ties()) {
          check(nom::network::tie_attributes(network), [&](const nom::network::Take& take) {
            nom::network::describe(network, tie, take);
          });
        }
      }
    }
  }
}

// --- where nodes stand ------------------------------------------------------------------------

const nom::NetworkOptions placed{Projection::whole, {}, false, true};

const Network::Node& node_of(const Network& network, std::string_view label) {
  return *std::find_if(network.nodes().begin(), network.nodes().end(), [&](const auto& node) {
    return network.graph().label(node.vertex) == label;
  });
}

/// A wide and deep hierarchy with circles in it, and things of every kind.
Graph forest() {
  Sketch s;
  std::vector<VertexId> bodies;
  for (std::size_t i = 0; i < 400; ++i) {
    const std::string name = std::to_string(1000 + i);
    bodies.push_back(
        s.body(name, i == 0 ? std::nullopt : std::optional(bodies[i * 7 % 100 * i / 300])));
    for (std::size_t p = 0; p < i % 5; ++p) {
      const VertexId post = s.post(name + "-" + std::to_string(p), bodies.back());
      for (std::size_t t = 0; t < p; ++t) {
        s.tenure(s.person(name + std::to_string(p) + std::to_string(t)), post, "2011", "2012");
      }
    }
  }
  for (int i = 0; i < 50; ++i) {
    s.post("loose" + std::to_string(i));
    s.person("loose" + std::to_string(i));
  }
  return std::move(s).finish();
}

TEST(Layout, NoTwoNodesStandInOnePlace) {
  for (const Graph& graph :
       {forest(), nom::support::whole_world(), nom::support::hostile_world()}) {
    for (const Projection project :
         {Projection::whole, Projection::holders, Projection::co_tenure, Projection::bodies}) {
      for (const bool ties : {false, true}) {
        const Network network = nom::network::of(graph, {project, {}, ties, true});
        std::set<std::pair<int, int>> places;
        for (const Network::Node& node : network.nodes()) {
          places.insert({node.x, node.y});
        }
        EXPECT_EQ(places.size(), network.nodes().size());
      }
    }
  }
}

TEST(Layout, IsMadeOnlyIfAskedFor) {
  const Graph graph = careers();
  const Network network = nom::network::of(graph, {});
  EXPECT_TRUE(std::all_of(network.nodes().begin(), network.nodes().end(),
                          [](const Network::Node& node) { return node.x == 0 && node.y == 0; }));
}

TEST(Layout, BodiesStandBelowTheBodyThatTheyAreUnder) {
  const Graph graph = forest();
  const Network network = nom::network::of(graph, placed);
  int count = 0;
  for (const Network::Tie& tie : network.ties()) {
    const Network::Node& source = network.nodes()[tie.source];
    const Network::Node& target = network.nodes()[tie.target];
    if (nom::network::kind_of(tie) == "under") {
      EXPECT_LT(source.y, target.y) << graph.key(source.vertex);
      ++count;
    } else if (nom::network::kind_of(tie) == "in_body") {
      EXPECT_GT(source.x, target.x);  // posts beside their body
      EXPECT_LE(source.y, target.y);
    } else {  // the tenure between the post and its holder
      EXPECT_EQ(source.x - target.x, nom::network::kind_of(tie) == "holder" ? -120 : 120);
    }
  }
  EXPECT_EQ(count, 399);
}

TEST(Layout, BodiesOfOneBodyStandInOneLine) {
  Sketch s;
  const VertexId top = s.body("top");
  for (const char* name : {"a", "b", "c"}) {
    const VertexId below = s.body(name, top);
    s.post(std::string("head of ") + name, below);
  }
  const Graph graph = std::move(s).finish();
  const Network network = nom::network::of(graph, placed);
  EXPECT_EQ(node_of(network, "a").y, node_of(network, "c").y);
  EXPECT_LT(node_of(network, "a").x, node_of(network, "b").x);
  EXPECT_LT(node_of(network, "b").x, node_of(network, "c").x);
  EXPECT_LT(node_of(network, "a").y, node_of(network, "top").y);
  EXPECT_EQ(node_of(network, "head of a").y, node_of(network, "a").y);
}

TEST(Layout, APersonStandsInTheFirstOfTheirPosts) {
  const Graph graph = careers();
  const Network network = nom::network::of(graph, placed);
  EXPECT_EQ(node_of(network, "ann").y, node_of(network, "chair").y);
  EXPECT_EQ(node_of(network, "bo").y, node_of(network, "member").y);
}

TEST(Layout, HasAPlaceForEveryBodyInACircle) {
  nom::support::World w;
  const VertexId a = w.add("body/a", "a", nom::BodyData{});
  const VertexId b = w.add("body/b", "b", nom::BodyData{});
  w.connect(a, Relation::under, b);
  w.connect(b, Relation::under, a);
  const Graph graph = std::move(w).finish();
  const Network network = nom::network::of(graph, placed);
  EXPECT_GT(node_of(network, "a").y, node_of(network, "b").y);
}

TEST(Size, GrowsWithTheRootOfTheDegree) {
  for (const auto& [degree, size] :
       {std::pair(0U, 40), std::pair(1U, 60), std::pair(4U, 80), std::pair(25U, 140),
        std::pair(100U, 240), std::pair(5'000'000U, 240)}) {
    EXPECT_EQ(nom::network::size_tenths({0, degree, 0, 0}), size) << degree;
  }
}

}  // namespace
