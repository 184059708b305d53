// SPDX-License-Identifier: Apache-2.0
#include "resolve/term.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace nom::resolving {

namespace {

constexpr Day first_day = std::numeric_limits<Day>::min();
constexpr Day last_day = std::numeric_limits<Day>::max();

bool is_over(const TenureEntry& entry) {
  return entry.status == Status::former || entry.period.open == Open::ended;
}

// The day on which the claim's document cites it as holding. A date outside the claim's own period
// says nothing (a planned end, a late report).
std::optional<Day> held_on(const Claim& claim) {
  const TenureEntry& entry = *claim.entry;
  if (!claim.date || is_over(entry) || entry.status == Status::elect) {
    return std::nullopt;
  }
  const Day day = earliest(*claim.date);
  if ((entry.period.from && latest(*claim.date) < earliest(*entry.period.from)) ||
      (entry.period.to && day > latest(*entry.period.to))) {
    return std::nullopt;
  }
  return day;
}

// Does a date lie after the beginning of a stretch and its end, as far as they are known?
bool is_after(PartialDate date, const Period& period) {
  return (!period.from || latest(date) >= earliest(*period.from)) &&
         (!period.to || latest(date) >= earliest(*period.to));
}

// The date on which the claim's document cites it as over. From before the end it only announces
// it.
std::optional<PartialDate> over_on(const Claim& claim) {
  const bool over =
      claim.date && is_over(*claim.entry) && is_after(*claim.date, claim.entry->period);
  return over ? claim.date : std::nullopt;
}

// What one or more claims say of when a term was.
struct Bounds {
  std::set<std::pair<Day, Day>> starts;  // earliest and latest
  std::set<std::pair<Day, Day>> ends;
  Day over_by = last_day;
  Day held_first = last_day;
  Day held_last = first_day;
  bool acting = false;
  bool full = false;

  explicit Bounds(const Claim& claim) {
    const TenureEntry& entry = *claim.entry;
    if (entry.period.from) {
      starts.emplace(earliest(*entry.period.from), latest(*entry.period.from));
    }
    if (entry.period.to) {
      ends.emplace(earliest(*entry.period.to), latest(*entry.period.to));
      over_by = latest(*entry.period.to);
    }
    if (const std::optional<PartialDate> date = over_on(claim)) {
      over_by = std::min(over_by, latest(*date));
    }
    if (const std::optional<Day> day = held_on(claim)) {
      held_first = held_last = *day;
    }
    acting = entry.status == Status::acting;
    full = entry.status == Status::current || entry.status == Status::elect;
  }

  void add(const Bounds& other) {
    starts.insert(other.starts.begin(), other.starts.end());
    ends.insert(other.ends.begin(), other.ends.end());
    over_by = std::min(over_by, other.over_by);
    held_first = std::min(held_first, other.held_first);
    held_last = std::max(held_last, other.held_last);
    acting = acting || other.acting;
    full = full || other.full;
  }

  // The day by which claims are put in order; undated claims come last.
  [[nodiscard]] Day when() const {
    if (!starts.empty()) {
      return starts.begin()->first;
    }
    if (held_first <= held_last) {
      return held_first;
    }
    return ends.empty() ? over_by : ends.begin()->first;
  }
};

// Was a over before b, or held before b began? An end and a start of the same vague date are a
// handover: 2016 to 2021 precedes 2021 to 2026.
bool precedes(const Bounds& a, const Bounds& b) {
  for (const auto& [to_earliest, to_latest] : a.ends) {
    for (const auto& [from_earliest, from_latest] : b.starts) {
      if (to_earliest <= from_earliest && to_latest <= from_latest) {
        return true;
      }
    }
  }
  const Day begun = b.starts.empty() ? first_day : b.starts.rbegin()->first;
  return a.over_by < b.held_last || a.over_by < begun || a.held_first < begun;
}

bool fit(const Bounds& a, const Bounds& b) {
  return !precedes(a, b) && !precedes(b, a) && !(a.acting && b.full) && !(a.full && b.acting);
}

// The most precise of the dates that may mean the same as the first of them (`last`: as the last).
std::optional<PartialDate> choose(const std::set<PartialDate>& dates, bool last) {
  if (dates.empty()) {
    return std::nullopt;
  }
  const PartialDate base =
      last ? *std::max_element(dates.begin(), dates.end(),
                               [](PartialDate a, PartialDate b) { return latest(a) < latest(b); })
           : *std::min_element(dates.begin(), dates.end(), [](PartialDate a, PartialDate b) {
               return earliest(a) < earliest(b);
             });
  PartialDate chosen = base;
  for (const PartialDate date : dates) {
    if (may_be_same(date, base) && precision(date) > precision(chosen)) {
      chosen = date;
    }
  }
  return chosen;
}

}  // namespace

std::vector<std::vector<std::size_t>> into_terms(const std::vector<Claim>& claims) {
  std::vector<Bounds> bounds;
  bounds.reserve(claims.size());
  for (const Claim& claim : claims) {
    bounds.emplace_back(claim);
  }
  std::vector<std::size_t> order(claims.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&bounds](std::size_t a, std::size_t b) {
    return bounds[a].when() < bounds[b].when();
  });
  std::vector<std::vector<std::size_t>> terms;
  std::vector<Bounds> of_term;
  for (const std::size_t i : order) {
    std::size_t t = terms.size();
    while (t > 0 && !fit(of_term[t - 1], bounds[i])) {
      --t;
    }
    if (t == 0) {
      terms.push_back({i});
      of_term.push_back(bounds[i]);
    } else {
      terms[t - 1].push_back(i);
      of_term[t - 1].add(bounds[i]);
    }
  }
  return terms;
}

Term sum_up(const std::vector<Claim>& claims, const std::vector<std::size_t>& of_term) {
  Term term;
  std::set<PartialDate> starts;
  std::set<PartialDate> ends;
  bool over = false;
  std::vector<PartialDate> over_dates;
  std::optional<std::tuple<PartialDate, int>> newest;  // date, how sure the status sounds
  for (const std::size_t i : of_term) {
    const Claim& claim = claims[i];
    const TenureEntry& entry = *claim.entry;
    term.confidence = std::min(term.confidence, entry.confidence);
    if (entry.period.from) {
      starts.insert(*entry.period.from);
    }
    if (entry.period.to) {
      ends.insert(*entry.period.to);
    }
    over = over || is_over(entry);
    term.acting = term.acting || entry.status == Status::acting;
    if (const std::optional<PartialDate> date = over_on(claim)) {
      over_dates.push_back(*date);
    }
    if (entry.period.open == Open::ongoing) {
      term.period.open = Open::ongoing;
    }
    // current before acting before elect on one date
    const std::tuple said(claim.date.value_or(PartialDate{}), -static_cast<int>(entry.status));
    if (entry.status != Status::former && (!newest || said > *newest)) {
      newest = said;
      term.status = entry.status;
    }
    if (held_on(claim)) {
      const PartialDate date = *claim.date;
      term.cited.first = std::min(term.cited.first.value_or(date), date);
      term.cited.last = std::max(term.cited.last.value_or(date), date);
    }
  }
  if (over) {
    term.status = Status::former;
    term.period.open = Open::ended;
  }
  term.period.from = choose(starts, false);
  term.period.to = choose(ends, true);
  for (const PartialDate date : over_dates) {
    if (is_after(date, term.period) &&
        (!term.cited.over ||
         std::tuple(latest(date), date) < std::tuple(latest(*term.cited.over), *term.cited.over))) {
      term.cited.over = date;
    }
  }
  return term;
}

}  // namespace nom::resolving
