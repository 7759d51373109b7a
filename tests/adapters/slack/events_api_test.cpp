#include "slack/events_api.hpp"
#include "support/slack_samples.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <ostream>
#include <string>

namespace crossroads::slack {
namespace {

using testing::slack_sample;

inbound arrived_from(json const& body)
{
    auto const got = decode_event(body);
    auto const* arrived = std::get_if<inbound>(&got.outcome);
    EXPECT_NE(arrived, nullptr) << got.kind;
    return arrived == nullptr ? inbound{} : *arrived;
}

std::string command_in(json const& body)
{
    auto const arrived = arrived_from(body);
    auto const* command = std::get_if<typed_command>(&arrived.what.what);
    EXPECT_NE(command, nullptr);
    return command == nullptr ? "" : command->text;
}

json mention_saying(std::string const& text)
{
    auto body = slack_sample("mention");
    body["event"]["text"] = text;
    return body;
}

/// The other delivery of the same mention.
json message_copy_of(json body)
{
    body["event"]["type"] = "message";
    body["event"]["channel_type"] = "channel";
    body["event_id"] = "Ev0COPY";
    return body;
}

TEST(SlackReply, InAThreadIsWhatWasTyped)
{
    auto const arrived = arrived_from(slack_sample("thread_reply"));

    EXPECT_EQ(arrived.conversation, "slack:T0VAN:C0VAN");
    EXPECT_EQ(arrived.what.user, "U0ANA");
    EXPECT_EQ(arrived.what.thread, "1749999000.000100");
    auto const& reply = std::get<typed_reply>(arrived.what.what);
    EXPECT_EQ(reply.message, "1750000100.000400");
    EXPECT_EQ(reply.text, "1, 3 & a <b>");
    EXPECT_EQ(arrived.answer_by.came_by, reply_path::origin::event);
    EXPECT_EQ(arrived.answer_by.channel, "C0VAN");
    EXPECT_EQ(arrived.answer_by.thread, "1749999000.000100");
    EXPECT_EQ(
        arrived.event_keys,
        (std::vector<std::string>{
            "slack:event:T0VAN:Ev0REPLY", "slack:message:T0VAN:C0VAN:1750000100.000400"}));
}

TEST(SlackReply, OfEveryKindAPersonWritesCounts)
{
    for (auto const* subtype : {"thread_broadcast", "file_share", "me_message"}) {
        auto body = slack_sample("thread_reply");
        body["event"]["subtype"] = subtype;
        body["event"]["root"] = {{"bot_id", "B0CROSS"}, {"text", "Question 2"}};
        EXPECT_TRUE(std::holds_alternative<typed_reply>(arrived_from(body).what.what)) << subtype;
    }
}

TEST(SlackReply, InAnOtherWorkspacesChannelBelongsToWhereTheAppIsInstalled)
{
    auto body = slack_sample("thread_reply");
    body["team_id"] = "T0GUEST";

    EXPECT_EQ(arrived_from(body).conversation, "slack:T0VAN:C0VAN");
}

TEST(SlackReply, WithoutAuthorizationsBelongsToItsWorkspace)
{
    auto body = slack_sample("thread_reply");
    body.erase("authorizations");

    EXPECT_EQ(arrived_from(body).conversation, "slack:T0VAN:C0VAN");
}

TEST(SlackEdit, OfAReplyNamesTheReply)
{
    auto const arrived = arrived_from(slack_sample("edited_reply"));

    EXPECT_EQ(arrived.what.user, "U0ANA");
    EXPECT_EQ(arrived.what.thread, "1749999000.000100");
    EXPECT_EQ(std::get<reply_edited>(arrived.what.what).message, "1750000100.000400");
    EXPECT_EQ(std::get<reply_edited>(arrived.what.what).text, "2, 3");
    EXPECT_EQ(arrived.event_keys.back(), "slack:message:T0VAN:C0VAN:1750000200.000500");
}

TEST(SlackDeletion, OfAReplyNamesTheReply)
{
    auto const arrived = arrived_from(slack_sample("deleted_reply"));

    EXPECT_EQ(arrived.what.user, "U0ANA");
    EXPECT_EQ(arrived.what.thread, "1749999000.000100");
    EXPECT_EQ(std::get<reply_deleted>(arrived.what.what).message, "1750000100.000400");
}

TEST(SlackDeletion, ShownAsATombstoneIsADeletion)
{
    auto body = slack_sample("edited_reply");
    body["event"]["message"] = {{"subtype", "tombstone"}, {"user", "USLACKBOT"}, {"ts", "1750000100.000400"}};

    EXPECT_EQ(std::get<reply_deleted>(arrived_from(body).what.what).message, "1750000100.000400");
}

struct ignored_case {
    char const* name;
    char const* sample;
    std::function<void(json&)> change;
};

std::ostream& operator<<(std::ostream& out, ignored_case const& one)
{
    return out << one.name;
}

class IgnoredSlackMessage : public ::testing::TestWithParam<ignored_case> {};

TEST_P(IgnoredSlackMessage, IsAcknowledgedAndLeftAlone)
{
    auto body = slack_sample(GetParam().sample);
    GetParam().change(body["event"]);

    auto const got = decode_event(body);

    ASSERT_TRUE(got.kind.starts_with("ignored:")) << got.kind;
    EXPECT_EQ(std::get<http_response>(got.outcome).status, 200U);
    EXPECT_TRUE(std::get<http_response>(got.outcome).body.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Table, IgnoredSlackMessage,
    ::testing::Values(
        ignored_case{"OutsideOfThreads", "thread_reply", [](json& event) { event.erase("thread_ts"); }},
        ignored_case{"FirstOfAThread", "thread_reply", [](json& event) { event["thread_ts"] = event["ts"]; }},
        ignored_case{"WithoutText", "thread_reply", [](json& event) { event["text"] = " "; }},
        ignored_case{"OurOwn", "thread_reply", [](json& event) { event["user"] = "U0CROSS"; }},
        ignored_case{"OurOwnByBotId", "thread_reply", [](json& event) { event["bot_id"] = "B0CROSS"; }},
        ignored_case{"OfAnotherApp", "thread_reply", [](json& event) { event["app_id"] = "A0OTHER"; }},
        ignored_case{
            "WithABotsProfile", "thread_reply",
            [](json& event) {
                event["bot_profile"] = {{"id", "B1"}};
            }},
        ignored_case{"OldStyleBot", "thread_reply", [](json& event) { event["subtype"] = "bot_message"; }},
        ignored_case{"OfSlackbot", "thread_reply", [](json& event) { event["user"] = "USLACKBOT"; }},
        ignored_case{"OfNobody", "thread_reply", [](json& event) { event.erase("user"); }},
        ignored_case{
            "SomebodyJoined", "thread_reply", [](json& event) { event["subtype"] = "channel_join"; }},
        ignored_case{"OfANewSubtype", "thread_reply", [](json& event) { event["subtype"] = "hologram"; }},
        ignored_case{"LinkUnfurled", "edited_reply", [](json& event) { event["message"].erase("edited"); }},
        ignored_case{
            "EditWithoutChange", "edited_reply",
            [](json& event) { event["previous_message"]["text"] = event["message"]["text"]; }},
        ignored_case{
            "EditOutsideOfThreads", "edited_reply", [](json& event) { event["message"].erase("thread_ts"); }},
        ignored_case{
            "EditOfOurOwn", "edited_reply", [](json& event) { event["message"]["bot_id"] = "B0CROSS"; }},
        ignored_case{
            "DeletionOfOurOwn", "deleted_reply",
            [](json& event) { event["previous_message"]["bot_id"] = "B0CROSS"; }},
        ignored_case{
            "DeletionOutsideOfThreads", "deleted_reply",
            [](json& event) { event["previous_message"].erase("thread_ts"); }},
        ignored_case{
            "DeletionOfTheUnknown", "deleted_reply", [](json& event) { event.erase("previous_message"); }},
        ignored_case{"MentionByABot", "mention", [](json& event) { event["bot_id"] = "B0OTHER"; }}),
    [](auto const& tested) { return tested.param.name; });

TEST(SlackMention, IsACommandOfItsThread)
{
    auto const arrived = arrived_from(slack_sample("mention"));

    EXPECT_EQ(arrived.conversation, "slack:T0VAN:C0VAN");
    EXPECT_EQ(arrived.what.user, "U0ANA");
    EXPECT_EQ(arrived.what.thread, "1749999000.000100");
    EXPECT_EQ(arrived.answer_by.thread, "1749999000.000100");
    EXPECT_EQ(std::get<typed_command>(arrived.what.what).text, "status");
    EXPECT_FALSE(std::get<typed_command>(arrived.what.what).slash);
}

TEST(SlackMention, InAChannelBelongsToNoThread)
{
    auto body = slack_sample("mention");
    body["event"].erase("thread_ts");

    EXPECT_EQ(arrived_from(body).what.thread, "");
}

TEST(SlackMention, GivesTheCommandWithoutTheMention)
{
    EXPECT_EQ(command_in(mention_saying("<@U0CROSS>")), "");
    EXPECT_EQ(command_in(mention_saying("  <@U0CROSS|crossroads>   start R&amp;D ")), "start R&D");
    EXPECT_EQ(command_in(mention_saying("hey <@U0CROSS> status")), "status");
    EXPECT_EQ(command_in(mention_saying("status <@U0CROSS>")), "status");
    EXPECT_EQ(command_in(mention_saying("<@U0CROSSX> and <@U0CROSS> back")), "back");
    EXPECT_EQ(command_in(mention_saying("<@U0CROSS> invite <@U0BEN>")), "invite <@U0BEN>");
}

TEST(SlackMention, IsTheSameEventInBothDeliveriesAndEitherOrder)
{
    auto const mention = arrived_from(slack_sample("mention"));
    auto const copy = arrived_from(message_copy_of(slack_sample("mention")));

    EXPECT_EQ(std::get<typed_command>(copy.what.what).text, std::get<typed_command>(mention.what.what).text);
    EXPECT_EQ(copy.what.thread, mention.what.thread);
    EXPECT_NE(
        std::ranges::find(copy.event_keys, "slack:message:T0VAN:C0VAN:1750000400.000700"),
        copy.event_keys.end());
    EXPECT_NE(
        std::ranges::find(mention.event_keys, "slack:message:T0VAN:C0VAN:1750000400.000700"),
        mention.event_keys.end());
}

TEST(SlackMention, WithOurIdUnknownIsLeftToTheDeliveryThatIsMeantForUs)
{
    auto body = slack_sample("mention");
    body.erase("authorizations");

    EXPECT_EQ(command_in(body), "status");
    EXPECT_EQ(decode_event(message_copy_of(body)).kind, "ignored:message.mention");
}

TEST(SlackMention, OfSomebodyElseIsAReply)
{
    auto body = slack_sample("thread_reply");
    body["event"]["text"] = "<@U0BEN> knows: 2";

    EXPECT_EQ(std::get<typed_reply>(arrived_from(body).what.what).text, "<@U0BEN> knows: 2");
}

TEST(SlackDirectMessage, IsACommandWithoutAMention)
{
    auto body = slack_sample("thread_reply");
    body["event"].erase("thread_ts");
    body["event"]["channel_type"] = "im";
    body["event"]["text"] = " help ";

    EXPECT_EQ(command_in(body), "help");
}

/// An event as Slack sends it of a channel: some say who did it, some do not.
json event_of_a_channel(json event)
{
    auto body = slack_sample("thread_reply");
    body["event"] = std::move(event);
    return body;
}

TEST(SlackChannel, TellsWhatBecomesOfIt)
{
    using change = channel_changed::change;

    struct row {
        char const* type;
        change how;
        char const* by;  // the member that names who did it
    };

    for (auto const& [type, how, by] : {
             row{"channel_archive", change::archived, "user"},
             row{"group_archive", change::archived, nullptr},
             row{"channel_unarchive", change::unarchived, "user"},
             row{"group_unarchive", change::unarchived, "actor_id"},
             row{"channel_left", change::left, "actor_id"},
             row{"group_left", change::left, "actor_id"},
             row{"channel_deleted", change::deleted, "actor_id"},
             row{"group_deleted", change::deleted, "actor_id"},
         }) {
        json event = {{"type", type}, {"channel", "C0VAN"}, {"event_ts", "1750000100.000400"}};
        if (by != nullptr)
            event[by] = "U0ANA";
        auto const arrived = arrived_from(event_of_a_channel(event));
        EXPECT_EQ(arrived.conversation, "slack:T0VAN:C0VAN") << type;
        EXPECT_EQ(arrived.what.user, "") << type;
        EXPECT_EQ(arrived.event_keys.size(), 1U) << type;
        EXPECT_EQ(std::get<channel_changed>(arrived.what.what).how, how) << type;
        EXPECT_TRUE(decode_event(event_of_a_channel({{"type", type}})).kind.starts_with("unknown:")) << type;
    }
}

TEST(SlackChannel, MayBeRenamed)
{
    for (auto const* type : {"channel_rename", "group_rename"})
        EXPECT_EQ(
            decode_event(
                event_of_a_channel({{"type", type}, {"channel", {{"id", "C0VAN"}, {"name", "new"}}}}))
                .kind,
            std::string("ignored:") + type);
}

TEST(SlackChannel, ThatGotAnotherIdIsKnownByItsOldOne)
{
    json const event = {
        {"type", "channel_id_changed"}, {"old_channel_id", "G0VAN"}, {"new_channel_id", "C0NEW"}};

    auto const arrived = arrived_from(event_of_a_channel(event));

    EXPECT_EQ(arrived.conversation, "slack:T0VAN:G0VAN");
    EXPECT_EQ(std::get<channel_moved>(arrived.what.what).to, "C0NEW");
    EXPECT_TRUE(arrived.event_keys.empty()) << "what was taken in part is taken again";
    for (auto const* missing : {"old_channel_id", "new_channel_id"}) {
        auto half = event;
        half.erase(missing);
        EXPECT_EQ(decode_event(event_of_a_channel(half)).kind, "unknown:channel_id_changed") << missing;
    }
}

TEST(SlackDeletion, OfAMessageOfABotThatBeganAThreadNamesIt)
{
    auto body = slack_sample("deleted_reply");
    auto& before = body["event"]["previous_message"];
    before["bot_id"] = "B0BOT";
    before.erase("thread_ts");
    auto const arrived = arrived_from(body);
    EXPECT_EQ(std::get<message_deleted>(arrived.what.what).message, "1750000100.000400");
    EXPECT_EQ(arrived.what.user, "");

    before["thread_ts"] = before["ts"];  // with replies
    EXPECT_EQ(std::get<message_deleted>(arrived_from(body).what.what).message, "1750000100.000400");

    auto tombstone = slack_sample("edited_reply");
    tombstone["event"]["message"] = {
        {"subtype", "tombstone"},
        {"user", "USLACKBOT"},
        {"ts", "1749999000.000100"},
        {"thread_ts", "1749999000.000100"}};
    tombstone["event"].erase("previous_message");
    EXPECT_EQ(std::get<message_deleted>(arrived_from(tombstone).what.what).message, "1749999000.000100");
}

TEST(SlackEvent, OfOtherKindsIsAcknowledged)
{
    for (auto const* type : {"app_home_opened", "reaction_added", "app_uninstalled", "tomorrow"}) {
        auto body = slack_sample("thread_reply");
        body["event"] = {{"type", type}, {"channel", {{"id", "C1"}}}, {"user", {{"id", "U1"}}}};
        EXPECT_EQ(decode_event(body).kind, std::string("unknown:") + type);
    }
}

TEST(SlackEvent, OfAnyShapeIsAnswered)
{
    std::vector<json> const odd = {
        nullptr, true, -7, 1e300, "text", json::array(), json::object(), json::array({nullptr})};
    for (auto const* name : {"thread_reply", "edited_reply", "deleted_reply", "mention"}) {
        auto const whole = slack_sample(name);
        auto const parts = whole.flatten();
        for (auto const& [path, value] : parts.items()) {
            auto pointer = json::json_pointer(path);
            while (!pointer.empty()) {
                for (auto const& other : odd) {
                    auto body = whole;
                    body[pointer] = other;
                    EXPECT_FALSE(decode_event(body).kind.empty());
                }
                pointer = pointer.parent_pointer();
            }
        }
    }
}

}  // namespace
}  // namespace crossroads::slack
