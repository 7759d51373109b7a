#pragma once

#include "assessment/event.hpp"
#include "words/language.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace crossroads {

/// A day of the Gregorian calendar.
struct calendar_day {
    std::int64_t year = 1970;
    int month = 1;  // 1 to 12
    int day = 1;
};

/// The day in UTC.
calendar_day calendar_day_of(unix_seconds at);

/// "12 May 2026", the day in UTC.
std::string day_of(unix_seconds at, language in);

/// "May"; months count from 1.
std::string_view month_name(int month, language in);

/// "10 weeks", "3 days", "less than a day".
std::string span_of(unix_seconds from, unix_seconds until, language in);

}  // namespace crossroads
