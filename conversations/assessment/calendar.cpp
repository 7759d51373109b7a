#include "assessment/calendar.hpp"

#include "words/catalogue.hpp"
#include "words/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace crossroads {

namespace {

constexpr unix_seconds end_of_calendar = 253'402'300'799;  // the last second of 9999
constexpr unix_seconds widest_offset = one_day;

constexpr unix_seconds work_begins = 9 * one_hour;
constexpr unix_seconds work_ends = 17 * one_hour;

struct civil_date {
    int year = 1970;
    int month = 1;  // 1 to 12
    int day = 1;
};

// Days since 1970-01-01 of the proleptic Gregorian calendar, counted in eras of 400 years that begin in March
// (H. Hinnant, chrono-compatible low-level date algorithms).
constexpr int days_per_era = 146'097;
constexpr int days_before_1970 = 719'468;

unix_seconds days_of(civil_date date)
{
    auto const year = date.month <= 2 ? date.year - 1 : date.year;
    auto const era = year / 400;
    auto const year_of_era = year - era * 400;
    auto const month_from_march = (date.month + 9) % 12;
    auto const day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    auto const day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return unix_seconds{era} * days_per_era + day_of_era - days_before_1970;
}

civil_date date_of(unix_seconds days)
{
    auto const from_era = days + days_before_1970;
    auto const era = from_era / days_per_era;
    auto const day_of_era = static_cast<int>(from_era - era * days_per_era);
    auto const year_of_era =
        (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    auto const day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    auto const month_from_march = (5 * day_of_year + 2) / 153;
    civil_date date;
    date.day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    date.month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    date.year = static_cast<int>(era) * 400 + year_of_era + (date.month <= 2 ? 1 : 0);
    return date;
}

unix_seconds bounded(unix_seconds at)
{
    return std::clamp(at, unix_seconds{0}, end_of_calendar);
}

unix_seconds local(unix_seconds at, unix_seconds offset)
{
    return bounded(bounded(at) + std::clamp(offset, -widest_offset, widest_offset));
}

/// 0: Monday.
int weekday_of(unix_seconds local_time)
{
    return static_cast<int>((local_time / one_day + 3) % 7);  // 1970 began on a Thursday
}

std::optional<int> number_in(std::string_view digits)
{
    int number = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    bool const all = error == std::errc{} && end == digits.data() + digits.size() && number >= 0;
    return all ? std::optional{number} : std::nullopt;
}

std::string two_digits(unix_seconds number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

unix_seconds later(unix_seconds at, unix_seconds by)
{
    return bounded(bounded(at) + std::clamp(by, -end_of_calendar, end_of_calendar));
}

std::optional<unix_seconds> read_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    auto const year = number_in(text.substr(0, 4));
    auto const month = number_in(text.substr(5, 2));
    auto const day = number_in(text.substr(8, 2));
    if (!year || !month || !day || *year < 1970 || *month < 1 || *month > 12 || *day < 1 || *day > 31)
        return std::nullopt;
    auto const days = days_of({*year, *month, *day});
    bool const exists = date_of(days).day == *day;  // 31 April would be 1 May
    return exists ? std::optional{days * one_day} : std::nullopt;
}

unix_seconds start_of_day(unix_seconds at, unix_seconds offset)
{
    auto const here = local(at, offset);
    return later(here - here % one_day, -std::clamp(offset, -widest_offset, widest_offset));
}

unix_seconds end_of_work(unix_seconds at, unix_seconds offset)
{
    return later(start_of_day(at, offset), work_ends);
}

bool is_working_time(unix_seconds at, unix_seconds offset)
{
    auto const here = local(at, offset);
    auto const time = here % one_day;
    return weekday_of(here) < 5 && time >= work_begins && time < work_ends;
}

unix_seconds next_working_time(unix_seconds at, unix_seconds offset)
{
    if (is_working_time(at, offset))
        return bounded(at);
    auto morning = later(start_of_day(at, offset), work_begins);
    while (morning < bounded(at) ||
           (!is_working_time(morning, offset) && morning < end_of_calendar - one_day))
        morning = later(morning, one_day);
    return morning;
}

unix_seconds plus_working_days(unix_seconds at, int days, unix_seconds offset)
{
    auto reached = bounded(at);
    for (int left = days; left > 0 && reached < end_of_calendar;) {
        reached = later(reached, one_day);
        left -= weekday_of(local(reached, offset)) < 5 ? 1 : 0;
    }
    return reached;
}

std::string in_utc(unix_seconds at, language in)
{
    auto const& words = words_in(in).dates;
    std::array<std::string_view, 7> const days{words.monday, words.tuesday,  words.wednesday, words.thursday,
                                               words.friday, words.saturday, words.sunday};
    auto const when = bounded(at);
    return text_of(
        words.time, {{"weekday", days.at(static_cast<std::size_t>(weekday_of(when)))},
                     {"day", day_of(when, in)},
                     {"time", two_digits(when / one_hour % 24) + ":" + two_digits(when / 60 % 60)}});
}

std::string in_utc(std::string_view unix_time, language in)
{
    unix_seconds at = 0;
    auto const [end, error] = std::from_chars(unix_time.data(), unix_time.data() + unix_time.size(), at);
    bool const all = error == std::errc{} && end == unix_time.data() + unix_time.size();
    return all ? in_utc(at, in) : std::string{unix_time};
}

}  // namespace crossroads
