// A team of twelve in four time zones, over five days and the weeks after: what the bot says and when.
#include "assessment/calendar.hpp"
#include "assessment/progress.hpp"
#include "conversations/assessment/script.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

namespace crossroads {

namespace {

enum class habit { prompt, in_two_goes, when_reminded, tomorrow_please, away, leave_me_alone, silent };

struct teammate {
    std::string user;
    int zone;
    habit does;
};

constexpr int los_angeles = -7 * 3'600;
constexpr int berlin = 2 * 3'600;
constexpr int bengaluru = 5 * 3'600 + 1'800;
constexpr int tokyo = 9 * 3'600;

std::vector<teammate> const team = {
    {"ana", berlin, habit::prompt},           {"ben", berlin, habit::when_reminded},
    {"cleo", berlin, habit::silent},          {"dan", los_angeles, habit::prompt},
    {"eve", los_angeles, habit::in_two_goes}, {"fay", los_angeles, habit::tomorrow_please},
    {"gus", bengaluru, habit::prompt},        {"hal", bengaluru, habit::away},
    {"ida", bengaluru, habit::silent},        {"jun", tokyo, habit::in_two_goes},
    {"kei", tokyo, habit::when_reminded},     {"leo", tokyo, habit::leave_me_alone},
};

teammate const& member_called(std::string const& user)
{
    return *std::ranges::find(team, user, &teammate::user);
}

bool is_reminder(message const& one)
{
    return one.slot.find("/reminder/") != std::string::npos;
}

class SimulatedTeam : public testing::Test {
protected:
    SimulatedTeam()
    {
        play.clock = monday + 7 * one_hour;
        std::string people;
        for (auto const& one : team) {
            play.zones[one.user] = one.zone;
            people += " <@" + one.user + ">";
        }
        play.command("ana", "start Blue Van --people" + people);
    }

    bool has_answered_all(std::string const& user) const
    {
        return has_passed_all(play.run(), user, asked_now(play.run(), *play.rules));
    }

    void answers_some(std::string const& user)
    {
        play.answer(user, "traction", {"pilot_done", "came_back"});
        play.answer(user, "proved", {"value_understood"});
        play.answer(user, "main_job", {"on_own"});
    }

    /// What people do without being asked, at two in the afternoon of theirs.
    void work(int day, teammate const& one)
    {
        bool const all =
            (one.does == habit::prompt && day == 0) || (one.does == habit::in_two_goes && day == 3);
        if (all)
            play.answers_everything(one.user, usual_choices(), usual_texts());
        else if (one.does == habit::in_two_goes && day == 0)
            answers_some(one.user);
    }

    void react_to(message const& reminder)
    {
        auto const& user = reminder.to;
        switch (member_called(user).does) {
        case habit::when_reminded: play.answers_everything(user, usual_choices(), usual_texts()); break;
        case habit::tomorrow_please: play.press(user, "Remind me tomorrow"); break;
        case habit::away:
            play.press(user, "I am away");
            quiet.insert(user);
            break;
        case habit::leave_me_alone:
            play.press(user, "Stop reminding me");
            quiet.insert(user);
            break;
        case habit::prompt:
        case habit::in_two_goes:
        case habit::silent: break;
        }
    }

    /// Everything said since the last look is checked; people react to their reminders.
    void look_at_what_was_said()
    {
        for (; seen < play.everything_sent().size(); ++seen) {
            auto const one = play.everything_sent()[seen];
            auto const at = play.times_sent()[seen];
            channel_messages += !one.edit && (one.who == message::audience::channel ||
                                              one.who == message::audience::thread_and_channel);
            thread_messages += !one.edit && one.who == message::audience::thread;
            if (!is_reminder(one))
                continue;
            auto const& reader = member_called(one.to);
            EXPECT_TRUE(is_working_time(at, reader.zone))
                << one.to << " at " << in_utc(at, language::english);
            EXPECT_FALSE(answered_at.contains(one.to) && at >= answered_at[one.to])
                << one.to << " had answered";
            EXPECT_FALSE(quiet.contains(one.to)) << one.to << " wanted none";
            EXPECT_NE(play.run().state, run_state::paused);
            EXPECT_FALSE(last_reminder.contains(one.to) && at - last_reminder[one.to] < one_day)
                << one.to << " twice in a day";
            last_reminder[one.to] = at;
            EXPECT_LE(++reminders[one.to], 3) << one.to;
            react_to(one);
        }
        for (auto const& one : team)
            if (!answered_at.contains(one.user) && has_answered_all(one.user))
                answered_at[one.user] = play.clock;
    }

    void live_through(unix_seconds from, unix_seconds to)
    {
        for (auto hour = from; hour <= to; hour += one_hour) {
            play.until(hour);
            look_at_what_was_said();
            for (auto const& one : team) {
                auto const local = hour + one.zone;
                if (play.run().state == run_state::open && local % one_day / one_hour == 14)
                    work(static_cast<int>((local - monday) / one_day), one);
            }
            look_at_what_was_said();
        }
    }

    unix_seconds const monday = read_date("2026-06-08").value();
    script play;
    std::size_t seen = 0;
    int channel_messages = 0;
    int thread_messages = 0;
    std::map<std::string, int> reminders;
    std::map<std::string, unix_seconds> last_reminder;
    std::map<std::string, unix_seconds> answered_at;
    std::set<std::string> quiet;
};

}  // namespace

TEST_F(SimulatedTeam, IsNeitherNaggedNorFlooded)
{
    live_through(monday + 8 * one_hour, monday + 5 * one_day);
    auto const after_five_days = reminders;
    live_through(monday + 5 * one_day + one_hour, monday + 7 * one_day + 16 * one_hour);
    ASSERT_EQ(play.run().state, run_state::open);
    play.until(monday + 9 * one_day);
    look_at_what_was_said();
    play.press("ana", "Finish with what we have");
    if (play.run().state == run_state::open)
        play.press("ana", "Show the result anyway");
    ASSERT_EQ(play.run().state, run_state::finished);
    auto const at_the_end = reminders;
    play.until(monday + 60 * one_day);
    look_at_what_was_said();

    EXPECT_LE(channel_messages, 2) << "the start and the result";
    EXPECT_EQ(reminders, at_the_end) << "none once it is over";
    int in_all = 0;
    std::string list;
    for (auto const& one : team) {
        in_all += reminders[one.user];
        list += " " + one.user + " " + std::to_string(reminders[one.user]);
    }
    EXPECT_EQ(reminders["ana"] + reminders["dan"] + reminders["gus"], 0) << "they answered on the first day";
    EXPECT_EQ(reminders["ben"], 1) << "answered when reminded";
    EXPECT_EQ(reminders["hal"], 1) << "went away";
    EXPECT_EQ(reminders["leo"], 1) << "wanted no more";
    EXPECT_EQ(reminders["cleo"], 2) << "silent, and left alone once the run has enough";
    std::printf(
        "12 people, 4 time zones: %d messages in the channel, %d in the thread, %d reminders in all (%zu "
        "people "
        "in the first 5 days):%s\n",
        channel_messages, thread_messages, in_all,
        static_cast<std::size_t>(
            std::ranges::count_if(after_five_days, [](auto const& one) { return one.second > 0; })),
        list.c_str());
}

}  // namespace crossroads
