#include "storage/outgoing_schedule.hpp"

#include <gtest/gtest.h>

#include <string>

using namespace std::chrono_literals;

namespace crossroads {
namespace {

using claim = std::pair<std::string, std::string>;

outgoing_schedule::time_point at(std::chrono::seconds time)
{
    return outgoing_schedule::time_point(time);
}

TEST(OutgoingSchedule, TakesConversationsInTurnAndOneMessageOfEach)
{
    outgoing_schedule schedule(16);
    EXPECT_TRUE(schedule.update("a", "1.0"));
    EXPECT_TRUE(schedule.update("b", "2.0"));
    EXPECT_FALSE(schedule.update("a", "1.0"));

    EXPECT_EQ(schedule.claim(), claim("a", "1.0"));
    EXPECT_TRUE(schedule.update("a", "1.1"));  // 1.0 is done
    EXPECT_EQ(schedule.claim(), claim("b", "2.0"));
    EXPECT_EQ(schedule.claim(), claim("a", "1.1"));
    EXPECT_EQ(schedule.claim(), std::nullopt);
}

TEST(OutgoingSchedule, ForgetsAConversationThatOwesNothing)
{
    outgoing_schedule schedule(16);
    schedule.update("a", "1.0");
    EXPECT_FALSE(schedule.update("a", ""));

    EXPECT_EQ(schedule.claim(), std::nullopt);
    EXPECT_TRUE(schedule.conversations().empty());
}

TEST(OutgoingSchedule, HoldsAReleasedMessageBackUntilItsTime)
{
    outgoing_schedule schedule(16);
    schedule.update("a", "1.0");
    schedule.claim();
    schedule.release("a", "1.0", at(10s));

    EXPECT_EQ(schedule.next_wake(), at(10s));
    EXPECT_FALSE(schedule.wake(at(9s)));
    EXPECT_EQ(schedule.claim(), std::nullopt);
    EXPECT_TRUE(schedule.wake(at(10s)));
    EXPECT_EQ(schedule.claim(), claim("a", "1.0"));
    EXPECT_EQ(schedule.next_wake(), std::nullopt);
}

TEST(OutgoingSchedule, DoesNotWaitWithAMessageThatTookTheHeldBackOnesPlace)
{
    outgoing_schedule schedule(16);
    schedule.update("a", "1.0");
    schedule.claim();
    schedule.release("a", "1.0", at(10s));

    EXPECT_TRUE(schedule.update("a", "2.0"));
    EXPECT_EQ(schedule.claim(), claim("a", "2.0"));
    EXPECT_FALSE(schedule.wake(at(20s)));
}

TEST(OutgoingSchedule, IgnoresAReleaseOfWhatIsNotClaimed)
{
    outgoing_schedule schedule(16);
    schedule.update("a", "1.0");
    schedule.release("a", "1.0", at(10s));
    schedule.release("b", "1.0", at(10s));
    EXPECT_EQ(schedule.claim(), claim("a", "1.0"));
    schedule.release("a", "0.9", at(10s));

    EXPECT_EQ(schedule.next_wake(), std::nullopt);
    EXPECT_EQ(schedule.claim(), std::nullopt);
}

TEST(OutgoingSchedule, TakesTenantsInTurnHoweverMuchOneHasWaiting)
{
    outgoing_schedule schedule(1000);
    for (int i = 0; i < 100; ++i)
        schedule.update("slack:T1:C" + std::to_string(i), "1.0");
    schedule.claim();
    schedule.update("slack:T2:C1", "2.0");

    EXPECT_EQ(schedule.claim(), claim("slack:T2:C1", "2.0"));
    EXPECT_EQ(schedule.claim(), claim("slack:T1:C1", "1.0"));
}

TEST(OutgoingSchedule, LeavesRoomForOtherTenants)
{
    outgoing_schedule schedule(16);
    for (auto const* tenant : {"slack:T1:C", "slack:T2:C", "slack:T3:C"}) {
        for (int i = 0; i < 20; ++i)
            schedule.update(tenant + std::to_string(i), "1.0");
        // None is settled: each tenant has as many claims as are left after it.
        std::size_t claimed = 0;
        while (schedule.claim())
            ++claimed;
        EXPECT_GE(claimed, 2U) << tenant;
        EXPECT_LE(claimed, 8U) << tenant;
    }
}

TEST(OutgoingSchedule, HasRoomAgainWhenClaimsEnd)
{
    outgoing_schedule schedule(2);
    schedule.update("slack:T1:C1", "1.0");
    schedule.update("slack:T1:C2", "2.0");
    ASSERT_EQ(schedule.claim(), claim("slack:T1:C1", "1.0"));
    ASSERT_EQ(schedule.claim(), std::nullopt);

    schedule.release("slack:T1:C1", "1.0", at(10s));
    EXPECT_EQ(schedule.claim(), claim("slack:T1:C2", "2.0"));
    schedule.update("slack:T1:C2", "");  // settled
    schedule.wake(at(10s));
    EXPECT_EQ(schedule.claim(), claim("slack:T1:C1", "1.0"));
    schedule.update("slack:T1:C1", "1.1");  // settled, and the next
    EXPECT_EQ(schedule.claim(), claim("slack:T1:C1", "1.1"));
}

}  // namespace
}  // namespace crossroads
