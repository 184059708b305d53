// SPDX-License-Identifier: Apache-2.0
#include "rdf/holding.hpp"

#include "support/world.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace {

using nom::Day;
using nom::PartialDate;
using nom::rdf::Stretches;

nom::Truth truth_of(const Stretches& days, Day day) {
  const auto inside = [day](const std::optional<Day>& from, const std::optional<Day>& until) {
    return (!from || *from <= day) && (!until || day < *until);
  };
  if (!inside(days.possible_from, days.possible_until)) {
    return nom::Truth::no;
  }
  return days.certain_from && days.certain_until && inside(days.certain_from, days.certain_until)
             ? nom::Truth::certain
             : nom::Truth::possible;
}

// Do the stretches say of every day what holds_on says? Returns whether any day is certain.
bool agree(const nom::Period& period, const nom::Citations& cited) {
  const Stretches days = nom::rdf::stretches_of(nom::ends_of(period, cited));
  EXPECT_FALSE(days.possible_from && days.possible_until &&
               *days.possible_until < *days.possible_from);
  const Day last = nom::latest({2021, 1, 10});
  for (Day day = nom::earliest({2019, 12, 20}); day <= last; ++day) {
    EXPECT_EQ(truth_of(days, day), nom::holds_on(period, cited, day))
        << nom::to_iso(nom::date_of(day)) << " from "
        << (period.from ? nom::to_iso(*period.from) : "?") << " to "
        << (period.to ? nom::to_iso(*period.to) : "?");
  }
  return days.certain_from.has_value();
}

TEST(Stretches, SayOfEveryDayWhatHoldsOnSays) {
  const std::vector<std::optional<PartialDate>> dates = {
      std::nullopt,
      PartialDate{2020, 0, 0},
      PartialDate{2020, 3, 0},
      PartialDate{2020, 3, 1},
      PartialDate{2020, 5, 20},
  };
  std::size_t certain = 0;
  for (const auto& from : dates) {
    for (const auto& to : dates) {
      for (const auto& cited_first : dates) {
        for (const auto& cited_last : dates) {
          for (const auto& over : dates) {
            certain += agree({from, to, nom::Open::unknown}, {cited_first, cited_last, over});
          }
        }
      }
    }
  }
  EXPECT_GT(certain, 100U);
}

TEST(Stretches, HeedWhoCameBeforeAndAfterAndWhoIsGone) {
  const std::vector<std::optional<PartialDate>> dates = {
      std::nullopt,
      PartialDate{2020, 0, 0},
      PartialDate{2020, 3, 0},
      PartialDate{2020, 5, 20},
  };
  std::size_t certain = 0;
  for (const auto& held : dates) {
    for (const auto& predecessor : dates) {
      for (const auto& successor : dates) {
        for (const auto& gone : dates) {
          certain +=
              agree({held, {}, nom::Open::ongoing}, {held, held, {}, predecessor, successor, gone});
        }
      }
    }
  }
  EXPECT_GT(certain, 20U);
}

// A tenure of "a" in a post, and what else is told: is "a" a certain holder?
struct Case {
  std::string name;
  nom::TenureData a;
  std::vector<nom::TenureData> others;  ///< of other people in the same post
  std::vector<nom::TenureData> own;     ///< of "a" in the same post
  bool certain;
};

nom::TenureData cited(PartialDate day) {
  nom::TenureData data;
  data.cited = {day, day};
  return data;
}

nom::TenureData with(nom::TenureData data, void (*change)(nom::TenureData&)) {
  change(data);
  return data;
}

TEST(CertainHolders, AreThoseOfWhomNothingLaterIsKnown) {
  const nom::TenureData now = cited({2021, 5, 1});
  const nom::TenureData later = cited({2021, 6, 1});
  const std::vector<Case> cases = {
      {"alone", now, {}, {}, true},
      {"alone, undated", {}, {}, {}, true},
      {"former", with(now, [](auto& d) { d.status = nom::Status::former; }), {}, {}, false},
      {"acting", with(now, [](auto& d) { d.status = nom::Status::acting; }), {}, {}, false},
      {"elect", with(now, [](auto& d) { d.status = nom::Status::elect; }), {}, {}, false},
      {"inferred",
       with(now, [](auto& d) { d.confidence = nom::Confidence::inferred; }),
       {},
       {},
       false},
      {"ended", with(now, [](auto& d) { d.period.open = nom::Open::ended; }), {}, {}, false},
      {"with an end",
       with(now,
            [](auto& d) {
              d.period.to = PartialDate{2030, 0, 0};
            }),
       {},
       {},
       false},
      {"cited as over",
       with(now,
            [](auto& d) {
              d.cited.over = PartialDate{2022, 0, 0};
            }),
       {},
       {},
       false},
      {"another the same day", now, {now}, {}, true},
      {"another before", later, {now}, {}, true},
      {"another later", now, {later}, {}, false},
      {"another later, one before", now, {cited({2020, 1, 1}), later}, {}, false},
      {"a former holder cited later",
       now,
       {with(later, [](auto& d) { d.status = nom::Status::former; })},
       {},
       true},
      {"an acting holder later",
       now,
       {with(later, [](auto& d) { d.status = nom::Status::acting; })},
       {},
       false},
      {"an undated other", now, {{}}, {}, false},
      {"undated beside another", {}, {now}, {}, false},
      {"own later term", now, {}, {later}, true},
      {"own later term, another between", now, {cited({2021, 5, 15})}, {later}, false},
  };
  for (const Case& c : cases) {
    nom::support::World w;
    const auto post = w.add("post/x", "X", nom::PostData{});
    int number = 0;
    const auto add = [&](nom::VertexId person, const nom::TenureData& data) {
      const auto made = w.add("tenure/" + std::to_string(number++), "T", data);
      w.connect(made, nom::Relation::holder, person);
      w.connect(made, nom::Relation::of_post, post);
    };
    const auto a = w.add("person/a", "A", nom::PersonData{});
    add(a, c.a);
    for (const auto& data : c.own) {
      add(a, data);
    }
    for (const auto& data : c.others) {
      add(w.add("person/b" + std::to_string(number), "B", nom::PersonData{}), data);
    }
    const nom::Graph graph = std::move(w).finish();
    EXPECT_EQ(nom::rdf::certain_holders(graph)[*graph.find("tenure/0")], c.certain) << c.name;
  }
}

}  // namespace
