#include "adapters/playground/played_workspace.hpp"

#include <string>

namespace crossroads::playground {
namespace {

class SlashCommand : public played_workspace {
protected:
    interaction run(std::string const& typed, std::string const& where = product)
    {
        return begin(ana, {{"type", "say"}, {"channel", where}, {"text", typed}});
    }

    std::string last_private_text() const
    {
        auto const seen = private_messages(ana);
        return seen.empty() ? "" : seen.back().text;
    }
};

TEST_F(SlashCommand, GoesOutAsAForm)
{
    auto const begun = run("/assess start Blue & Van @ben #general");

    auto const fields = decode_form(begun.call.body).value();
    auto const field = [&fields](std::string_view name) {
        return find_field(fields, name).value_or("absent");
    };
    EXPECT_EQ(begun.call.method, "POST");
    EXPECT_EQ(begun.call.url, "http://service/slack/commands");
    EXPECT_EQ(find_header(begun.call.headers, "content-type"), "application/x-www-form-urlencoded");
    EXPECT_EQ(field("command"), "/assess");
    EXPECT_EQ(field("text"), "start Blue &amp; Van <@U0PLAYBEN|Ben> <#C0PLAYGEN|general>");
    EXPECT_EQ(field("team_id"), in.team.id);
    EXPECT_EQ(field("channel_id"), product);
    EXPECT_EQ(field("channel_name"), "product");
    EXPECT_EQ(field("user_id"), ana);
    EXPECT_EQ(field("api_app_id"), in.app.id);
    EXPECT_EQ(field("is_enterprise_install"), "false");
    EXPECT_TRUE(in.triggers.contains(std::string(field("trigger_id"))));
    EXPECT_TRUE(field("response_url").starts_with("http://playground/playground/hooks/commands/"));
}

TEST_F(SlashCommand, ShowsTheAnswerToWhoTypedIt)
{
    auto const begun = run("/assess help");

    finish(begun, json_answer({{"text", "How it works"}, {"blocks", {actions(button())}}}));

    auto const seen = private_messages(ana);
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].text, "How it works");
    EXPECT_EQ(seen[0].user, in.app.bot_user);
}

TEST_F(SlashCommand, ShowsPlainTextAndNothingForNothing)
{
    finish(run("/assess"), {200, {}, ""});
    EXPECT_TRUE(private_messages(ana).empty());

    finish(run("/assess"), {200, {{"Content-Type", "text/plain"}}, "Done."});
    EXPECT_EQ(last_private_text(), "Done.");
}

TEST_F(SlashCommand, ShowsTheCommandWithAnAnswerToAll)
{
    finish(run("/assess results share"), json_answer({{"response_type", "in_channel"}, {"text", "Polish"}}));

    auto const& messages = find_channel(in, product)->messages;
    ASSERT_EQ(messages.size(), 2U);
    EXPECT_EQ(messages.begin()->second.text, "/assess results share");
    EXPECT_EQ(messages.rbegin()->second.text, "Polish");
    EXPECT_TRUE(messages.rbegin()->second.only_for.empty());
}

TEST_F(SlashCommand, SaysHowItFailed)
{
    struct failed {
        webhook_answer answer;
        std::string error;
    };

    failed const cases[] = {
        {http_response{500, {}, "oh"}, "/assess failed with the error http_500"},
        {http_response{404, {}, ""}, "/assess failed with the error http_404"},
        {http_response{201, {}, ""}, "/assess failed with the error http_201"},
        {webhook_failure::timed_out, "/assess failed with the error operation_timeout"},
        {webhook_failure::not_reached, "/assess failed with the error dispatch_failed"},
        {http_response{200, {{"Content-Type", "application/json"}}, "{"},
         "/assess failed with the error invalid_command_response"},
        {json_answer({{"blocks", json::array({{{"type", "section"}}})}}),
         "/assess failed with the error invalid_blocks: [ERROR] missing required field: text or fields "
         "[json-pointer:/blocks/0]"},
    };
    for (auto const& [answer, error] : cases) {
        playground::finish(in, settings, run("/assess start"), answer, now);
        EXPECT_EQ(last_private_text(), error);
    }
}

TEST_F(SlashCommand, IsNotSupportedInThreads)
{
    auto const root = post({{"channel", product}, {"text", "root"}});

    act(ana, {{"type", "say"}, {"channel", product}, {"text", "/assess status"}, {"thread_ts", root}});

    auto const seen = private_messages(ana);
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].text, "/assess is not supported in threads. Sorry!");
    EXPECT_EQ(seen[0].thread_ts, root);
}

TEST_F(SlashCommand, OfNobodyIsSaidToBeUnknown)
{
    act(ana, {{"type", "say"}, {"channel", product}, {"text", "/remind me"}});

    EXPECT_NE(last_private_text().find("/remind is not a command of this workspace"), std::string::npos);
}

TEST_F(SlashCommand, WorksInAChannelWithoutTheApp)
{
    EXPECT_EQ(run("/assess start", design).channel, design);
}

TEST_F(SlashCommand, InviteAddsTheApp)
{
    act(ana, {{"type", "say"}, {"channel", design}, {"text", "/invite @Crossroads"}});

    EXPECT_EQ(call("chat.postMessage", {{"channel", design}, {"text", "hi"}})["ok"], true);
    auto const events = take_events();
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0]["subtype"], "channel_join");
    EXPECT_EQ(events[1]["type"], "member_joined_channel");
    EXPECT_EQ(events[1]["user"], in.app.bot_user);
    EXPECT_EQ(events[1]["inviter"], ana);
}

TEST_F(SlashCommand, InviteOfAnybodyElseChangesNothing)
{
    act(ana, {{"type", "say"}, {"channel", product}, {"text", "/invite @ben"}});
    act(ana, {{"type", "say"}, {"channel", product}, {"text", "/invite @crossroads"}});

    EXPECT_TRUE(take_events().empty());
    EXPECT_EQ(private_messages(ana).size(), 2U);
}

}  // namespace
}  // namespace crossroads::playground
