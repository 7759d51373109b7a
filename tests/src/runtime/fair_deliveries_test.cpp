// However things stand with one workspace, the messages of another go out.
#include "channel/form.hpp"
#include "channel/platform.hpp"
#include "net/as_result.hpp"
#include "runtime/deliveries.hpp"
#include "slack/slack_platform.hpp"
#include "storage/files_store.hpp"
#include "storage/posix_disk.hpp"
#include "storage/store_error.hpp"
#include "support/local_server.hpp"
#include "support/temporary_directory.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace crossroads {
namespace {

constexpr std::size_t many = 10'000;  // messages of the workspace that fares badly
constexpr std::size_t few = 20;       // of the other, which are not to wait for them

http_response json_answer(unsigned status, http_headers more, std::string body)
{
    more.emplace_back("Content-Type", "application/json");
    return {status, std::move(more), std::move(body)};
}

std::chrono::sys_seconds now()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// A Slack in which the workspaces of channels "BAD…" have the bad luck it is told, and all others none.
class lucky_and_unlucky {
public:
    explicit lucky_and_unlucky(std::optional<http_response> luck)
        : luck_(std::move(luck)), server_([this](http_request request) { return answer(std::move(request)); })
    {}

    std::string api_url() const { return server_.url("/api/"); }

    /// Messages of the lucky and of the unlucky workspaces that have come.
    struct arrivals {
        std::size_t good = 0;
        std::size_t bad = 0;
    };

    /// Whether `enough` holds, now or before `limit` is over.
    bool sees_within(std::chrono::seconds limit, std::function<bool(arrivals const&)> const& enough)
    {
        std::unique_lock lock(mutex_);
        return came_.wait_for(lock, limit, [this, &enough] { return enough(arrived_); });
    }

private:
    void count(std::size_t arrivals::*which)
    {
        {
            std::lock_guard const lock(mutex_);
            ++(arrived_.*which);
        }
        came_.notify_all();
    }

    asio::awaitable<http_response> answer(http_request request)
    {
        auto const fields = decode_form(request.body).value_or(form_fields{});
        if (!find_field(fields, "channel").value_or("").starts_with("BAD")) {
            count(&arrivals::good);
            co_return json_answer(200, {}, R"({"ok":true,"ts":"1.2","message":{}})");
        }
        count(&arrivals::bad);
        if (luck_)
            co_return *luck_;
        asio::steady_timer forever(co_await asio::this_coro::executor, 1h);
        co_await forever.async_wait(as_result);
        co_return http_response{};
    }

    std::optional<http_response> luck_;  // none: no answer
    std::mutex mutex_;
    std::condition_variable came_;
    arrivals arrived_;
    local_server server_;  // last: its threads use the rest
};

/// A store on disk and the deliveries that empty it.
class delivering {
public:
    delivering(std::string const& api_url, files_store_settings settings)
        : store_(open_posix_disk(directory_.path().string()), std::move(settings)),
          tasks_(context_.get_executor()),
          client_(std::make_unique<http_client>(context_.get_executor(), to_loopback())),
          platform_(slack::make_platform(slack_at(api_url)))
    {
        auto call = [this](http_call made) { return client_->send(std::move(made)); };
        delivery_parts parts{store_, *platform_, std::move(call), tasks_, counted_, &now, {}};
        deliveries_ =
            std::make_unique<deliveries>(context_.get_executor(), std::move(parts), delivery_settings{});
        store_.on_outgoing([this] { deliveries_->pump(); });
        for (int i = 0; i < 2; ++i)
            threads_.emplace_back([this] { context_.run(); });
    }

    ~delivering()
    {
        deliveries_->stop();
        asio::co_spawn(asio::make_strand(context_), tasks_.stop(0s), asio::use_future).get();
        client_.reset();
        work_.reset();
        threads_.clear();
    }

    delivering(delivering const&) = delete;
    delivering& operator=(delivering const&) = delete;

    /// One message in each of `number` channels.
    void owe(std::string const& channels, std::size_t number, message::audience who)
    {
        constexpr std::size_t at_once = 1'000;
        std::vector<std::future<result<std::string>>> under_way;
        for (std::size_t i = 0; i < number; ++i) {
            under_way.push_back(event_in(channels + std::to_string(i), who));
            if (under_way.size() < at_once && i + 1 < number)
                continue;
            for (auto& one : under_way)
                EXPECT_TRUE(one.get());
            under_way.clear();
        }
    }

    /// What the store says to an event that owes one message.
    error_code one_more(std::string const& channel)
    {
        auto const stored = event_in(channel, message::audience::channel).get();
        return stored ? error_code() : stored.error();
    }

    files_store const& store() const { return store_; }

private:
    std::future<result<std::string>> event_in(std::string const& channel, message::audience who)
    {
        message out;
        out.slot = "1/start";
        out.who = who;
        out.to = "U1";
        out.content.summary = "Start.";
        step apply = [kept = stored_message{out.slot, false, write_message(out)}](conversation_view const&) {
            unit stored;
            stored.messages.push_back(kept);
            return stored;
        };
        std::vector<std::string> keys(1, channel);
        return asio::co_spawn(
            asio::make_strand(context_),
            store_.transact("slack:" + channel, std::move(keys), std::move(apply)), asio::use_future);
    }

    static client_settings to_loopback()
    {
        client_settings chosen;
        chosen.allow_loopback = true;
        return chosen;
    }

    static slack::settings slack_at(std::string const& api_url)
    {
        slack::settings chosen;
        chosen.signing_secrets.emplace_back("secret");
        chosen.bot_token = "xoxb-test";
        chosen.api_url = api_url;
        return chosen;
    }

    temporary_directory directory_;
    asio::io_context context_;
    std::optional<asio::executor_work_guard<asio::io_context::executor_type>> work_{context_.get_executor()};
    files_store store_;
    counters counted_;
    task_group tasks_;
    std::unique_ptr<http_client> client_;
    std::unique_ptr<platform> platform_;
    std::unique_ptr<deliveries> deliveries_;
    std::vector<std::jthread> threads_;
};

struct misfortune {
    std::string name;
    std::optional<http_response> answer;  // none: no answer
    message::audience who = message::audience::channel;
};

class FairDeliveries : public testing::TestWithParam<misfortune> {};

TEST_P(FairDeliveries, SendOneTenantsMessagesWhateverHappensToAnothers)
{
    lucky_and_unlucky slack(GetParam().answer);
    delivering service(slack.api_url(), {});
    service.owe("TBAD:BAD", many, GetParam().who);
    ASSERT_TRUE(slack.sees_within(10s, [](auto const& came) { return came.bad > 0; }));

    auto const begun = std::chrono::steady_clock::now();
    service.owe("TGOOD:GOOD", few, message::audience::channel);
    EXPECT_TRUE(slack.sees_within(4s, [](auto const& came) { return came.good == few; }));
    auto const took = std::chrono::steady_clock::now() - begun;

    RecordProperty("milliseconds", static_cast<int>(took / 1ms));
    EXPECT_GT(service.store().pending(), many / 2) << "the others still wait";
    EXPECT_TRUE(service.store().dead_letters().empty());
}

INSTANTIATE_TEST_SUITE_P(
    Of, FairDeliveries,
    testing::Values(
        misfortune{"ADeadToken", json_answer(200, {}, R"({"ok":false,"error":"token_revoked"})")},
        misfortune{"AnHourOf429", json_answer(429, {{"Retry-After", "3600"}}, "{}")},
        misfortune{"NoAnswer", std::nullopt},
        misfortune{
            "MoreThanItsPaceAllows", json_answer(200, {}, R"({"ok":true,"message_ts":"1.2"})"),
            message::audience::one_person}),
    [](auto const& each) { return each.param.name; });

// The control: one tenant may have every place there is, and the other waits for a time-out.
TEST(FairDeliveriesControl, WithoutPlacesLeftTheOtherWouldWait)
{
    lucky_and_unlucky slack(std::nullopt);
    files_store_settings unfair;
    unfair.claims = 1'000'000;
    delivering service(slack.api_url(), unfair);
    service.owe("TBAD:BAD", 1'000, message::audience::channel);
    ASSERT_TRUE(
        slack.sees_within(10s, [](auto const& came) { return came.bad >= delivery_settings{}.in_flight; }));

    service.owe("TGOOD:GOOD", few, message::audience::channel);
    EXPECT_FALSE(slack.sees_within(2s, [](auto const& came) { return came.good > 0; }));
}

TEST(FairDeliveriesLimit, RefusesEventsOfATenantThatOwesTooManyMessages)
{
    lucky_and_unlucky slack(std::nullopt);
    files_store_settings settings;
    settings.messages_per_tenant = 3;
    delivering service(slack.api_url(), settings);
    service.owe("TBAD:BAD", 3, message::audience::channel);

    EXPECT_EQ(service.one_more("TBAD:BADX"), make_error_code(store_error::overloaded));
    EXPECT_EQ(service.one_more("TGOOD:GOOD0"), error_code());
    EXPECT_EQ(service.store().pending(), 4U);
}

}  // namespace
}  // namespace crossroads
