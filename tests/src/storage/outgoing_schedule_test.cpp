#include "storage/outgoing_schedule.hpp"

#include <gtest/gtest.h>

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
    outgoing_schedule schedule;
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
    outgoing_schedule schedule;
    schedule.update("a", "1.0");
    EXPECT_FALSE(schedule.update("a", ""));

    EXPECT_EQ(schedule.claim(), std::nullopt);
    EXPECT_TRUE(schedule.conversations().empty());
}

TEST(OutgoingSchedule, HoldsAReleasedMessageBackUntilItsTime)
{
    outgoing_schedule schedule;
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
    outgoing_schedule schedule;
    schedule.update("a", "1.0");
    schedule.claim();
    schedule.release("a", "1.0", at(10s));

    EXPECT_TRUE(schedule.update("a", "2.0"));
    EXPECT_EQ(schedule.claim(), claim("a", "2.0"));
    EXPECT_FALSE(schedule.wake(at(20s)));
}

TEST(OutgoingSchedule, IgnoresAReleaseOfWhatIsNotClaimed)
{
    outgoing_schedule schedule;
    schedule.update("a", "1.0");
    schedule.release("a", "1.0", at(10s));
    schedule.release("b", "1.0", at(10s));
    EXPECT_EQ(schedule.claim(), claim("a", "1.0"));
    schedule.release("a", "0.9", at(10s));

    EXPECT_EQ(schedule.next_wake(), std::nullopt);
    EXPECT_EQ(schedule.claim(), std::nullopt);
}

}  // namespace
}  // namespace crossroads
