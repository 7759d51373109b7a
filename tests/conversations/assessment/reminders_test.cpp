// Reminders: who gets one, when, and what their buttons do. Scenarios C12 and C14.
#include "assessment/calendar.hpp"
#include "assessment/progress.hpp"
#include "conversations/assessment/script.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace crossroads {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Ana, in UTC, starts on Wednesday, 10 June 2026, 10:00, until the end of the month.
class Reminders : public testing::Test {
protected:
    Reminders()
    {
        play.clock = read_date("2026-06-10").value() + 10 * one_hour;
        play.zones = {{"ana", 0}, {"ben", 0}, {"tom", 9 * one_hour}, {"lea", -7 * one_hour}};
    }

    void start(std::string const& people = "<@ben>")
    {
        play.command("ana", "start Blue Van --until 2026-06-30 --people " + people);
    }

    /// "Thu 11 June 2026, 10:01 UTC", one for each reminder of the person.
    std::vector<std::string> reminders_of(std::string const& user) const
    {
        std::vector<std::string> times;
        auto const& all = play.everything_sent();
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].who == message::audience::direct && all[i].to == user &&
                all[i].slot.find("/reminder/") != std::string::npos)
                times.push_back(in_utc(play.times_sent()[i], language::english));
        return times;
    }

    script play;
};

}  // namespace

TEST_F(Reminders, ComeADayAfterTheStartToThoseWhoWereAskedThreeTimesAtMost)
{
    start();
    play.until(read_date("2026-06-30").value());
    EXPECT_THAT(
        reminders_of("ben"),
        ElementsAre(
            "Thu 11 June 2026, 10:01 UTC", "Fri 12 June 2026, 10:01 UTC", "Mon 15 June 2026, 09:00 UTC"));
}

TEST_F(Reminders, SayWhatIsOpenAndWhatOnlyThisPersonWouldAnswer)
{
    start();
    play.answer("ben", "traction", {"came_back"});
    play.days(2);
    auto const sent = play.sent_to("ben");
    ASSERT_FALSE(sent.empty());
    auto const text = text_of(sent.back().content);
    EXPECT_THAT(text, HasSubstr("questions about Blue Van are open for you, about"));
    EXPECT_THAT(text, HasSubstr("Nobody else has answered"));
    EXPECT_THAT(text, HasSubstr("Open until Tue 30 June 2026, 17:00 UTC"));
    std::vector<std::string> labels;
    for (auto const& one : buttons_of(sent.back().content))
        labels.push_back(one.label);
    EXPECT_THAT(labels, ElementsAre("Answer now", "Remind me tomorrow", "I am away", "Stop reminding me"));
}

TEST_F(Reminders, GoToNobodyWhoWasNotAskedAndDidNotJoin)
{
    play.command("ana", "start Blue Van --until 2026-06-30");
    play.answer("ben", "traction", {"came_back"});
    play.days(10);
    EXPECT_EQ(reminders_of("ben").size(), 3U) << "joined";
    EXPECT_THAT(reminders_of("ana"), IsEmpty()) << "neither asked nor joined";
}

TEST_F(Reminders, StopWhenThePersonHasAnsweredEverything)
{
    start();
    play.until(play.clock + 20 * one_hour);
    play.answers_everything("ben", usual_choices(), usual_texts());
    play.days(15);
    EXPECT_THAT(reminders_of("ben"), IsEmpty());
}

TEST_F(Reminders, WaitADayAfterTheLastAnswer)
{
    start();
    play.until(play.clock + 20 * one_hour);
    play.answer("ben", "traction", {"came_back"});
    play.until(read_date("2026-06-12").value());
    EXPECT_THAT(reminders_of("ben"), IsEmpty());
}

TEST_F(Reminders, OfTwoRunsInOneChannelComeOnceADay)
{
    start();
    play.command("ana", "start Red Van --until 2026-06-30 --people <@ben>");
    play.press("ana", "Start for Red Van");
    ASSERT_EQ(play.state().assessments.size(), 2U);
    play.until(read_date("2026-06-30").value());
    auto const times = reminders_of("ben");
    EXPECT_EQ(times.size(), 6U) << "three of each";
    for (std::size_t i = 1; i < times.size(); ++i)
        EXPECT_NE(times[i].substr(0, 10), times[i - 1].substr(0, 10)) << "two on one day";
}

TEST_F(Reminders, EndWithTheRun)
{
    start();
    play.answer("ben", "traction", {"came_back"});
    play.command("ana", "finish anyway");
    ASSERT_EQ(play.run().state, run_state::finished);
    play.tell_profiles();
    play.days(20);
    EXPECT_THAT(reminders_of("ben"), IsEmpty());
    EXPECT_TRUE(play.state().profiles.empty()) << "what was learned of people is forgotten with it";
}

TEST_F(Reminders, DoNotComeAfterTheDeadline)
{
    play.command("ana", "start Blue Van --until 2026-06-10 --people <@ben>");
    play.answer("ben", "traction", {"came_back"});
    play.until(read_date("2026-06-12").value());
    EXPECT_THAT(reminders_of("ben"), IsEmpty());
}

TEST_F(Reminders, AskForAProfileOnceADayAtMostAndGoOnWithoutOne)
{
    play.zones = {};
    start();
    play.until(read_date("2026-06-12").value());
    EXPECT_EQ(std::ranges::count(play.profiles_asked, "ben"), 0) << "asked for, and not told";
    EXPECT_THAT(reminders_of("ben"), ElementsAre("Thu 11 June 2026, 10:16 UTC"))
        << "a quarter of an hour later";
}

TEST_F(Reminders, OfAPersonWithoutAZoneFollowTheOwners)
{
    play.zones = {{"ana", 9 * one_hour}};
    start();
    play.until(read_date("2026-06-13").value());
    EXPECT_THAT(reminders_of("ben"), ElementsAre("Fri 12 June 2026, 00:00 UTC")) << "nine o'clock in Tokyo";
}

TEST_F(Reminders, ByTheirButtonsArePutOffOrEndOrTheAwayAreNotWaitedFor)
{
    struct row {
        char const* label;
        char const* says;
        std::size_t reminders;
    };

    for (auto const& [label, says, reminders] : std::vector<row>{
             {"Remind me tomorrow", "not before Fri 12 June 2026, 09:00 UTC", 3},
             {"I am away", "nobody waits for your answers", 1},
             {"Stop reminding me", "You get no more reminders", 1},
         }) {
        script fresh;
        fresh.clock = play.clock;
        fresh.zones = play.zones;
        std::swap(fresh, play);
        start();
        play.until(read_date("2026-06-11").value() + 12 * one_hour);
        play.press("ben", label);
        EXPECT_THAT(said(play), HasSubstr(says));
        play.until(read_date("2026-06-30").value());
        EXPECT_EQ(reminders_of("ben").size(), reminders) << label;
        std::swap(fresh, play);
        play.clock = read_date("2026-06-10").value() + 10 * one_hour;
    }
}

TEST_F(Reminders, AnswerNowOpensThePersonsNextQuestion)
{
    start();
    play.days(2);
    play.press("ben", "Answer now");
    ASSERT_TRUE(play.form_of("ben"));
    EXPECT_THAT(text_of(*play.form_of("ben")), HasSubstr(play.rules->questions.front().ask));
}

TEST_F(Reminders, SomebodyAwayCountsAsDoneUntilTheyAnswer)
{
    start();
    play.days(2);
    play.answers_everything("ana", usual_choices(), usual_texts());
    EXPECT_FALSE(play.run().owner_told_ready);
    play.press("ben", "I am away");
    EXPECT_TRUE(play.run().owner_told_ready) << "everybody is done or away";
    play.answer("ben", "traction", {"came_back"});
    EXPECT_FALSE(play.run().reminders.at("ben").away) << "back";
}

TEST_F(Reminders, NobodyWaitsForAPersonWhoLeftTheWorkspace)
{
    start();
    play.zones.erase("ben");
    play.until(play.clock + one_day + 60);
    play.happen({{}, {}, play.clock, std::string(32, '7'), profile_known{"ben", 0, true}});
    EXPECT_TRUE(play.run().reminders.at("ben").away);
    play.days(10);
    EXPECT_THAT(reminders_of("ben"), IsEmpty());
}

TEST_F(Reminders, AProfileNobodyAskedForChangesNothing)
{
    start();
    play.until(play.clock + 60);
    auto const before = play.state();
    play.happen({{}, {}, play.clock, std::string(32, '7'), profile_known{"eve", 3600, false}});
    EXPECT_EQ(play.state(), before);
}

TEST_F(Reminders, TheWindowClosesAtFiveWhereTheOwnerIs)
{
    play.zones["ana"] = 9 * one_hour;
    start();
    EXPECT_EQ(in_utc(play.run().time.closes, language::english), "Tue 30 June 2026, 17:00 UTC");
    play.tell_profiles();
    EXPECT_EQ(in_utc(play.run().time.closes, language::english), "Tue 30 June 2026, 08:00 UTC");
    EXPECT_THAT(text_of(play.shown("1/start")), HasSubstr("Open until Tue 30 June 2026, 08:00 UTC"));
}

TEST(C12, WhilePausedNobodyIsRemindedAndAfterwardsADayPasses)
{
    script play;
    play.clock = read_date("2026-06-10").value() + 10 * one_hour;
    play.zones = {{"ana", 0}, {"ben", 0}};
    play.command("ana", "start Blue Van --until 2026-06-30 --people <@ben>");
    play.answer("ben", "traction", {"came_back"});
    play.command("ana", "pause");
    auto const before = play.everything_sent().size();
    play.days(7);
    EXPECT_EQ(play.everything_sent().size(), before) << "no reminder, no warning";
    play.command("ana", "resume");
    auto const resumed = play.clock;
    play.until(resumed + one_day - 1);
    EXPECT_THAT(play.sent_to("ben"), IsEmpty());
    play.until(resumed + 2 * one_day);
    ASSERT_FALSE(play.sent_to("ben").empty());
    play.press("ben", "Answer now");
    EXPECT_EQ(play.form_of("ben")->token, std::string(play.run().key) + ".question.proved")
        << "where Ben was";
}

TEST(C14, AReminderDueAtThreeOnASundayWaitsForTheNextWorkingMorning)
{
    struct row {
        char const* user;
        int zone;
        char const* expected;
    };

    for (auto const& [user, zone, expected] : std::vector<row>{
             {"tom", 9 * 3600, "Mon 15 June 2026, 00:00 UTC"},
             {"ben", 0, "Mon 15 June 2026, 09:00 UTC"},
             {"lea", -7 * 3600, "Mon 15 June 2026, 16:00 UTC"},
         }) {
        script play;
        play.zones = {{"ana", 0}, {user, zone}};
        play.clock = read_date("2026-06-13").value() + 3 * one_hour - zone;  // Saturday, 3:00 there
        play.command("ana", std::string("start Blue Van --until 2026-06-30 --people <@") + user + ">");
        play.until(read_date("2026-06-16").value());
        auto const& all = play.everything_sent();
        std::vector<std::string> times;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].to == user)
                times.push_back(in_utc(play.times_sent()[i], language::english));
        EXPECT_THAT(times, ElementsAre(expected)) << user;
    }
}

}  // namespace crossroads
