// SPDX-License-Identifier: Apache-2.0
// Numbers and dates as texts print them, whatever the language.
#pragma once

#include "date/date.hpp"

#include <optional>
#include <string_view>

namespace nom::extract {

/// "12", "12th".
std::optional<int> to_number(std::string_view text);

/// The date, if there is such a day between 1800 and 2199; month and day may be 0.
std::optional<PartialDate> make_date(int year, int month, int day);

/// "15/7/2022", "15.07.2022", "2022-07-15", "7/2022".
std::optional<PartialDate> numeric_date(std::string_view text);

/// The year of a day or month given without one: the year of the document, or the year before it
/// where the month would lie more than half a year ahead.
std::optional<PartialDate> in_year_of(const std::optional<PartialDate>& published, int month,
                                      int day);

/// A year of four digits, or 0.
int year_of(std::string_view text);

}  // namespace nom::extract
