#include "runtime/pacing.hpp"

#include <gtest/gtest.h>

using crossroads::pace;
using crossroads::pacing;
using namespace std::chrono_literals;

namespace {

constexpr pacing::time_point start{1000s};
constexpr pace one_a_second_three_at_once{1s, 3};

TEST(Pacing, LetsABurstPassAtOnceAndThenOneEachInterval)
{
    pacing gates;
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(gates.pass("C1", one_a_second_three_at_once, start), 0ms) << i;

    EXPECT_EQ(gates.pass("C1", one_a_second_three_at_once, start), 1000ms);
    EXPECT_EQ(gates.pass("C1", one_a_second_three_at_once, start + 1s), 0ms);
    EXPECT_EQ(gates.pass("C1", one_a_second_three_at_once, start + 1s), 1000ms);
}

TEST(Pacing, DoesNotCountACallThatHasToWait)
{
    pacing gates;
    pace const one_a_second{1s, 1};
    gates.pass("C1", one_a_second, start);
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(gates.pass("C1", one_a_second, start + 500ms), 500ms);

    EXPECT_EQ(gates.pass("C1", one_a_second, start + 1s), 0ms);
}

TEST(Pacing, KeepsGatesApart)
{
    pacing gates;
    pace const one_a_second{1s, 1};
    EXPECT_EQ(gates.pass("C1", one_a_second, start), 0ms);
    EXPECT_EQ(gates.pass("C2", one_a_second, start), 0ms);
}

TEST(Pacing, LetsNothingPassAClosedGateBeforeItsTime)
{
    pacing gates;
    gates.close("C1", start + 30s);

    EXPECT_EQ(gates.pass("C1", one_a_second_three_at_once, start), 30000ms);
    EXPECT_EQ(gates.pass("C1", one_a_second_three_at_once, start + 30s), 0ms);
}

TEST(Pacing, DoesNotReopenAGateEarlyWhenAShorterWaitIsAsked)
{
    pacing gates;
    gates.close("C1", start + 30s);
    gates.close("C1", start + 5s);

    EXPECT_EQ(gates.pass("C1", one_a_second_three_at_once, start + 5s), 25000ms);
}

TEST(Pacing, AllowsAFullBurstAgainAfterAQuietTime)
{
    pacing gates;
    for (int i = 0; i < 3; ++i)
        gates.pass("C1", one_a_second_three_at_once, start);

    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(gates.pass("C1", one_a_second_three_at_once, start + 1h), 0ms) << i;
}

TEST(Pacing, GivesEachOfAQueueATimeOfItsOwn)
{
    pacing gates;
    pace const one_a_second{1s, 1};
    EXPECT_EQ(gates.pass_in_turn("edits", "C0", one_a_second, start), 0ms);
    EXPECT_EQ(gates.pass_in_turn("edits", "C1", one_a_second, start), 1000ms);
    EXPECT_EQ(gates.pass_in_turn("edits", "C2", one_a_second, start), 2000ms);
    EXPECT_EQ(gates.pass_in_turn("edits", "C1", one_a_second, start + 400ms), 600ms) << "its time stays";

    EXPECT_EQ(gates.pass_in_turn("edits", "C1", one_a_second, start + 1s), 0ms);
    EXPECT_EQ(gates.pass_in_turn("edits", "C1", one_a_second, start + 1s), 2000ms) << "again: at the end";
    EXPECT_EQ(gates.pass_in_turn("edits", "C2", one_a_second, start + 2s), 0ms);
}

TEST(Pacing, LetsABurstPassInTurnToo)
{
    pacing gates;
    for (auto const* who : {"C0", "C1", "C2"})
        EXPECT_EQ(gates.pass_in_turn("edits", who, one_a_second_three_at_once, start), 0ms);
    EXPECT_EQ(gates.pass_in_turn("edits", "C3", one_a_second_three_at_once, start), 1000ms);
    EXPECT_EQ(gates.pass_in_turn("edits", "C4", one_a_second_three_at_once, start), 2000ms);
}

TEST(Pacing, DoesNotKeepATimeForWhoComesMuchLater)
{
    pacing gates;
    pace const one_a_second{1s, 1};
    for (auto const* who : {"C0", "C1", "C2"})
        gates.pass_in_turn("edits", who, one_a_second, start);
    auto const late = start + pacing::longest_late + 3s;

    EXPECT_EQ(gates.pass_in_turn("edits", "C1", one_a_second, late), 0ms);
    EXPECT_EQ(gates.pass_in_turn("edits", "C2", one_a_second, late), 1000ms) << "not both at once";
}

}  // namespace
