#include "words/dates.hpp"

#include "words/text.hpp"

#include <array>
#include <string_view>

namespace crossroads {

namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

constexpr unix_seconds day = 24 * 60 * 60;
constexpr unix_seconds days_in_400_years = 146'097;

bool is_leap(unix_seconds year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

unix_seconds days_in_month(std::size_t month, unix_seconds year)
{
    constexpr std::array<unix_seconds, 12> usual{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return usual.at(month) + (month == 1 && is_leap(year) ? 1 : 0);
}

}  // namespace

calendar_day calendar_day_of(unix_seconds at)
{
    // The calendar repeats every 400 years: what is left to count is little. The layer has no <chrono>.
    auto const whole_days = at / day - (at % day < 0 ? 1 : 0);
    auto const eras = whole_days / days_in_400_years - (whole_days % days_in_400_years < 0 ? 1 : 0);
    auto left = whole_days - eras * days_in_400_years;
    auto year = 1970 + eras * 400;
    for (; left >= 365 + (is_leap(year) ? 1 : 0); ++year)
        left -= 365 + (is_leap(year) ? 1 : 0);
    std::size_t month = 0;
    for (; left >= days_in_month(month, year); ++month)
        left -= days_in_month(month, year);
    return {year, static_cast<int>(month) + 1, static_cast<int>(left) + 1};
}

std::string day_of(unix_seconds at)
{
    auto const [year, month, day_of_month] = calendar_day_of(at);
    return std::to_string(day_of_month) + " " + std::string{months.at(static_cast<std::size_t>(month) - 1)} +
           " " + std::to_string(year);
}

std::string span_of(unix_seconds from, unix_seconds until)
{
    auto const days = until > from ? (until - from) / day : 0;
    if (days == 0)
        return "less than a day";
    if (days < 14)
        return count_of(static_cast<std::size_t>(days), "day", "days");
    return count_of(static_cast<std::size_t>(days / 7), "week", "weeks");
}

}  // namespace crossroads
