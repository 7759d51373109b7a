#include "words/dates.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace crossroads {

TEST(DayOf, IsTheCalendarDayInUtc)
{
    struct row {
        unix_seconds at;
        std::string_view day;
    };

    for (auto const& [at, day] : {
             row{0, "1 January 1970"},
             row{86'399, "1 January 1970"},
             row{86'400, "2 January 1970"},
             row{-1, "31 December 1969"},
             row{951'782'400, "29 February 2000"},
             row{1'709'164'800, "29 February 2024"},
             row{1'750'000'000, "15 June 2025"},
             row{4'107'542'400, "1 March 2100"},
         })
        EXPECT_EQ(day_of(at, language::english), day) << at;
}

TEST(DayOf, TakesAnyNumber)
{
    EXPECT_FALSE(day_of(std::numeric_limits<unix_seconds>::max(), language::english).empty());
    EXPECT_FALSE(day_of(std::numeric_limits<unix_seconds>::min(), language::english).empty());
}

TEST(SpanOf, CountsWholeDaysThenWeeks)
{
    constexpr unix_seconds day = 86'400;

    struct row {
        unix_seconds length;
        std::string_view words;
    };

    for (auto const& [length, words] : {
             row{-5, "less than a day"},
             row{day - 1, "less than a day"},
             row{day, "1 day"},
             row{13 * day, "13 days"},
             row{14 * day, "2 weeks"},
             row{70 * day, "10 weeks"},
         })
        EXPECT_EQ(span_of(1'750'000'000, 1'750'000'000 + length, language::english), words) << length;
}

}  // namespace crossroads
