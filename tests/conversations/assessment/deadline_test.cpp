// Windows, deadlines and pauses that nobody asked for: what happens as time passes.
#include "assessment/calendar.hpp"
#include "conversations/assessment/script.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace crossroads {

namespace {

using testing::HasSubstr;

/// A channel on Monday, 8 June 2026, 10:00 UTC.
class Deadline : public testing::Test {
protected:
    Deadline() { play.clock = monday + 10 * one_hour; }

    std::string closes() const { return in_utc(play.run().time.closes, language::english); }

    /// Messages in the channel and the thread.
    std::size_t sent() const
    {
        return static_cast<std::size_t>(std::ranges::count_if(
            play.everything_sent(), [](auto const& one) { return one.who != message::audience::direct; }));
    }

    message const& newest_direct() const
    {
        auto const& all = play.everything_sent();
        auto const found = std::find_if(all.rbegin(), all.rend(), [](auto const& one) {
            return one.who == message::audience::direct && one.slot.find("/over/") != std::string::npos;
        });
        EXPECT_NE(found, all.rend());
        return *found;
    }

    unix_seconds const monday = read_date("2026-06-08").value();
    script play;
};

}  // namespace

TEST_F(Deadline, IsFiveWorkingDaysUnlessOneIsAskedFor)
{
    struct row {
        char const* command;
        char const* expected;
    };

    for (auto const& [command, expected] : std::vector<row>{
             {"start Blue Van", "Mon 15 June 2026, 17:00 UTC"},
             {"start Blue Van --until 3d", "Thu 11 June 2026, 17:00 UTC"},
             {"start Blue Van --until 2W", "Mon 22 June 2026, 17:00 UTC"},
             {"start --until 2026-06-12 Blue Van", "Fri 12 June 2026, 17:00 UTC"},
             {"start Blue Van --until 2026-06-08", "Mon 8 June 2026, 17:00 UTC"},
             {"start Blue Van --until 90d", "Sun 6 September 2026, 17:00 UTC"},
         }) {
        script fresh;
        fresh.clock = play.clock;
        fresh.command("ana", command);
        ASSERT_EQ(fresh.state().assessments.size(), 1U) << command << ": " << said(fresh);
        EXPECT_EQ(in_utc(fresh.run().time.closes, language::english), expected) << command;
        EXPECT_THAT(text_of(fresh.shown("1/start")), HasSubstr(std::string("Open until ") + expected));
    }
}

TEST_F(Deadline, IsWhatTheOperatorSetUnlessOneIsAskedFor)
{
    for (auto const& [command, expected] : std::vector<std::pair<char const*, char const*>>{
             {"start Blue Van", "Mon 22 June 2026, 17:00 UTC"},
             {"start Blue Van --until 3d", "Thu 11 June 2026, 17:00 UTC"},
         }) {
        script fresh;
        fresh.clock = play.clock;
        fresh.window_days = 14;
        fresh.command("ana", command);
        EXPECT_EQ(in_utc(fresh.run().time.closes, language::english), expected) << command;
    }
}

TEST_F(Deadline, ThatCannotBeIsRefusedAndNothingStarts)
{
    struct row {
        char const* command;
        char const* expected;
    };

    for (auto const& [command, expected] : std::vector<row>{
             {"start Blue Van --until soon", "“soon” is neither a number of days like 3d nor a date"},
             {"start Blue Van --until 0d", "neither a number of days"},
             {"start Blue Van --until -3d", "neither a number of days"},
             {"start Blue Van --until 99999999999d", "neither a number of days"},
             {"start Blue Van --until 2026-02-30", "neither a number of days"},
             {"start Blue Van --until", "“--until” needs a value"},
             {"start Blue Van --until 2026-06-07", "That time has passed already"},
             {"start Blue Van --until 91d", "open for 90 days at most"},
             {"start Blue Van --until 2027-06-07", "open for 90 days at most"},
         }) {
        play.command("ana", command);
        EXPECT_THAT(said(play), HasSubstr(expected)) << command;
        EXPECT_TRUE(play.state().assessments.empty()) << command;
    }
}

TEST_F(Deadline, IsKeptWithAStartThatWaitsForAWord)
{
    play.command("ana", "start Blue Van --names hidden --people <@ben> --until 3d");
    play.press("ana", "Start with hidden names");
    EXPECT_EQ(closes(), "Thu 11 June 2026, 17:00 UTC");
}

TEST_F(Deadline, ThatIsNearIsSaidOnceInTheThreadWithWhatHasNoAnswer)
{
    play.command("ana", "start Blue Van");
    play.command("ben", "answer 1 1");
    auto const before = sent();
    play.until(read_date("2026-06-14").value() + 16 * one_hour);
    EXPECT_EQ(sent(), before);
    play.until(read_date("2026-06-15").value() + 16 * one_hour);
    ASSERT_EQ(sent(), before + 1);
    auto const& near = play.everything_sent().back();
    EXPECT_EQ(near.who, message::audience::thread);
    EXPECT_THAT(text_of(near.content), HasSubstr("Closes Mon 15 June 2026, 17:00 UTC"));
    EXPECT_THAT(text_of(near.content), HasSubstr("no answer yet: question "));
}

TEST_F(Deadline, OfADayIsNotAlsoSaidToBeNear)
{
    play.command("ana", "start Blue Van --until 1d");
    play.command("ben", "answer 1 1");
    auto const before = sent();
    play.until(play.run().time.closes - 1);
    EXPECT_EQ(sent(), before);
}

TEST_F(Deadline, ThatIsReachedIsPutToTheOwnerAlone)
{
    play.command("ana", "start Blue Van --until 1d");
    play.command("ben", "answer 1 1");
    play.until(play.run().time.closes);
    auto const& over = newest_direct();
    EXPECT_EQ(over.to, "ana");
    EXPECT_THAT(text_of(over.content), HasSubstr("Time is up for the assessment of Blue Van"));
    EXPECT_THAT(text_of(over.content), HasSubstr("questions have no answer yet"));
    EXPECT_EQ(buttons_of(over.content).at(0).label, "Finish with what we have");
    EXPECT_EQ(buttons_of(over.content).at(1).label, "Give it two more days");
    EXPECT_THAT(text_of(play.shown("1/start")), HasSubstr("Time was up"));
    EXPECT_EQ(play.run().state, run_state::open) << "answers still count";
}

TEST_F(Deadline, TheOwnerFinishesWithWhatIsThere)
{
    play.command("ana", "start Blue Van --until 1d");
    play.answers_everything("ben", usual_choices(), usual_texts());
    play.until(play.run().time.closes);
    play.press("ana", "Finish with what we have");
    EXPECT_EQ(play.run().state, run_state::finished);
    EXPECT_EQ(play.last().wake_at, play.run().ended + 365 * one_day) << "when it is removed";
}

TEST_F(Deadline, TheOwnerGivesTwoMoreWorkingDaysOnce)
{
    play.command("ana", "start Blue Van --until 2026-06-12");
    play.command("ben", "answer 1 1");
    play.until(play.run().time.closes + one_hour);
    play.press("ana", "Give it two more days");
    EXPECT_EQ(closes(), "Tue 16 June 2026, 17:00 UTC");
    EXPECT_THAT(said(play), HasSubstr("open until Tue 16 June 2026, 17:00 UTC"));
    EXPECT_THAT(text_of(play.shown("1/start")), HasSubstr("Open until Tue 16 June"));
    auto const after = sent();
    play.press("ana", "Give it two more days");
    EXPECT_EQ(closes(), "Tue 16 June 2026, 17:00 UTC") << "pressed twice";
    EXPECT_EQ(sent(), after);
    play.until(play.run().time.closes);
    EXPECT_THAT(text_of(newest_direct().content), HasSubstr("Time is up")) << "told again at the new end";
}

TEST_F(Deadline, ThatIsOverIsPutToANewOwnerToo)
{
    play.command("ana", "start Blue Van --until 1d");
    play.command("ben", "answer 1 1");
    play.until(play.run().time.closes + one_hour);
    play.command("ana", "owner <@ben>");
    play.until(play.clock + one_hour);
    EXPECT_EQ(newest_direct().to, "ben");
    EXPECT_EQ(play.run().state, run_state::open);
}

TEST_F(Deadline, NobodyButTheOwnerMovesIt)
{
    play.command("ana", "start Blue Van --until 1d");
    play.command("ben", "answer 1 1");
    auto const before = play.run();
    play.command("ben", "extend 2d");
    EXPECT_THAT(said(play), HasSubstr("@ana"));
    EXPECT_EQ(play.run(), before);
}

TEST_F(Deadline, IsExtendedByDaysOrToADate)
{
    struct row {
        char const* command;
        char const* expected;
        char const* says;
    };

    for (auto const& [command, expected, says] : std::vector<row>{
             {"extend 2d", "Sat 13 June 2026, 17:00 UTC", "is open until Sat 13 June"},
             {"extend 1w", "Thu 18 June 2026, 17:00 UTC", "is open until Thu 18 June"},
             {"ext 2026-06-30", "Tue 30 June 2026, 17:00 UTC", "is open until Tue 30 June"},
             {"extend 2026-06-09", "Thu 11 June 2026, 17:00 UTC", "Give a later date"},
             {"extend 2026-06-01", "Thu 11 June 2026, 17:00 UTC", "has passed already"},
             {"extend 200d", "Thu 11 June 2026, 17:00 UTC", "90 days at most"},
             {"extend", "Thu 11 June 2026, 17:00 UTC", "Say how long"},
             {"extend a bit", "Thu 11 June 2026, 17:00 UTC", "neither a number of days"},
             {"extend 2d please", "Thu 11 June 2026, 17:00 UTC", "I do not know what to do with “please”"},
         }) {
        script fresh;
        fresh.clock = play.clock;
        fresh.command("ana", "start Blue Van --until 3d");
        fresh.command("ana", command);
        EXPECT_EQ(in_utc(fresh.run().time.closes, language::english), expected) << command;
        EXPECT_THAT(said(fresh), HasSubstr(says)) << command;
    }
}

TEST_F(Deadline, WithoutAWordForTwoWorkingDaysTheResultIsPosted)
{
    play.command("ana", "start Blue Van --until 2026-06-12");
    play.answers_everything("ben", usual_choices(), usual_texts());
    play.until(read_date("2026-06-16").value() + 17 * one_hour - 1);
    EXPECT_EQ(play.run().state, run_state::open);
    play.until(read_date("2026-06-16").value() + 17 * one_hour);
    EXPECT_EQ(play.run().state, run_state::finished);
    EXPECT_THAT(text_of(play.shown("1/unattended")), HasSubstr("Time was up"));
    EXPECT_TRUE(play.is_shown("1/result"));
    EXPECT_TRUE(play.is_shown("1/plan"));
}

TEST_F(Deadline, WithLittleAnsweredTheResultIsBetterScoping)
{
    play.command("ana", "start Blue Van --until 1d");
    play.command("ben", "answer 1 1");
    play.days(10);
    EXPECT_EQ(play.run().state, run_state::finished);
    EXPECT_EQ(play.run().outcome, "scoping");
}

TEST_F(Deadline, WithNoAnswerAtAllItPausesAndTheOwnerResumesWithTime)
{
    play.command("ana", "start Blue Van --until 1d");
    play.until(play.run().time.closes);
    EXPECT_THAT(text_of(newest_direct().content), HasSubstr("nobody has answered yet"));
    play.days(10);
    EXPECT_EQ(play.run().state, run_state::paused);
    EXPECT_THAT(text_of(play.shown("1/pause/1")), HasSubstr("there are no answers yet"));
    play.command("ana", "resume");
    EXPECT_EQ(play.run().state, run_state::open);
    EXPECT_GT(play.run().time.closes, play.clock + one_day);
}

TEST_F(Deadline, TwoMissedStepsAfterALongStopGiveTheOwnerTheirTime)
{
    play.command("ana", "start Blue Van --until 2d");
    play.command("ben", "answer 1 1");
    play.clock += 30 * one_day;
    play.happen({{}, {}, play.clock, std::string(32, '7'), time_came{}});
    EXPECT_EQ(play.run().state, run_state::open) << "told first, closed two working days later";
    EXPECT_THAT(text_of(newest_direct().content), HasSubstr("Time is up"));
    EXPECT_GT(play.last().wake_at, play.clock + one_day);
}

TEST_F(Deadline, DoesNotAgeWhilePaused)
{
    play.command("ana", "start Blue Van --until 3d");
    play.command("ben", "answer 1 1");
    auto const closes_first = play.run().time.closes;
    play.command("ana", "pause");
    EXPECT_EQ(play.last().wake_at, 0) << "nothing is due while paused";
    auto const paused_at = play.clock;
    auto const before = sent();
    play.days(40);
    EXPECT_EQ(sent(), before);
    play.command("ana", "resume");
    EXPECT_EQ(play.run().time.closes, closes_first + (play.clock - paused_at));
}

TEST_F(Deadline, AfterAPauseTwoWorkingDaysAreLeftAtLeast)
{
    play.command("ana", "start Blue Van --until 1d");
    play.command("ben", "answer 1 1");
    play.until(play.run().time.closes);
    play.command("ana", "pause");
    play.days(7);
    play.command("ana", "resume");
    EXPECT_GT(play.run().time.closes, play.clock + one_day);
    EXPECT_EQ(play.run().state, run_state::open);
    play.until(play.clock + one_day);
    EXPECT_EQ(play.run().state, run_state::open);
}

TEST(TimeThatComes, EarlyOrTwiceChangesNothing)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("ben", "answer 1 1");
    auto const before = play.state();
    play.happen({{}, {}, play.last().wake_at - 1, std::string(32, '7'), time_came{}});
    EXPECT_TRUE(is_silent(play));
    EXPECT_EQ(play.state(), before);
    auto const due = play.last().wake_at;
    play.happen({{}, {}, due, std::string(32, '7'), time_came{}});
    EXPECT_TRUE(play.last().changed);
    auto const after = play.state();
    play.happen({{}, {}, due, std::string(32, '8'), time_came{}});
    EXPECT_EQ(play.state(), after);
    EXPECT_FALSE(play.last().changed);
}

TEST(TimeThatComes, IsNothingToAChannelWithoutAssessments)
{
    script play;
    play.happen({{}, {}, play.clock, std::string(32, '7'), time_came{}});
    EXPECT_TRUE(is_silent(play));
    EXPECT_EQ(play.last().wake_at, 0);
}

TEST(QuietDays, PauseAnAssessmentOnceAndSaySoInTheThread)
{
    script play;
    play.command("ana", "start Blue Van --until 60d");
    play.command("ben", "answer 1 1");
    auto const quiet_since = play.clock;
    play.until(quiet_since + 14 * one_day - 1);
    EXPECT_EQ(play.run().state, run_state::open);
    play.until(quiet_since + 14 * one_day);
    EXPECT_EQ(play.run().state, run_state::paused);
    EXPECT_THAT(text_of(play.shown("1/pause/1")), HasSubstr("Paused by itself after 14 quiet days"));
    EXPECT_THAT(text_of(play.shown("1/start")), HasSubstr("Paused."));
    auto const sent = play.everything_sent().size();
    play.days(300);
    EXPECT_EQ(play.everything_sent().size(), sent) << "said once, and never cancelled";
    EXPECT_EQ(play.run().state, run_state::paused);
    play.command("ana", "resume");
    play.answer("ben", "traction", {"came_back"});
    EXPECT_EQ(play.run().state, run_state::open);
}

TEST(QuietDays, BeginAnewWithEveryAnswer)
{
    script play;
    play.command("ana", "start Blue Van --until 60d");
    play.command("ben", "answer 1 1");
    play.days(13);
    play.command("cleo", "answer 1 2");
    play.days(13);
    EXPECT_EQ(play.run().state, run_state::open);
}

TEST(QuietDays, CountForAnAssessmentOfAnEarlierVersionWithoutADeadline)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("ben", "answer 1 1");
    auto older = play.state();
    auto const answered = play.clock;
    older.assessments[0].time = {};
    older.assessments[0].reminders["ben"].stopped = true;
    auto const read = std::get<channel_state>(read_state(write_state(older)));
    surroundings around;
    around.current_guide = play.rules;
    auto const woken = advance(around, read, {{}, {}, answered + one_day, std::string(32, '7'), time_came{}});
    EXPECT_FALSE(woken.changed);
    EXPECT_EQ(woken.wake_at, answered + 14 * one_day);
}

}  // namespace crossroads
