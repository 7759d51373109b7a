// What is being delivered when the disk fails.
#include "runtime/deliveries.hpp"
#include "slack/slack_platform.hpp"
#include "storage/files_store.hpp"
#include "support/simulated_disk.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace crossroads {
namespace {

message private_note()
{
    message note;
    note.slot = "note";
    note.who = message::audience::one_person;
    note.to = "U1";
    note.content.summary = "Only for you.";
    return note;
}

message post_to_channel()
{
    message post;
    post.slot = "1/start";
    post.who = message::audience::channel;
    post.content.summary = "Start.";
    return post;
}

delivery_settings quick()
{
    delivery_settings chosen;
    chosen.first_wait = 1ms;
    chosen.unknown_wait = 1ms;
    return chosen;
}

files_store_settings tended_by_hand(asio::io_context& context)
{
    files_store_settings settings;
    settings.io = context.get_executor();
    settings.tick_every = {};
    settings.retry_every = {};
    return settings;
}

std::unique_ptr<platform> make_slack()
{
    slack::settings chosen;
    chosen.signing_secrets.emplace_back("secret");
    chosen.bot_token = "xoxb-test";
    chosen.api_url = "http://slack/";
    return slack::make_platform(chosen);
}

/// Deliveries to a Slack that accepts all calls, one of which the disk does not survive.
class DeliveriesWhenTheDiskFails : public ::testing::Test {
protected:
    void commit(message const& one)
    {
        step keep = [&one](conversation_view const&) {
            unit stored;
            stored.state = "{}";
            stored.messages.push_back({one.slot, one.edit, write_message(one)});
            return stored;
        };
        std::vector<std::string> keys(1, "event");
        asio::co_spawn(context_, store_.transact("slack:T1:C1", keys, keep), asio::detached);
        context_.poll();
    }

    asio::awaitable<call_result> accept(http_call made)
    {
        calls_.push_back(made.url.substr(std::string("http://slack/").size()));
        if (calls_.size() == 1)
            platter_.faults.failed_operation_one_in = 1;
        co_return http_response{200, {{"Content-Type", "application/json"}}, R"({"ok":true,"ts":"1.1"})"};
    }

    /// Delivers all there is; a disk that has failed is repaired. False when it takes ten seconds.
    bool deliver_all()
    {
        delivery_parts parts{store_, *slack_, {}, tasks_, counted_, {}, {}};
        parts.call = [this](http_call made) { return accept(std::move(made)); };
        parts.now = [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); };
        deliveries under_test(context_.get_executor(), std::move(parts), quick());
        store_.on_outgoing([&under_test] { under_test.pump(); });
        auto const limit = std::chrono::steady_clock::now() + 10s;
        while (store_.pending() > 0 || tasks_.size() > 0) {
            context_.restart();
            context_.run_for(1ms);
            if (!store_.ready()) {
                platter_.faults.failed_operation_one_in = 0;
                store_.tick();
            }
            if (std::chrono::steady_clock::now() > limit)
                return false;
        }
        return true;
    }

    asio::io_context context_;
    simulated_platter platter_{1};
    files_store store_{std::make_unique<simulated_disk>(platter_), tended_by_hand(context_)};
    std::unique_ptr<platform> slack_ = make_slack();
    counters counted_;
    task_group tasks_{context_.get_executor()};
    std::vector<std::string> calls_;
};

TEST_F(DeliveriesWhenTheDiskFails, DoNotRepeatWhatWasSentAndCannotBeLookedUp)
{
    commit(private_note());
    ASSERT_TRUE(deliver_all());
    EXPECT_EQ(calls_, std::vector<std::string>{"chat.postEphemeral"});
}

TEST_F(DeliveriesWhenTheDiskFails, NeedNoLookUpForWhatIsKnownToBeSent)
{
    commit(post_to_channel());
    ASSERT_TRUE(deliver_all());
    EXPECT_EQ(calls_, std::vector<std::string>{"chat.postMessage"});
}

}  // namespace
}  // namespace crossroads
