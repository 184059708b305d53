// SPDX-License-Identifier: Apache-2.0
// date: partial dates and stretches of time, and what can be said of a day.
//
// In:   dates as texts give them (a year, a month or a day). Out: `PartialDate` with its earliest
// and latest day, `Period` (half-open: the end day belongs to the successor), and `Truth`, the
// answer to "does it hold on this day?". Proleptic Gregorian calendar; no clock, no time zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nom {

/// Days since 1970-01-01.
using Day = std::int32_t;

/// A year, a month or a day: month 0 means only the year is known, day 0 only year and month.
struct PartialDate {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;

  friend auto operator<=>(const PartialDate&, const PartialDate&) = default;
};

/// Is this a date of the calendar (year 1 to 9999, month 0 to 12, day 0 to the month's last)?
bool is_valid(PartialDate date);

/// "2021", "2021-11" or "2021-11-25", nothing else; no value if it is not such a date.
std::optional<PartialDate> parse_iso(std::string_view text);

std::string to_iso(PartialDate date);

/// The same; empty if there is no date.
std::string to_iso(const std::optional<PartialDate>& date);

/// First and last day that the date may mean.
Day earliest(PartialDate date);
Day latest(PartialDate date);

/// Is there a day that both may mean?
bool may_be_same(PartialDate a, PartialDate b);

/// 0: the year is known, 1: the month, 2: the day.
int precision(PartialDate date);

/// The full date of a day.
PartialDate date_of(Day day);

/// The day as a date `days` later (or earlier, if negative).
PartialDate plus_days(PartialDate date, int days);

/// Day of the week, 0 = Sunday … 6 = Saturday. The date must be complete.
int weekday(PartialDate date);

/// Whether the holder still holds the post: three states that one end date cannot carry.
enum class Open : std::uint8_t {
  unknown,  ///< nothing is said of an end
  ongoing,  ///< said to go on when the source was written
  ended,    ///< said to be over, with or without a date
};

std::string_view name_of(Open open);

/// A stretch of time as a source gives it: half-open, `from` ≤ day < `to`.
struct Period {
  std::optional<PartialDate> from;
  std::optional<PartialDate> to;
  Open open = Open::unknown;

  friend bool operator==(const Period&, const Period&) = default;
};

/// The dates of the sources, as far as they have any: empty if undated. The last three follow from
/// what sources say of others: who else is in the same post, where it has one holder at a time, and
/// what became of the person and the body.
struct Citations {
  std::optional<PartialDate> first;   ///< first on which a source says that it holds
  std::optional<PartialDate> last;    ///< last on which a source says that it holds
  std::optional<PartialDate> over{};  ///< first on which a source says that it is over ("former")
  std::optional<PartialDate> predecessor{};  ///< last day on which a predecessor surely holds
  std::optional<PartialDate> successor{};    ///< first day on which a successor surely holds
  std::optional<PartialDate> gone{};  ///< when the person died, or the body or its place ended

  friend bool operator==(const Citations&, const Citations&) = default;
};

/// First and last day on which something may happen; no value where nothing bounds it.
struct Stretch {
  std::optional<Day> first;
  std::optional<Day> last;

  friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// When it begins and when it ends (the first day on which it no longer holds), as far as is known:
/// the table of `holds_on`, with "held for a day at least".
struct Ends {
  Stretch start;
  Stretch end;
};

Ends ends_of(const Period& period, const Citations& cited);

/// First and last day on which it surely holds.
struct Held {
  Day first = 0;
  Day last = 0;
};

/// The days on which it holds for certain, by the same table; no value if there is none, or if
/// nothing bounds them.
std::optional<Held> surely_held(const Period& period, const Citations& cited);

enum class Truth : std::uint8_t { no, possible, certain };

std::string_view name_of(Truth truth);

/// Does it hold on `day`? The start lies in a stretch of days, and so does the end:
///
///   what is known            start                          end
///   from                     earliest(from)…latest(from)    after earliest(from)
///   to                       before latest(to)              earliest(to)…latest(to)
///   cited as holding         latest(first) or before        after earliest(last)
///   cited as over            before latest(over)            latest(over) or before
///   a predecessor holds      after latest(predecessor)      –
///   a successor holds        before earliest(successor)     earliest(successor) or before
///                            (also for who is cited as holding on that day)
///   person or body gone      before latest(gone)            latest(gone) or before
///                            (also for who is cited as holding on that day)
///
/// no:       before the first possible start, or on or after the last possible end: on the day of a
///           handover, and on the day of the source that calls it over, it no longer holds;
/// certain:  on or after the last possible start and before the first possible end: from the start
///           (or the first citation) to the day before the end (or to the last citation);
/// possible: any other day. So an undated current tenure cited once, on day D, is certain on D and
///           possible on every other day, and one of which no day is known is always possible:
///           nothing undated is dropped in silence.
///
/// `open` has no day and decides nothing: "ended" without `to` counts from `cited.over` on. What
/// a citation outside the period says of the other side is not used; the period wins.
Truth holds_on(const Period& period, const Citations& cited, Day day);

/// The best answer for any day that `on` may mean. Cost: that of one day.
Truth holds_on(const Period& period, const Citations& cited, PartialDate on);

}  // namespace nom
