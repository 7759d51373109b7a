#include "channel/json_reading.hpp"
#include "slack/slash_command.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace crossroads::slack {
namespace {

form_fields command_fields(std::string text = "start Blue Van")
{
    return {
        {"token", "deprecated"},
        {"team_id", "T0VAN"},
        {"channel_id", "C0VAN"},
        {"channel_name", "blue-van"},
        {"user_id", "U0ANA"},
        {"user_name", "ana"},
        {"command", "/assess"},
        {"text", std::move(text)},
        {"is_enterprise_install", "false"},
        {"response_url", "https://hooks.slack.com/commands/T0VAN/1/x"},
        {"trigger_id", "111.222.command"}};
}

std::string text_of(form_fields const& fields)
{
    auto const got = decode_command(fields, "/assess");
    return std::get<typed_command>(std::get<inbound>(got.outcome).what.what).text;
}

form_fields without(std::string_view name)
{
    auto fields = command_fields();
    std::erase_if(fields, [&](auto const& field) { return field.first == name; });
    return fields;
}

TEST(SlackCommand, IsATypedCommandOfItsChannel)
{
    auto const got = decode_command(command_fields(), "/assess");

    EXPECT_EQ(got.kind, "slash_command");
    auto const& arrived = std::get<inbound>(got.outcome);
    EXPECT_EQ(arrived.conversation, "slack:T0VAN:C0VAN");
    EXPECT_EQ(arrived.event_keys, std::vector<std::string>{"slack:trigger:T0VAN:111.222.command"});
    EXPECT_EQ(arrived.what.user, "U0ANA");
    EXPECT_EQ(arrived.what.thread, "");
    EXPECT_TRUE(std::get<typed_command>(arrived.what.what).slash);
    EXPECT_EQ(std::get<typed_command>(arrived.what.what).text, "start Blue Van");
    EXPECT_EQ(arrived.answer_by.came_by, reply_path::origin::command);
    EXPECT_EQ(arrived.answer_by.user, "U0ANA");
    EXPECT_EQ(arrived.answer_by.channel, "C0VAN");
    EXPECT_EQ(arrived.answer_by.trigger, "111.222.command");
    EXPECT_EQ(arrived.answer_by.response_url, "https://hooks.slack.com/commands/T0VAN/1/x");
}

TEST(SlackCommand, GivesItsTextAsItWasTyped)
{
    EXPECT_EQ(text_of(command_fields("  start R&amp;D &lt;beta&gt; ")), "start R&D <beta>");
    EXPECT_EQ(text_of(command_fields("invite <@U0BEN|ben>")), "invite <@U0BEN>");
    EXPECT_EQ(text_of(command_fields("")), "");
    EXPECT_EQ(
        text_of(command_fields(std::string("a\0b", 3))), "a\xEF\xBF\xBD"
                                                         "b");
}

TEST(SlackCommand, OfAnotherNameIsToldWhichOneWorks)
{
    auto fields = command_fields();
    fields[6].second = "/other";

    auto const got = decode_command(fields, "/assess");

    EXPECT_EQ(got.kind, "ignored:slash_command");
    auto const& answer = std::get<http_response>(got.outcome);
    EXPECT_EQ(answer.status, 200U);
    auto const body = json::parse(answer.body);
    EXPECT_EQ(body["response_type"], "ephemeral");
    EXPECT_NE(text_member(body, "text").find("/assess"), std::string::npos);
    auto const german = decode_command(fields, "/assess", language::german);
    EXPECT_EQ(
        text_member(json::parse(std::get<http_response>(german.outcome).body), "text"),
        "Auf diesen Befehl hört diese App nicht. Tippe stattdessen /assess.");
}

TEST(SlackCommand, WithoutAPlaceOrAPersonIsOnlyAcknowledged)
{
    for (auto const* missing : {"team_id", "channel_id", "user_id"})
        EXPECT_EQ(decode_command(without(missing), "/assess").kind, "unknown:slash_command") << missing;
}

TEST(SlackCommand, WithoutATriggerHasNoKey)
{
    auto const got = decode_command(without("trigger_id"), "/assess");

    EXPECT_TRUE(std::get<inbound>(got.outcome).event_keys.empty());
}

TEST(SlackCommand, OfTwoWorkspacesNeverSharesAConversationOrAKey)
{
    auto elsewhere = command_fields();
    elsewhere[1].second = "T0OTHER";

    auto const here = std::get<inbound>(decode_command(command_fields(), "/assess").outcome);
    auto const there = std::get<inbound>(decode_command(elsewhere, "/assess").outcome);

    EXPECT_NE(here.conversation, there.conversation);
    EXPECT_NE(here.event_keys, there.event_keys);
}

}  // namespace
}  // namespace crossroads::slack
