#include "words/dates.hpp"

#include "words/catalogue.hpp"

#include <array>
#include <string_view>

namespace crossroads {

namespace {

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

std::string_view month_name(int month, language in)
{
    auto const& words = words_in(in).dates;
    std::array<std::string_view, 12> const names{
        words.january, words.february, words.march,     words.april,   words.may,      words.june,
        words.july,    words.august,   words.september, words.october, words.november, words.december};
    return names.at(static_cast<std::size_t>(month) - 1);
}

std::string day_of(unix_seconds at, language in)
{
    auto const date = calendar_day_of(at);
    return text_of(
        words_in(in).dates.day, {{"day", std::to_string(date.day)},
                                 {"month", month_name(date.month, in)},
                                 {"year", std::to_string(date.year)}});
}

std::string span_of(unix_seconds from, unix_seconds until, language in)
{
    auto const& words = words_in(in).dates;
    auto const days = until > from ? (until - from) / day : 0;
    if (days == 0)
        return words.under_a_day.text();
    if (days < 14)
        return count_of(words.days, static_cast<std::size_t>(days));
    return count_of(words.weeks, static_cast<std::size_t>(days / 7));
}

}  // namespace crossroads
