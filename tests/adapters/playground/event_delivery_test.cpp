#include "adapters/playground/played_workspace.hpp"
#include "playground/events.hpp"
#include "playground/signature.hpp"

#include <chrono>
#include <string>

namespace crossroads::playground {
namespace {

using namespace std::chrono_literals;

class EventDelivery : public played_workspace {
protected:
    void SetUp() override
    {
        say(ana, "hello");
        id_ = in.deliveries.at(0).id;
    }

    void settle(webhook_answer const& answer) { settle_delivery(in, id_, answer, now); }

    std::string id_;
};

TEST_F(EventDelivery, IsSignedAndAcknowledgedByAnyTwoHundred)
{
    auto const call = delivery_call(in, settings, id_, now);

    ASSERT_TRUE(call);
    EXPECT_EQ(call->url, "http://service/slack/events");
    EXPECT_EQ(find_header(call->headers, "content-type"), "application/json");
    EXPECT_FALSE(find_header(call->headers, "x-slack-retry-num"));
    settle(http_response{204, {}, ""});
    EXPECT_TRUE(in.deliveries.empty());
    EXPECT_FALSE(delivery_call(in, settings, id_, now));
}

TEST_F(EventDelivery, IsRepeatedThreeTimesWithTheSameBody)
{
    auto const first = delivery_call(in, settings, id_, now).value();
    webhook_answer const answers[] = {
        http_response{500, {}, ""}, webhook_failure::timed_out, webhook_failure::not_reached};
    std::string const reasons[] = {"http_error", "http_timeout", "connection_failed"};
    std::chrono::milliseconds const waits[] = {0ms, 1000ms, 5000ms};

    for (int retry = 0; retry < 3; ++retry) {
        settle(answers[retry]);
        ASSERT_EQ(in.deliveries.size(), 1U);
        EXPECT_EQ(in.deliveries[0].due, now + waits[retry]);
        now += 10s;
        auto const call = delivery_call(in, settings, id_, now).value();
        EXPECT_EQ(call.body, first.body);
        EXPECT_EQ(find_header(call.headers, "x-slack-retry-num"), std::to_string(retry + 1));
        EXPECT_EQ(find_header(call.headers, "x-slack-retry-reason"), reasons[retry]);
        EXPECT_NE(
            find_header(call.headers, "x-slack-signature"), find_header(first.headers, "x-slack-signature"));
    }
    settle(http_response{503, {}, ""});
    EXPECT_TRUE(in.deliveries.empty());
}

TEST_F(EventDelivery, IsNotRepeatedAgainstTheAppsWish)
{
    settle(http_response{500, {{"x-slack-no-retry", "1"}}, ""});

    EXPECT_TRUE(in.deliveries.empty());
}

TEST_F(EventDelivery, SurvivesARestart)
{
    settle(webhook_failure::not_reached);

    auto const again = read_workspace(write_workspace(in));

    ASSERT_TRUE(again);
    auto const call = delivery_call(*again, settings, id_, now);
    ASSERT_TRUE(call);
    EXPECT_EQ(find_header(call->headers, "x-slack-retry-num"), "1");
}

TEST(Signature, AgreesWithSlacksExample)
{
    // docs.slack.dev/authentication/verifying-requests-from-slack
    app_settings settings;
    settings.signing_secret = "8f742231b10e8888abcd99yyyzzz85a5";
    std::string const body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&"
        "channel_"
        "name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url="
        "https%"
        "3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id="
        "398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    auto const call = signed_call(settings, "/x", "text/plain", body, instant(1'531'420'618s));

    EXPECT_EQ(find_header(call.headers, "x-slack-request-timestamp"), "1531420618");
    EXPECT_EQ(
        find_header(call.headers, "x-slack-signature"),
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
}

}  // namespace
}  // namespace crossroads::playground
