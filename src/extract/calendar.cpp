// SPDX-License-Identifier: Apache-2.0
#include "extract/calendar.hpp"

#include <algorithm>
#include <charconv>

namespace nom::extract {

std::optional<int> to_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end == text.data()) {
    return std::nullopt;
  }
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (!rest.empty() && rest != "st" && rest != "nd" && rest != "rd" && rest != "th") {
    return std::nullopt;
  }
  return value;
}

std::optional<PartialDate> make_date(int year, int month, int day) {
  const PartialDate date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                         static_cast<std::uint8_t>(day)};
  const bool in_range =
      year >= 1800 && year <= 2199 && month >= 0 && month <= 12 && day >= 0 && day <= 31;
  return in_range && is_valid(date) ? std::optional(date) : std::nullopt;
}

std::optional<PartialDate> numeric_date(std::string_view text) {
  // "8/2004"
  if (const std::size_t slash = text.find('/'); slash <= 2 && text.size() - slash - 1 == 4) {
    const auto month = to_number(text.substr(0, slash));
    const auto year = to_number(text.substr(slash + 1));
    if (month && year && *month >= 1 && *month <= 12 && *year >= 1900) {
      return make_date(*year, *month, 0);
    }
  }
  for (const char separator : {'/', '-', '.'}) {
    const std::size_t one = text.find(separator);
    const std::size_t two = one == std::string_view::npos ? one : text.find(separator, one + 1);
    if (two == std::string_view::npos || text.find(separator, two + 1) != std::string_view::npos) {
      continue;
    }
    const auto a = to_number(text.substr(0, one));
    const auto b = to_number(text.substr(one + 1, two - one - 1));
    const auto c = to_number(text.substr(two + 1));
    if (!a || !b || !c || *b < 1) {
      continue;
    }
    if (one == 4 && *c >= 1) {
      return make_date(*a, *b, *c);
    }
    if (text.size() - two - 1 == 4 && *a >= 1) {
      return make_date(*c, *b, *a);
    }
  }
  return std::nullopt;
}

std::optional<PartialDate> in_year_of(const std::optional<PartialDate>& published, int month,
                                      int day) {
  if (!published || published->month == 0) {
    return std::nullopt;
  }
  const int year = published->year - (month > published->month + 6 ? 1 : 0);
  return make_date(year, month, day);
}

int year_of(std::string_view text) {
  return text.size() == 4 &&
                 std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })
             ? (text >= "1800" && text <= "2199" ? *to_number(text) : 0)
             : 0;
}

}  // namespace nom::extract
