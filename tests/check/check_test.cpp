// SPDX-License-Identifier: Apache-2.0
#include "check/check.hpp"

#include "support/sketch.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using nom::Answer;
using nom::Confidence;
using nom::Record;
using nom::Status;
using nom::support::Sketch;

// A document of an assembly in a country: body b1.
Sketch assembly(const std::string& id, const std::string& date) {
  Sketch s(id, date);
  s.body("Arland Assembly", "Assembly", "legislature", "country",
         s.place("Arland", "country", "", "AR"));
  return s;
}

Answer found(const std::vector<Sketch>& sketches, const std::set<std::string_view>& kinds = {}) {
  std::vector<Record> records;
  for (const Sketch& sketch : sketches) {
    records.push_back(sketch.record());
  }
  nom::Faults faults;
  std::vector<nom::Contradiction> contradictions;
  const nom::Graph graph = nom::resolve(std::move(records), {}, faults, &contradictions);
  EXPECT_TRUE(faults.empty());
  return nom::check::check(graph, contradictions, kinds);
}

// "kind: what (documents) sentence | sentence", a line for each finding.
std::string told(const Answer& answer) {
  std::string out;
  for (const nom::Row& row : answer.rows) {
    out += row.cells[0] + ": " + row.cells[1] + " (" + row.cells[2] + ")";
    for (const nom::Proof& proof : row.proofs) {
      out += (&proof == row.proofs.data() ? " " : " | ") + proof.sentence;
    }
    out += "\n";
  }
  return out;
}

TEST(Check, NothingIsWrongWithASoundGraph) {
  Sketch a = assembly("a", "2020-05-01");
  a.tenure(a.person("Ada Brook"), "Chairman", "b1", {.to = "2021-03-11", .one_seat = true});
  Sketch b = assembly("b", "2021-03-12");
  b.tenure(b.person("Ben Cole"), "Chairman", "b1", {.from = "2021-03-11", .one_seat = true});
  EXPECT_EQ(told(found({a, b})), "");
}

TEST(Check, StartAfterEnd) {
  Sketch s = assembly("a", "2020-05-01");
  s.tenure(s.person("Ada Brook"), "Chairman", "b1", {.from = "2019", .to = "2018-03"});
  EXPECT_EQ(told(found({s})),
            "start-after-end: Ada Brook, Chairman of the Arland Assembly: from 2019 to 2018-03 (a) "
            "Chairman p1.\n");
  Sketch vague = assembly("a", "2020-05-01");
  vague.tenure(vague.person("Ada Brook"), "Chairman", "b1", {.from = "2018-05", .to = "2018"});
  EXPECT_EQ(told(found({vague})), "");
}

// Two who hold a post from 2019, as one document of 2020 says of each.
std::vector<Sketch> two(const nom::support::Said& first, const nom::support::Said& second) {
  Sketch a = assembly("a", "2020-05-01");
  a.tenure(a.person("Ada Brook"), "Chairman", "b1", first);
  Sketch b = assembly("b", "2020-05-01");
  b.tenure(b.person("Ben Cole"), "Chairman", "b1", second);
  return {a, b};
}

TEST(Check, TwoHolders) {
  EXPECT_EQ(told(found(two({.from = "2019-01-01", .one_seat = true},
                           {.from = "2019-07-01", .one_seat = true}))),
            "two-holders: Chairman of the Arland Assembly: Ada Brook and Ben Cole from 2019-07-01 "
            "to 2020-05-01 (a, b) Chairman p1. | Chairman p1.\n");
  EXPECT_EQ(told(found(two({.from = "2019-01-01"}, {.from = "2019-07-01"}))), "")
      << "no source says that there is one seat";
  EXPECT_EQ(told(found(two({.from = "2019-01-01", .one_seat = true},
                           {.status = Status::acting, .from = "2019-07-01", .one_seat = true}))),
            "");
  EXPECT_EQ(told(found(two({.from = "2019-01-01", .one_seat = true},
                           {.status = Status::elect, .one_seat = true}),
                       {"two-holders"})),
            "");
}

TEST(Check, WhoMayBeTheSamePersonIsNoSecondHolder) {
  for (const auto& [other, is_second] :
       {std::pair("Ada Marie Brook", false), std::pair("Brook Ada", false),
        std::pair("Ada Brooks", true)}) {
    Sketch a = assembly("a", "2020-05-01");
    a.tenure(a.person("Ada Brook"), "Chairman", "b1", {.one_seat = true});
    Sketch b = assembly("b", "2020-05-01");
    b.tenure(b.person(other), "Chairman", "b1", {.one_seat = true});
    EXPECT_EQ(!found({a, b}, {"two-holders"}).rows.empty(), is_second) << other;
  }
}

TEST(Check, WhoActedAndNoLongerDoesIsNoSecondHolder) {
  Sketch a = assembly("a", "2019-08-01");
  a.tenure(a.person("Ada Brook"), "Chairman", "b1",
           {.status = Status::acting, .from = "2019-07-01", .to = "2019-12-01", .one_seat = true});
  Sketch b = assembly("b", "2020-05-01");
  b.tenure(b.person("Ben Cole"), "Chairman", "b1", {.from = "2019-01-01", .one_seat = true});
  EXPECT_EQ(told(found({a, b})), "");
}

TEST(Check, AfterDeath) {
  Sketch s = assembly("a", "2020-05-01");
  s.tenure(s.person("Ada Brook"), "Chairman", "b1");
  s.ended("death", "2020-04-30", {"p1"}, {});
  EXPECT_EQ(
      told(found({s})),
      "after-death: Ada Brook, Chairman of the Arland Assembly: held on 2020-05-01, Ada Brook "
      "died 2020-04-30 (a) Chairman p1. | They held a death.\n");
  Sketch same_day = assembly("a", "2020-05-01");
  same_day.tenure(same_day.person("Ada Brook"), "Chairman", "b1");
  same_day.ended("death", "2020-05", {"p1"}, {});
  EXPECT_EQ(told(found({same_day})), "");
}

TEST(Check, AfterDissolution) {
  Sketch s = assembly("a", "2020-05-01");
  s.tenure(s.person("Ada Brook"), "Chairman", "b1");
  s.ended("merger", "2019", {}, {"b1"});
  EXPECT_EQ(told(found({s})),
            "after-dissolution: Ada Brook, Chairman of the Arland Assembly: held on 2020-05-01, "
            "Arland Assembly ended 2019 (a) Chairman p1. | They held a merger.\n");
  Sketch before = assembly("a", "2020-05-01");
  before.tenure(before.person("Ada Brook"), "Chairman", "b1");
  before.ended("merger", "2021", {}, {"b1"});
  EXPECT_EQ(told(found({before})), "");
}

// Three boards, each under the next; `last` puts the third under the first.
Sketch boards(bool last) {
  Sketch s("a", "2020-05-01");
  const std::string land = s.place("Arland", "country", "", "AR");
  for (const char* name : {"Road Board", "Port Board", "Sea Board"}) {
    s.body(name, name, "department", "country", land);
  }
  s.under("b1", "b2", Confidence::stated, "");
  s.under("b2", "b3", Confidence::stated, "");
  if (last) {
    s.under("b3", "b1", Confidence::inferred, "boards are under boards");
  }
  return s;
}

TEST(Check, Ring) {
  EXPECT_EQ(told(found({boards(true)})),
            "ring: Sea Board under Road Board, which is under it (a) \n");
  EXPECT_EQ(told(found({boards(false)})), "");
}

TEST(Check, Contradiction) {
  const auto documents = [](std::string_view second) {
    Sketch a = assembly("a", "2020-05-01");
    a.tenure(a.person("Ada Brook"), "Chairman", "b1", {.from = "2015"});
    Sketch b = assembly("b", "2021-05-01");
    b.tenure(b.person("Ada Brook"), "Chairman", "b1", {.from = second});
    return std::vector<Sketch>{a, b};
  };
  EXPECT_EQ(told(found(documents("2016-03"))),
            "contradiction: Ada Brook, Chairman of the Arland Assembly: from 2015 or from 2016-03 "
            "(a, b) Chairman p1. | Chairman p1.\n");
  EXPECT_EQ(told(found(documents("2015-03"))), "") << "one is only vaguer";
}

TEST(Check, Unplaced) {
  Sketch s("a", "2020-05-01");
  const std::string board = s.body("Harbour Board", "Harbour Board", "department", "");
  s.tenure(s.person("Ada Brook"), "Chairman", board);
  EXPECT_EQ(told(found({s})), "unplaced: Harbour Board (a) Chairman p1.\n");
  const std::string city =
      s.body("Oss Council", "Council", "legislature", "city", s.place("Oss", "city"));
  s.under(board, city);
  EXPECT_EQ(told(found({s})), "");
}

TEST(Check, Undated) {
  Sketch s = assembly("a", "");
  s.tenure(s.person("Ada Brook"), "Chairman", "b1");
  EXPECT_EQ(told(found({s})),
            "undated: Ada Brook, Chairman of the Arland Assembly (a) Chairman p1.\n");
  Sketch dated = assembly("a", "");
  dated.tenure(dated.person("Ada Brook"), "Chairman", "b1", {.from = "2015"});
  EXPECT_EQ(told(found({dated})), "");
}

TEST(Check, OnlyTheKindsThatAreWanted) {
  Sketch s("a", "");
  s.tenure(s.person("Ada Brook"), "Chairman", s.body("Harbour Board", "Harbour Board", "", ""));
  EXPECT_EQ(told(found({s}, {"undated"})),
            "undated: Ada Brook, Chairman of the Harbour Board (a) Chairman p1.\n");
  EXPECT_EQ(told(found({s}, {"ring", "two-holders"})), "");
  EXPECT_TRUE(nom::check::is_kind("undated"));
  EXPECT_FALSE(nom::check::is_kind("dated"));
}

}  // namespace
