// Messages to one person outside of the channel: their buttons have to lead back to it.
#include "channel/json_reading.hpp"
#include "slack/element_ids.hpp"
#include "slack/posts.hpp"

#include <gtest/gtest.h>

#include <string>

namespace crossroads::slack {
namespace {

web_api const api("https://slack.test/api/", "xoxb-made-up");

outgoing_message direct_message()
{
    outgoing_message out;
    out.id = "m-17";
    out.conversation = "slack:T0VAN:C0VAN";
    out.content.slot = "1/reminder/U0BEN/1";
    out.content.who = message::audience::direct;
    out.content.to = "U0BEN";
    out.content.content.blocks.emplace_back(button_row{{{"next", "tok-1", "Answer now", {}, {}}}});
    out.content.content.blocks.emplace_back(button_row{{{"away", "tok-1", "I am away", {}, {}}}});
    out.sent = {{"1/start", "1749999000.000100"}};
    return out;
}

TEST(SlackDirectMessage, GoesToThePersonAndNamesTheChannelItIsAbout)
{
    auto const call = call_that_sends(api, direct_message());

    ASSERT_TRUE(call);
    EXPECT_TRUE(call->url.ends_with("/chat.postMessage"));
    auto const fields = decode_form(call->body).value();
    EXPECT_EQ(find_field(fields, "channel"), "U0BEN");
    EXPECT_EQ(find_field(fields, "thread_ts"), std::nullopt);
    auto const blocks = json::parse(find_field(fields, "blocks").value());
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(blocks[0]["block_id"], "buttons:C0VAN");
    EXPECT_EQ(blocks[1]["block_id"], "buttons:C0VAN#2");
    for (auto const& block : blocks)
        EXPECT_EQ(channel_in(block["block_id"].get<std::string>()), "C0VAN");
}

TEST(SlackDirectMessage, IsNeitherEditedNorReadBack)
{
    auto out = direct_message();
    EXPECT_FALSE(call_that_looks_up(api, out, std::chrono::sys_seconds{}));
    http_response const answer{200, {}, R"({"ok":true,"ts":"1750000000.000300","channel":"D0BEN"})"};
    auto const outcome = outcome_of(api, out, answer);
    ASSERT_TRUE(std::holds_alternative<delivered>(outcome));
    EXPECT_EQ(std::get<delivered>(outcome).platform_id, "");
}

TEST(SlackDirectMessage, ToNobodyIsNotSent)
{
    auto out = direct_message();
    out.content.to.clear();
    EXPECT_FALSE(call_that_sends(api, out));
}

TEST(SlackDirectMessage, IsRefusedForGoodWhenThePersonIsNotThere)
{
    http_response const answer{200, {}, R"({"ok":false,"error":"user_not_found"})"};
    EXPECT_TRUE(std::holds_alternative<refused_for_good>(outcome_of(api, direct_message(), answer)));
}

}  // namespace
}  // namespace crossroads::slack
