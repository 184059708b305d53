// SPDX-License-Identifier: Apache-2.0
#include "date/date.hpp"

#include <array>
#include <chrono>

namespace nom {

namespace {

namespace chrono = std::chrono;

chrono::year_month year_month_of(PartialDate date, unsigned month) {
  return chrono::year(date.year) / chrono::month(month);
}

Day to_day(chrono::year_month_day date) {
  return static_cast<Day>(chrono::sys_days(date).time_since_epoch().count());
}

/// Digits only; -1 if there is anything else.
int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') {
      return -1;
    }
    value = value * 10 + (c - '0');
  }
  return value;
}

void append(std::string& out, int value, int width) {
  const std::string digits = std::to_string(value);
  const auto size = static_cast<std::size_t>(width);
  out.append(size > digits.size() ? size - digits.size() : 0, '0');
  out += digits;
}

}  // namespace

bool is_valid(PartialDate date) {
  if (date.year < 1 || date.year > 9999 || date.month > 12) {
    return false;
  }
  if (date.month == 0) {
    return date.day == 0;
  }
  return date.day == 0 || (year_month_of(date, date.month) / chrono::day(date.day)).ok();
}

std::optional<PartialDate> parse_iso(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) {
    return std::nullopt;
  }
  std::array<int, 3> parts{number_of(text.substr(0, 4)), 0, 0};
  for (std::size_t i = 1, at = 4; at < text.size(); ++i, at += 3) {
    parts.at(i) = text[at] == '-' ? number_of(text.substr(at + 1, 2)) : -1;
    if (parts.at(i) < 1) {
      return std::nullopt;
    }
  }
  if (parts[0] < 1) {
    return std::nullopt;
  }
  const PartialDate date{static_cast<std::int16_t>(parts[0]), static_cast<std::uint8_t>(parts[1]),
                         static_cast<std::uint8_t>(parts[2])};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

std::string to_iso(PartialDate date) {
  std::string out;
  append(out, date.year, 4);
  if (date.month != 0) {
    out += '-';
    append(out, date.month, 2);
  }
  if (date.day != 0) {
    out += '-';
    append(out, date.day, 2);
  }
  return out;
}

std::string to_iso(const std::optional<PartialDate>& date) {
  return date ? to_iso(*date) : std::string();
}

Day earliest(PartialDate date) {
  return to_day(year_month_of(date, date.month == 0 ? 1U : date.month) /
                chrono::day(date.day == 0 ? 1U : date.day));
}

Day latest(PartialDate date) {
  const chrono::year_month month = year_month_of(date, date.month == 0 ? 12U : date.month);
  return date.day == 0 ? to_day(month / chrono::last) : to_day(month / chrono::day(date.day));
}

bool may_be_same(PartialDate a, PartialDate b) {
  return earliest(a) <= latest(b) && earliest(b) <= latest(a);
}

int precision(PartialDate date) {
  return static_cast<int>(date.month != 0) + static_cast<int>(date.day != 0);
}

PartialDate date_of(Day day) {
  const chrono::year_month_day date{chrono::sys_days(chrono::days(day))};
  return {static_cast<std::int16_t>(static_cast<int>(date.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))};
}

PartialDate plus_days(PartialDate date, int days) { return date_of(earliest(date) + days); }

int weekday(PartialDate date) {
  return static_cast<int>(
      chrono::weekday(chrono::sys_days(chrono::days(earliest(date)))).c_encoding());
}

std::string_view name_of(Open open) {
  constexpr std::array<std::string_view, 3> names{"unknown", "ongoing", "ended"};
  return names.at(static_cast<std::size_t>(open));
}

std::string_view name_of(Truth truth) {
  constexpr std::array<std::string_view, 3> names{"no", "possible", "certain"};
  return names.at(static_cast<std::size_t>(truth));
}

}  // namespace nom
