// SPDX-License-Identifier: Apache-2.0
// What became of bodies and people: a table of texts and the events read in them. The rules have
// their examples in the packs; here is what the stage does beside them.
#include "support/extracted.hpp"

#include <gtest/gtest.h>

#include <string>

namespace nom {
namespace {

/// "name @ date", "; " between.
std::string events_of(const Record& record) {
  std::string out;
  for (const EventEntry& event : record.events) {
    out += (out.empty() ? "" : "; ") + event.name + (event.date ? " @ " + to_iso(*event.date) : "");
  }
  return out;
}

class Change : public testing::TestWithParam<Case> {};

TEST_P(Change, IsRead) { EXPECT_EQ(events_of(read(GetParam().text)), GetParam().facts); }

INSTANTIATE_TEST_SUITE_P(
    Extract, Change,
    testing::Values(
        Case{"TwoBodiesIntoOne",
             "On 1 March 2023, the Department of Roads, the Department of Ports and the Canal "
             "Office were merged into the new Department of Transport.",
             "merger of Department of Roads, Department of Ports and Canal Office into Department "
             "of Transport @ 2023-03-01"},
        Case{"MergedOnTheBasisOf",
             "The Department of Culture and Tourism was established on the basis of merging the "
             "Department of Culture and the Department of Tourism.",
             "merger of Department of Culture and Department of Tourism into Department of Culture "
             "and Tourism"},
        Case{"NowCalled", "Ida Bang once led the Seed Office, later renamed the Crop Agency.",
             "renaming of Seed Office as Crop Agency"},
        Case{
            "SplitInTwo",
            "In 2010 the Ministry of Works was split into the Ministry of Housing and the "
            "Ministry of Transport.",
            "split of Ministry of Works into Ministry of Housing and Ministry of Transport @ 2010"},
        Case{"ToldTwiceIsOne",
             "The Port Authority was renamed the Harbour Board. Critics laughed. The Port "
             "Authority was renamed the Harbour Board on 5 May 2022.",
             "renaming of Port Authority as Harbour Board @ 2022-05-05"},
        Case{"TwoDaysAreNone", "The Audit Board was dissolved between 3 May 2019 and 4 June 2019.",
             "dissolution of Audit Board"},
        Case{"ParliamentComesBack", "Parliament was dissolved on 4 June 2019.", ""},
        Case{"PlansAreNoChange",
             "The Audit Board will be merged into the Budget Office. Nobody would say whether the "
             "Seed Office should be dissolved.",
             ""},
        Case{"OfWhichNothingIsKnown", "The committee was dissolved in 2019.", ""},
        Case{"WhoDied",
             "Mayor Karl Oster died in Weston on 3 May 2022. Ida Bang, who died in 2010, led the "
             "Audit Board.",
             "death of Karl Oster @ 2022-05-03; death of Ida Bang @ 2010"},
        Case{"WhoDiedBesideAPost",
             "Tom Reed, the mayor of Weston, died of a stroke at the age of 72 on 4 May 2022. Eva "
             "Lund has died, her family said on 6 May 2022.",
             "death of Tom Reed @ 2022-05-04; death of Eva Lund"},
        Case{"WhoseRelativeDied",
             "The wife of Mayor Karl Oster died on 3 May 2022. The widow of Mayor Tom Reed, an "
             "engineer, died in 2010.",
             ""},
        Case{"DoubtsAndConditions",
             "Reporters asked whether the Audit Office had been merged into the Budget Office. If "
             "the Seed Office was dissolved, he would lose his job.",
             ""},
        Case{"OfWhomTheLastIsAnOwner",
             "The Press Office was merged into the Audit Board's new Media Service.", ""},
        Case{"VietnameseDeath",
             "Ông Nguyễn Văn Hòa, nguyên Chủ tịch UBND tỉnh Nam Định, đã qua đời ngày 3/5/2023.",
             "death of Nguyễn Văn Hòa @ 2023-05-03"},
        Case{"VietnameseLastOfAList",
             "Hợp nhất Sở Giao thông, Sở Xây dựng và Sở Ngoại vụ, lấy tên là Sở Hạ tầng.",
             "merger of Sở Giao thông, Sở Xây dựng and Sở Ngoại vụ into Sở Hạ tầng"},
        Case{"Vietnamese",
             "Từ ngày 1/3/2025, Sở Giao thông vận tải và Sở Xây dựng tỉnh Nam Định được hợp nhất "
             "thành Sở Xây dựng và Giao thông tỉnh Nam Định.",
             "merger of Sở Giao thông vận tải and Sở Xây dựng tỉnh Nam Định into Sở Xây dựng và "
             "Giao thông tỉnh Nam Định @ 2025-03-01"}),
    [](const auto& of) { return std::string(of.param.name); });

TEST(Changes, HaveTheirSentencesAndBodies) {
  const Record record = read(
      "The Port Authority was renamed the Harbour Board. The Port Authority was renamed the "
      "Harbour Board on 5 May 2022.");
  ASSERT_EQ(record.events.size(), 1U);
  const EventEntry& event = record.events[0];
  EXPECT_EQ(event.kind, "renaming");
  ASSERT_EQ(event.dissolved.size(), 1U);
  ASSERT_EQ(event.founded.size(), 1U);
  EXPECT_EQ(name_in(record.bodies, event.dissolved[0]), "Port Authority");
  EXPECT_EQ(name_in(record.bodies, event.founded[0]), "Harbour Board");
  ASSERT_EQ(event.evidence.size(), 2U);
  EXPECT_EQ(event.evidence[0].rule, "body-renamed");
}

}  // namespace
}  // namespace nom
