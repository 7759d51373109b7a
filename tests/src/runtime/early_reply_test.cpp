// A reply that arrives before the service knows that the message it hangs on was sent.
#include "runtime/inbox.hpp"
#include "settings/guide_file.hpp"
#include "slack/slack_platform.hpp"
#include "storage/files_store.hpp"
#include "support/simulated_disk.hpp"
#include "support/slack_requests.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <utility>
#include <variant>

namespace asio = boost::asio;

namespace crossroads {
namespace {

constexpr char const* channel = "slack:T1:C1";
constexpr char const* thread = "1749999999.000100";

http_request start_command()
{
    return testing::slack_form_request(
        {{"command", "/assess"},
         {"text", "start Blue Van"},
         {"team_id", "T1"},
         {"channel_id", "C1"},
         {"user_id", "U1"},
         {"trigger_id", "trigger 1"}});
}

http_request reply_in_thread(std::string const& text)
{
    nlohmann::json const event = {
        {"type", "message"},
        {"channel", "C1"},
        {"user", "U1"},
        {"text", text},
        {"thread_ts", thread},
        {"ts", "1749999999.000200"},
        {"channel_type", "channel"}};
    nlohmann::json const body = {
        {"type", "event_callback"}, {"team_id", "T1"}, {"event_id", "Ev1"}, {"event", event}};
    return testing::slack_json_request(body.dump());
}

/// An inbox over a store whose work is done when the test says so.
class EarlyReply : public ::testing::Test {
protected:
    EarlyReply() : guides_(std::get<guide_source>(read_guide_file({})).rules)
    {
        files_store_settings settings;
        settings.io = context_.get_executor();
        settings.tick_every = {};
        store_ = std::make_unique<files_store>(std::make_unique<simulated_disk>(platter_), settings);
        slack::settings chosen;
        chosen.signing_secrets.emplace_back(testing::slack_secret);
        chosen.bot_token = "xoxb-test";
        slack_ = slack::make_platform(chosen);
        inbox_ = std::make_unique<inbox>(inbox_parts{
            *store_, *slack_, guides_, counted_, [] { return testing::slack_now; }, "/assess",
            [](http_call const&) {}});
    }

    template <class Call>
    void perform(Call call)
    {
        asio::co_spawn(context_, std::move(call), asio::detached);
        context_.restart();
        while (context_.poll() > 0) {
        }
    }

    unsigned status_of(http_request request)
    {
        unsigned status = 0;
        perform(answer(std::move(request), &status));
        return status;
    }

    asio::awaitable<void> answer(http_request request, unsigned* status)
    {
        auto const response = co_await inbox_->receive(std::move(request));
        *status = response.status;
    }

    asio::io_context context_;
    simulated_platter platter_{1};
    guide_library guides_;
    counters counted_;
    std::unique_ptr<files_store> store_;
    std::unique_ptr<platform> slack_;
    std::unique_ptr<inbox> inbox_;
};

TEST_F(EarlyReply, IsRepeatedUntilItIsKnownWhetherTheThreadIsOurs)
{
    ASSERT_EQ(status_of(start_command()), 200U);
    auto const claimed = store_->claim_outgoing(1);
    ASSERT_EQ(claimed.size(), 1U);
    perform(store_->record_attempt(channel, claimed[0].id, 1));
    auto const answer = reply_in_thread("1: 2");
    EXPECT_EQ(status_of(answer), 503U);
    EXPECT_EQ(counted_.get("crossroads_early_replies_total", "slack:T1"), 1U);

    perform(store_->settle(channel, claimed[0].id, thread));
    EXPECT_EQ(status_of(answer), 200U);

    ASSERT_EQ(store_->states("slack:").size(), 1U);
    EXPECT_NE(store_->states("slack:")[0].find("1749999999.000200"), std::string::npos)
        << "taken as an answer";
}

}  // namespace
}  // namespace crossroads
