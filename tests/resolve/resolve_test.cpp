// SPDX-License-Identifier: Apache-2.0
#include "resolve/resolve.hpp"

#include "support/sketch.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using nom::Confidence;
using nom::Record;
using nom::Status;
using nom::support::Sketch;

std::string dump_of(std::vector<Record> records, const std::string& ledger = {}) {
  nom::Faults faults;
  const nom::Ledger judged = nom::read_ledger(ledger, "L", faults);
  std::string out = dump(nom::resolve(std::move(records), judged, faults));
  for (const nom::Fault& fault : faults.all()) {
    out += to_string(fault) + "\n";
  }
  return out;
}

// The lines of a dump that start with `start`, up to their label.
std::string lines(const std::string& dumped, const std::string& start) {
  std::istringstream in(dumped);
  std::string out;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(start)) {
      const std::size_t first = line.find('"');
      const std::size_t last = first == std::string::npos ? first : line.find('"', first + 1);
      out += line.substr(0, last == std::string::npos ? last : last + 1) + "\n";
    }
  }
  return out;
}

// The lines of a dump that start with `start`, without keys, labels and citations.
std::string data(const std::string& dumped, const std::string& start) {
  std::istringstream in(dumped);
  std::string out;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(start)) {
      const std::size_t type = std::min(line.find(" title="), line.find(" type="));
      line = line.substr(type + 1);
      out += line.substr(0, line.find(" @")) + "\n";
    }
  }
  return out;
}

// A provincial party committee and the people in it, as one document has them.
Sketch province(const std::string& document, const std::string& date, const std::string& name) {
  Sketch s(document, date);
  const std::string vn = s.place("Vietnam", "country", "", "VN");
  const std::string l = s.place(name, "province", vn, "VN");
  const std::string party =
      s.body("Provincial Party Committee", "Party Committee", "party", "province", l);
  const std::string standing =
      s.body("Provincial Party Standing Committee", "Standing Committee", "party", "province", l);
  const std::string council =
      s.body("Provincial People's Council", "People's Council", "legislature", "province", l);
  const std::string finance =
      s.body("Department of Finance", "Department of Finance", "department", "province", l);
  s.under(standing, party);
  s.tenure(s.person("Le Thi Mai"), "Secretary", party);
  s.tenure(s.person("Tran Van Binh"), "Chairman", council);
  s.tenure("p2", "Member", standing);
  s.tenure(s.person("Do Thu Ha"), "Director", finance);
  return s;
}

TEST(Resolve, KeysAndLabelsSayWhichPlace) {
  const std::string d = dump_of({province("a", "2023-11-13", "Bac Son").record()});
  EXPECT_EQ(lines(d, "person/"),
            "person/do-thu-ha.bac-son \"Do Thu Ha\"\n"
            "person/le-thi-mai.bac-son \"Le Thi Mai\"\n"
            "person/tran-van-binh.bac-son \"Tran Van Binh\"\n");
  EXPECT_EQ(lines(d, "body/"),
            "body/bac-son/department-of-finance \"Bac Son Department of Finance\"\n"
            "body/bac-son/party-committee \"Bac Son Provincial Party Committee\"\n"
            "body/bac-son/party-committee/standing-committee "
            "\"Standing Committee of the Bac Son Provincial Party Committee\"\n"
            "body/bac-son/peoples-council \"Bac Son Provincial People's Council\"\n");
  EXPECT_EQ(lines(d, "post/"),
            "post/bac-son/department-of-finance/director "
            "\"Director of the Bac Son Department of Finance\"\n"
            "post/bac-son/party-committee/secretary "
            "\"Secretary of the Bac Son Provincial Party Committee\"\n"
            "post/bac-son/party-committee/standing-committee/member "
            "\"Member of the Standing Committee of the Bac Son Provincial Party Committee\"\n"
            "post/bac-son/peoples-council/chairman "
            "\"Chairman of the Bac Son Provincial People's Council\"\n");
  EXPECT_EQ(lines(d, "place/"),
            "place/bac-son \"Bac Son\"\n"
            "place/vietnam \"Vietnam\"\n");
  EXPECT_EQ(lines(d, "  under"),
            "  under body/bac-son/party-committee confidence=inferred rule=\"country pack\"\n");
}

TEST(Resolve, BodiesOfTheSameWordsInTwoPlacesStayTwo) {
  const std::string d = dump_of({province("a", "2023-11-13", "Bac Son").record(),
                                 province("b", "2023-11-14", "Nam Hai").record()});
  EXPECT_EQ(
      lines(d, "body/bac-son/party-committee \"") + lines(d, "body/nam-hai/party-committee \""),
      "body/bac-son/party-committee \"Bac Son Provincial Party Committee\"\n"
      "body/nam-hai/party-committee \"Nam Hai Provincial Party Committee\"\n");
  // Namesakes in two provinces are two people, and nobody doubts it.
  EXPECT_EQ(lines(d, "person/le"),
            "person/le-thi-mai.bac-son \"Le Thi Mai\"\n"
            "person/le-thi-mai.nam-hai \"Le Thi Mai\"\n");
  EXPECT_EQ(lines(d, "  same_maybe"), "");
  EXPECT_EQ(lines(d, "place/"),
            "place/bac-son \"Bac Son\"\n"
            "place/nam-hai \"Nam Hai\"\n"
            "place/vietnam \"Vietnam\"\n");
}

TEST(Resolve, TheOrderOfTheRecordsChangesNothing) {
  std::vector<Record> records;
  for (const auto& [id, date, place] :
       {std::tuple("a", "2023-11-13", "Bac Son"), std::tuple("b", "2021-05-02", "Nam Hai"),
        std::tuple("c", "2024-01-30", "Bac Son"), std::tuple("d", "", "Nam Hai")}) {
    records.push_back(province(id, date, place).record());
  }
  Sketch byline("e", "2024-02-01");
  byline.person("Mai Le Thi");
  const std::string l = byline.place("Bac Son", "");
  byline.tenure(byline.person("Le Thi Mai"), "Secretary",
                byline.body("Bac Son Party Committee", "Party Committee", "", "", l),
                {.status = Status::former, .to = "2024-01"});
  byline.resolution("Resolution No. 12/NQ-HDND", "resolution", "12/NQ-HDND", "2024-01-05", "");
  records.push_back(byline.record());
  Sketch other("f");
  other.resolution("Resolution 12/NQ-HDND", "resolution", "12/NQ-HDND", "2024-01",
                   other.body("People's Council", "People's Council", "legislature", "province",
                              other.place("Bac Son", "province")));
  other.person("Lê Thị Mai");
  records.push_back(other.record());

  const std::string expected = dump_of(records);
  std::mt19937 random(20240201);  // NOLINT: the same shuffles in every run
  for (int i = 0; i < 100; ++i) {
    std::shuffle(records.begin(), records.end(), random);
    ASSERT_EQ(dump_of(records), expected);
  }
}

// A document of a small world in which names, places and dates are often missing or at odds.
Record random_document(const std::string& id, std::mt19937& random) {
  const auto pick = [&random](const std::vector<std::string>& from) {
    return from[random() % from.size()];
  };
  Sketch s(id, pick({"", "2020-05-01", "2021", "2023-11-13"}));
  s.source(pick({"", "https://news.example/a"}));
  const std::string land = s.place("Ruritania", pick({"country", ""}), "", pick({"XR", ""}));
  const std::string province =
      s.place(pick({"Hentzau", "Zenda"}), pick({"province", ""}), pick({land, ""}));
  const std::string city =
      s.place(pick({"Strelsau", "Zenda"}), pick({"city", ""}), pick({province, ""}));
  const std::vector<std::string> places = {land, province, city, ""};
  std::vector<std::string> bodies = {""};
  for (int i = 0; i < 4; ++i) {
    const std::string base = pick({"Council", "Standing Committee", "Board", "Office"});
    bodies.push_back(s.body(pick({"", "Provincial ", "Royal "}) + base, pick({base, base, ""}),
                            pick({"", "legislature", "committee"}), pick({"", "province", "city"}),
                            pick(places)));
  }
  for (int i = 0; i < 3; ++i) {
    const std::string child = pick(bodies);
    const std::string parent = pick(bodies);
    if (!child.empty() && !parent.empty()) {
      s.under(child, parent, random() % 2 == 0 ? Confidence::stated : Confidence::inferred);
    }
  }
  for (int i = 0; i < 3; ++i) {
    const std::string who =
        s.person(pick({"Ann Rassendyll", "Rassendyll Ann", "Änn Rassendyll", "Max Zeta"}));
    for (int t = 0; t < 2; ++t) {
      const std::string from = pick({"", "2019", "2021-03"});
      const std::string to = pick({"", "2020", "2022-01-01"});
      const std::string where = pick(places);
      s.tenure(who, pick({"Chairman", "Member", "chairman"}), pick(bodies),
               {.status = std::vector{Status::current, Status::former, Status::acting,
                                      Status::elect}[random() % 4],
                .from = from,
                .to = to,
                .place = where});
    }
    s.event(pick({"session", "meeting"}), "meeting", pick({"", "2021-01-01"}), pick(bodies),
            {{who, "chair"}});
    s.resolution(pick({"Resolution 1", "Resolution on roads"}), "resolution", pick({"", "1"}),
                 pick({"", "2021", "2021-07-01", "2022"}), pick(bodies));
  }
  return s.record();
}

TEST(Resolve, TheOrderOfTheRecordsOfAMessyWorldChangesNothing) {
  for (unsigned seed = 0; seed < 30; ++seed) {
    std::mt19937 random(seed);  // NOLINT: the same worlds in every run
    std::vector<Record> records;
    for (int i = 0; i < 12; ++i) {
      records.push_back(random_document("d" + std::to_string(i), random));
    }
    const std::string expected = dump_of(records);
    for (int i = 0; i < 8; ++i) {
      std::shuffle(records.begin(), records.end(), random);
      ASSERT_EQ(dump_of(records), expected) << "seed " << seed;
    }
    // Keys are unique.
    nom::Faults faults;
    const nom::Graph graph = nom::resolve(records, faults);
    for (nom::VertexId v = 0; v < graph.size(); ++v) {
      ASSERT_EQ(graph.find(graph.key(v)), v) << graph.key(v);
    }
  }
}

TEST(Resolve, APlaceOfUnknownKindJoinsTheOnlyOneItCanBe) {
  Sketch full("a");
  const std::string land = full.place("Ruritania", "country", "", "XR");
  full.place("Strelsau", "city", full.place("Hentzau", "province", land));
  Sketch bare("b");
  bare.place("Strelsau", "");
  Sketch skips("c");
  skips.place("Strelsau", "city", skips.place("Ruritania", "country", "", "XR"));
  EXPECT_EQ(lines(dump_of({bare.record(), skips.record(), full.record()}), "place/"),
            "place/hentzau \"Hentzau\"\n"
            "place/hentzau/strelsau \"Strelsau\"\n"
            "place/ruritania \"Ruritania\"\n");

  Sketch second("d");
  second.place("Strelsau", "city", second.place("Zenda", "province"));
  EXPECT_EQ(lines(dump_of({bare.record(), second.record(), full.record()}), "place/"),
            "place/hentzau \"Hentzau\"\n"
            "place/hentzau/strelsau \"Strelsau\"\n"
            "place/ruritania \"Ruritania\"\n"
            "place/strelsau \"Strelsau\"\n"
            "place/zenda \"Zenda\"\n"
            "place/zenda/strelsau \"Strelsau\"\n");
}

TEST(Resolve, AProvinceAndItsCityOfTheSameNameAreTwo) {
  Sketch s("a");
  const std::string outer = s.place("Bac Son", "province");
  const std::string city = s.place("Bac Son", "city", outer);
  s.body("Provincial People's Committee", "People's Committee", "government", "province", outer);
  s.body("City People's Committee", "People's Committee", "government", "city", city);
  EXPECT_EQ(lines(dump_of({s.record()}), "body/"),
            "body/bac-son/bac-son/peoples-committee \"Bac Son City People's Committee\"\n"
            "body/bac-son/peoples-committee \"Bac Son Provincial People's Committee\"\n");
}

TEST(Resolve, AnUnplacedProvincialBodyStaysInItsDocument) {
  std::vector<Record> records;
  for (const char* id : {"a", "b"}) {
    Sketch s(id);
    s.body("Provincial Party Committee", "Party Committee", "party", "province");
    s.body("United Nations", "", "international", "");
    records.push_back(s.record());
  }
  EXPECT_EQ(lines(dump_of(records), "body/"),
            "body/party-committee.a \"Provincial Party Committee\"\n"
            "body/party-committee.b \"Provincial Party Committee\"\n"
            "body/united-nations \"United Nations\"\n");
}

TEST(Resolve, AStandingCommitteeWithoutParentJoinsTheOnlyOneOfItsPlace) {
  Sketch bare("b");
  bare.body("Standing Committee", "Standing Committee", "", "", bare.place("Bac Son", "province"));
  const std::string d = dump_of({bare.record(), province("a", "2023-11-13", "Bac Son").record()});
  EXPECT_EQ(lines(d, "body/bac-son/party-committee/") + lines(d, "body/bac-son/standing"),
            "body/bac-son/party-committee/standing-committee "
            "\"Standing Committee of the Bac Son Provincial Party Committee\"\n");
}

TEST(Resolve, ABoardOfNobodyIsNotThatOfAnotherDocument) {
  Sketch bank("a");
  bank.body("supervisory board", "supervisory board", "committee", "");
  Sketch railways("b");
  const std::string owner = railways.body("Bend Railways", "", "company", "");
  const std::string board =
      railways.body("supervisory board of Bend Railways", "supervisory board", "committee", "");
  railways.under(board, owner, Confidence::stated, "of");
  EXPECT_EQ(lines(dump_of({bank.record(), railways.record()}), "body/"),
            "body/bend-railways \"Bend Railways\"\n"
            "body/bend-railways/supervisory-board \"supervisory board of Bend Railways\"\n"
            "body/supervisory-board \"supervisory board\"\n");
}

TEST(Resolve, ARingOfBodiesIsCutWhereItIsLeastSure) {
  Sketch s("a");
  const std::string one = s.body("Alpha Board", "", "committee", "");
  const std::string two = s.body("Beta Board", "", "committee", "");
  s.under(two, one);
  s.under(one, two, Confidence::stated, "of");
  const std::string d = dump_of({s.record()});
  EXPECT_EQ(lines(d, "  under"), "  under body/beta-board rule=\"of\"\n");
  EXPECT_NE(d.find("error: left out: Beta Board under Alpha Board would close a ring"),
            std::string::npos)
      << d;
}

// One person, the same post, in several documents: what each says of it → the tenures.
struct TermCase {
  std::vector<std::pair<const char*, nom::support::Said>> documents;  // date, what it says
  const char* tenures;
};

TEST(Resolve, ClaimsOfOneTermAreOneTenure) {
  const std::vector<TermCase> cases = {
      {{{"2022-03-01", {}}, {"2025-01-05", {.status = Status::former}}},
       "title=Mayor status=former confidence=stated open=ended first=2022-03-01 last=2022-03-01 "
       "over=2025-01-05\n"},
      {{{"2020-01-01", {.status = Status::former}}, {"2023-01-01", {}}},
       "title=Mayor status=former confidence=stated open=ended over=2020-01-01\n"
       "title=Mayor status=current confidence=stated open=unknown first=2023-01-01 "
       "last=2023-01-01\n"},
      {{{"2022-03-01", {.from = "2021"}}, {"2021-12-01", {.from = "2021-11-25"}}},
       "title=Mayor status=current confidence=stated from=2021-11-25 open=unknown "
       "first=2021-12-01 last=2022-03-01\n"},
      {{{"2017", {.from = "2016", .to = "2021"}}, {"2022", {.from = "2021", .to = "2026"}}},
       "title=Mayor status=current confidence=stated from=2016 to=2021 open=unknown first=2017 "
       "last=2017\n"
       "title=Mayor status=current confidence=stated from=2021 to=2026 open=unknown first=2022 "
       "last=2022\n"},
      {{{"2020-05-01", {.status = Status::acting}}, {"2021-05-01", {}}},
       "title=Mayor status=acting confidence=stated open=unknown first=2020-05-01 "
       "last=2020-05-01\n"
       "title=Mayor status=current confidence=stated open=unknown first=2021-05-01 "
       "last=2021-05-01\n"},
      {{{"2020-05-01", {.status = Status::elect}}, {"2021-05-01", {.title = "Lord Mayor"}}},
       "title=\"Lord Mayor\" status=current confidence=stated open=unknown first=2021-05-01 "
       "last=2021-05-01\n"},
      // The source that knows it is over soonest.
      {{{"2025-03", {.status = Status::former}},
        {"2025", {.status = Status::former}},
        {"2025-03-30", {.status = Status::former}},
        {"", {.status = Status::former}}},
       "title=Mayor status=former confidence=stated open=ended over=2025-03-30\n"},
      // A source from before the end announces it.
      {{{"2024-12-01", {.status = Status::former, .to = "2025"}},
        {"2024-12-15", {}},
        {"2025-02-03", {.status = Status::former}}},
       "title=Mayor status=former confidence=stated to=2025 open=ended first=2024-12-15 "
       "last=2024-12-15 over=2025-02-03\n"},
      {{{"", {}}, {"2021-05-01", {}}, {"", {}}},
       "title=Mayor status=current confidence=stated open=unknown first=2021-05-01 "
       "last=2021-05-01\n"},
  };
  for (const TermCase& c : cases) {
    std::vector<Record> records;
    for (const auto& [date, said] : c.documents) {
      Sketch s("d" + std::to_string(records.size()), date);
      nom::support::Said placed = said;
      const std::string l = s.place("Strelsau", "city");
      placed.place = l;
      s.tenure(s.person("Ann Rassendyll"), "Mayor", "", placed);
      records.push_back(s.record());
    }
    const std::string d = dump_of(records);
    std::vector<std::string> want;
    std::istringstream in(c.tenures);
    for (std::string line; std::getline(in, line);) {
      want.push_back(line);
    }
    std::vector<std::string> got;
    std::istringstream made(data(d, "tenure/"));
    for (std::string line; std::getline(made, line);) {
      got.push_back(line);
    }
    std::sort(want.begin(), want.end());
    std::sort(got.begin(), got.end());
    EXPECT_EQ(got, want) << d;
  }
}

TEST(Resolve, TwoTermsHaveTwoKeys) {
  Sketch s("a", "2024-01-01");
  const std::string l = s.place("Strelsau", "city");
  const std::string ann = s.person("Ann Rassendyll");
  s.tenure(ann, "Mayor", "", {.status = Status::former, .from = "2010", .to = "2014", .place = l});
  s.tenure(ann, "Mayor", "", {.from = "2018", .place = l});
  EXPECT_EQ(lines(dump_of({s.record()}), "tenure/"),
            "tenure/ann-rassendyll.strelsau/strelsau/mayor.2010 "
            "\"Ann Rassendyll, Mayor of Strelsau\"\n"
            "tenure/ann-rassendyll.strelsau/strelsau/mayor.2018 "
            "\"Ann Rassendyll, Mayor of Strelsau\"\n");
}

TEST(Resolve, NameOrderAndMarksDoNotMakeAnotherPerson) {
  std::vector<Record> records;
  for (const char* name : {"Lê Thị Mai", "Le Thi Mai", "Mai Le Thi", "LE THI MAI"}) {
    Sketch s("d" + std::to_string(records.size()), "2023-01-01");
    const std::string l = s.place("Bac Son", "province");
    s.tenure(s.person(name), "Secretary",
             s.body("Provincial Party Committee", "Party Committee", "party", "province", l));
    records.push_back(s.record());
  }
  const std::string d = dump_of(records);
  EXPECT_EQ(lines(d, "person/"), "person/le-thi-mai.bac-son \"Lê Thị Mai\"\n");
  EXPECT_EQ(lines(d, "tenure/"),
            "tenure/le-thi-mai.bac-son/bac-son/party-committee/secretary "
            "\"Lê Thị Mai, Secretary of the Bac Son Provincial Party Committee\"\n");
}

// One person with one post in a document of their own. "Secretary, Party Committee, Bac Son" is a
// post in a body of that province, "…, Bac Son/Nui Cao" of a district in it, "…, -" of no place;
// "Secretary, , Bac Son" names no body and speaks of the province.
struct Named {
  const char* name;
  const char* role;
  const char* body;
  const char* where;
};

Record document_of(const std::string& id, const Named& named) {
  Sketch s(id, "2023-01-01");
  std::string where = named.where;
  std::string place;
  std::string level;
  if (const std::size_t slash = where.find('/'); where != "-") {
    place = s.place(where.substr(0, slash), "province");
    level = "province";
    if (slash != std::string::npos) {
      place = s.place(where.substr(slash + 1), "district", place);
      level = "district";
    }
  }
  const std::string base = named.body;
  const std::string kind = base.find("Party") == 0 ? "party" : "";
  s.tenure(s.person(named.name), named.role,
           base.empty() ? "" : s.body(base, base, kind, level, place));
  return s.record();
}

struct WhoCase {
  const char* why;
  std::vector<Named> named;
  const char* people;  // "a b|c": documents by person
  const char* doubt;
};

TEST(Resolve, AgreeingContextMakesOnePerson) {
  const std::vector<WhoCase> cases = {
      {"one post",
       {{"Le Thi Mai", "Secretary", "Party Committee", "Bac Son"},
        {"Lê Thị Mai", "Secretary", "Party Committee", "Bac Son"}},
       "a b",
       ""},
      {"two provinces",
       {{"Le Thi Mai", "Secretary", "Party Committee", "Bac Son"},
        {"Le Thi Mai", "Secretary", "Party Committee", "Nam Hai"}},
       "a|b",
       ""},
      {"one province",
       {{"Le Thi Mai", "Secretary", "Party Committee", "Bac Son"},
        {"Le Thi Mai", "Director", "Department of Finance", "Bac Son"}},
       "a b",
       ""},
      {"one province, two districts",
       {{"Le Thi Mai", "Secretary", "Party Committee", "Bac Son/Nui Cao"},
        {"Le Thi Mai", "Chairman", "People's Council", "Bac Son/Song Con"}},
       "a|b",
       "same name and province, but different places in it"},
      {"from the district to the province",
       {{"Le Thi Mai", "Secretary", "Party Committee", "Bac Son/Nui Cao"},
        {"Le Thi Mai", "Chairman", "People's Council", "Bac Son"}},
       "a b",
       ""},
      {"marks that contradict",
       {{"Lê Thị Mai", "Secretary", "Party Committee", "Bac Son"},
        {"Lê Thị Mại", "Secretary", "Party Committee", "Bac Son"}},
       "a|b",
       "same post, names that differ in marks or initials only"},
      {"a name without marks fits two",
       {{"Lê Thị Mai", "Secretary", "Party Committee", "Bac Son"},
        {"Lê Thị Mại", "Secretary", "Party Committee", "Bac Son"},
        {"Le Thi Mai", "Secretary", "Party Committee", "Bac Son"}},
       "a|b|c",
       "same name and province, but several of the name fit; same post, names that differ in marks "
       "or initials only"},
      {"the tone on the other vowel",
       {{"Đỗ Thị Hòa", "Secretary", "Party Committee", "Bac Son"},
        {"Đỗ Thị Hoà", "Secretary", "Party Committee", "Bac Son"}},
       "a b",
       ""},
      {"an initial more",
       {{"Ann P. Lee", "Director", "Department of Finance", "Bac Son"},
        {"Ann Lee", "Director", "Department of Finance", "Bac Son"}},
       "a b",
       ""},
      {"two initials",
       {{"Ann P. Lee", "Director", "Department of Finance", "Bac Son"},
        {"Ann Q. Lee", "Director", "Department of Finance", "Bac Son"}},
       "a|b",
       "same post, names that differ in marks or initials only"},
      {"an initial that is not ASCII",
       {{"Nguyễn Đ. Hải", "Director", "Department of Finance", "Bac Son"},
        {"Nguyễn Hải", "Director", "Department of Finance", "Bac Son"}},
       "a b",
       ""},
      {"a post without a body in the news of the province",
       {{"Le Thi Mai", "Standing Deputy Secretary", "Party Committee", "Bac Son"},
        {"Le Thi Mai", "Standing Deputy Secretary", "", "Bac Son"}},
       "a b",
       ""},
      {"another post without a body",
       {{"Le Thi Mai", "Standing Deputy Secretary", "Party Committee", "Bac Son"},
        {"Le Thi Mai", "Vice President", "", "Bac Son"}},
       "a|b",
       "same name, no province known for one of them"},
      {"the party secretary",
       {{"Le Thi Mai", "Secretary", "Party Committee", "Bac Son"},
        {"Le Thi Mai", "provincial Party Secretary", "", "Bac Son"}},
       "a b",
       ""},
      {"a role that says its field",
       {{"Le Thi Mai", "Deputy Prime Minister", "", "-"},
        {"Le Thi Mai", "Deputy Prime Minister", "Government", "-"}},
       "a b",
       ""},
      {"a minister's, whatever body is named",
       {{"Le Thi Mai", "Minister of Finance", "Cabinet", "-"},
        {"Le Thi Mai", "Minister of Finance", "Government", "-"}},
       "a b",
       ""},
      {"a role that says its field, in two bodies",
       {{"Le Thi Mai", "Head of Communications", "Alpha Ltd", "-"},
        {"Le Thi Mai", "Head of Communications", "Beta Ltd", "-"}},
       "a|b",
       "same name and role, no province known for one of them"},
      {"the same, and one who names no body",
       {{"Le Thi Mai", "Head of Communications", "Alpha Ltd", "-"},
        {"Le Thi Mai", "Head of Communications", "Beta Ltd", "-"},
        {"Le Thi Mai", "Head of Communications", "", "-"}},
       "a|b|c",
       "same name and role, no province known for one of them"},
      {"a role that says nothing",
       {{"Le Thi Mai", "Chairman", "", "-"}, {"Le Thi Mai", "Chairman", "Government", "-"}},
       "a|b",
       "same name, no province known for one of them"},
      {"members of a large body",
       {{"Le Thi Mai", "Member", "National Assembly", "-"},
        {"Le Thi Mai", "Director", "National Assembly", "-"}},
       "a b",
       ""},
  };
  for (const WhoCase& c : cases) {
    std::vector<Record> records;
    for (const Named& named : c.named) {
      records.push_back(
          document_of(std::string(1, static_cast<char>('a' + records.size())), named));
    }
    nom::Faults faults;
    const nom::Graph graph = nom::resolve(records, faults);
    std::set<std::string> people;
    std::set<std::string> doubts;
    const auto [first, last] = graph.of_kind(nom::Kind::person);
    for (nom::VertexId v = first; v < last; ++v) {
      std::string documents;
      for (const nom::Citation& cited : graph[v].cited) {
        documents += (documents.empty() ? "" : " ") +
                     std::string(graph.key(cited.document)).substr(std::string("document/").size());
      }
      people.insert(documents);
      for (auto [e, end] = out_edges(v, graph.boost()); e != end; ++e) {
        doubts.emplace(graph.text(graph.boost()[*e].rule));
      }
    }
    const auto joined = [](const std::set<std::string>& parts, const std::string& between) {
      std::string all;
      for (const std::string& part : parts) {
        all += (all.empty() ? "" : between) + part;
      }
      return all;
    };
    EXPECT_EQ(joined(people, "|"), c.people) << c.why;
    EXPECT_EQ(joined(doubts, "; "), c.doubt) << c.why;
  }
}

TEST(Resolve, MembersOfALargeBodyInTwoProvincesStayTwo) {
  std::vector<Record> records;
  for (const char* name : {"Bac Son", "Nam Hai"}) {
    Sketch s(name, "2023-01-01");
    const std::string who = s.person("Le Thi Mai");
    s.tenure(who, "Member", s.body("National Assembly", "", "legislature", "country"));
    s.tenure(who, "Secretary",
             s.body("Party Committee", "Party Committee", "party", "province",
                    s.place(name, "province")));
    records.push_back(s.record());
  }
  // A third of whom only the membership is known may be either.
  Sketch s("third", "2023-01-01");
  s.tenure(s.person("Le Thi Mai"), "Member",
           s.body("National Assembly", "", "legislature", "country"));
  records.push_back(s.record());
  const std::string d = dump_of(records);
  EXPECT_EQ(lines(d, "person/"),
            "person/le-thi-mai \"Le Thi Mai\"\n"
            "person/le-thi-mai.bac-son \"Le Thi Mai\"\n"
            "person/le-thi-mai.nam-hai \"Le Thi Mai\"\n");
  EXPECT_NE(d.find("rule=\"same name and body, but in different provinces\""), std::string::npos)
      << d;
}

TEST(Resolve, WhoeverFitsTwoByTwoBodiesStaysAlone) {
  // Two of two provinces, and a third who shares one body with each. The names of the bodies, by
  // which they are sorted, change nothing.
  for (const auto& [one, other] : {std::pair("Alpha Ltd", "Beta Ltd"), {"Beta Ltd", "Alpha Ltd"}}) {
    std::vector<Record> records;
    for (const auto& [body, name] : {std::pair(one, "Bac Son"), {other, "Nam Hai"}}) {
      Sketch s(name, "2023-01-01");
      const std::string who = s.person("Le Thi Mai");
      s.tenure(who, "Director", s.body(body, body, "company", ""));
      s.tenure(who, "Head",
               s.body("Hospital", "Hospital", "", "province", s.place(name, "province")));
      records.push_back(s.record());
    }
    Sketch s("third", "2023-01-01");
    const std::string who = s.person("Le Thi Mai");
    s.tenure(who, "Adviser", s.body(one, one, "company", ""));
    s.tenure(who, "Adviser", s.body(other, other, "company", ""));
    records.push_back(s.record());
    EXPECT_EQ(lines(dump_of(records), "person/"),
              "person/le-thi-mai \"Le Thi Mai\"\n"
              "person/le-thi-mai.bac-son \"Le Thi Mai\"\n"
              "person/le-thi-mai.nam-hai \"Le Thi Mai\"\n")
        << one;
  }
}

TEST(Resolve, WordingsOfOneBodyMeet) {
  struct Wording {
    const char* name;
    const char* base;
    const char* kind;
    bool placed;
  };
  const std::vector<std::pair<std::vector<Wording>, std::string>> cases = {
      {{{"Department of Home Affairs", "Department of Home Affairs", "department", true},
        {"Home Affairs Department", "Home Affairs Department", "department", true},
        {"Sở Nội vụ", "Department of Home Affairs", "department", true}},
       "body/bac-son/department-of-home-affairs \"Bac Son Department of Home Affairs\"\n"},
      // One after the other in one country.
      {{{"Department for Transport", "Department for Transport", "department", false},
        {"Department of Transport", "Department of Transport", "department", false}},
       "body/department-for-transport \"Department for Transport\"\n"
       "body/department-of-transport \"Department of Transport\"\n"},
      {{{"Department of Labour", "Department of Labour", "department", true},
        {"Department of Labor", "Department of Labor", "department", true}},
       "body/bac-son/department-of-labour \"Bac Son Department of Labour\"\n"},
      {{{"Bac Son Police", "Bac Son Police", "police", true},
        {"Công an tỉnh Bắc Sơn", "Police", "police", true}},
       "body/bac-son/police \"Bac Son Police\"\n"},
      {{{"Công an tỉnh Bắc Sơn", "Police", "police", true}},
       "body/bac-son/police \"Bac Son Provincial Police\"\n"},
      {{{"Bộ Công an", "Ministry of Public Security", "ministry", false}},
       "body/ministry-of-public-security \"Ministry of Public Security\"\n"},
      {{{"14th National Assembly", "14th National Assembly", "legislature", false},
        {"National Assembly", "National Assembly", "legislature", false}},
       "body/national-assembly \"14th National Assembly\"\n"},
      {{{"Committee for Health", "Committee", "", false},
        {"Committee for Culture", "Committee", "", false},
        {"Ủy ban Văn hóa", "Culture Committee", "", false}},
       "body/committee-for-culture \"Committee for Culture\"\n"
       "body/committee-for-health \"Committee for Health\"\n"},
      {{{"Bac Son University", "Bac Son University", "university", true},
        {"University", "University", "university", true}},
       "body/bac-son/bac-son-university \"Bac Son University\"\n"
       "body/bac-son/university \"Bac Son University\"\n"},
  };
  for (const auto& [wordings, expected] : cases) {
    std::vector<Record> records;
    for (const Wording& w : wordings) {
      Sketch s(std::string(1, static_cast<char>('a' + records.size())));
      const std::string l = w.placed ? s.place("Bac Son", "province") : "";
      s.body(w.name, w.base, w.kind, w.placed ? "province" : "", l);
      records.push_back(s.record());
    }
    EXPECT_EQ(lines(dump_of(records), "body/"), expected);
  }
}

TEST(Resolve, OrgansThatEveryCountryHasAreToldApartByTheCountryOfTheNews) {
  std::vector<Record> records;
  for (const auto& [id, country, code] :
       {std::tuple("a", "Ruritania", "XR"), std::tuple("b", "Ruritania", "XR"),
        std::tuple("c", "Syldavia", "XS"), std::tuple("d", "", ""), std::tuple("e", "", "")}) {
    Sketch s(id);
    if (*country != 0) {
      s.place(country, "country", "", code);
    }
    const std::string ministry =
        s.body("Ministry of Finance", "Ministry of Finance", "ministry", "");
    s.body("World Press", "World Press", "media", "");
    s.tenure(s.person("Kim Zeta"), "Minister", ministry);
    records.push_back(s.record());
  }
  // News that speaks as much of one country as of another says nothing.
  Sketch both("f");
  both.place("Ruritania", "country", "", "XR");
  both.place("Syldavia", "country", "", "XS");
  both.body("Ministry of Finance", "Ministry of Finance", "ministry", "");
  records.push_back(both.record());
  const std::string d = dump_of(records);
  EXPECT_EQ(lines(d, "body/") + lines(d, "post/"),
            "body/ministry-of-finance \"Ministry of Finance\"\n"
            "body/ministry-of-finance.xr \"Ministry of Finance (XR)\"\n"
            "body/ministry-of-finance.xs \"Ministry of Finance (XS)\"\n"
            "body/world-press \"World Press\"\n"
            "post/ministry-of-finance.xr/minister \"Minister of Finance (XR)\"\n"
            "post/ministry-of-finance.xs/minister \"Minister of Finance (XS)\"\n"
            "post/ministry-of-finance/minister \"Minister of Finance\"\n");
}

TEST(Resolve, OfWhomOnlyTheNameIsKnownASourceMakesNobodyOne) {
  Sketch office = province("a", "2023-11-13", "Bac Son");
  Sketch one("b");
  one.source("https://news.example/1").person("Le Thi Mai");
  Sketch two("c");
  two.source("https://news.example/2").person("Le Thi Mai");
  Sketch three("d");
  three.person("Le Thi Mai");
  const std::string d = dump_of({office.record(), one.record(), two.record(), three.record()});
  EXPECT_EQ(lines(d, "person/le"),
            "person/le-thi-mai.b \"Le Thi Mai\"\n"
            "person/le-thi-mai.bac-son \"Le Thi Mai\"\n"
            "person/le-thi-mai.c \"Le Thi Mai\"\n"
            "person/le-thi-mai.d \"Le Thi Mai\"\n");
  std::string doubts;
  for (const auto& [who, shared] :
       {std::pair("bac-son", ""), std::pair("c", " and source"), std::pair("d", ""),
        std::pair("c", ""), std::pair("d", ""), std::pair("d", "")}) {
    doubts += "  same_maybe person/le-thi-mai." + std::string(who) +
              " confidence=inferred rule=\"same name" + shared +
              ", no province known for one of them\"\n";
  }
  EXPECT_EQ(lines(d, "  same_maybe"), doubts);
}

TEST(Resolve, TwoNamesakesInOneDocumentStayTwo) {
  Sketch s("a");
  const std::string l = s.place("Bac Son", "province");
  const std::string council =
      s.body("Provincial People's Council", "People's Council", "legislature", "province", l);
  s.tenure(s.person("Le Thi Mai"), "Member", council);
  s.tenure(s.person("Le Thi Mai"), "Member", council);
  EXPECT_EQ(lines(dump_of({s.record()}), "person/"),
            "person/le-thi-mai.bac-son \"Le Thi Mai\"\n"
            "person/le-thi-mai.bac-son.2 \"Le Thi Mai\"\n");
}

TEST(Resolve, MinistersAreNamedByTheirPortfolio) {
  std::vector<Record> records;
  for (const auto& [id, country, code] :
       {std::tuple("a", "Ruritania", "XR"), std::tuple("b", "Syldavia", "XS")}) {
    Sketch s(id);
    const std::string l = s.place(country, "country", "", code);
    s.tenure(s.person("Kim Zeta"), "Minister",
             s.body("Ministry of Finance", "Ministry of Finance", "ministry", "country", l));
    s.tenure("p1", "Prime Minister", "", {.place = l});
    if (records.empty()) {
      s.tenure("p1", "Deputy Minister",
               s.body("Ministry of Trade", "Ministry of Trade", "ministry", "country", l));
      s.tenure("p1", "Chief Executive", s.body("Zubrowka", "", "company", ""));
    }
    records.push_back(s.record());
  }
  EXPECT_EQ(lines(dump_of(records), "post/"),
            "post/ruritania/ministry-of-finance/minister \"Minister of Finance (Ruritania)\"\n"
            "post/ruritania/ministry-of-trade/deputy-minister \"Deputy Minister of Trade\"\n"
            "post/ruritania/prime-minister \"Prime Minister of Ruritania\"\n"
            "post/syldavia/ministry-of-finance/minister \"Minister of Finance (Syldavia)\"\n"
            "post/syldavia/prime-minister \"Prime Minister of Syldavia\"\n"
            "post/zubrowka/chief-executive \"Chief Executive of Zubrowka\"\n");
}

TEST(Resolve, AResolutionIsItsNumberAndIssuer) {
  Sketch a("a");
  const std::string council_a = a.body("People's Council", "People's Council", "legislature",
                                       "province", a.place("Bac Son", "province"));
  a.resolution("Resolution No. 12", "resolution", "12", "2021-07-01", council_a, "roads");
  a.resolution("Resolution No. 12", "resolution", "12", "2022-07-01", council_a, "schools");
  Sketch b("b");
  b.resolution("Resolution 12", "resolution", "12", "2021-07", "");
  Sketch e("e");
  e.resolution("Resolution No. 12", "resolution", "12", "", "");
  Sketch c("c");
  const std::string council_c = c.body("People's Council", "People's Council", "legislature",
                                       "province", c.place("Nam Hai", "province"));
  c.resolution("Resolution No. 12", "resolution", "12", "2021-07-01", council_c);
  const std::string d = dump_of({a.record(), b.record(), e.record()});
  EXPECT_EQ(lines(d, "resolution/") + data(d, "resolution/"),
            "resolution/12 \"Resolution No. 12\"\n"
            "resolution/bac-son/peoples-council/12.2021-07-01 \"Resolution No. 12\"\n"
            "resolution/bac-son/peoples-council/12.2022-07-01 \"Resolution No. 12\"\n"
            "type=resolution number=12\n"
            "type=resolution number=12 subject=roads date=2021-07-01\n"
            "type=resolution number=12 subject=schools date=2022-07-01\n");
  // With a second issuer of that month the undecided one stays alone.
  EXPECT_EQ(lines(dump_of({a.record(), b.record(), c.record(), e.record()}), "resolution/"),
            "resolution/12 \"Resolution No. 12\"\n"
            "resolution/12.2021-07 \"Resolution 12\"\n"
            "resolution/bac-son/peoples-council/12.2021-07-01 \"Resolution No. 12\"\n"
            "resolution/bac-son/peoples-council/12.2022-07-01 \"Resolution No. 12\"\n"
            "resolution/nam-hai/peoples-council/12 \"Resolution No. 12\"\n");
}

TEST(Resolve, AnEventIsItsNameDateAndOrganiser) {
  std::vector<Record> records;
  for (const char* id : {"a", "b"}) {
    Sketch s(id);
    const std::string council = s.body("Council of Elders", "", "legislature", "");
    s.event("12th session", "session", "2021-07-01", council,
            {{s.person("Ann Rassendyll"), "chair"}});
    s.event("meeting", "meeting", "", "");
    records.push_back(s.record());
  }
  const std::string d = dump_of(records);
  EXPECT_EQ(lines(d, "event/"),
            "event/council-of-elders/12th-session.2021-07-01 \"12th session\"\n"
            "event/meeting.a \"meeting\"\n"
            "event/meeting.b \"meeting\"\n");
  EXPECT_EQ(lines(d, "  took_part"),
            "  took_part event/council-of-elders/12th-session.2021-07-01 part=chair\n"
            "  took_part event/council-of-elders/12th-session.2021-07-01 part=chair\n");
}

// Ann Lee of Bac Son in a and b, of Nam Hai in c, somewhere in d; Anna Lee of Nam Hai in e.
std::vector<Record> five_documents() {
  return {document_of("a", {"Ann Lee", "Secretary", "Party Committee", "Bac Son"}),
          document_of("b", {"Ann Lee", "Director", "Department of Finance", "Bac Son"}),
          document_of("c", {"Ann Lee", "Chairman", "People's Council", "Nam Hai"}),
          document_of("d", {"Ann Lee", "Adviser", "", "-"}),
          document_of("e", {"Anna Lee", "Chairman", "People's Council", "Nam Hai"})};
}

// The people of a dump: keys, with those merged into them, and their documents.
std::string people_in(const std::string& dumped) {
  std::istringstream in(dumped);
  std::string out;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("person/")) {
      continue;
    }
    out += (out.empty() ? "" : "; ") + line.substr(7, line.find(' ') - 7);
    for (std::size_t at = line.find(" merged=person/"); at != std::string::npos;
         at = line.find(" merged=person/", at + 1)) {
      out += " <- " + line.substr(at + 15, line.find(' ', at + 1) - at - 15);
    }
    out += ":";
    for (std::size_t at = line.find("@document/"); at != std::string::npos;
         at = line.find("@document/", at + 1)) {
      out += " " + line.substr(at + 10, line.find(':', at) - at - 10);
    }
  }
  return out;
}

TEST(Ledger, WinsOverEveryRule) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "ann-lee: d; ann-lee.bac-son: a b; ann-lee.nam-hai: c; anna-lee.nam-hai: e"},
      {"same person/ann-lee.nam-hai person/ann-lee.bac-son one career",
       "ann-lee: d; ann-lee.nam-hai <- ann-lee.bac-son: a b c; anna-lee.nam-hai: e"},
      // The key named first stays, whatever it is.
      {"same person/ann-lee.bac-son person/ann-lee.nam-hai",
       "ann-lee: d; ann-lee.bac-son <- ann-lee.nam-hai: a b c; anna-lee.nam-hai: e"},
      // People of two names, in a chain.
      {"# a comment\n\n  same\tperson/anna-lee.nam-hai   person/ann-lee.nam-hai\r\n"
       "same person/ann-lee.nam-hai person/ann-lee",
       "ann-lee.bac-son: a b; anna-lee.nam-hai <- ann-lee <- ann-lee.nam-hai: c d e"},
      // The documents of one that the rules unite are told apart.
      {"different person/ann-lee.bac-son person/ann-lee.bac-son.b two of the name",
       "ann-lee: d; ann-lee.bac-son: a; ann-lee.bac-son.b: b; ann-lee.nam-hai: c; "
       "anna-lee.nam-hai: "
       "e"},
      // The key of the whole stands for the rest.
      {"different person/ann-lee.bac-son.a person/ann-lee.bac-son",
       "ann-lee: d; ann-lee.bac-son: b; ann-lee.bac-son.a: a; ann-lee.nam-hai: c; "
       "anna-lee.nam-hai: "
       "e"},
      // Whoever was split off can be judged again, by the key that they have then.
      {"different person/ann-lee.bac-son person/ann-lee.bac-son.b\n"
       "same person/ann-lee.nam-hai person/ann-lee.bac-son.b",
       "ann-lee: d; ann-lee.bac-son: a; ann-lee.nam-hai <- ann-lee.bac-son.b: b c; "
       "anna-lee.nam-hai: "
       "e"},
      {"same person/ann-lee person/ann-lee",
       "ann-lee: d; ann-lee.bac-son: a b; ann-lee.nam-hai: c; "
       "anna-lee.nam-hai: e"},
  };
  for (const auto& [ledger, people] : cases) {
    const std::string d = dump_of(five_documents(), ledger);
    EXPECT_EQ(people_in(d), people) << ledger;
    EXPECT_EQ(d.find("error: "), std::string::npos) << d;
    EXPECT_EQ(d.find("warning: "), std::string::npos) << d;
  }
}

TEST(Ledger, WithWhoIsTakenAwayGoesOnlyWhatSharesTheirPost) {
  // Three documents of one post, two of another, all of one province.
  std::vector<Record> records;
  for (const auto& [id, role] :
       {std::pair("a", "Secretary"), std::pair("b", "Director"), std::pair("c", "Secretary"),
        std::pair("d", "Director"), std::pair("e", "Secretary")}) {
    records.push_back(
        document_of(id, {"Ann Lee", role,
                         role[0] == 'S' ? "Party Committee" : "Department of Finance", "Bac Son"}));
  }
  EXPECT_EQ(people_in(dump_of(records)), "ann-lee.bac-son: a b c d e");
  EXPECT_EQ(
      people_in(dump_of(records, "different person/ann-lee.bac-son person/ann-lee.bac-son.b")),
      "ann-lee.bac-son: a c e; ann-lee.bac-son.b: b d");
  EXPECT_EQ(
      people_in(dump_of(records, "different person/ann-lee.bac-son.c person/ann-lee.bac-son")),
      "ann-lee.bac-son: a b d e; ann-lee.bac-son.c: c");
  EXPECT_EQ(
      people_in(dump_of(records, "different person/ann-lee.bac-son.a person/ann-lee.bac-son")),
      "ann-lee.bac-son: b d; ann-lee.bac-son.a: a c e");
}

TEST(Ledger, SaysWhatCannotBeAppliedAndAppliesTheRest) {
  const std::string untouched =
      "ann-lee: d; ann-lee.bac-son: a b; ann-lee.nam-hai: c; anna-lee.nam-hai: e";
  const std::vector<std::tuple<std::string, std::string, std::string>> cases = {
      {"equal person/a person/b", untouched,
       "L:1:1: error: there is no judgement \"equal\"\n"
       "  hint: write same or different, then two keys and, if you like, a reason\n"},
      {"same person/a", untouched,
       "L:1:14: error: a key is missing\n"
       "  hint: write the two keys that are judged: person/… or body/…\n"},
      {"same post/a person/b", untouched,
       "L:1:6: error: \"post/a\" is no key of a person or a body\n"
       "  hint: a key is person/… or body/…, as posts and exports have it\n"},
      {"same person/é body/b", untouched,
       "L:1:15: error: a person and a body are not judged together\n"
       "  hint: give two people, or two bodies\n"},
      {"different body/a body/b", untouched,
       "L:1:1: error: bodies cannot be told apart by hand\n"
       "  hint: only people can; give the records of these bodies a place or a level each\n"},
      {"same person/\xff person/b", untouched,
       "L:1:13: error: this line is not UTF-8\n  hint: save the file as UTF-8\n"},
      {"same person/ann-lee person/bob", untouched,
       "L:1:21: warning: nothing has the key \"person/bob\" now\n"
       "  hint: the judgement waits until a document brings it\n"},
      {"different person/ann-lee.bac-son.a person/ann-lee.bac-son.a", untouched,
       "L:1:36: error: both keys stand for one mention in one document\n"
       "  hint: add documents to the keys, KEY.DOCUMENT\n"},
      // A chain of same that a different contradicts is not applied; other judgements are.
      {"same person/ann-lee person/ann-lee.bac-son\n"
       "different person/ann-lee.nam-hai person/ann-lee\n"
       "same person/ann-lee.nam-hai person/ann-lee.bac-son\n"
       "different person/ann-lee person/anna-lee.nam-hai",
       untouched,
       "L:2:11: error: these two are the same by lines 1, 3, which is not applied\n"
       "  hint: take one of the judgements back\n"},
  };
  for (const auto& [ledger, people, fault] : cases) {
    const std::string d = dump_of(five_documents(), ledger);
    EXPECT_EQ(people_in(d), people) << ledger;
    const std::size_t first = d.find("\nL:");
    EXPECT_EQ(first == std::string::npos ? "" : d.substr(first + 1), fault) << ledger;
  }
}

TEST(Ledger, AKeyMeansTheSameWhenDocumentsCome) {
  const std::string ledger = "same person/anna-lee.nam-hai person/ann-lee.nam-hai\n";
  std::vector<Record> records = five_documents();
  // One more document makes Ann Lee of Nam Hai and of Bac Son one by the rules: it has the posts
  // of both.
  Sketch bridge("f", "2024-01-01");
  const std::string who = bridge.person("Ann Lee");
  bridge.tenure(who, "Secretary",
                bridge.body("Party Committee", "Party Committee", "party", "province",
                            bridge.place("Bac Son", "province")));
  bridge.tenure(who, "Chairman",
                bridge.body("People's Council", "People's Council", "", "province",
                            bridge.place("Nam Hai", "province")));
  records.push_back(bridge.record());
  EXPECT_EQ(people_in(dump_of(records)),
            "ann-lee: d; ann-lee.bac-son <- ann-lee.nam-hai: a b c f; anna-lee.nam-hai: e");
  EXPECT_EQ(people_in(dump_of(records, ledger)),
            "ann-lee: d; anna-lee.nam-hai <- ann-lee.bac-son <- ann-lee.nam-hai: a b c e f");
}

TEST(Ledger, UnitesBodiesAndWhatBelongsToThem) {
  Sketch a("a", "2023-01-01");
  const std::string party = a.body("Party Committee", "Party Committee", "party", "province",
                                   a.place("Bac Son", "province"));
  const std::string board = a.body("Office of the Party Committee", "Office", "", "");
  a.under(board, party);
  a.tenure(a.person("Le Thi Mai"), "Secretary", party);
  a.tenure("p1", "Chief", board);
  Sketch b("b", "2023-02-01");
  const std::string other =
      b.body("Party Board", "Party Board", "party", "province", b.place("Bac Son", "province"));
  const std::string office = b.body("Office of the Party Board", "Office", "", "");
  b.under(office, other);
  b.tenure(b.person("Le Thi Mai"), "Secretary", other);
  b.tenure(b.person("Do Thu Ha"), "Chief", office);
  const std::string d = dump_of({a.record(), b.record()},
                                "same body/bac-son/party-board body/bac-son/party-committee");
  EXPECT_EQ(lines(d, "body/") + lines(d, "post/"),
            "body/bac-son/party-board \"Bac Son Party Committee\"\n"
            "body/bac-son/party-board/office \"Office of the Bac Son Party Committee\"\n"
            "post/bac-son/party-board/office/chief \"Chief of the Office of the Bac Son Party "
            "Committee\"\n"
            "post/bac-son/party-board/secretary \"Secretary of the Bac Son Party Committee\"\n");
  nom::Faults faults;
  const nom::Graph graph = nom::resolve(
      {a.record(), b.record()},
      nom::read_ledger("same body/bac-son/party-board body/bac-son/party-committee", "L", faults),
      faults);
  for (const auto& [old, now] :
       {std::pair("body/bac-son/party-committee", "body/bac-son/party-board"),
        std::pair("body/bac-son/party-committee/office", "body/bac-son/party-board/office"),
        std::pair("post/bac-son/party-committee/secretary",
                  "post/bac-son/party-board/secretary")}) {
    ASSERT_TRUE(graph.find(old)) << old;
    EXPECT_EQ(graph.key(*graph.find(old)), now);
  }
}

// Lines of judgements on random people and bodies of a messy world, some of them contradictory,
// some on what is not there.
std::vector<std::string> random_ledger(const std::vector<Record>& records, std::mt19937& random) {
  nom::Faults faults;
  const nom::Graph graph = nom::resolve(records, faults);
  std::vector<std::string> made;
  for (const nom::Kind kind : {nom::Kind::person, nom::Kind::body}) {
    const auto [first, last] = graph.of_kind(kind);
    const auto any = [&, first = first, last = last] {
      const auto v = static_cast<nom::VertexId>(first + random() % (last - first));
      std::string key(graph.key(v));
      if (random() % 4 == 0) {
        key += ".d" + std::to_string(random() % 12);
      }
      return key;
    };
    for (int i = 0; i < 6; ++i) {
      const bool same = kind == nom::Kind::body || random() % 2 == 0;
      made.push_back((same ? "same " : "different ") + any() + " " + any());
    }
  }
  return made;
}

TEST(Ledger, AJudgementOnBodiesChangesNoKeyOfAPerson) {
  const std::vector<Record> records = {document_of("a", {"Ada Brook", "Head", "Clinic", "-"}),
                                       document_of("b", {"Bo Lind", "Clerk", "Ward", "Bac Son"}),
                                       document_of("c", {"Cy Holm", "Guard", "Museum", "-"})};
  const std::string bodies = "same body/clinic body/bac-son/ward\n";
  const std::string people = "same person/ada-brook person/cy-holm\n";
  for (const std::string& ledger : {bodies + people, people + bodies}) {
    const std::string d = dump_of(records, ledger);
    EXPECT_EQ(people_in(d), "ada-brook <- ada-brook.bac-son <- cy-holm: a c; bo-lind.bac-son: b")
        << ledger;
    EXPECT_EQ(lines(d, "body/"), "body/clinic \"Bac Son Clinic\"\nbody/museum \"Museum\"\n");
    EXPECT_EQ(d.find("warning: "), std::string::npos) << d;
  }
}

TEST(Ledger, TheOrderOfItsLinesAndOfTheRecordsChangesNothing) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    std::mt19937 random(seed);  // NOLINT: the same worlds in every run
    std::vector<Record> records;
    for (int i = 0; i < 12; ++i) {
      records.push_back(random_document("d" + std::to_string(i), random));
    }
    std::vector<std::string> ledger = random_ledger(records, random);
    const auto graph_of = [&records, &ledger] {
      std::string text;
      for (const std::string& line : ledger) {
        text += line + "\n";
      }
      nom::Faults faults;
      const nom::Ledger judged = nom::read_ledger(text, "L", faults);
      return nom::resolve(records, judged, faults);
    };
    const nom::Graph expected = graph_of();
    for (nom::VertexId v = 0; v < expected.size(); ++v) {
      ASSERT_EQ(expected.find(expected.key(v)), v) << expected.key(v);
    }
    for (int i = 0; i < 5; ++i) {
      std::shuffle(records.begin(), records.end(), random);
      std::shuffle(ledger.begin(), ledger.end(), random);
      ASSERT_EQ(dump(graph_of()), dump(expected)) << "seed " << seed;
    }
  }
}

TEST(Resolve, TwoDocumentsOfOneIdAreAFault) {
  Sketch one("a", "2020");
  Sketch two("a", "2021");
  const std::string d = dump_of({two.record(), one.record()});
  EXPECT_EQ(d, dump_of({one.record(), two.record()}));
  EXPECT_NE(d.find("a: error: another document has the id a, this one is left out"),
            std::string::npos)
      << d;
  EXPECT_EQ(lines(dump_of({one.record(), one.record()}), ""), "document/a \"a\"\n");
}

}  // namespace
