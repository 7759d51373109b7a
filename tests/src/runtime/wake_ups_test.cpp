// Time through the whole service but its sockets: what is due happens at its time, over restarts and clocks
// that jump.
#include "runtime/inbox.hpp"
#include "runtime/wake_ups.hpp"
#include "settings/guide_file.hpp"
#include "slack/slack_platform.hpp"
#include "src/storage/store_calls.hpp"
#include "storage/files_store.hpp"
#include "support/simulated_disk.hpp"
#include "support/slack_requests.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace crossroads {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

constexpr std::int64_t end_of_time = std::numeric_limits<std::int64_t>::max();

class WakeUpsOfService : public ::testing::Test {
protected:
    WakeUpsOfService() : guides_(std::get<guide_source>(read_guide_file({})).rules)
    {
        slack::settings chosen;
        chosen.signing_secrets.emplace_back(testing::slack_secret);
        chosen.bot_token = "xoxb-test";
        slack_ = slack::make_platform(chosen);
        start_service();
    }

    void start_service()
    {
        wake_ups_.reset();
        inbox_.reset();
        store_.reset();
        files_store_settings settings;
        settings.io = context_.get_executor();
        settings.tick_every = {};
        settings.clock = [this] { return now_.time_since_epoch().count(); };
        store_ = std::make_unique<files_store>(std::make_unique<simulated_disk>(platter_), settings);
        auto now = [this] { return now_; };
        inbox_ = std::make_unique<inbox>(
            inbox_parts{*store_, *slack_, guides_, counted_, now, "/assess", [this](http_call call) {
                            at_once_.push_back(std::move(call));
                        }});
        auto wake = [this](std::string conversation, std::int64_t due) {
            return inbox_->wake(std::move(conversation), due);
        };
        wake_ups_ = std::make_unique<wake_ups>(
            context_.get_executor(), wake_up_parts{*store_, counted_, now, std::move(wake)});
    }

    template <class Call>
    void perform(Call call)
    {
        asio::co_spawn(context_, std::move(call), asio::detached);
        context_.restart();
        while (context_.poll() > 0) {
        }
    }

    void command(std::string const& text, std::string const& channel = "C1", std::string const& user = "U1")
    {
        now_ += 60s;
        auto const trigger = "trigger " + std::to_string(++commands_);
        form_fields const fields = {{"command", "/assess"},  {"text", text},    {"team_id", "T1"},
                                    {"channel_id", channel}, {"user_id", user}, {"trigger_id", trigger}};
        perform(take(testing::slack_request("application/x-www-form-urlencoded", encode_form(fields), now_)));
    }

    asio::awaitable<void> take(http_request request)
    {
        auto const response = co_await inbox_->receive(std::move(request));
        EXPECT_EQ(response.status, 200U);
    }

    void look_at_the_clock() { perform(wake_ups_->wake_due()); }

    /// Sends all that is owed through the Slack adapter; gives the slots of what people can see.
    std::vector<std::string> deliver()
    {
        std::vector<std::string> slots;
        for (auto owed = store_->claim_outgoing(100); !owed.empty(); owed = store_->claim_outgoing(100))
            for (auto const& one : owed) {
                outgoing_message const out{one.id, one.conversation, *read_message(one.body), one.sent};
                perform(store_->record_attempt(one.conversation, one.id, 1));
                auto const call = slack_->render(out);
                EXPECT_TRUE(call) << out.content.slot;
                calls_.push_back(call.value_or(http_call{}));
                conclude(out, slack_->interpret(out, answer_to(out)));
                if (out.content.who != message::audience::profile)
                    slots.push_back(out.content.slot);
            }
        return slots;
    }

    http_response answer_to(outgoing_message const& out) const
    {
        nlohmann::json answer = {{"ok", true}, {"ts", "1750000000." + out.id}, {"channel", "C1"}};
        if (out.content.who == message::audience::profile)
            answer = {{"ok", true}, {"user", {{"id", out.content.to}, {"tz_offset", tz_offset_}}}};
        return {200, {}, answer.dump()};
    }

    void conclude(outgoing_message const& out, delivery_outcome const& outcome)
    {
        std::string platform_id;
        if (auto const* learned = std::get_if<learned_profile>(&outcome))
            perform(inbox_->report_profile(out.conversation, out.id, learned->what));
        else
            platform_id = std::get<delivered>(outcome).platform_id;
        perform(store_->settle(out.conversation, out.id, platform_id));
    }

    /// The last direct message on its way to this person: the fields of its call; empty if there is none.
    form_fields newest_to(std::string const& user) const
    {
        for (auto call = calls_.rbegin(); call != calls_.rend(); ++call) {
            auto const fields = decode_form(call->body).value_or(form_fields{});
            if (find_field(fields, "channel") == user)
                return fields;
        }
        return {};
    }

    /// A press on a button of a direct message, as Slack sends it.
    void press(nlohmann::json const& button, std::string const& block_id, std::string const& user)
    {
        now_ += 60s;
        nlohmann::json action = button;
        action["block_id"] = block_id;
        action["action_ts"] = std::to_string(++commands_) + ".000000";
        nlohmann::json const payload = {
            {"type", "block_actions"},
            {"team", {{"id", "T1"}}},
            {"user", {{"id", user}}},
            {"channel", {{"id", "D" + user}}},
            {"container", {{"type", "message"}, {"message_ts", "1.2"}, {"channel_id", "D" + user}}},
            {"trigger_id", "trigger " + std::to_string(commands_)},
            {"actions", nlohmann::json::array({action})}};
        auto const body = encode_form({{"payload", payload.dump()}});
        perform(take(testing::slack_request("application/x-www-form-urlencoded", body, now_)));
    }

    void look_every_hour_until(std::chrono::sys_seconds end)
    {
        for (; now_ <= end; now_ += 1h) {
            look_at_the_clock();
            deliver();
            look_at_the_clock();
            deliver();
        }
    }

    std::string state() { return store_->states("slack:").back(); }

    asio::io_context context_;
    simulated_platter platter_{1};
    std::chrono::sys_seconds now_ = testing::slack_now;
    guide_library guides_;
    counters counted_;
    std::unique_ptr<platform> slack_;
    std::unique_ptr<files_store> store_;
    std::unique_ptr<inbox> inbox_;
    std::unique_ptr<wake_ups> wake_ups_;
    std::vector<http_call> calls_;  // of deliveries
    std::vector<http_call> at_once_;
    int tz_offset_ = 0;
    int commands_ = 0;
};

TEST_F(WakeUpsOfService, HappenOnceWhenTheirTimeHasCome)
{
    command("start Blue Van --until 3d");
    command("answer 1 1", "C1", "U2");
    deliver();
    look_at_the_clock();
    EXPECT_THAT(deliver(), ::testing::IsEmpty());

    now_ += 50h;
    look_at_the_clock();
    EXPECT_THAT(deliver(), Contains(HasSubstr("1/closes/")));
    look_at_the_clock();
    EXPECT_THAT(deliver(), ::testing::IsEmpty());
}

TEST_F(WakeUpsOfService, ComeAgainForTheSameTimeWhenANewOwnerHasToBeTold)
{
    auto const told = [this](std::string const& user) {
        return std::string(find_field(newest_to(user), "text").value_or(""));
    };
    command("start Blue Van --until 1d");
    command("answer 1 1", "C1", "U2");
    deliver();
    look_every_hour_until(now_ + 40h);
    EXPECT_THAT(told("U1"), HasSubstr("Time is up"));

    command("owner <@U2>");
    deliver();
    EXPECT_THAT(told("U2"), ::testing::Not(HasSubstr("Time is up")));
    look_every_hour_until(now_ + 2h);
    EXPECT_THAT(told("U2"), HasSubstr("Time is up"));
}

TEST_F(WakeUpsOfService, SurviveAStopThatIsLongerThanTheyAre)
{
    command("start Blue Van --until 3d");
    command("answer 1 1", "C1", "U2");
    deliver();
    start_service();
    now_ += std::chrono::days{10};
    look_at_the_clock();
    EXPECT_THAT(deliver(), Contains(HasSubstr("1/over/")));
    start_service();
    look_at_the_clock();
    EXPECT_THAT(deliver(), ::testing::IsEmpty()) << "what happened is on record with the time of the next";
}

TEST_F(WakeUpsOfService, AreLateAtMostWhenTheClockJumps)
{
    command("start Blue Van --until 3d");
    command("answer 1 1", "C1", "U2");
    deliver();
    auto const real = now_;
    now_ -= std::chrono::days{400};
    look_at_the_clock();
    EXPECT_THAT(deliver(), ::testing::IsEmpty());
    now_ = real + 50h;
    look_at_the_clock();
    EXPECT_THAT(deliver(), Contains(HasSubstr("1/closes/")));
    now_ = real;  // back again: what was said is not said anew
    look_at_the_clock();
    now_ = real + 52h;
    look_at_the_clock();
    EXPECT_THAT(deliver(), ::testing::IsEmpty());
}

TEST_F(WakeUpsOfService, ComeToEveryConversationThatIsDue)
{
    for (auto const* channel : {"C1", "C2", "C3"})
        command("start Blue Van --until 1d", channel);
    deliver();
    now_ += 48h;
    look_at_the_clock();
    EXPECT_EQ(counted_.get("crossroads_wake_ups_total", "woken"), 3U);
    EXPECT_THAT(deliver(), ::testing::Contains(HasSubstr("1/over/")).Times(3));
}

TEST_F(WakeUpsOfService, OfABrokenConversationDoNotHoldUpTheOthers)
{
    step broken = [](conversation_view const&) {
        auto changed = changed_to("this is no state", "done");
        changed.wake_at = 1;
        return changed;
    };
    perform(send_event(*store_, "slack:T1:C0", "k", std::move(broken)));
    command("start Blue Van --until 1d");
    deliver();
    now_ += 48h;
    look_at_the_clock();
    EXPECT_EQ(counted_.get("crossroads_wake_ups_total", "failed"), 1U);
    EXPECT_EQ(counted_.get("crossroads_wake_ups_total", "woken"), 1U);
    look_at_the_clock();
    EXPECT_EQ(counted_.get("crossroads_wake_ups_total", "failed"), 1U) << "it waits before it is tried again";
}

TEST_F(WakeUpsOfService, AskAStateOfAnEarlierVersionOnceWhenItWantsToBeWoken)
{
    command("start Blue Van --until 3d");
    deliver();
    auto const kept = state();
    perform(store_->erase("slack:T1:C1"));
    step older = [kept](conversation_view const&) { return changed_to(kept, "done"); };
    perform(send_event(*store_, "slack:T1:C2", "k", std::move(older)));
    ASSERT_EQ(store_->wake_ups(1).size(), 1U);

    look_at_the_clock();
    EXPECT_THAT(store_->wake_ups(1), ::testing::IsEmpty());
    ASSERT_EQ(store_->wake_ups(end_of_time).size(), 1U);
    EXPECT_GT(store_->wake_ups(end_of_time).front().at, now_.time_since_epoch().count());
}

TEST_F(WakeUpsOfService, LeaveAloneWhatIsNoConversation)
{
    step guide = [](conversation_view const&) { return changed_to("{}", ""); };
    perform(send_event(*store_, "guide:0123", "k", std::move(guide)));
    look_at_the_clock();
    EXPECT_EQ(counted_.get("crossroads_wake_ups_total", "woken"), 0U);
    EXPECT_EQ(counted_.get("crossroads_wake_ups_total", "failed"), 0U);
}

// Saturday, 14 June 2025, 18:06 UTC is Sunday, 3:06 in Tokyo. A reminder falls due a day after the
// invitation.
TEST_F(WakeUpsOfService, C14HoldAReminderUntilThePersonsNextWorkingMorning)
{
    now_ = testing::slack_now - std::chrono::hours{45};
    tz_offset_ = 9 * 3'600;
    command("start Blue Van --until 20d --people <@U2>");
    look_every_hour_until(testing::slack_now + 8h);  // Monday, 8:06 in Tokyo
    EXPECT_TRUE(newest_to("U2").empty());
    look_every_hour_until(testing::slack_now + 10h);
    auto const reminder = newest_to("U2");
    ASSERT_FALSE(reminder.empty());
    EXPECT_THAT(std::string(find_field(reminder, "text").value()), HasSubstr("open for you"));
    auto const blocks = nlohmann::json::parse(find_field(reminder, "blocks").value());
    auto const& row = blocks.back();
    EXPECT_EQ(row.at("block_id"), "buttons:C1") << "the channel it is about";

    auto const before = calls_.size();
    press(row.at("elements").at(0), "buttons:C1", "U2");
    ASSERT_FALSE(at_once_.empty());
    EXPECT_TRUE(at_once_.back().url.ends_with("views.open"));
    EXPECT_THAT(decode_form(at_once_.back().body)->at(0).second, HasSubstr("C1"))
        << "what is saved goes there";

    press(row.at("elements").at(2), "buttons:C1", "U2");  // I am away
    auto const answer = decode_form(at_once_.back().body).value();
    EXPECT_EQ(find_field(answer, "channel"), "DU2") << "answered where it was pressed";
    look_every_hour_until(now_ + std::chrono::days{7});
    for (auto call = before; call < calls_.size(); ++call)
        EXPECT_NE(find_field(decode_form(calls_[call].body).value(), "channel"), "U2") << "away";
}

TEST_F(WakeUpsOfService, C12RemindNobodyWhileTheRunIsPaused)
{
    command("start Blue Van --until 30d --people <@U2>");
    deliver();
    command("pause");
    look_every_hour_until(now_ + std::chrono::days{7});
    EXPECT_TRUE(newest_to("U2").empty());
    command("resume");
    look_every_hour_until(now_ + std::chrono::days{3});
    EXPECT_FALSE(newest_to("U2").empty());
}

}  // namespace
}  // namespace crossroads
