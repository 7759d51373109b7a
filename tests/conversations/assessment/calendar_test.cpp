#include "assessment/calendar.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace crossroads {

namespace {

unix_seconds at(char const* date, unix_seconds hours = 0, unix_seconds minutes = 0)
{
    return read_date(date).value() + hours * one_hour + minutes * 60;
}

}  // namespace

TEST(Calendar, ReadsDaysThatExist)
{
    EXPECT_EQ(read_date("1970-01-01"), 0);
    EXPECT_EQ(read_date("2026-06-12"), 1'781'222'400);
    EXPECT_EQ(read_date("2024-02-29"), 1'709'164'800);
    EXPECT_EQ(read_date("2000-02-29"), 951'782'400);
    for (auto const* text :
         {"", "2026-06", "2026-6-12", "12.06.2026", "2026-13-01", "2026-00-10", "2026-04-31", "2026-02-29",
          "2100-02-29", "1969-12-31", "2026-06-1x", "2026-06--1", "2026/06/12", " 2026-06-12"})
        EXPECT_FALSE(read_date(text)) << text;
}

TEST(Calendar, EveryDayOfFourCenturiesComesAfterTheOneBefore)
{
    auto expected = read_date("1970-01-01").value();
    char text[16];
    for (int year = 1970; year < 2370; ++year)
        for (int month = 1; month <= 12; ++month)
            for (int day = 1; day <= 31; ++day) {
                std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
                auto const read = read_date(text);
                if (!read)
                    continue;
                ASSERT_EQ(*read, expected) << text;
                expected += one_day;
            }
}

TEST(Calendar, SaysATimeInWords)
{
    EXPECT_EQ(in_utc(at("2026-06-12", 17), language::english), "Fri 12 June 2026, 17:00 UTC");
    EXPECT_EQ(in_utc(at("2027-01-01", 0, 5), language::english), "Fri 1 January 2027, 00:05 UTC");
    EXPECT_EQ(in_utc("1781283600", language::english), "Fri 12 June 2026, 17:00 UTC");
    EXPECT_EQ(in_utc("soon", language::english), "soon");
}

TEST(Calendar, KnowsWorkingTimeWhereAPersonIs)
{
    constexpr unix_seconds berlin = 2 * one_hour;
    constexpr unix_seconds los_angeles = -7 * one_hour;

    struct row {
        char const* why;
        unix_seconds at;
        unix_seconds offset;
        unix_seconds expected;
    };

    auto const friday = at("2026-06-12");
    auto const monday = at("2026-06-15");
    for (auto const& [why, when, offset, expected] : std::vector<row>{
             {"in working hours", friday + 12 * one_hour, 0, friday + 12 * one_hour},
             {"at nine sharp", friday + 9 * one_hour, 0, friday + 9 * one_hour},
             {"before work", friday + 3 * one_hour, 0, friday + 9 * one_hour},
             {"at five sharp, Friday", friday + 17 * one_hour, 0, monday + 9 * one_hour},
             {"3:00 on a Sunday", monday - 21 * one_hour, 0, monday + 9 * one_hour},
             {"Saturday noon", friday + 36 * one_hour, 0, monday + 9 * one_hour},
             {"8:00 UTC is ten in Berlin", friday + 8 * one_hour, berlin, friday + 8 * one_hour},
             {"15:00 UTC is five in Berlin", friday + 15 * one_hour, berlin, monday + 7 * one_hour},
             {"Friday night UTC is Friday afternoon in LA", friday + 23 * one_hour, los_angeles,
              friday + 23 * one_hour},
             {"Monday early UTC is Sunday in LA", monday + 2 * one_hour, los_angeles, monday + 16 * one_hour},
         }) {
        EXPECT_EQ(
            in_utc(next_working_time(when, offset), language::english), in_utc(expected, language::english))
            << why;
        EXPECT_EQ(is_working_time(when, offset), when == expected) << why;
    }
}

TEST(Calendar, CountsWorkingDays)
{
    struct row {
        unix_seconds from;
        int days;
        unix_seconds expected;
    };

    for (auto const& [from, days, expected] : std::vector<row>{
             {at("2026-06-08", 10), 5, at("2026-06-15", 10)},  // Monday to Monday
             {at("2026-06-12", 17), 2, at("2026-06-16", 17)},  // Friday to Tuesday
             {at("2026-06-13", 12), 2, at("2026-06-16", 12)},  // Saturday to Tuesday
             {at("2026-06-10", 9), 0, at("2026-06-10", 9)},
         })
        EXPECT_EQ(
            in_utc(plus_working_days(from, days, 0), language::english), in_utc(expected, language::english))
            << in_utc(from, language::english);
    EXPECT_EQ(
        in_utc(plus_working_days(at("2026-06-12", 23), 1, 2 * one_hour), language::english),
        in_utc(at("2026-06-14", 23), language::english))
        << "that is Saturday 01:00 in Berlin, and Monday 01:00 is a working day";
}

TEST(Calendar, StaysInItsBoundsWhateverItIsGiven)
{
    constexpr auto largest = std::numeric_limits<unix_seconds>::max();
    constexpr auto smallest = std::numeric_limits<unix_seconds>::min();
    for (auto const when : {largest, smallest, unix_seconds{0}, unix_seconds{253'402'300'799}})
        for (auto const offset : {largest, smallest, unix_seconds{0}, 14 * one_hour}) {
            EXPECT_GE(later(when, offset), 0);
            for (auto const result :
                 {next_working_time(when, offset), plus_working_days(when, 90, offset),
                  end_of_work(when, offset), start_of_day(when, offset)}) {
                EXPECT_GE(result, 0);
                EXPECT_LE(result, 253'402'300'799);
            }
            EXPECT_FALSE(in_utc(when, language::english).empty());
        }
}

}  // namespace crossroads
