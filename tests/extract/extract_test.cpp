// SPDX-License-Identifier: Apache-2.0
#include "support/extracted.hpp"

#include <gtest/gtest.h>

#include <string>

namespace nom {
namespace {

class Tenures : public testing::TestWithParam<Case> {};

TEST_P(Tenures, AreRead) { EXPECT_EQ(tenures_of(read(GetParam().text)), GetParam().facts); }

INSTANTIATE_TEST_SUITE_P(
    Extract, Tenures,
    testing::Values(
        Case{"Apposition", "Comrade Le Van Duc, Director of the Department of Health, spoke.",
             "Le Van Duc | Director | Department of Health | current"},
        Case{"AppositionOfTwo",
             "Comrade Tran Thi Hoa, Deputy Secretary of the Provincial Party Committee, Chairwoman "
             "of the Provincial People's Committee chaired the conference.",
             "Tran Thi Hoa | Deputy Secretary | Provincial Party Committee | current; Tran Thi Hoa "
             "| Chairwoman | Provincial People's Committee | current"},
        Case{"ListWithSemicolons",
             "Comrades: Bui Van Loc, member of the Party Central Committee; Vu Thi Lan, Head of "
             "the Provincial Party Committee's Organization Board chaired the meeting.",
             "Bui Van Loc | member | Party Central Committee | current; Vu Thi Lan | Head | "
             "Provincial Party Committee's Organization Board | current"},
        Case{"TitleBeforeName", "Foreign Minister Anna Larsen met reporters.",
             "Anna Larsen | Minister | Ministry of Foreign Affairs | current"},
        Case{"FormerTitle", "Former Prime Minister Peter Novak declined to comment.",
             "Peter Novak | Prime Minister | - | former"},
        Case{"Elected", "The council elected Maria Lopez as Chairwoman of the Planning Commission.",
             "Maria Lopez | Chairwoman | Planning Commission | current"},
        Case{"Since", "David Cole has been Director of the National Museum since 2019.",
             "David Cole | Director | National Museum | current 2019.."},
        Case{"FromTo", "Laura Stone was Governor of Texas from 2009 to 2013.",
             "Laura Stone | Governor | Texas | former 2009..2013"},
        Case{
            "PluralTitle",
            "Deputy Prime Ministers Maria Lopez, Peter Novak and Anna Larsen resigned.",
            "Maria Lopez | Deputy Prime Minister | - | former; Peter Novak | Deputy Prime Minister "
            "| - | former; Anna Larsen | Deputy Prime Minister | - | former"},
        Case{
            "PartyCommitteeAndThatOfABloc",
            "Comrade Le Van Hung, Secretary of the Tra Linh Provincial Party Committee; Vu Thi "
            "Mai, "
            "Secretary of the Party Committee of the Provincial Agencies Bloc, attended. Comrade "
            "Hung, Secretary of the Provincial Party Committee, spoke.",
            "Le Van Hung | Secretary | Tra Linh Provincial Party Committee | current; Vu Thi Mai | "
            "Secretary | Party Committee of the Provincial Agencies Bloc | current"},
        Case{"GroupWithANumber",
             "Mr. Tran Van Son, Head of discussion group No. 4, reported the results.",
             "Tran Van Son | Head | discussion group No. 4 | current"},
        Case{"HeadedBy", "The Audit Commission, headed by Daniel Weiss, meets today.",
             "Daniel Weiss | Head | Audit Commission | current"},
        Case{
            "NobodyNamed",
            "Leaders of departments and branches attended the conference.",
            "",
        }),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(Extract, WhereOneIsTransferredToIsAPartOfTheMinistry) {
  const Record record = read(
      "Comrade Le Van Duc, Director of the Tra Linh Police, is transferred to the Ministry of "
      "Mines "
      "as Deputy Director of the Survey Department.");
  ASSERT_EQ(record.hierarchy.size(), 1U);
  EXPECT_EQ(name_in(record.bodies, record.hierarchy[0].child), "Survey Department");
  EXPECT_EQ(name_in(record.bodies, record.hierarchy[0].parent), "Ministry of Mines");
}

TEST(Extract, ReadsANumberedResolution) {
  const Record record = read(
      "The conference reviewed Resolution No. 12-NQ/TU dated June 3, 2022 of the Provincial Party "
      "Committee on rural roads.");
  ASSERT_EQ(record.resolutions.size(), 1U);
  const ResolutionEntry& r = record.resolutions[0];
  EXPECT_EQ(r.number, "12-NQ/TU");
  EXPECT_EQ(r.kind, "resolution");
  EXPECT_EQ(to_iso(r.date.value()), "2022-06-03");
  EXPECT_EQ(r.subject, "rural roads");
  ASSERT_EQ(record.bodies.size(), 1U);
  EXPECT_EQ(r.issuer, record.bodies[0].id);
}

TEST(Extract, GivesTheProvinceToProvincialBodies) {
  const Record record = read(
      "The Song Lam Provincial Party Committee met. Comrade Le Van Duc, Chairman of the Provincial "
      "People's Council, spoke.");
  ASSERT_EQ(record.bodies.size(), 2U);
  EXPECT_EQ(record.bodies[1].place, record.bodies[0].place);
  ASSERT_EQ(record.places.size(), 1U);
  EXPECT_EQ(record.places[0].name, "Song Lam");
}

TEST(Extract, EveryQuotationStandsInTheText) {
  const Record record =
      read("Comrade Le Van Duc, Director of the Department of Health, spoke.\n\nMr. Duc resigned.");
  for (const TenureEntry& t : record.tenures) {
    ASSERT_FALSE(t.evidence.empty());
    for (const Evidence& e : t.evidence) {
      EXPECT_EQ(record.document.text.view(e.span), e.quote);
    }
  }
}

TEST(Extract, KnowsASurnameAfterTheFullName) {
  const Record record = read("Governor Laura Stone spoke. Ms. Stone thanked the staff.");
  ASSERT_EQ(record.people.size(), 1U);
  EXPECT_EQ(record.people[0].mentions.size(), 2U);
}

TEST(Extract, TellsTwoOfOneNameApartWhereAListNamesBoth) {
  const auto people = [](const std::string& text) {
    const Record record = read(text);
    std::string out;
    for (const PersonEntry& person : record.people) {
      out += person.id + " " + person.name + ":";
      for (const TenureEntry& t : record.tenures) {
        if (t.person == person.id) {
          out += " " + t.role + (name_in(record.bodies, t.body).find("Bac") == 0 ? "/B" : "/N");
        }
      }
      out += "; ";
    }
    return out;
  };
  // Two items begin with one name and state posts in two provinces.
  EXPECT_EQ(people("The Secretariat announced rotations:\n"
                   "* Le Van Duc, Secretary of the Bac Song Provincial Party Committee;\n"
                   "* Tran Thi Mo, Chairwoman of the Nam Hai Provincial People's Council;\n"
                   "* Le Van Duc, Chairman of the Nam Hai Provincial People's Committee.\n"),
            "p1 Le Van Duc: Secretary/B; p2 Tran Thi Mo: Chairman/N; p3 Le Van Duc: Chairman/N; ");
  // One province, or no list: one person.
  EXPECT_EQ(people("The Secretariat announced rotations:\n"
                   "* Le Van Duc, Secretary of the Bac Song Provincial Party Committee;\n"
                   "* Le Van Duc, Chairman of the Bac Song Provincial People's Committee.\n"),
            "p1 Le Van Duc: Secretary/B Chairman/B; ");
  EXPECT_EQ(people("Le Van Duc was Secretary of the Bac Song Provincial Party Committee.\n"
                   "Le Van Duc is Chairman of the Nam Hai Provincial People's Committee.\n"),
            "p1 Le Van Duc: Secretary/B Chairman/N; ");
}

TEST(Extract, TakesAnEmptyText) { EXPECT_EQ(tenures_of(read("")), ""); }

}  // namespace
}  // namespace nom
