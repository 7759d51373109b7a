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
            inbox_parts{*store_, *slack_, guides_, counted_, now, "/assess", [](http_call const&) {}});
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

    /// Sends all that is owed; gives the slots.
    std::vector<std::string> deliver()
    {
        std::vector<std::string> slots;
        for (auto out = store_->claim_outgoing(100); !out.empty(); out = store_->claim_outgoing(100))
            for (auto const& one : out) {
                slots.push_back(read_message(one.body)->slot);
                perform(store_->record_attempt(one.conversation, one.id, 1));
                perform(store_->settle(one.conversation, one.id, "1750000000." + one.id));
            }
        return slots;
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
    EXPECT_EQ(state(), kept);
}

TEST_F(WakeUpsOfService, LeaveAloneWhatIsNoConversation)
{
    step guide = [](conversation_view const&) { return changed_to("{}", ""); };
    perform(send_event(*store_, "guide:0123", "k", std::move(guide)));
    look_at_the_clock();
    EXPECT_EQ(counted_.get("crossroads_wake_ups_total", "woken"), 0U);
    EXPECT_EQ(counted_.get("crossroads_wake_ups_total", "failed"), 0U);
}

}  // namespace
}  // namespace crossroads
