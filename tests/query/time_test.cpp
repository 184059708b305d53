// SPDX-License-Identifier: Apache-2.0
// Who held what when, and why; vacancies; what two graphs say otherwise.
#include "query/query.hpp"
#include "resolve/resolve.hpp"
#include "support/sketch.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using nom::Answer;
using nom::Confidence;
using nom::Filter;
using nom::Record;
using nom::Status;
using nom::query::Results;
using nom::support::Said;
using nom::support::Sketch;

// What one document says of who holds a post of the assembly, or of its finance committee.
Record report(const std::string& id, const std::string& date, const std::string& person,
              const std::string& role, const Said& said, bool committee = false) {
  Sketch s(id, date);
  const std::string assembly = s.body("Arland Assembly", "Assembly", "legislature", "country",
                                      s.place("Arland", "country", "", "AR"));
  const std::string finance = s.body("Finance Committee of the Arland Assembly",
                                     "Finance Committee", "committee", "country", "l1");
  s.under(finance, assembly, Confidence::stated, "");
  s.tenure(s.person(person), role, committee ? finance : assembly, said);
  return s.record();
}

nom::Graph graph_of(std::vector<Record> records) {
  nom::Faults faults;
  nom::Graph graph = nom::resolve(std::move(records), faults);
  EXPECT_TRUE(faults.empty());
  return graph;
}

// Ada Brook, then Ben Cole from a day in 2021, then somebody who acts.
std::vector<Record> chairs() {
  return {
      report("a", "2020-05-01", "Ada Brook", "Chairman", {.one_seat = true}),
      report("b", "2021-03-12", "Ben Cole", "Chairman", {.from = "2021-03-11", .one_seat = true}),
      report("c", "2022-01-01", "Ben Cole", "Chairman",
             {.status = Status::former, .one_seat = true}),
      report("d", "2022-02-01", "Cy Dorn", "Chairman",
             {.status = Status::acting, .one_seat = true}),
      report("e", "2021-06-01", "Eve Fox", "Chairman", {.one_seat = true}, true)};
}

// The cells of some columns, a line for each row.
std::string told(const Answer& answer, const std::vector<std::string_view>& columns) {
  std::string out;
  for (const nom::Row& row : answer.rows) {
    std::string line;
    for (const std::string_view wanted : columns) {
      for (std::size_t c = 0; c < answer.columns.size(); ++c) {
        if (answer.columns[c].name == wanted) {
          line += (line.empty() ? "" : " | ") + row.cells[c];
        }
      }
    }
    out += line + "\n";
  }
  return out;
}

TEST(Time, ASuccessorEndsATenureWithoutSayingSo) {
  const nom::Graph graph = graph_of({chairs()[0], chairs()[1]});
  const std::vector<std::string_view> columns = {"person", "status", "from", "to", "ended_by"};
  EXPECT_EQ(told(nom::query::who(graph, "chairman of the assembly"), columns),
            "Ben Cole | current | 2021-03-11 |  | \n");
  EXPECT_EQ(told(nom::query::who(graph, "chairman of the assembly", {"", {}, true}), columns),
            "Ada Brook | current |  | 2021-03-11 | Ben Cole\n"
            "Ben Cole | current | 2021-03-11 |  | \n");
  EXPECT_EQ(told(nom::query::posts(graph, "ada brook"), columns),
            "Ada Brook | current |  | 2021-03-11 | Ben Cole\n");
}

TEST(Time, ASuccessorWhoIsOnlyCitedGivesNoDay) {
  const nom::Graph graph = graph_of(
      {chairs()[0], report("b", "2021-03-12", "Ben Cole", "Chairman", {.one_seat = true})});
  EXPECT_EQ(told(nom::query::who(graph, "chairman of the assembly", {"", {}, true}),
                 {"person", "to", "ended_by"}),
            "Ada Brook |  | Ben Cole\nBen Cole |  | \n");
}

TEST(Time, EveryAnswerForADayHasItsReason) {
  const nom::Graph graph = graph_of(chairs());
  const auto asked = [&graph](std::string_view day) {
    return told(nom::query::who(graph, "chairman of the assembly", {"", nom::parse_iso(day), true}),
                {"person", "answer", "why"});
  };
  EXPECT_EQ(asked("2020-05-01"),
            "Ada Brook | certain | cited on 2020-05-01\n"
            "Ben Cole | no | from 2021-03-11\n"
            "Cy Dorn | possible | before the first source, 2022-02-01\n");
  EXPECT_EQ(asked("2021-01"),
            "Ada Brook | possible | after the last source, 2020-05-01\n"
            "Ben Cole | no | from 2021-03-11\n"
            "Cy Dorn | possible | before the first source, 2022-02-01\n");
  EXPECT_EQ(asked("2021-03-11"),
            "Ada Brook | no | ended by Ben Cole, there by 2021-03-11 [one-seat]\n"
            "Ben Cole | certain | from 2021-03-11, cited on 2021-03-12\n"
            "Cy Dorn | possible | before the first source, 2022-02-01\n");
  EXPECT_EQ(asked("2023"),
            "Ada Brook | no | ended by Ben Cole, there by 2021-03-11 [one-seat]\n"
            "Ben Cole | no | said to be over on 2022-01-01\n"
            "Cy Dorn | possible | after the last source, 2022-02-01\n");
}

TEST(Time, ReasonsOfDatesThatAreVagueOrMissing) {
  struct Case {
    const char* document;
    Said said;
    const char* day;
    const char* why;
  };
  const std::vector<Case> cases = {
      {"", {}, "2020", "possible | no source gives a day"},
      {"2020-05-01",
       {.status = Status::former},
       "2019",
       "possible | no start is known; over by 2020-05-01"},
      {"", {.from = "2019"}, "2019-02-01", "possible | begins at some time in 2019"},
      {"", {.from = "2019"}, "2020-02-01", "possible | no end is known; from 2019"},
      {"", {.from = "2019-02", .to = "2021"}, "2021-02-01", "possible | ends at some time in 2021"},
      {"", {.from = "2019-02", .to = "2021"}, "2020-02-01", "certain | from 2019-02 to 2021"},
      {"", {.from = "2019-02", .to = "2021"}, "2022", "no | to 2021"},
      {"2020-05-01", {.to = "2021"}, "2020-06", "certain | to 2021, cited on 2020-05-01"},
      {"",
       {.from = "2019-02-03"},
       "2019-02-03",
       "certain | held for a day at least, from 2019-02-03"},
      {"", {.to = "2019-02-03"}, "2019-02-02", "certain | held for a day at least, to 2019-02-03"},
  };
  for (const Case& c : cases) {
    const nom::Graph graph = graph_of({report("a", c.document, "Ada Brook", "Chairman", c.said)});
    EXPECT_EQ(told(nom::query::posts(graph, "ada brook", {"", nom::parse_iso(c.day), true}),
                   {"answer", "why"}),
              c.why + std::string("\n"))
        << c.day;
  }
}

// What one document says of the chair of the People's Committee of a province.
Sketch province(const std::string& id, const std::string& date, const Said& said,
                std::string_view until = {}) {
  Sketch s(id, date);
  s.place("Weston", "province", "", "AR", until);
  const std::string committee =
      s.body("Weston People's Committee", "People's Committee", "government", "province", "l1");
  s.tenure(s.person("Ada Brook"), "Chairman", committee, said);
  return s;
}

TEST(Time, DeathAndTheEndOfABodyEndATenure) {
  const auto asked = [](const Record& record, std::string_view day) {
    const nom::Graph graph = graph_of({record});
    return told(nom::query::posts(graph, "ada brook", {"", nom::parse_iso(day), true}),
                {"answer", "why"});
  };
  Sketch dead = province("a", "2020-05-01", {.from = "2019-01-01"});
  dead.ended("death of Ada Brook", "2021-03-02", {"p1"}, {});
  EXPECT_EQ(asked(dead.record(), "2020-05-01"), "certain | from 2019-01-01, cited on 2020-05-01\n");
  EXPECT_EQ(asked(dead.record(), "2020-12-01"), "possible | after the last source, 2020-05-01\n");
  EXPECT_EQ(asked(dead.record(), "2021-03-02"), "no | death of Ada Brook, 2021-03-02\n");
  Sketch merged = province("a", "2020-05-01", {.from = "2019-01-01"});
  merged.ended("merger", "2021", {}, {"b1"});
  EXPECT_EQ(asked(merged.record(), "2021-06"), "possible | after the last source, 2020-05-01\n");
  EXPECT_EQ(asked(merged.record(), "2022"), "no | merger, 2021\n");
  const Record gone = province("a", "2020-05-01", {.from = "2019-01-01"}, "2025-07-01").record();
  EXPECT_EQ(asked(gone, "2025-06-30"), "possible | after the last source, 2020-05-01\n");
  EXPECT_EQ(asked(gone, "2025-07-01"), "no | Weston was there until 2025-07-01\n");
}

TEST(Time, WhatASourceSaysOfATenureOutweighsTheEndOfItsBody) {
  // A source of 2022 still calls her chairwoman: the two contradict each other, and nothing
  // follows.
  Sketch contrary = province("a", "2022-05-01", {});
  contrary.ended("merger", "2021", {}, {"b1"});
  const nom::Graph graph = graph_of({contrary.record()});
  EXPECT_EQ(told(nom::query::posts(graph, "ada brook", {"", nom::parse_iso("2022-05-01"), true}),
                 {"answer"}),
            "certain\n");
  EXPECT_EQ(told(nom::query::who(graph, "chairman of the weston people's committee"), {"person"}),
            "Ada Brook\n");
  EXPECT_EQ(told(nom::query::chart(graph, "weston people's committee"), {"person", "status"}),
            "Ada Brook | current\n");
  // What no source contradicts holds all the same.
  contrary.ended("death of Ada Brook", "2023-03-01", {"p1"}, {});
  const nom::Graph dead = graph_of({contrary.record()});
  EXPECT_EQ(told(nom::query::posts(dead, "ada brook", {"", nom::parse_iso("2025"), true}),
                 {"answer", "why"}),
            "no | death of Ada Brook, 2023-03-01\n");
}

TEST(Time, AnEventIsOverWhenADocumentTellsOfIt) {
  const auto holders = [](std::vector<Record> records) {
    return told(
        nom::query::who(graph_of(std::move(records)), "chairman of the weston people's committee"),
        {"person", "to"});
  };
  Sketch merged = province("a", "", {.from = "2019-01-01"});
  merged.ended("merger", "2021-03-01", {}, {"b1"});
  EXPECT_EQ(holders({merged.record()}), "");
  // Whatever else is told on another day.
  EXPECT_EQ(holders({merged.record(), Sketch("rain", "2020-01-01").record()}), "");
  Sketch of_the_year = province("a", "2021-06-01", {.status = Status::current});
  of_the_year.ended("merger", "2021", {}, {"b1"});
  EXPECT_EQ(holders({of_the_year.record()}), "");
  Sketch to_come = province("a", "2020-06-01", {.from = "2019-01-01"});
  to_come.ended("merger", "2021-03-01", {}, {"b1"});
  EXPECT_EQ(holders({to_come.record()}), "Ada Brook | \n");
}

TEST(Time, NothingIsVacantInABodyThatIsNoMore) {
  Sketch s = province("a", "2021-06-01", {.status = Status::former, .one_seat = true});
  const auto vacant = [&s](const Filter& filter) {
    const nom::Graph graph = graph_of({s.record()});
    return told(nom::query::chart(graph, "weston people's committee", filter), {"post", "status"});
  };
  EXPECT_EQ(vacant({}), "Chairman | vacant\n");
  s.ended("merger", "2021-03-01", {}, {"b1"});
  EXPECT_EQ(vacant({}).find("vacant"), std::string::npos);
  EXPECT_EQ(vacant({"", nom::parse_iso("2022"), false}).find("vacant"), std::string::npos);
}

TEST(Time, TheSentencesBehindAnEndAreShown) {
  Sketch merged = province("a", "2020-05-01", {.from = "2019-01-01"});
  merged.ended("merger", "2021-03-01", {}, {"b1"});
  const nom::Graph graph = graph_of({merged.record()});
  const Answer answer =
      nom::query::changes(graph, *nom::parse_iso("2021"), *nom::parse_iso("2021"));
  ASSERT_EQ(answer.rows.size(), 1U);
  ASSERT_EQ(answer.rows[0].proofs.size(), 2U);
  EXPECT_EQ(answer.rows[0].proofs[1].sentence, "They held a merger.");
}

TEST(Time, OnlyOrgansEndWithTheirPlace) {
  Sketch s("a", "2020-05-01");
  s.place("Weston", "province", "", "AR", "2025-07-01");
  s.tenure(s.person("Ada Brook"), "Rector",
           s.body("Weston University", "University", "university", "province", "l1"));
  const nom::Graph graph = graph_of({s.record()});
  EXPECT_EQ(
      told(nom::query::posts(graph, "ada brook", {"", nom::parse_iso("2026"), true}), {"answer"}),
      "possible\n");
}

TEST(Time, AChartShowsVacanciesAndWhoActs) {
  std::vector<Record> records = chairs();
  records.pop_back();  // whom the committee has
  records.push_back(report("f", "2021-07-01", "Eve Fox", "Chairman",
                           {.status = Status::former, .one_seat = true}, true));
  records.push_back(report("g", "2021-07-01", "Gil Hay", "Member", {.status = Status::former}));
  const nom::Graph graph = graph_of(records);
  const auto asked = [&graph](const Filter& filter) {
    return told(nom::query::chart(graph, "arland assembly", filter),
                {"depth", "post", "person", "status", "answer"});
  };
  EXPECT_EQ(asked({}), "0 | Chairman | Cy Dorn | acting\n1 | Chairman |  | vacant\n");
  EXPECT_EQ(asked({"", nom::parse_iso("2022-02-01"), false}),
            "0 | Chairman | Cy Dorn | acting | certain\n1 | Chairman |  | vacant | possible\n");
  EXPECT_EQ(asked({"", {}, true}),
            "0 | Chairman | Ada Brook | current\n0 | Chairman | Ben Cole | former\n"
            "0 | Chairman | Cy Dorn | acting\n0 | Member | Gil Hay | former\n"
            "1 | Chairman | Eve Fox | former\n1 | Chairman |  | vacant\n");
}

TEST(Time, AChartAsADrawing) {
  const nom::Graph graph = graph_of(chairs());
  EXPECT_EQ(nom::query::dot(nom::query::chart(graph, "arland assembly")),
            R"(digraph chart {
  rankdir=TB;
  node [shape=box, fontname="sans-serif"];
  b0 [label="Arland Assembly\nChairman: Cy Dorn (acting)\l"];
  b1 [label="Finance Committee of the Arland Assembly\nChairman: Eve Fox\l"];
  b0 -> b1;
}
)");
  Answer odd;
  odd.columns = {{"depth", true}, {"body"},   {"under"}, {"post"},
                 {"person"},      {"status"}, {"answer"}};
  odd.rows = {{{"0", "A \"B\" \\", "", "", "", "", ""}, {}, "a", 0},
              {{"1", "C", "inferred", "Head", "D", "elect", "possible"}, {}, "c", 1},
              {{"1", "C", "inferred", "Clerk", "", "vacant", "possible"}, {}, "c", 1},
              {{"2", "E", "implied", "", "", "", ""}, {}, "e", 2},
              {{"1", "F\nG", "stated", "", "", "", ""}, {}, "f", 1}};
  EXPECT_EQ(nom::query::dot(odd), R"(digraph chart {
  rankdir=TB;
  node [shape=box, fontname="sans-serif"];
  b0 [label="A \"B\" \\\n"];
  b1 [label="C\nHead: D (elect)?\lClerk: vacant\l"];
  b2 [label="E\n"];
  b3 [label="F G\n"];
  b0 -> b1 [style=dashed];
  b1 -> b2 [style=dashed];
  b0 -> b3;
}
)");
}

TEST(Time, TwoBodiesOfOneLabelHaveTwoBoxes) {
  Sketch s("a", "2020-01-01");
  const std::string land = s.place("Arland", "country", "", "AR");
  const std::string assembly = s.body("Arland Assembly", "Assembly", "legislature", "", land);
  for (const auto& [kind, role] : {std::pair("court", "Head"), {"department", "Clerk"}}) {
    const std::string office = s.body("Audit Office", "Audit Office", kind, "", land);
    s.under(office, assembly, Confidence::stated, "");
    s.tenure(s.person("Ada Brook"), role, office);
  }
  const Answer chart = nom::query::chart(graph_of({s.record()}), "arland assembly");
  const std::string box = "[label=\"Audit Office (Arland)\\n";
  const std::string drawing = nom::query::dot(chart);
  EXPECT_NE(drawing.find("b1 " + box), std::string::npos) << drawing;
  EXPECT_NE(drawing.find("b2 " + box), std::string::npos) << drawing;
  const std::string table = nom::query::render(chart, Results::table, false);
  EXPECT_NE(table.find("Audit Office"), table.rfind("Audit Office")) << table;
}

TEST(Time, AWayFromOneToAnother) {
  const nom::Graph graph = graph_of(chairs());
  const std::vector<std::string_view> columns = {"one", "link", "other", "status", "from", "to"};
  EXPECT_EQ(
      told(nom::query::path(graph, "ada brook", "eve fox"), columns),
      "Ada Brook | holds | Chairman of the Arland Assembly | current |  | 2021-03-11\n"
      "Chairman of the Arland Assembly | post in | Arland Assembly |  |  | \n"
      "Arland Assembly | over | Finance Committee of the Arland Assembly | stated |  | \n"
      "Finance Committee of the Arland Assembly | has post | "
      "Chairman of the Finance Committee of the Arland Assembly |  |  | \n"
      "Chairman of the Finance Committee of the Arland Assembly | held by | Eve Fox | current "
      "|  | \n");
  const Answer up = nom::query::path(graph, "finance committee", "arland assembly");
  EXPECT_EQ(told(up, columns),
            "Finance Committee of the Arland Assembly | under | Arland Assembly | stated |  | \n");
  EXPECT_EQ(up.rows[0].proofs.size(), 5U);
  const Answer nobody = nom::query::path(graph, "ada brook", "zeno");
  EXPECT_EQ(nobody.asked, "zeno");
  EXPECT_TRUE(nobody.rows.empty() && nobody.candidates.empty());
  std::vector<Record> apart = chairs();
  Sketch s("z", "2020-01-01");
  s.tenure(s.person("Zeno Yard"), "Mayor", "", {.place = s.place("Oss", "city")});
  apart.push_back(s.record());
  const Answer none = nom::query::path(graph_of(apart), "ada brook", "zeno");
  EXPECT_EQ(none.subject, "Ada Brook to Zeno Yard");
  EXPECT_TRUE(none.rows.empty());
  EXPECT_FALSE(none.same);
  const Answer same = nom::query::path(graph, "ada brook", "brook ada");
  EXPECT_EQ(same.subject, "Ada Brook");
  EXPECT_TRUE(same.same && same.rows.empty());
}

TEST(Time, APostThatNobodyPlacesTiesNobody) {
  std::vector<Record> records;
  for (const char* who : {"Ada Brook", "Ben Cole"}) {
    Sketch s(who, "2020-01-01");
    s.tenure(s.person(who), "Deputy Chairman", "");
    records.push_back(s.record());
  }
  const nom::Graph graph = graph_of(records);
  const auto [first, last] = graph.of_kind(nom::Kind::post);
  EXPECT_EQ(last - first, 1U);
  EXPECT_TRUE(nom::query::path(graph, "ada brook", "ben cole").rows.empty());
  EXPECT_EQ(told(nom::query::rank(graph), {"kind", "name", "degree", "betweenness"}),
            "person | Ada Brook | 0 | 0.000\nperson | Ben Cole | 0 | 0.000\n");
}

TEST(Time, WhoIsCentral) {
  EXPECT_EQ(told(nom::query::rank(graph_of(chairs())), {"kind", "name", "degree", "betweenness"}),
            "body | Arland Assembly | 4 | 9.000\n"
            "body | Finance Committee of the Arland Assembly | 2 | 4.000\n"
            "person | Ada Brook | 1 | 0.000\n"
            "person | Ben Cole | 1 | 0.000\n"
            "person | Cy Dorn | 1 | 0.000\n"
            "person | Eve Fox | 1 | 0.000\n");
}

TEST(Time, WhatTwoGraphsSayOtherwise) {
  const nom::Graph before = graph_of({chairs()[0]});
  const nom::Graph after = graph_of({chairs()[0], chairs()[1]});
  const std::vector<std::string_view> columns = {"change", "kind", "name", "before", "after"};
  EXPECT_EQ(told(nom::query::diff(before, before), columns), "");
  EXPECT_EQ(told(nom::query::diff(before, after), columns),
            "went | person | Ada Brook | Chairman of the Arland Assembly | \n"
            "came | person | Ben Cole |  | Chairman of the Arland Assembly\n"
            "changed | tenure | Ada Brook, Chairman of the Arland Assembly | current | "
            "current, to 2021-03-11, ended by Ben Cole\n");
  EXPECT_EQ(told(nom::query::diff(after, before), columns),
            "came | person | Ada Brook |  | Chairman of the Arland Assembly\n"
            "went | person | Ben Cole | Chairman of the Arland Assembly | \n"
            "changed | tenure | Ada Brook, Chairman of the Arland Assembly | "
            "current, to 2021-03-11, ended by Ben Cole | current\n");
  Sketch s("m", "2021-06-01");
  const std::string assembly = s.body("Arland Assembly", "Assembly", "legislature", "country",
                                      s.place("Arland", "country", "", "AR"));
  s.tenure(s.person("Ada Brook"), "Chairman", assembly, {.status = Status::former});
  s.tenure("p1", "Clerk", assembly);
  const nom::Graph moved = graph_of({chairs()[0], chairs()[1], s.record()});
  EXPECT_EQ(told(nom::query::diff(before, moved), columns),
            "moved | person | Ada Brook | Chairman of the Arland Assembly | "
            "Clerk of the Arland Assembly\n"
            "came | person | Ben Cole |  | Chairman of the Arland Assembly\n"
            "changed | tenure | Ada Brook, Chairman of the Arland Assembly | current | "
            "former, to 2021-03-11, ended by Ben Cole\n"
            "new | post | Clerk of the Arland Assembly |  | \n");
}

// Ada Brook in posts of the assembly and of the company; the place tells more of her.
Record of_ada(const std::string& id, const Said& head, bool clerk) {
  Sketch s(id, "2020-01-01");
  const std::string who = s.person("Ada Brook");
  s.tenure(who, "Head", s.body("Alpha Ltd", "Alpha Ltd", "company", ""), head);
  if (clerk) {
    s.tenure(who, "Clerk",
             s.body("Port Office", "Port Office", "", "province", s.place("Bac Son", "province")));
  }
  return s.record();
}

TEST(Time, WhoseKeyTellsMoreIsNoOther) {
  const std::vector<std::string_view> columns = {"change", "kind", "name", "before", "after"};
  const nom::Graph before = graph_of({of_ada("a", {}, false)});
  EXPECT_TRUE(before.find("person/ada-brook"));
  const nom::Graph dated =
      graph_of({of_ada("a", {}, false), of_ada("b", {.from = "2011-05-01"}, true)});
  EXPECT_TRUE(dated.find("person/ada-brook.bac-son"));
  EXPECT_EQ(told(nom::query::diff(before, dated), columns),
            "came | person | Ada Brook |  | Clerk of the Bac Son Port Office\n"
            "changed | tenure | Ada Brook, Head of Alpha Ltd | current | "
            "current, from 2011-05-01\n"
            "new | body | Bac Son Port Office |  | \n"
            "new | post | Clerk of the Bac Son Port Office |  | \n");
  const nom::Graph moved =
      graph_of({of_ada("a", {}, false), of_ada("b", {.status = Status::former}, true)});
  EXPECT_EQ(told(nom::query::diff(before, moved), columns),
            "moved | person | Ada Brook | Head of Alpha Ltd | Clerk of the Bac Son Port Office\n"
            "changed | tenure | Ada Brook, Head of Alpha Ltd | current | former\n"
            "new | body | Bac Son Port Office |  | \n"
            "new | post | Clerk of the Bac Son Port Office |  | \n");
}

TEST(Time, ANamesakeInTheSamePostIsOneMore) {
  const auto members = [](const std::string& id, int number) {
    Sketch s(id, "2020-01-01");
    const std::string council = s.body("People's Council", "People's Council", "", "province",
                                       s.place("Bac Son", "province"));
    for (int n = 0; n < number; ++n) {
      s.tenure(s.person("Ada Brook"), "Member", council);
    }
    return s.record();
  };
  const nom::Graph one = graph_of({members("a", 1)});
  const nom::Graph two = graph_of({members("b", 2)});
  const std::vector<std::string_view> columns = {"change", "kind", "name", "before", "after"};
  const std::string more = "person | Ada Brook | ";
  const std::string post = "Member of the Bac Son People's Council";
  EXPECT_EQ(told(nom::query::diff(one, two), columns), "came | " + more + " | " + post + "\n");
  EXPECT_EQ(told(nom::query::diff(two, one), columns), "went | " + more + post + " | \n");
  EXPECT_EQ(told(nom::query::diff(two, two), columns), "");
}

TEST(Time, FromNothingAllIsNew) {
  const std::vector<std::string_view> columns = {"change", "kind", "name"};
  EXPECT_EQ(told(nom::query::diff(graph_of({}), graph_of({chairs()[0]})), columns),
            "came | person | Ada Brook\nnew | body | Arland Assembly\n"
            "new | body | Finance Committee of the Arland Assembly\n"
            "new | post | Chairman of the Arland Assembly\n");
}

}  // namespace
