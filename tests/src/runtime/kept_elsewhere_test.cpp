#include "runtime/kept_elsewhere.hpp"

#include <gtest/gtest.h>

namespace crossroads {
namespace {

TEST(KeptElsewhere, ComesBackAsItWasWritten)
{
    for (auto const* key : {"slack:T1:G1", "slack:T%22:C 1"})
        EXPECT_EQ(read_kept_elsewhere(write_kept_elsewhere(key)), key);
}

TEST(KeptElsewhere, IsNoOtherState)
{
    for (auto const* state :
         {"", "{}", R"({"sv":1,"assessments":[]})", R"({"kept_under":)", R"({"kept_under":7})",
          R"({"kept_under":""})", R"(["kept_under"])"})
        EXPECT_FALSE(read_kept_elsewhere(state)) << state;
}

}  // namespace
}  // namespace crossroads
