#include "conversations/assessment/script.hpp"

#include <gmock/gmock.h>

namespace crossroads {

TEST(FirstRun, GoesFromStartToResultAndPlan)
{
    script play;
    play.command("ana", "start Blue Van");
    EXPECT_TRUE(play.is_shown("1/start"));
    EXPECT_TRUE(play.is_shown("1/question/traction"));

    play.answers_everything("ana", usual_choices(), usual_texts());
    ASSERT_THAT(play.sent_to("ana"), testing::SizeIs(1));
    EXPECT_THAT(play.sent_to("ana").front().content.summary, testing::StartsWith("Ready."));

    play.press("ana", "Show the result");
    EXPECT_EQ(play.run().state, run_state::finished);
    EXPECT_THAT(text_of(play.shown("1/result")), testing::HasSubstr("Polish the current build"));
    EXPECT_THAT(text_of(play.shown("1/plan")), testing::HasSubstr("6 week scope plan"));
    EXPECT_THAT(text_of(play.shown("1/start")), testing::HasSubstr("Finished: Polish the current build"));
}

}  // namespace crossroads
