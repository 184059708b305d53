// SPDX-License-Identifier: Apache-2.0
#include "date/date.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace nom {
namespace {

PartialDate date(std::string_view iso) {
  const std::optional<PartialDate> parsed = parse_iso(iso);
  EXPECT_TRUE(parsed) << iso;
  return parsed.value_or(PartialDate{});
}

TEST(Date, IsReadAndPrinted) {
  for (const char* const iso :
       {"2021", "2021-11", "2021-11-25", "0001-01-01", "9999-12-31", "2000-02-29", "2024-02-29"}) {
    EXPECT_EQ(to_iso(date(iso)), iso);
  }
}

TEST(Date, RefusesWhatIsNotOfTheCalendar) {
  for (const char* const text :
       {"", "21", "0000", "2021-1", "2021-00", "2021-13", "2021-11-00", "2021-11-31", "2023-02-29",
        "1900-02-29", "2021/11/25", "2021-11-25T", "+021", "2021-1a", " 2021", "20211125", "-001",
        "2021-+1"}) {
    EXPECT_FALSE(parse_iso(text)) << text;
  }
  EXPECT_FALSE(is_valid({2021, 0, 5}));
  EXPECT_FALSE(is_valid({0, 0, 0}));
  EXPECT_TRUE(is_valid({2021, 0, 0}));
}

TEST(Date, HasAFirstAndALastDay) {
  struct Row {
    const char* iso;
    const char* first;
    const char* last;
  };
  for (const auto& [iso, first, last] :
       {Row{"2021", "2021-01-01", "2021-12-31"}, Row{"2024-02", "2024-02-01", "2024-02-29"},
        Row{"2023-02", "2023-02-01", "2023-02-28"},
        Row{"2021-11-25", "2021-11-25", "2021-11-25"}}) {
    EXPECT_EQ(to_iso(date_of(earliest(date(iso)))), first);
    EXPECT_EQ(to_iso(date_of(latest(date(iso)))), last);
  }
  EXPECT_EQ(earliest(date("1970-01-01")), 0);
  EXPECT_EQ(earliest(date("2000-03-01")), 11017);
  EXPECT_EQ(earliest(date("1969-12-31")), -1);
}

TEST(Date, CountsDaysAndWeekdays) {
  EXPECT_EQ(to_iso(plus_days(date("2024-02-28"), 2)), "2024-03-01");
  EXPECT_EQ(to_iso(plus_days(date("2024-01-01"), -1)), "2023-12-31");
  EXPECT_EQ(weekday(date("2024-02-29")), 4);
  EXPECT_EQ(weekday(date("2023-01-01")), 0);
}

// One tenure as "from/to first/last over", "-" for nothing, and what is to be said of some days.
struct Case {
  const char* from;
  const char* to;
  const char* first;
  const char* last;
  const char* over;
  std::vector<std::pair<const char*, const char*>> days;
};

void check(const Case& c) {
  const auto maybe = [](std::string_view iso) {
    return iso == "-" ? std::nullopt : std::optional(date(iso));
  };
  const Citations cited{maybe(c.first), maybe(c.last), maybe(c.over)};
  for (const Open open : {Open::unknown, Open::ongoing, Open::ended}) {
    const Period period{maybe(c.from), maybe(c.to), open};
    for (const auto& [day, truth] : c.days) {
      EXPECT_EQ(name_of(holds_on(period, cited, earliest(date(day)))), truth)
          << c.from << '/' << c.to << ' ' << c.first << '/' << c.last << ' ' << c.over << " on "
          << day;
    }
  }
}

TEST(HoldsOn, UndatedIsAlwaysPossible) {
  check({"-", "-", "-", "-", "-", {{"0001-01-01", "possible"}, {"9999-12-31", "possible"}}});
}

TEST(HoldsOn, CitedOnceIsCertainOnThatDayOnly) {
  check({"-",
         "-",
         "2020-05-10",
         "2020-05-10",
         "-",
         {{"1900-01-01", "possible"},
          {"2020-05-09", "possible"},
          {"2020-05-10", "certain"},
          {"2020-05-11", "possible"},
          {"2099-01-01", "possible"}}});
}

TEST(HoldsOn, CitedTwiceIsCertainInBetween) {
  check({"-",
         "-",
         "2018-01-01",
         "2020-05-10",
         "-",
         {{"2017-12-31", "possible"},
          {"2018-01-01", "certain"},
          {"2019-06-01", "certain"},
          {"2020-05-10", "certain"},
          {"2020-05-11", "possible"}}});
}

TEST(HoldsOn, CitedInAMonthIsCertainOnNoDayOfIt) {
  check({"-",
         "-",
         "2020-05",
         "2020-05",
         "-",
         {{"2020-05-01", "possible"}, {"2020-05-31", "possible"}}});
}

// From 2018-01-01 or cited 2019-06-01 and 2020-03-01, with others before and after.
TEST(HoldsOn, NeighboursInAPostOfOneSeatBoundIt) {
  struct Row {
    const char* from;
    const char* predecessor;
    const char* successor;
    std::vector<std::pair<const char*, const char*>> days;
  };
  const std::vector<Row> rows = {
      {"-",
       "2018-12-31",
       "2021-01-01",
       {{"2018-12-31", "no"},
        {"2019-01-01", "possible"},
        {"2019-06-01", "certain"},
        {"2020-03-02", "possible"},
        {"2020-12-31", "possible"},
        {"2021-01-01", "no"}}},
      // The successor of the next day: certain to the last.
      {"2018-01-01",
       "-",
       "2020-03-02",
       {{"2017-12-31", "no"},
        {"2018-01-01", "certain"},
        {"2020-03-01", "certain"},
        {"2020-03-02", "no"}}},
      // A source of the day of the handover names the predecessor still: till the day before.
      {"-", "-", "2020-03-01", {{"2020-02-29", "certain"}, {"2020-03-01", "no"}}},
      // Against what is said of the tenure itself they count for nothing.
      {"-", "2019-06-01", "2020-02-29", {{"2019-06-01", "certain"}, {"2020-03-01", "certain"}}},
  };
  for (const Row& row : rows) {
    const auto maybe = [](std::string_view iso) {
      return iso == "-" ? std::nullopt : std::optional(date(iso));
    };
    Citations cited{date("2019-06-01"), date("2020-03-01")};
    cited.predecessor = maybe(row.predecessor);
    cited.successor = maybe(row.successor);
    for (const auto& [day, truth] : row.days) {
      EXPECT_EQ(name_of(holds_on({maybe(row.from), {}, Open::ongoing}, cited, earliest(date(day)))),
                truth)
          << row.from << ' ' << row.predecessor << ' ' << row.successor << " on " << day;
    }
  }
}

TEST(HoldsOn, OnTheDayOfAHandoverTheSuccessorHolds) {
  const std::vector<std::pair<const char*, const char*>> before{{"2016-01-31", "no"},
                                                                {"2016-02-01", "certain"},
                                                                {"2021-02-28", "certain"},
                                                                {"2021-03-01", "no"},
                                                                {"2021-03-02", "no"}};
  check({"2016-02-01", "2021-03-01", "-", "-", "-", before});
  check({"2021-03-01",
         "-",
         "-",
         "-",
         "-",
         {{"2021-02-28", "no"}, {"2021-03-01", "certain"}, {"2021-03-02", "possible"}}});
}

TEST(HoldsOn, YearsLeaveTheirDaysOpen) {
  check({"1998",
         "2012",
         "-",
         "-",
         "-",
         {{"1997-12-31", "no"},
          {"1998-01-01", "possible"},
          {"1998-12-31", "certain"},
          {"2005-07-01", "certain"},
          {"2011-12-31", "certain"},
          {"2012-01-01", "possible"},
          {"2012-12-30", "possible"},
          {"2012-12-31", "no"}}});
  check({"2012",
         "2012",
         "-",
         "-",
         "-",
         {{"2011-12-31", "no"}, {"2012-06-01", "possible"}, {"2013-01-01", "no"}}});
}

TEST(HoldsOn, CitationsNarrowThePeriod) {
  check({"2016",
         "-",
         "2016-03-01",
         "2018-09-09",
         "-",
         {{"2015-12-31", "no"},
          {"2016-01-01", "possible"},
          {"2016-02-29", "possible"},
          {"2016-03-01", "certain"},
          {"2018-09-09", "certain"},
          {"2018-09-10", "possible"}}});
}

TEST(HoldsOn, FormerEndsByTheDayOfTheSource) {
  // Only called "former", on 10 May 2020.
  check({"-",
         "-",
         "-",
         "-",
         "2020-05-10",
         {{"1990-01-01", "possible"},
          {"2020-05-09", "possible"},
          {"2020-05-10", "no"},
          {"2024-01-01", "no"}}});
  // Cited as holding in 2018, as former in 2020.
  check({"-",
         "-",
         "2018-01-01",
         "2018-06-01",
         "2020-05-10",
         {{"2018-03-01", "certain"},
          {"2018-06-02", "possible"},
          {"2020-05-09", "possible"},
          {"2020-05-10", "no"}}});
  // From a known day on, called former in some month.
  check({"2015-01-01",
         "-",
         "-",
         "-",
         "2020-05",
         {{"2014-12-31", "no"},
          {"2015-01-01", "certain"},
          {"2015-01-02", "possible"},
          {"2020-05-30", "possible"},
          {"2020-05-31", "no"}}});
}

TEST(HoldsOn, TheLastDayBeforeAKnownEndIsCertain) {
  check({"-",
         "2021-03-01",
         "-",
         "-",
         "-",
         {{"2021-02-27", "possible"}, {"2021-02-28", "certain"}, {"2021-03-01", "no"}}});
}

TEST(HoldsOn, ACitationOutsideThePeriodSaysNothing) {
  check({"2016-02-01",
         "-",
         "2010-01-01",
         "2010-01-01",
         "-",
         {{"2010-01-01", "no"}, {"2016-02-01", "certain"}, {"2016-02-02", "possible"}}});
  check({"2016-02-01",
         "2017-01-01",
         "2019-01-01",
         "2019-01-01",
         "-",
         {{"2016-12-31", "certain"}, {"2017-01-01", "no"}, {"2019-01-01", "no"}}});
  check({"2016-02-01",
         "-",
         "-",
         "-",
         "2015-01-01",
         {{"2016-02-01", "certain"}, {"2017-01-01", "possible"}}});
}

TEST(HoldsOn, NothingHoldsInAnEmptyPeriod) {
  check({"2016-02-01",
         "2016-02-01",
         "-",
         "-",
         "-",
         {{"2016-01-31", "no"}, {"2016-02-01", "no"}, {"2016-02-02", "no"}}});
}

// What the table says of a day that may be any of several: the best answer for one of them.
Truth best_of_days(const Period& period, const Citations& cited, PartialDate on) {
  Truth best = Truth::no;
  for (Day day = earliest(on); day <= latest(on); ++day) {
    best = std::max(best, holds_on(period, cited, day));
  }
  return best;
}

TEST(HoldsOn, OfAMonthOrAYearTheBestDayCounts) {
  const std::vector<std::optional<PartialDate>> dates = {
      std::nullopt, date("2019-12-31"), date("2020-02"), date("2020-02-10"), date("2020")};
  const std::vector<PartialDate> asked = {date("2019-12"), date("2020"), date("2020-02"),
                                          date("2020-02-10"), date("2020-03")};
  std::size_t number = 0;
  for (const auto& from : dates) {
    for (const auto& to : dates) {
      for (const auto& first : dates) {
        for (const auto& last : dates) {
          for (const Open open : {Open::unknown, Open::ended}) {
            const Period period{from, to, open};
            const Citations cited{first, last, last, first, std::nullopt};
            for (const PartialDate on : asked) {
              ++number;
              ASSERT_EQ(holds_on(period, cited, on), best_of_days(period, cited, on))
                  << number << " on " << to_iso(on);
            }
          }
        }
      }
    }
  }
}

TEST(HoldsOn, EveryValueHasItsName) {
  EXPECT_EQ(name_of(Open::unknown), "unknown");
  EXPECT_EQ(name_of(Open::ongoing), "ongoing");
  EXPECT_EQ(name_of(Open::ended), "ended");
}

TEST(Ends, LieBetweenTheDaysThatSourcesGive) {
  const auto said = [](const Stretch& stretch) {
    const auto iso = [](std::optional<Day> day) { return day ? to_iso(date_of(*day)) : "?"; };
    return iso(stretch.first) + " " + iso(stretch.last);
  };
  struct Row {
    const char* from;
    const char* to;
    Citations cited;
    const char* start;
    const char* end;
  };
  const std::optional<PartialDate> none;
  const std::vector<Row> rows = {
      {"", "", {}, "? ?", "? ?"},
      {"2021-05", "2023", {}, "2021-05-01 2021-05-31", "2023-01-01 2023-12-31"},
      {"2021-05-03", "", {}, "2021-05-03 2021-05-03", "2021-05-04 ?"},
      {"", "2023-02-01", {}, "? 2023-01-31", "2023-02-01 2023-02-01"},
      {"", "", {date("2022-01-05"), date("2022-03"), none}, "? 2022-01-05", "2022-03-02 ?"},
      {"",
       "",
       {date("2022-01-05"), date("2022-01-05"), date("2022-06-01")},
       "? 2022-01-05",
       "2022-01-06 2022-06-01"},
      {"2021",
       "",
       {date("2021-03-04"), date("2021-03-04"), none},
       "2021-01-01 2021-03-04",
       "2021-03-05 ?"},
  };
  for (const Row& row : rows) {
    const Ends ends = ends_of({parse_iso(row.from), parse_iso(row.to), Open::unknown}, row.cited);
    EXPECT_EQ(said(ends.start), row.start) << row.from << " " << row.to;
    EXPECT_EQ(said(ends.end), row.end) << row.from << " " << row.to;
  }
}

}  // namespace
}  // namespace nom
