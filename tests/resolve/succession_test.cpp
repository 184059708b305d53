// SPDX-License-Identifier: Apache-2.0
#include "resolve/resolve.hpp"
#include "support/sketch.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace {

using nom::Record;
using nom::Relation;
using nom::Status;
using nom::support::Said;
using nom::support::Sketch;

// One claim of a document: who is said to hold the post, and how.
struct Claim {
  const char* document;
  const char* date;
  const char* person;
  Said said;
};

constexpr const char* nobody = "-";

Said one(Said said = {}) {
  said.one_seat = true;
  return said;
}

std::vector<Record> records_of(const std::vector<Claim>& claims,
                               const std::string& role = "Chairman") {
  std::vector<Record> records;
  for (const Claim& claim : claims) {
    Sketch s(claim.document, claim.date);
    const std::string land = s.place("Arland", "country", "", "AR");
    const std::string body = s.body("Arland Assembly", "Assembly", "legislature", "country", land);
    s.tenure(s.person(claim.person), role, body, claim.said);
    records.push_back(s.record());
  }
  return records;
}

// "person predecessor/successor" of each tenure, by key, with who ends it and by which rule.
std::string bounds_of(std::vector<Record> records) {
  nom::Faults faults;
  const nom::Graph graph = nom::resolve(std::move(records), faults);
  EXPECT_TRUE(faults.empty());
  std::string out;
  const auto [first, last] = graph.of_kind(nom::Kind::tenure);
  for (nom::VertexId v = first; v < last; ++v) {
    const auto& cited = std::get<nom::TenureData>(graph[v].data).cited;
    const auto iso = [](const auto& date) { return date ? to_iso(*date) : std::string(nobody); };
    out += (out.empty() ? "" : "; ") + std::string(graph.label(*graph.one(v, Relation::holder))) +
           " " + iso(cited.predecessor) + "/" + iso(cited.successor);
    const auto& boost = graph.boost();
    for (auto [e, end] = out_edges(v, boost); e != end; ++e) {
      if (boost[*e].relation == Relation::ended_by) {
        const auto next = static_cast<nom::VertexId>(target(*e, boost));
        out += " by " + std::string(graph.label(*graph.one(next, Relation::holder))) + " [" +
               std::string(name_of(boost[*e].confidence)) + ", " +
               std::string(graph.text(boost[*e].rule)) + "]";
      }
    }
  }
  return out;
}

// Do the posts of the graph have one seat, all of them?
bool has_one_seat(const std::vector<Record>& records) {
  nom::Faults faults;
  const nom::Graph graph = nom::resolve(records, faults);
  const auto [first, last] = graph.of_kind(nom::Kind::post);
  bool all = first < last;
  for (nom::VertexId v = first; v < last; ++v) {
    all = all && std::get<nom::PostData>(graph[v].data).one_seat;
  }
  return all;
}

TEST(Succession, WhoBeginsOnADayEndsThePredecessorByThatDay) {
  EXPECT_EQ(bounds_of(records_of({{"a", "2020-05-01", "Ada Brook", one()},
                                  {"b", "2021-03-12", "Ben Cole", one({.from = "2021-03-11"})}})),
            "Ada Brook -/2021-03-11 by Ben Cole [inferred, one-seat]; Ben Cole -/-");
}

TEST(Succession, OnTheDayOfAHandoverTheSuccessorHolds) {
  EXPECT_EQ(bounds_of(records_of({{"a", "2021-03-11", "Ada Brook", one()},
                                  {"b", "2021-03-11", "Ben Cole", one({.from = "2021-03-11"})}})),
            "Ada Brook -/2021-03-11 by Ben Cole [inferred, one-seat]; Ben Cole -/-");
  EXPECT_EQ(bounds_of(records_of({{"a", "2021-03-11", "Ada Brook", one({.from = "2021-03-11"})},
                                  {"b", "2021-03-11", "Ben Cole", one({.from = "2021-03-11"})}})),
            "Ada Brook -/-; Ben Cole -/-");
  EXPECT_EQ(bounds_of(records_of({{"a", "2021-03-12", "Ada Brook", one()},
                                  {"b", "2021-03-12", "Ben Cole", one({.from = "2021-03-11"})}})),
            "Ada Brook -/-; Ben Cole -/-")
      << "cited after the handover";
}

TEST(Succession, WhoIsOnlyCitedBoundsThePredecessor) {
  EXPECT_EQ(bounds_of(records_of(
                {{"a", "2020-05-01", "Ada Brook", one()}, {"b", "2021-03-12", "Ben Cole", one()}})),
            "Ada Brook -/2021-03-12 by Ben Cole [inferred, one-seat]; Ben Cole 2020-05-01/-");
}

TEST(Succession, TheNextEndsEach) {
  EXPECT_EQ(bounds_of(records_of({{"a", "2010-01-01", "Ada Brook", one()},
                                  {"b", "2015-01-01", "Ben Cole", one()},
                                  {"c", "2020-01-01", "Cy Dorn", one({.from = "2019"})}})),
            "Ada Brook -/2015-01-01 by Ben Cole [inferred, one-seat]; "
            "Ben Cole 2010-01-01/2019-12-31 by Cy Dorn [inferred, one-seat]; "
            "Cy Dorn -/-");
}

TEST(Succession, AStatedEndNeedsNoSuccessor) {
  EXPECT_EQ(bounds_of(records_of({{"a", "2020-05-01", "Ada Brook", one({.to = "2021-03-11"})},
                                  {"b", "2021-03-12", "Ben Cole", one({.from = "2021-03-11"})}})),
            "Ada Brook -/-; Ben Cole -/-");
}

TEST(Succession, AFormerHolderWithoutADayIsBoundedToo) {
  // Over by 2022, and somebody else held it from 2019 to 2022: it was before that.
  EXPECT_EQ(bounds_of(records_of({{"a", "2022-01-01", "Ada Brook", one({.status = Status::former})},
                                  {"b", "2022-01-01", "Ben Cole", one({.from = "2019-01-01"})}})),
            "Ada Brook -/2019-01-01 by Ben Cole [inferred, one-seat]; Ben Cole -/-");
}

TEST(Succession, SecondTermsStayApart) {
  EXPECT_EQ(bounds_of(records_of({{"a", "2010-01-01", "Ada Brook", one({.from = "2009"})},
                                  {"b", "2015-01-01", "Ben Cole", one({.from = "2014"})},
                                  {"c", "2020-01-01", "Ada Brook", one({.from = "2019"})}})),
            "Ada Brook -/2014-12-31 by Ben Cole [inferred, one-seat]; "
            "Ada Brook -/-; "
            "Ben Cole -/2019-12-31 by Ada Brook [inferred, one-seat]");
}

TEST(Succession, OthersDoNotEndEachOther) {
  const std::string apart = "Ada Brook -/-; Ben Cole -/-";
  const auto of = [](const Said& a, const Said& b, const std::string& role = "Chairman") {
    return bounds_of(records_of(
        {{"a", "2020-05-01", "Ada Brook", a}, {"b", "2021-03-12", "Ben Cole", b}}, role));
  };
  EXPECT_EQ(of({}, {}), apart) << "no source says that there is one seat";
  EXPECT_EQ(of({}, {}, "Minister of State"), apart);
  EXPECT_EQ(of(one(), one({.status = Status::acting})), apart) << "acting beside the holder";
  EXPECT_EQ(of(one({.status = Status::acting, .to = "2020-12-31"}), one()), apart);
  EXPECT_EQ(of(one(), one({.status = Status::elect})), apart) << "yet to come";
}

TEST(Succession, ContradictionsEndNobody) {
  // Each is cited between two citations of the other.
  EXPECT_EQ(bounds_of(records_of({{"a", "2010-01-01", "Ada Brook", one()},
                                  {"b", "2012-01-01", "Ben Cole", one()},
                                  {"c", "2014-01-01", "Ada Brook", one()},
                                  {"d", "2016-01-01", "Ben Cole", one()}})),
            "Ada Brook -/-; Ben Cole -/-");
}

TEST(Succession, TwoNamedInOneBreathHaveTwoSeats) {
  Sketch s("both", "2020-05-01");
  const std::string land = s.place("Arland", "country", "", "AR");
  const std::string body = s.body("Arland Assembly", "Assembly", "legislature", "country", land);
  s.tenure(s.person("Ada Brook"), "Chairman", body, one());
  s.tenure(s.person("Ben Cole"), "Chairman", body, one());
  std::vector<Record> records = records_of({{"c", "2022-01-01", "Cy Dorn", one()}});
  records.push_back(s.record());
  EXPECT_FALSE(has_one_seat(records));
  EXPECT_EQ(bounds_of(std::move(records)), "Ada Brook -/-; Ben Cole -/-; Cy Dorn -/-");
}

TEST(Succession, WhoMayBeTheSamePersonSucceedsNobody) {
  EXPECT_EQ(bounds_of(records_of({{"a", "2020-05-01", "Ada Brook", one()},
                                  {"b", "2021-03-12", "Ada Brook Hale", one()}})),
            "Ada Brook Hale -/-; Ada Brook -/-");
  EXPECT_EQ(bounds_of(records_of({{"a", "2020-05-01", "Lê Tuấn", one()},
                                  {"b", "2021-03-12", "Lê Văn Tuân", one()}})),
            "Lê Tuấn -/2021-03-12 by Lê Văn Tuân [inferred, one-seat]; Lê Văn Tuân 2020-05-01/-");
}

TEST(Succession, OfAPostThatNoSourcePlacesNothingFollows) {
  std::vector<Record> records;
  for (const auto& [document, date, person] :
       {std::tuple("a", "2020-05-01", "Ada Brook"), std::tuple("b", "2021-03-12", "Ben Cole")}) {
    Sketch s(document, date);
    s.tenure(s.person(person), "President", "", one());
    records.push_back(s.record());
  }
  EXPECT_EQ(bounds_of(std::move(records)), "Ada Brook -/-; Ben Cole -/-");
}

TEST(Succession, OfAPostInABodyThatMayBeSeveralNothingFollows) {
  struct Where {
    const char* name;
    const char* kind;
    const char* above;    // the name of the body that it is under
    const char* country;  // of which the news speaks
    bool is_one;
  };
  const std::vector<Where> cases = {
      {"City Council", "legislature", "", "", false},
      {"Health Committee", "committee", "City Council", "", false},
      {"Parish Council", "legislature", "", "", false},
      {"Labor Court", "court", "", "", false},
      {"Court of First Instance", "court", "", "", false},
      {"Board of Trustees", "committee", "", "", false},
      {"Faculty of Law", "school", "", "", false},
      {"Board of Directors", "company", "", "", false},
      {"Board of Directors", "company", "", "XR", false},
      {"Party Committee", "party", "", "", false},
      {"Board of Directors", "company", "Alpha Ltd", "", true},
      {"Alpha Ltd", "company", "", "", true},
      {"Corvale City Council", "legislature", "", "", true},
      {"District Court", "court", "", "", false},
      {"Supreme Court", "court", "", "", true},
      {"Constitutional Court", "court", "", "", true},
      {"Eastmoor Parish Council", "legislature", "", "", true},
      {"Department of Finance", "department", "", "", false},
      {"National Audit Office", "department", "", "", true},
      {"Ministry of Finance", "ministry", "", "", true},
      {"Corvale Railways", "body", "", "", true},
      {"Labour Party", "party", "", "", true},
      {"National Assembly", "legislature", "", "XR", true},
  };
  for (const Where& where : cases) {
    std::vector<Record> records;
    for (const auto& [document, date, person] :
         {std::tuple("a", "2020-05-01", "Ada Brook"), std::tuple("b", "2021-03-12", "Ben Cole")}) {
      Sketch s(document, date);
      if (*where.country != '\0') {
        s.place("Ruritania", "country", "", where.country);
      }
      const std::string body = s.body(where.name, where.name, where.kind, "");
      if (*where.above != '\0') {
        s.under(body, s.body(where.above, where.above, "company", ""));
      }
      s.tenure(s.person(person), "Chairman", body, one());
      records.push_back(s.record());
    }
    EXPECT_EQ(has_one_seat(records), where.is_one) << where.name << ' ' << where.above;
    EXPECT_EQ(bounds_of(std::move(records)),
              where.is_one
                  ? "Ada Brook -/2021-03-12 by Ben Cole [inferred, one-seat]; Ben Cole 2020-05-01/-"
                  : "Ada Brook -/-; Ben Cole -/-")
        << where.name << ' ' << where.above;
  }
}

TEST(Succession, AMinistryOfAnUnknownStateIsNoneOfSeveral) {
  std::vector<Record> records;
  for (const auto& [id, date, country, person] : {std::tuple("a", "2020-05-01", "XR", "Ada Brook"),
                                                  {"b", "2020-05-01", "XS", "Ben Cole"},
                                                  {"c", "2020-05-01", "", "Cy Dorn"},
                                                  {"d", "2021-03-12", "", "Dan Egg"}}) {
    Sketch s(id, date);
    if (*country != '\0') {
      s.place(country, "country", "", country);
    }
    s.tenure(s.person(person), "Minister",
             s.body("Ministry of Finance", "Ministry of Finance", "ministry", ""), one());
    records.push_back(s.record());
  }
  EXPECT_EQ(bounds_of(records), "Ada Brook -/-; Ben Cole -/-; Cy Dorn -/-; Dan Egg -/-");
}

TEST(Succession, TheOrderOfTheRecordsChangesNothing) {
  std::vector<Record> records =
      records_of({{"a", "2010-01-01", "Ada Brook", one()},
                  {"b", "2012-01-01", "Ben Cole", one({.status = Status::former})},
                  {"c", "2014-01-01", "Cy Dorn", one({.from = "2013"})},
                  {"d", "2016-01-01", "Ada Brook", one({.from = "2015-06"})},
                  {"e", "2018-01-01", "Dan Egg", one({.status = Status::acting})},
                  {"f", "2020-01-01", "Eve Fox", one()}});
  const std::string expected = bounds_of(records);
  EXPECT_NE(expected.find("by Eve Fox"), std::string::npos);
  std::mt19937 random(4);
  for (int n = 0; n < 20; ++n) {
    std::shuffle(records.begin(), records.end(), random);
    EXPECT_EQ(bounds_of(records), expected);
  }
}

}  // namespace
