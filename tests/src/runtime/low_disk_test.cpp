// What people and operators see when the disk is nearly full.
#include "app/store_metrics.hpp"
#include "runtime/inbox.hpp"
#include "settings/guide_file.hpp"
#include "slack/slack_platform.hpp"
#include "storage/files_store.hpp"
#include "support/simulated_disk.hpp"
#include "support/slack_requests.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace asio = boost::asio;

namespace crossroads::testing {
namespace {

guide usual_guide()
{
    return std::get<guide_source>(read_guide_file({})).rules;
}

std::unique_ptr<platform> slack_platform()
{
    slack::settings settings;
    settings.signing_secrets.emplace_back(slack_secret);
    settings.bot_token = "xoxb-test";
    return slack::make_platform(settings);
}

/// A service without its network, on a disk whose size a test decides.
class LowDisk : public ::testing::Test {
protected:
    LowDisk()
    {
        files_store_settings settings;
        settings.io = context_.get_executor();
        settings.tick_every = {};
        settings.low_space_bytes = 50'000;
        settings.low_space_percent = 0;
        store_ = std::make_unique<files_store>(std::make_unique<simulated_disk>(platter_), settings);
        inbox_ = std::make_unique<inbox>(inbox_parts{
            *store_, *slack_, guides_, counted_, [] { return slack_now; }, "/assess",
            [this](http_call call) { calls_.push_back(std::move(call)); }});
    }

    http_response receive(http_request request)
    {
        auto done = asio::co_spawn(context_, inbox_->receive(std::move(request)), asio::use_future);
        work();
        return done.get();
    }

    void work()
    {
        context_.restart();
        while (context_.poll() > 0) {
        }
    }

    http_response command(std::string const& channel, std::string const& text)
    {
        return receive(slack_form_request(
            {{"command", "/assess"},
             {"text", text},
             {"team_id", "T1"},
             {"channel_id", channel},
             {"user_id", "U1"},
             {"trigger_id", std::to_string(++triggers_)},
             {"response_url", "https://hooks.slack.com/commands/1"}}));
    }

    void have_free_space_of(std::uint64_t bytes)
    {
        std::uint64_t used = 0;
        for (auto const& [name, content] : platter_.contents())
            used += content.size();
        platter_.faults.capacity = used + bytes;
        store_->tick();
    }

    std::string metrics() const { return prometheus_text(store_->condition()); }

    simulated_platter platter_{1};
    asio::io_context context_;
    std::unique_ptr<platform> slack_ = slack_platform();
    guide_library guides_{usual_guide()};
    counters counted_;
    std::unique_ptr<files_store> store_;
    std::unique_ptr<inbox> inbox_;
    std::vector<http_call> calls_;
    int triggers_ = 0;
};

TEST_F(LowDisk, RefusesANewChannelWithAWordToThePersonAndGoesOnWithTheOthers)
{
    EXPECT_EQ(command("C1", "start Blue Van").status, 200U);
    have_free_space_of(40'000);

    auto const refused = command("C2", "start Red Cart");
    EXPECT_EQ(refused.status, 200U);
    EXPECT_NE(refused.body.find("too little disk space"), std::string::npos) << refused.body;
    EXPECT_TRUE(store_->states("slack:T1:C2").empty());
    EXPECT_EQ(counted_.get("crossroads_not_durable_total", "disk_low"), 1U);
    EXPECT_TRUE(store_->ready());

    auto const known = command("C1", "start Green Boat");
    EXPECT_EQ(known.body.find("too little disk space"), std::string::npos) << known.body;
    EXPECT_NE(store_->states("slack:T1:C1").at(0).find("Green Boat"), std::string::npos);
}

TEST_F(LowDisk, TellsAPersonWhoMentionsTheBotInACallOfItsOwn)
{
    have_free_space_of(40'000);

    auto const refused = receive(slack_json_request(
        R"({"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"app_mention",)"
        R"("user":"U1","channel":"C2","ts":"1750000000.000100","text":"<@UB> start Red Cart"}})"));

    EXPECT_EQ(refused.status, 200U);
    ASSERT_EQ(calls_.size(), 1U);
    EXPECT_NE(calls_[0].body.find("disk"), std::string::npos) << calls_[0].body;
}

TEST_F(LowDisk, ComesBackByItself)
{
    have_free_space_of(40'000);
    EXPECT_NE(metrics().find("\ncrossroads_store_disk_low 1\n"), std::string::npos) << metrics();
    EXPECT_NE(metrics().find("\ncrossroads_store_disk_free_bytes 40000\n"), std::string::npos) << metrics();

    have_free_space_of(50'500);  // not at the mark already: it would go back and forth
    EXPECT_NE(metrics().find("\ncrossroads_store_disk_low 1\n"), std::string::npos) << metrics();
    have_free_space_of(60'000);
    EXPECT_NE(metrics().find("\ncrossroads_store_disk_low 0\n"), std::string::npos) << metrics();

    auto const accepted = command("C2", "start Red Cart");
    EXPECT_EQ(accepted.body.find("too little disk space"), std::string::npos) << accepted.body;
    EXPECT_FALSE(store_->states("slack:T1:C2").empty());
}

TEST_F(LowDisk, StillKeepsWhatCannotWait)
{
    have_free_space_of(40'000);
    step keep = [](conversation_view const&) {
        unit changed;
        changed.state = "a guide";
        changed.can_wait = false;
        return changed;
    };
    auto done =
        asio::co_spawn(context_, store_->transact("guide:1", {"k"}, std::move(keep)), asio::use_future);
    work();

    EXPECT_TRUE(done.get().has_value());
    EXPECT_EQ(store_->states("guide:").size(), 1U);
}

}  // namespace
}  // namespace crossroads::testing
