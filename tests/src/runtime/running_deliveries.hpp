#pragma once

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
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace crossroads {

namespace asio = boost::asio;
using namespace std::chrono_literals;

inline std::chrono::sys_seconds now()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

inline message post_to_channel(std::string slot, std::string text)
{
    message made;
    made.slot = std::move(slot);
    made.who = message::audience::channel;
    made.content.summary = text;
    made.content.blocks.emplace_back(paragraph{{plain(text)}});
    return made;
}

inline message reply_in_thread(std::string slot, std::string thread_slot, std::string text)
{
    auto made = post_to_channel(std::move(slot), std::move(text));
    made.who = message::audience::thread;
    made.thread_slot = std::move(thread_slot);
    return made;
}

inline message edit_of(std::string slot, std::string text)
{
    auto made = post_to_channel(std::move(slot), std::move(text));
    made.edit = true;
    return made;
}

/// A store on disk and the deliveries that empty it, against a scripted Slack.
class running_deliveries : public testing::Test {
protected:
    running_deliveries()
    {
        directory_ = std::filesystem::path(testing::TempDir()) /
                     ("crossroads_deliveries_" + std::to_string(::getpid()) + "_" +
                      testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::remove_all(directory_);
        for (int i = 0; i < 2; ++i)
            threads_.emplace_back([this] { context_.run(); });
        open_store();
    }

    ~running_deliveries() override
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
        chosen.unknown_file_wait = 10ms;
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

inline http_response slack_error(std::string const& code)
{
    return {200, {{"Content-Type", "application/json"}}, R"({"ok":false,"error":")" + code + "\"}"};
}

}  // namespace crossroads
