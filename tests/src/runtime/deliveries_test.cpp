#include "channel/platform.hpp"
#include "runtime/deliveries.hpp"
#include "slack/slack_platform.hpp"
#include "storage/files_store.hpp"
#include "storage/posix_disk.hpp"
#include "support/scripted_slack.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace crossroads {
namespace {

std::chrono::sys_seconds now()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

message post_to_channel(std::string slot, std::string text)
{
    message made;
    made.slot = std::move(slot);
    made.who = message::audience::channel;
    made.content.summary = text;
    made.content.blocks.emplace_back(paragraph{{plain(text)}});
    return made;
}

message reply_in_thread(std::string slot, std::string thread_slot, std::string text)
{
    auto made = post_to_channel(std::move(slot), std::move(text));
    made.who = message::audience::thread;
    made.thread_slot = std::move(thread_slot);
    return made;
}

message edit_of(std::string slot, std::string text)
{
    auto made = post_to_channel(std::move(slot), std::move(text));
    made.edit = true;
    return made;
}

/// A store on disk and the deliveries that empty it, against a scripted Slack.
class Deliveries : public testing::Test {
protected:
    Deliveries()
    {
        directory_ = std::filesystem::path(testing::TempDir()) /
                     ("crossroads_deliveries_" + std::to_string(::getpid()) + "_" +
                      testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::remove_all(directory_);
        for (int i = 0; i < 2; ++i)
            threads_.emplace_back([this] { context_.run(); });
        open_store();
    }

    ~Deliveries() override
    {
        close();
        store_.reset();
        work_.reset();
        threads_.clear();
        std::filesystem::remove_all(directory_);
    }

    void open_store()
    {
        store_ = std::make_unique<files_store>(open_posix_disk(directory_.string()), files_store_settings{});
    }

    void commit(std::vector<message> messages, std::string const& conversation = "slack:T1:C1")
    {
        step keep = [&messages](conversation_view const&) {
            unit stored;
            stored.state = "{}";
            for (auto const& one : messages)
                stored.messages.push_back({one.slot, one.edit, write_message(one)});
            return stored;
        };
        std::vector<std::string> keys;
        keys.push_back("event" + std::to_string(++events_));
        auto const committed =
            asio::co_spawn(context_, store_->transact(conversation, keys, keep), asio::use_future).get();
        ASSERT_TRUE(committed);
    }

    void start(delivery_settings settings = quick())
    {
        tasks_ = std::make_unique<task_group>(context_.get_executor());
        client_settings to_loopback;
        to_loopback.allow_loopback = true;
        client_ = std::make_unique<http_client>(context_.get_executor(), to_loopback);
        slack::settings slack_settings;
        slack_settings.signing_secrets.push_back("secret");
        slack_settings.bot_token = "xoxb-test";
        slack_settings.api_url = slack_.api_url();
        platform_ = slack::make_platform(slack_settings);
        auto call = [this](http_call made) { return client_->send(std::move(made)); };
        delivery_parts parts{*store_, *platform_, std::move(call), *tasks_, counted_, &now, {}};
        parts.report_failure = [this](std::string, std::string, std::string slot, std::string reason) {
            return note_failure(std::move(slot), std::move(reason));
        };
        deliveries_ = std::make_unique<deliveries>(context_.get_executor(), std::move(parts), settings);
        store_->on_outgoing([this] { deliveries_->pump(); });
        deliveries_->pump();
    }

    /// Waits until nothing is pending; false after ten seconds.
    bool all_done()
    {
        auto const limit = std::chrono::steady_clock::now() + 10s;
        while (store_->pending() > 0 || (tasks_ && tasks_->size() > 0)) {
            if (std::chrono::steady_clock::now() > limit)
                return false;
            std::this_thread::yield();
        }
        return true;
    }

    void close()
    {
        if (!deliveries_)
            return;
        deliveries_->stop();
        asio::co_spawn(asio::make_strand(context_), tasks_->stop(1s), asio::use_future).get();
        deliveries_.reset();
        client_.reset();
    }

    asio::awaitable<void> note_failure(std::string slot, std::string reason)
    {
        failures_.push_back(slot + ": " + reason);
        co_return;
    }

    static delivery_settings quick()
    {
        delivery_settings chosen;
        chosen.posts = {0ms, 1};
        chosen.first_wait = 10ms;
        chosen.unknown_wait = 10ms;
        chosen.blocked_wait = 20ms;
        return chosen;
    }

    asio::io_context context_;
    asio::executor_work_guard<asio::io_context::executor_type> work_{context_.get_executor()};
    std::vector<std::jthread> threads_;
    std::filesystem::path directory_;
    int events_ = 0;
    counters counted_;
    scripted_slack slack_;
    std::unique_ptr<files_store> store_;
    std::unique_ptr<http_client> client_;
    std::unique_ptr<task_group> tasks_;
    std::unique_ptr<platform> platform_;
    std::unique_ptr<deliveries> deliveries_;
    std::vector<std::string> failures_;
};

http_response slack_error(std::string const& code)
{
    return {200, {{"Content-Type", "application/json"}}, R"({"ok":false,"error":")" + code + "\"}"};
}

TEST_F(Deliveries, SendTheMessagesOfAConversationInOrderAndTheirRepliesIntoTheThread)
{
    commit(
        {post_to_channel("1/start", "Start."), reply_in_thread("1/question/a", "1/start", "A?"),
         reply_in_thread("1/question/b", "1/start", "B?")});
    start();

    ASSERT_TRUE(all_done());
    auto const posts = slack_.posts();
    ASSERT_EQ(posts.size(), 3U);
    EXPECT_EQ(posts[0].text, "Start.");
    EXPECT_EQ(posts[1].text, "A?");
    EXPECT_EQ(posts[2].text, "B?");
    EXPECT_EQ(posts[1].thread, posts[0].ts);
    EXPECT_EQ(posts[2].thread, posts[0].ts);
}

TEST_F(Deliveries, WaitAsLongAsThePlatformSaysAndSendOnce)
{
    slack_.next("chat.postMessage", {{429, {{"Retry-After", "1"}}, R"({"ok":false,"error":"ratelimited"})"}});
    commit({post_to_channel("1/start", "Start.")});
    auto const begun = std::chrono::steady_clock::now();
    start();

    ASSERT_TRUE(all_done());
    EXPECT_GE(std::chrono::steady_clock::now() - begun, 1s);
    EXPECT_EQ(slack_.posts().size(), 1U);
    EXPECT_EQ(slack_.calls("conversations.history"), 0U);  // a 429 was certainly not sent
}

TEST_F(Deliveries, FindAMessageWhoseAnswerWasLostInsteadOfRepeatingIt)
{
    slack_.next("chat.postMessage", {{502, {{"Content-Type", "text/html"}}, "<html>"}, true});
    commit({post_to_channel("1/start", "Start."), reply_in_thread("1/question/a", "1/start", "A?")});
    start();

    ASSERT_TRUE(all_done());
    auto const posts = slack_.posts();
    ASSERT_EQ(posts.size(), 2U);
    EXPECT_EQ(posts[1].thread, posts[0].ts);
    EXPECT_EQ(slack_.calls("conversations.history"), 1U);
}

TEST_F(Deliveries, RepeatAMessageThatALookUpDoesNotShow)
{
    slack_.next("chat.postMessage", {{503, {}, ""}, false});
    commit({post_to_channel("1/start", "Start.")});
    start();

    ASSERT_TRUE(all_done());
    EXPECT_EQ(slack_.posts().size(), 1U);
    EXPECT_EQ(slack_.calls("chat.postMessage"), 2U);
}

TEST_F(Deliveries, DoNotTakeAFailedLookUpForAMissingMessage)
{
    slack_.next("chat.postMessage", {{500, {}, ""}, true});
    slack_.next("conversations.history", {{500, {}, ""}});
    slack_.next("conversations.history", {slack_error("internal_error")});
    commit({post_to_channel("1/start", "Start.")});
    start();

    ASSERT_TRUE(all_done());
    EXPECT_EQ(slack_.posts().size(), 1U);
    EXPECT_EQ(slack_.calls("conversations.history"), 3U);
}

TEST_F(Deliveries, DoNotTakeALookUpWithARefusedTokenForAMissingMessage)
{
    slack_.next("chat.postMessage", {{500, {}, ""}, true});
    slack_.next("conversations.history", {slack_error("token_revoked")});
    commit({post_to_channel("1/start", "Start.")});
    start();

    ASSERT_TRUE(all_done());
    EXPECT_EQ(slack_.posts().size(), 1U);
    EXPECT_EQ(slack_.calls("conversations.history"), 2U);
    EXPECT_EQ(counted_.get("crossroads_deliveries_total", "blocked"), 1U);
}

TEST_F(Deliveries, ReportAMessageThatIsRefusedForGoodAndGoOnWithTheNext)
{
    slack_.next("chat.postMessage", {slack_error("msg_too_long")});
    commit({post_to_channel("1/start", "Start."), post_to_channel("2/start", "Second.")});
    start();

    ASSERT_TRUE(all_done());
    EXPECT_EQ(failures_, std::vector<std::string>{"1/start: msg_too_long"});
    ASSERT_EQ(slack_.posts().size(), 1U);
    EXPECT_EQ(slack_.posts()[0].text, "Second.");
    ASSERT_EQ(store_->dead_letters().size(), 1U);
    EXPECT_EQ(store_->dead_letters()[0].reason, "msg_too_long");
}

TEST_F(Deliveries, KeepMessagesWhileTheInstallationIsRefused)
{
    for (int i = 0; i < 3; ++i)
        slack_.next("chat.postMessage", {slack_error("token_revoked")});
    commit({post_to_channel("1/start", "Start.")});
    start();

    ASSERT_TRUE(all_done());
    EXPECT_EQ(slack_.posts().size(), 1U);
    EXPECT_TRUE(failures_.empty());
}

TEST_F(Deliveries, PostAnewWhatWasToBeEditedWhenTheMessageIsGone)
{
    commit({post_to_channel("1/start", "Start.")});
    start();
    ASSERT_TRUE(all_done());

    slack_.next("chat.update", {slack_error("message_not_found")});
    commit({edit_of("1/start", "Edited.")});
    ASSERT_TRUE(all_done());
    commit({reply_in_thread("1/question/a", "1/start", "A?")});
    ASSERT_TRUE(all_done());

    auto const posts = slack_.posts();
    ASSERT_EQ(posts.size(), 3U);
    EXPECT_EQ(posts[1].text, "Edited.");
    EXPECT_EQ(posts[2].thread, posts[1].ts);  // the new message has taken the slot over
}

TEST_F(Deliveries, FindWhatWasPostedAnewWhenTheAnswerToThatWasLost)
{
    commit({post_to_channel("1/start", "Start.")});
    start();
    ASSERT_TRUE(all_done());

    for (int i = 0; i < 2; ++i)
        slack_.next("chat.update", {slack_error("message_not_found")});
    slack_.next("chat.postMessage", {{502, {{"Content-Type", "text/html"}}, "<html>"}, true});
    commit({edit_of("1/start", "Edited.")});
    ASSERT_TRUE(all_done());

    ASSERT_EQ(slack_.posts().size(), 2U);
    EXPECT_EQ(slack_.posts()[1].text, "Edited.");
}

TEST_F(Deliveries, LookUpAfterARestartWhatMayHaveBeenSentBeforeIt)
{
    slack_.next("chat.postMessage", {{500, {}, ""}, true});
    commit({post_to_channel("1/start", "Start.")});
    auto slow = quick();
    slow.unknown_wait = 1h;
    start(slow);
    while (slack_.calls("chat.postMessage") == 0 || tasks_->size() > 0)
        std::this_thread::yield();
    close();
    store_.reset();

    open_store();
    start();

    ASSERT_TRUE(all_done());
    EXPECT_EQ(slack_.posts().size(), 1U);
    EXPECT_EQ(slack_.calls("chat.postMessage"), 1U);
}

TEST_F(Deliveries, GiveACallOfTheLastLifeTimeToArriveBeforeTheyLookItUp)
{
    // As if the process had died right after the call was made.
    commit({post_to_channel("1/start", "Start.")});
    auto const claimed = store_->claim_outgoing(1);
    ASSERT_EQ(claimed.size(), 1U);
    auto recorded = store_->record_attempt(claimed[0].conversation, claimed[0].id, 1);
    ASSERT_TRUE(asio::co_spawn(context_, std::move(recorded), asio::use_future).get());
    store_.reset();
    open_store();
    auto slow = quick();
    slow.unknown_wait = 300ms;
    auto const begun = std::chrono::steady_clock::now();
    start(slow);

    ASSERT_TRUE(all_done());
    EXPECT_GE(std::chrono::steady_clock::now() - begun, 300ms);
    EXPECT_EQ(slack_.calls("conversations.history"), 1U);
    EXPECT_EQ(slack_.posts().size(), 1U);
}

TEST_F(Deliveries, DoNotHoldUpOneConversationBecauseOfAnother)
{
    slack_.next("chat.postMessage", {{429, {{"Retry-After", "3600"}}, ""}});
    commit({post_to_channel("1/start", "Held up.")});
    start();
    while (slack_.calls("chat.postMessage") == 0 || tasks_->size() > 0)
        std::this_thread::yield();

    commit({post_to_channel("1/start", "Other.")}, "slack:T1:C2");
    auto const limit = std::chrono::steady_clock::now() + 5s;
    while (slack_.posts().empty() && std::chrono::steady_clock::now() < limit)
        std::this_thread::yield();

    ASSERT_EQ(slack_.posts().size(), 1U);
    EXPECT_EQ(slack_.posts()[0].text, "Other.");
}

TEST_F(Deliveries, LeaveEditsOfAWholeWorkspaceAloneWhenThePlatformSaysSoOfOne)
{
    slack_.next("chat.update", {{429, {{"Retry-After", "3600"}}, ""}});
    commit({post_to_channel("1/start", "Start."), edit_of("1/start", "Edited.")});
    start();
    while (slack_.calls("chat.update") == 0 || tasks_->size() > 0)
        std::this_thread::yield();

    commit({post_to_channel("1/start", "Other."), edit_of("1/start", "Edited.")}, "slack:T1:C2");
    while (slack_.posts().size() < 2 || tasks_->size() > 0)
        std::this_thread::yield();

    EXPECT_EQ(slack_.calls("chat.update"), 1U);
}

}  // namespace
}  // namespace crossroads
