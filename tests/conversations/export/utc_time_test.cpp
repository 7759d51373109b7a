#include "export/utc_time.hpp"

#include <gtest/gtest.h>

namespace crossroads {

TEST(UtcTime, IsIso8601AtTheEdgesOfTheCalendar)
{
    struct row {
        unix_seconds at;
        char const* expected;
    };

    for (auto const& [at, expected] : {
             row{0, "1970-01-01T00:00:00Z"},
             row{-1, "1969-12-31T23:59:59Z"},
             row{-86'401, "1969-12-30T23:59:59Z"},
             row{951'782'399, "2000-02-28T23:59:59Z"},
             row{951'782'400, "2000-02-29T00:00:00Z"},
             row{951'868'800, "2000-03-01T00:00:00Z"},
             row{1'750'000'000, "2025-06-15T15:06:40Z"},
             row{1'767'225'599, "2025-12-31T23:59:59Z"},
             row{4'107'542'399, "2100-02-28T23:59:59Z"},
             row{4'107'542'400, "2100-03-01T00:00:00Z"},
         })
        EXPECT_EQ(utc_time(at), expected);
    EXPECT_EQ(utc_date(1'750'000'000), "2025-06-15");
}

}  // namespace crossroads
