#pragma once

#include "assessment/event.hpp"
#include "words/language.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

// Days and working hours. A place's time is UTC plus an offset in seconds; what a change of clocks does to
// the offset is learned when it is asked for again. Every result lies between 1970 and 9999.

inline constexpr unix_seconds one_hour = 3'600;
inline constexpr unix_seconds one_day = 24 * one_hour;

/// `at` and `by` together; never past the year 9999 or before 1970, whatever they are.
unix_seconds later(unix_seconds at, unix_seconds by);

/// "2026-06-12" as the time that day begins in UTC; none when there is no such day from 1970 on.
std::optional<unix_seconds> read_date(std::string_view text);

/// Midnight of the day `at` falls on, as a UTC time.
unix_seconds start_of_day(unix_seconds at, unix_seconds offset);

/// 17:00 of that day, when windows close.
unix_seconds end_of_work(unix_seconds at, unix_seconds offset);

/// Monday to Friday, 9:00 to 17:00.
bool is_working_time(unix_seconds at, unix_seconds offset);

/// The first working time from `at` on: `at` itself, or the next 9:00.
unix_seconds next_working_time(unix_seconds at, unix_seconds offset);

/// The same time of day that many working days on; from a weekend it counts from the Friday before.
unix_seconds plus_working_days(unix_seconds at, int days, unix_seconds offset);

/// "Fri 12 June 2026, 17:00 UTC".
std::string in_utc(unix_seconds at, language in);

/// The same of the text of a span::style::moment; what is no time comes back as it is.
std::string in_utc(std::string_view unix_time, language in);

}  // namespace crossroads
