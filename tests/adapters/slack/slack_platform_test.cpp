#include "channel/json_reading.hpp"
#include "slack/slack_platform.hpp"
#include "support/slack_samples.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace crossroads::slack {
namespace {

settings complete_settings()
{
    settings chosen;
    chosen.signing_secrets = {std::string(testing::slack_secret)};
    chosen.bot_token = "xoxb-made-up";
    return chosen;
}

TEST(SlackPlatform, IsNotMadeWithoutItsSecrets)
{
    auto no_secret = complete_settings();
    no_secret.signing_secrets.clear();
    auto empty_secret = complete_settings();
    empty_secret.signing_secrets = {""};
    auto no_token = complete_settings();
    no_token.bot_token.clear();

    for (auto const& incomplete : {no_secret, empty_secret, no_token})
        EXPECT_THROW(make_platform(incomplete), std::invalid_argument);
}

TEST(SlackPlatform, TakesASubmittedFormAndAnswersWithTheNext)
{
    auto const slack = make_platform(complete_settings());
    auto const request = testing::slack_payload_request(testing::slack_sample("form_submission").dump());

    auto const got = slack->receive(request, testing::slack_now);
    auto const& arrived = std::get<inbound>(got.outcome);
    form next;
    next.title = "Question 5";
    next.token = "form-5";
    auto const answer = slack->acknowledge(show_next_form{next}, arrived.answer_by);

    EXPECT_EQ(got.kind, "view_submission");
    auto const body = json::parse(answer.body);
    EXPECT_EQ(body["response_action"], "update");
    EXPECT_EQ(
        json::parse(body["view"]["private_metadata"].get<std::string>()),
        (json{{"channel", "C0VAN"}, {"thread", "1749999000.000100"}, {"token", "form-5"}}));
}

TEST(SlackPlatform, PostsToTheApiItIsGiven)
{
    auto chosen = complete_settings();
    chosen.api_url = "http://127.0.0.1:9/api";
    outgoing_message out;
    out.conversation = "slack:T0VAN:C0VAN";
    out.content.who = message::audience::channel;
    out.content.content.summary = "Hello.";

    auto const call = make_platform(chosen)->render(out);

    ASSERT_TRUE(call);
    EXPECT_EQ(call->url, "http://127.0.0.1:9/api/chat.postMessage");
}

TEST(SlackPlatform, MayBeUsedFromManyThreadsAtOnce)
{
    auto const slack = make_platform(complete_settings());
    auto const request = testing::slack_payload_request(testing::slack_sample("button_press").dump());
    std::atomic<int> understood = 0;
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&] {
            for (int turn = 0; turn < 100; ++turn)
                if (slack->receive(request, testing::slack_now).kind == "block_actions")
                    ++understood;
        });
    std::ranges::for_each(threads, &std::thread::join);

    EXPECT_EQ(understood, 400);
}

}  // namespace
}  // namespace crossroads::slack
