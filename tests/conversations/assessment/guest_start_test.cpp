#include "conversations/assessment/script.hpp"

#include <gmock/gmock.h>

namespace crossroads {

using testing::Contains;
using testing::HasSubstr;

TEST(StartByAGuest, IsTakenBackOnceThatIsKnown)
{
    script play;
    play.command("gus", "start Blue Van");
    EXPECT_THAT(play.profiles_asked, Contains("gus")) << "at once";
    play.answer("gus", "traction", {"came_back"});
    play.tells("gus", membership::guest);
    EXPECT_EQ(play.run().state, run_state::cancelled);
    EXPECT_THAT(text_of(play.sent_to("gus").back().content), HasSubstr("A member can start an assessment"));
    EXPECT_THAT(text_of(play.shown("1/start")), HasSubstr("Cancelled"));
    play.command("gus", "start Blue Van");
    EXPECT_EQ(play.state().assessments.size(), 1U);
    play.command("ana", "start Blue Van");
    EXPECT_EQ(play.state().assessments.size(), 2U) << "nothing is in a member's way";
}

TEST(StartByAGuest, StaysWhenOthersTakePartByThen)
{
    script play;
    play.command("gus", "start Blue Van");
    play.answer("ben", "traction", {"came_back"});
    play.tells("gus", membership::guest);
    EXPECT_EQ(play.run().state, run_state::open);
}

TEST(StartByAGuest, IsNotWhatWasHandedOverToThem)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("ana", "owner <@gus>");
    play.tells("gus", membership::guest);
    EXPECT_EQ(play.run().state, run_state::open);
    EXPECT_EQ(play.run().owner, "gus");
    play.tells("gus", membership::guest);
    EXPECT_EQ(play.run().state, run_state::open) << "the next day";
}

}  // namespace crossroads
