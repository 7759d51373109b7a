#include "runtime/inbox.hpp"
#include "settings/guide_file.hpp"
#include "slack/slack_platform.hpp"
#include "storage/files_store.hpp"
#include "storage/posix_disk.hpp"
#include "support/slack_requests.hpp"
#include "support/temporary_directory.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace crossroads::testing {
namespace {

files_store_settings patient(asio::any_io_executor disk)
{
    files_store_settings settings;
    settings.durable_limit = 20s;
    settings.io = std::move(disk);
    return settings;
}

slack::settings slack_settings()
{
    slack::settings chosen;
    chosen.signing_secrets.emplace_back(slack_secret);
    chosen.bot_token = "xoxb-test";
    return chosen;
}

/// An inbox over a store whose disk stands still until it is told to go on.
class Inbox : public ::testing::Test {
protected:
    ~Inbox() override
    {
        if (!disk_thread_.joinable())
            let_the_disk_go_on();
        work_.reset();
        thread_.join();
        disk_work_.reset();
        disk_.stop();
    }

    void let_the_disk_go_on()
    {
        disk_thread_ = std::jthread([this] { disk_.run(); });
    }

    static http_request command(
        std::string const& text, std::string const& trigger, std::string const& team = "T1",
        std::string const& channel = "C1")
    {
        return slack_form_request(
            {{"command", "/assess"},
             {"text", text},
             {"team_id", team},
             {"channel_id", channel},
             {"user_id", "U1"},
             {"trigger_id", trigger}});
    }

    /// Requests are taken in the order of these calls: there is one thread.
    std::future<http_response> send(http_request request)
    {
        return asio::co_spawn(
            asio::make_strand(context_), inbox_.receive(std::move(request)), asio::use_future);
    }

    std::future<http_response> send(std::string const& team, std::string const& channel)
    {
        return send(command("start Blue Van", "trigger." + channel, team, channel));
    }

    temporary_directory data_;
    asio::io_context disk_;
    std::optional<asio::executor_work_guard<asio::io_context::executor_type>> disk_work_{
        disk_.get_executor()};
    files_store store_{open_posix_disk(data_.path().string()), patient(disk_.get_executor())};
    std::unique_ptr<platform> slack_ = slack::make_platform(slack_settings());
    guide_library guides_{std::get<guide_source>(read_guide_file("")).rules};
    counters counted_;
    inbox inbox_{inbox_parts{
        store_, *slack_, guides_, counted_, [] { return slack_now; }, "/assess", [](http_call) {},
        share_settings{.allowed = {1s, 2}, .room = 3, .most = 8}}};
    asio::io_context context_;
    std::optional<asio::executor_work_guard<asio::io_context::executor_type>> work_{context_.get_executor()};
    std::jthread disk_thread_;
    std::jthread thread_{[this] { context_.run(); }};
};

TEST_F(Inbox, PutsOffATenantThatCrowdsOutTheOthers)
{
    std::vector<std::future<http_response>> in_hand;
    for (auto const* channel : {"C1", "C2", "C3"})
        in_hand.push_back(send("T1", channel));

    EXPECT_EQ(send("T1", "C4").get().status, 503U);
    EXPECT_EQ(counted_.get("crossroads_put_off_total", "slack:T1"), 1U);

    in_hand.push_back(send("T2", "C1"));
    EXPECT_EQ(in_hand.back().wait_for(20ms), std::future_status::timeout) << "it was let in";
    let_the_disk_go_on();
    for (auto& one : in_hand)
        EXPECT_EQ(one.get().status, 200U);
    EXPECT_EQ(send("T1", "C4").get().status, 200U) << "repeated, as Slack does";
}

TEST_F(Inbox, AnswersOnlyOnceWhatItDidIsOnDisk)
{
    auto answer = send("T1", "C1");
    EXPECT_EQ(answer.wait_for(20ms), std::future_status::timeout);
    EXPECT_TRUE(store_.states("slack:").empty());

    let_the_disk_go_on();

    EXPECT_EQ(answer.get().status, 200U);
    EXPECT_EQ(store_.states("slack:").size(), 1U);
}

TEST_F(Inbox, DoesNotApplyTheRepeatOfWhatChangedNothingWhenItWasAnswered)
{
    let_the_disk_go_on();
    for (auto const& [text, trigger] :
         {std::pair("start Blue Van", "1"), std::pair("pause", "2"), std::pair("pause", "3"),
          std::pair("resume", "4")})
        EXPECT_EQ(send(command(text, trigger)).get().status, 200U);
    auto const before = store_.states("slack:");

    EXPECT_EQ(send(command("pause", "3")).get().status, 200U);

    EXPECT_EQ(store_.states("slack:"), before);
}

http_request channel_event(std::string const& event, std::string const& id)
{
    return slack_json_request(
        R"({"type":"event_callback","team_id":"T1","event_id":")" + id + R"(","event":)" + event + "}");
}

http_request id_changed(std::string const& from, std::string const& to)
{
    return channel_event(
        R"({"type":"channel_id_changed","old_channel_id":")" + from + R"(","new_channel_id":")" + to +
            R"("})",
        "Ev" + to);
}

/// The channels that the waiting messages of a conversation are for.
std::set<std::string> channels_of(std::vector<claimed_message> const& waiting, platform const& through)
{
    std::set<std::string> channels;
    for (auto const& claimed : waiting) {
        auto const content = read_message(claimed.body);
        auto const call = through.render({claimed.id, claimed.conversation, content.value(), claimed.sent});
        if (!call)
            continue;
        auto const fields = decode_form(call->body);
        channels.emplace(find_field(fields.value(), "channel").value_or("-"));
    }
    return channels;
}

TEST_F(Inbox, GoesOnInAChannelWhoseIdChanged)
{
    let_the_disk_go_on();
    EXPECT_EQ(send(command("start Blue Van", "1", "T1", "G1")).get().status, 200U);
    EXPECT_EQ(send(id_changed("G1", "C2")).get().status, 200U);
    EXPECT_EQ(send(id_changed("G1", "C2")).get().status, 200U) << "told twice";
    EXPECT_EQ(channels_of(store_.claim_outgoing(9), *slack_), std::set<std::string>{"C2"});

    auto const paused = send(command("pause", "2", "T1", "C2")).get();
    EXPECT_NE(paused.body.find("Paused: Blue Van"), std::string::npos) << paused.body;
    EXPECT_EQ(send(command("pause", "2", "T1", "C2")).get().body, paused.body) << "repeated";
    EXPECT_EQ(send(id_changed("C2", "C3")).get().status, 200U);
    for (auto const* channel : {"G1", "C2", "C3"})
        EXPECT_NE(
            send(command("status", std::string("s") + channel, "T1", channel)).get().body.find("Blue Van"),
            std::string::npos)
            << channel;
    EXPECT_EQ(store_.states("slack:T1:G1").size(), 1U);
    EXPECT_EQ(store_.states("slack:T1:C2").front(), R"({"kept_under":"slack:T1:G1"})");
    EXPECT_EQ(store_.states("slack:T1:C3").front(), R"({"kept_under":"slack:T1:G1"})");
}

TEST_F(Inbox, FindsTheChannelAgainWhenWhatWasKeptIsErased)
{
    let_the_disk_go_on();
    EXPECT_EQ(send(command("start Blue Van", "1", "T1", "G1")).get().status, 200U);
    EXPECT_EQ(send(id_changed("G1", "C2")).get().status, 200U);
    auto erased = asio::co_spawn(asio::make_strand(context_), store_.erase("slack:T1:G1"), asio::use_future);
    EXPECT_TRUE(erased.get().has_value());
    EXPECT_EQ(send(command("start Red Van", "2", "T1", "C2")).get().status, 200U);
    EXPECT_EQ(channels_of(store_.claim_outgoing(9), *slack_), std::set<std::string>{"C2"});
}

TEST_F(Inbox, KeepsNothingOfAChannelThatWasNeverSpokenIn)
{
    let_the_disk_go_on();
    EXPECT_EQ(send(id_changed("G1", "C2")).get().status, 200U);
    EXPECT_TRUE(store_.states("slack:").empty());
}

TEST_F(Inbox, LeavesAloneWhatHasBegunUnderTheNewId)
{
    let_the_disk_go_on();
    EXPECT_EQ(send(command("start Blue Van", "1", "T1", "G1")).get().status, 200U);
    EXPECT_EQ(send(command("start Red Van", "2", "T1", "C2")).get().status, 200U);
    EXPECT_EQ(send(id_changed("G1", "C2")).get().status, 200U);
    EXPECT_NE(send(command("status", "3", "T1", "C2")).get().body.find("Red Van"), std::string::npos);
}

}  // namespace
}  // namespace crossroads::testing
