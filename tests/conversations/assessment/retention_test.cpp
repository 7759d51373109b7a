// How long assessments are kept after their end.
#include "assessment/calendar.hpp"
#include "conversations/assessment/script.hpp"

#include <gmock/gmock.h>

namespace crossroads {

namespace {

void finish_one(script& play)
{
    play.command("ana", "start Blue Van");
    play.answer("ben", "traction", {"came_back"});
    play.command("ana", "finish anyway");
    ASSERT_EQ(play.run().state, run_state::finished);
}

void cancel_one(script& play)
{
    play.command("ana", "start Blue Van");
    play.answer("ben", "traction", {"came_back"});
    play.command("ana", "cancel");
    play.press("ana", "Cancel assessment");
    ASSERT_EQ(play.run().state, run_state::cancelled);
}

}  // namespace

TEST(Retention, EndsAYearAfterTheResultAndNinetyDaysAfterACancellation)
{
    struct row {
        void (*end)(script&);
        int days;
    };

    for (auto const& [end, days] : {row{finish_one, 365}, row{cancel_one, 90}}) {
        script play;
        end(play);
        auto const ended = play.run().ended;
        play.until(ended + days * one_day - 1);
        EXPECT_EQ(play.state().assessments.size(), 1U);
        auto const sent = play.everything_sent().size();
        play.until(ended + days * one_day);
        EXPECT_TRUE(play.state().assessments.empty());
        EXPECT_EQ(write_state(play.state()).find("ben"), std::string::npos) << "nothing of it is left";
        EXPECT_EQ(play.everything_sent().size(), sent) << "nobody is told";
        EXPECT_EQ(play.last().wake_at, 0);
    }
}

TEST(Retention, CanBeForGoodOrShorter)
{
    script play;
    play.kept = {0, 7};
    finish_one(play);
    EXPECT_EQ(play.last().wake_at, 0);
    play.days(4'000);
    EXPECT_EQ(play.state().assessments.size(), 1U);

    script brief;
    brief.kept = {0, 7};
    cancel_one(brief);
    brief.days(7);
    EXPECT_TRUE(brief.state().assessments.empty());
}

TEST(Retention, NeverEndsWhileAnAssessmentIsOpenOrPaused)
{
    script play;
    play.kept = {1, 1};
    play.command("ana", "start Blue Van --until 60d");
    play.answer("ben", "traction", {"came_back"});
    play.days(10);
    EXPECT_EQ(play.state().assessments.size(), 1U);
    play.days(1'000);
    EXPECT_EQ(play.run().state, run_state::paused) << "after quiet days";
}

TEST(Retention, DoesNotGiveANumberAgain)
{
    script play;
    cancel_one(play);
    play.days(90);
    ASSERT_TRUE(play.state().assessments.empty());
    play.command("ana", "start Red Van");
    EXPECT_EQ(play.run().number, 2);
    EXPECT_TRUE(play.is_shown("2/start"));
}

TEST(Retention, RemovesOnlyWhatIsOver)
{
    script play;
    cancel_one(play);
    auto const ended = play.run().ended;
    play.until(ended + 80 * one_day);
    play.command("ana", "start Red Van --until 60d");
    play.answer("ben", "traction", {"came_back"});
    play.until(ended + 91 * one_day);
    ASSERT_EQ(play.state().assessments.size(), 1U);
    EXPECT_EQ(play.run().product, "Red Van");
}

}  // namespace crossroads
