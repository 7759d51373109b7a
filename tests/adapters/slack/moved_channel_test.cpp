// A channel whose id Slack changed: messages go where it is now (channel/platform.hpp, channel_slot).
#include "channel/form.hpp"
#include "slack/posts.hpp"
#include "slack/web_api.hpp"

#include <gtest/gtest.h>

#include <string>

namespace crossroads::slack {
namespace {

using audience = message::audience;

constexpr std::chrono::sys_seconds tried_at{std::chrono::seconds{1'750'000'000}};
web_api const api("https://slack.test/api/", "xoxb-made-up");

outgoing_message message_to(audience who)
{
    outgoing_message out;
    out.id = "m-17";
    out.conversation = "slack:T0VAN:G0OLD";
    out.content.slot = "1/question/traction";
    out.content.who = who;
    out.content.thread_slot = who == audience::channel ? "" : "1/start";
    out.content.to = "U0BEN";
    out.content.content = {"Question 1.", {paragraph{{plain("Question 1.")}}}};
    out.sent = {
        {"1/start", "1749999000.000100"},
        {"1/question/traction", "1749999001.000100"},
        {std::string(channel_slot), "C0NEW"}};
    return out;
}

std::string argument(std::optional<http_call> const& call, std::string_view name)
{
    auto const fields = decode_form(call.value().body);
    return std::string(find_field(fields.value(), name).value_or("-"));
}

TEST(MovedSlackChannel, GetsMessagesUnderTheIdItHasNow)
{
    for (auto const who : {audience::channel, audience::thread, audience::one_person})
        EXPECT_EQ(argument(call_that_sends(api, message_to(who)), "channel"), "C0NEW");
    auto edit = message_to(audience::thread);
    edit.content.edit = true;
    EXPECT_EQ(argument(call_that_sends(api, edit), "channel"), "C0NEW");
}

TEST(MovedSlackChannel, IsWhereMessagesAreLookedUp)
{
    auto out = message_to(audience::thread);
    auto const look_up = call_that_looks_up(api, out, tried_at);
    EXPECT_EQ(argument(look_up, "channel"), "C0NEW");
    EXPECT_EQ(argument(look_up, "oldest"), "1749999001.000100");
    out.content.who = audience::channel;
    out.sent = {{std::string(channel_slot), "C0NEW"}};
    EXPECT_EQ(argument(call_that_looks_up(api, out, tried_at), "oldest"), "1749999990.000000");
}

}  // namespace
}  // namespace crossroads::slack
