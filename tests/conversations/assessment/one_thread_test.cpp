// Chats without threads: what is typed there may be about the assessment that is open there.

#include "assessment/progress.hpp"
#include "conversations/assessment/script.hpp"

#include <gmock/gmock.h>

namespace crossroads {

namespace {

using testing::HasSubstr;

event in_the_chat(script& play, std::string const& user, happening what)
{
    event happened;
    happened.user = user;
    happened.at = play.clock += 60;
    happened.random = std::string(32, 'a');
    happened.what = std::move(what);
    happened.one_thread = true;
    return happened;
}

}  // namespace

TEST(ChatWithoutThreads, TakesATypedReplyAsAnAnswer)
{
    script play;
    play.command("ana", "start Blue Van");
    play.happen(in_the_chat(play, "ben", typed_reply{"m1", "1, 2"}));

    EXPECT_THAT(said(play), HasSubstr("Saved for question 1"));
    EXPECT_EQ(people_who_answered(play.run(), "traction"), 1U);
}

TEST(ChatWithoutThreads, TakesAMentionAsAnAnswer)
{
    script play;
    play.command("ana", "start Blue Van");
    play.happen(in_the_chat(play, "ben", typed_command{"1, 2", false}));

    EXPECT_THAT(said(play), HasSubstr("Saved"));
}

TEST(ChatWithoutThreads, LeavesAReplyAloneWhenItCouldBeAboutTwo)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("ana", "start Red Van");
    play.press("ana", "Start for Red Van");
    ASSERT_EQ(play.state().assessments.size(), 2U);

    play.happen(in_the_chat(play, "ben", typed_reply{"m1", "1, 2"}));

    EXPECT_TRUE(is_silent(play));
}

TEST(ChatWithoutThreads, LeavesAReplyAloneWhenNothingWasEverStarted)
{
    script play;
    play.happen(in_the_chat(play, "ben", typed_reply{"m1", "1, 2"}));

    EXPECT_TRUE(is_silent(play));
}

}  // namespace crossroads
