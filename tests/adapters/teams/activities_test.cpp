#include "support/teams_requests.hpp"
#include "teams/card_data.hpp"
#include "teams/reach.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <string>

namespace crossroads::teams {
namespace {

using testing::teams_activity;
using testing::teams_chat_activity;
using testing::teams_command;
using testing::teams_now;
using testing::teams_request;
using testing::teams_under_test;

received receive(json const& activity)
{
    return teams_under_test()->receive(teams_request(activity), teams_now);
}

inbound arrived(json const& activity)
{
    auto got = receive(activity);
    auto* event = std::get_if<inbound>(&got.outcome);
    EXPECT_NE(event, nullptr) << got.kind;
    return event == nullptr ? inbound{} : std::move(*event);
}

http_response answered(json const& activity)
{
    auto const got = receive(activity);
    auto const* response = std::get_if<http_response>(&got.outcome);
    EXPECT_NE(response, nullptr) << got.kind;
    return response == nullptr ? http_response{} : *response;
}

json with_text(json activity, std::string const& text)
{
    activity["text"] = text;
    return activity;
}

card_action press_on(std::string action, std::string token)
{
    return {card_action::effect::press, std::move(action), std::move(token), {}, {}};
}

json execute(card_action const& what, json const& inputs = json::object())
{
    auto activity = teams_activity("invoke");
    activity["id"] = "f:one";
    activity["name"] = "adaptiveCard/action";
    activity["replyToId"] = "1768";
    auto data = write_card_action(what);
    data.update(inputs);
    activity["value"] = {{"action", {{"type", "Action.Execute"}, {"data", data}}}, {"trigger", "manual"}};
    return activity;
}

json submit(card_action const& what, json const& inputs = json::object())
{
    auto activity = teams_activity("message");
    activity["id"] = "f:one";
    activity["replyToId"] = "1768";
    activity["value"] = write_card_action(what);
    activity["value"].update(inputs);
    return activity;
}

TEST(TeamsCommand, IsWhatFollowsAMention)
{
    auto const event = arrived(teams_command("start Blue Van"));

    EXPECT_EQ(event.conversation, "teams:tenant-one:19%3Avan@thread.tacv2");
    EXPECT_EQ(event.what.user, testing::teams_person);
    EXPECT_EQ(event.what.thread, "1766");
    EXPECT_FALSE(event.what.one_thread);
    auto const& typed = std::get<typed_command>(event.what.what);
    EXPECT_EQ(typed.text, "start Blue Van");
    EXPECT_FALSE(typed.slash);
}

TEST(TeamsCommand, NeedsNoMentionInAPersonalChat)
{
    auto const event = arrived(with_text(teams_chat_activity("message", "personal"), "status"));

    EXPECT_EQ(std::get<typed_command>(event.what.what).text, "status");
    EXPECT_TRUE(event.what.one_thread);
    EXPECT_TRUE(event.answer_by.alone);
    EXPECT_EQ(event.what.thread, "");
}

TEST(TeamsCommand, IsSlashWhenSentForOurEyesOnly)
{
    auto activity = with_text(teams_activity("message"), "/assess start Blue Van");
    activity["recipient"]["isTargeted"] = true;

    auto const event = arrived(activity);

    auto const& typed = std::get<typed_command>(event.what.what);
    EXPECT_EQ(typed.text, "start Blue Van");
    EXPECT_TRUE(typed.slash);
}

TEST(TeamsReply, IsTypedInAThread)
{
    auto const event = arrived(with_text(teams_activity("message"), "1, 4"));

    auto const& typed = std::get<typed_reply>(event.what.what);
    EXPECT_EQ(typed.message, "1767");
    EXPECT_EQ(typed.text, "1, 4");
    EXPECT_EQ(event.what.thread, "1766");
}

TEST(TeamsReply, IsAnythingTypedInAGroupChat)
{
    auto const event = arrived(with_text(teams_chat_activity("message", "groupChat"), "1, 4"));

    EXPECT_TRUE(std::holds_alternative<typed_reply>(event.what.what));
    EXPECT_TRUE(event.what.one_thread);
}

TEST(TeamsMessage, IsLeftAloneWhenItIsNotForUs)
{
    auto post = with_text(teams_activity("message"), "Good morning");
    post["id"] = "1766";
    auto of_a_bot = with_text(teams_activity("message"), "1");
    of_a_bot["from"]["id"] = "28:another-bot";
    auto of_ours = with_text(teams_activity("message"), "1");
    of_ours["from"]["id"] = testing::teams_bot;
    for (auto const& activity : {post, of_a_bot, of_ours, teams_activity("message")}) {
        auto const got = receive(activity);
        EXPECT_THAT(got.kind, ::testing::StartsWith("ignored:message"));
        EXPECT_EQ(std::get<http_response>(got.outcome).status, 200U);
    }
}

TEST(TeamsMessage, IsTheSameEventUnderTheSameId)
{
    auto again = teams_command("start");
    again["timestamp"] = "2026-09-21T10:00:15Z";

    EXPECT_EQ(arrived(teams_command("start")).event_keys, arrived(again).event_keys);
    again["id"] = "1769";
    EXPECT_NE(arrived(teams_command("start")).event_keys, arrived(again).event_keys);
}

TEST(TeamsEdit, IsAnEventOfItsOwnEachTime)
{
    auto edit = with_text(teams_activity("messageUpdate"), "2");
    edit["channelData"]["eventType"] = "editMessage";
    auto const first = arrived(edit);
    edit["timestamp"] = "2026-09-21T10:01:00Z";
    auto const second = arrived(edit);

    EXPECT_EQ(std::get<reply_edited>(first.what.what).message, "1767");
    EXPECT_EQ(std::get<reply_edited>(first.what.what).text, "2");
    EXPECT_NE(first.event_keys, second.event_keys);
}

TEST(TeamsDeletion, NamesTheMessage)
{
    auto const event = arrived(teams_activity("messageDelete"));

    EXPECT_EQ(std::get<reply_deleted>(event.what.what).message, "1767");
}

TEST(TeamsPress, BringsWhatWasChosen)
{
    auto const inputs = json{{choices_id("t1"), "a,b%2Cc"}, {choices_id("other"), "x"}};
    for (auto const& activity :
         {execute(press_on("save", "t1"), inputs), submit(press_on("save", "t1"), inputs)}) {
        auto const event = arrived(activity);
        auto const& press = std::get<pressed>(event.what.what);
        EXPECT_EQ(press.action, "save");
        EXPECT_EQ(press.token, "t1");
        EXPECT_EQ(press.chosen, (std::vector<std::string>{"a", "b,c"}));
        EXPECT_EQ(event.answer_by.came_by, reply_path::origin::press);
        EXPECT_EQ(event.answer_by.in_answer, activity["type"] == "invoke");
        EXPECT_FALSE(event.answer_by.own_card);
    }
}

TEST(TeamsForm, BringsWhatWasEntered)
{
    card_action const save{card_action::effect::save_form, {}, "t1", {}, "step"};
    auto const event =
        arrived(execute(save, {{choices_id("t2"), "a"}, {text_id("t3"), "Typed."}, {"other", 1}}));

    auto const& saved = std::get<form_saved>(event.what.what);
    EXPECT_EQ(saved.token, "t1");
    EXPECT_EQ(saved.chosen, (std::map<std::string, std::vector<std::string>>{{"t2", {"a"}}}));
    EXPECT_EQ(saved.typed, (std::map<std::string, std::string>{{"t3", "Typed."}}));
    EXPECT_EQ(event.answer_by.came_by, reply_path::origin::submission);
    EXPECT_TRUE(event.answer_by.own_card);
    EXPECT_EQ(event.answer_by.view, "1768");
}

TEST(TeamsForm, CanBeClosed)
{
    card_action const close{card_action::effect::close_form, {}, "t1", {}, "step"};

    EXPECT_EQ(std::get<form_closed>(arrived(execute(close)).what.what).token, "t1");
}

TEST(TeamsForm, IsRecognisedWhenItIsSentAgainUnderANewId)
{
    card_action const save{card_action::effect::save_form, {}, "t1", {}, "step"};
    auto again = execute(save, {{text_id("t1"), "Typed."}});
    again["id"] = "f:two";
    again["timestamp"] = "2026-09-21T10:00:30Z";
    auto other_text = execute(save, {{text_id("t1"), "Other."}});
    other_text["id"] = "f:three";
    auto of_ben = again;
    of_ben["from"]["id"] = "29:ben";
    auto const keys = arrived(execute(save, {{text_id("t1"), "Typed."}})).event_keys;

    EXPECT_THAT(arrived(again).event_keys, ::testing::Contains(::testing::AnyOfArray(keys)));
    for (auto const& other : {other_text, of_ben})
        EXPECT_THAT(arrived(other).event_keys, ::testing::Each(::testing::Not(::testing::AnyOfArray(keys))));
}

TEST(TeamsForm, GetsAnotherStepWithEachAnswer)
{
    card_action const save{card_action::effect::save_form, {}, "t1", {}, "step"};
    auto next = execute(save);
    next["id"] = "f:two";

    EXPECT_NE(arrived(execute(save)).answer_by.view_hash, arrived(next).answer_by.view_hash);
}

TEST(TeamsPress, InADirectMessageIsAboutItsChannel)
{
    auto what = press_on("remind_tomorrow", "t1");
    what.about = testing::teams_channel;
    auto activity = execute(what);
    auto const chat = teams_chat_activity("invoke", "personal");
    activity["conversation"] = chat["conversation"];
    activity["channelData"] = chat["channelData"];

    auto const event = arrived(activity);

    EXPECT_EQ(event.conversation, "teams:tenant-one:19%3Avan@thread.tacv2");
    EXPECT_EQ(event.answer_by.direct, "a:chat-of-ana");
    EXPECT_EQ(event.answer_by.channel, testing::teams_channel);
    EXPECT_FALSE(event.what.one_thread);
}

TEST(TeamsInvoke, OfAnotherKindIsNotImplemented)
{
    for (auto const* name : {"task/fetch", "composeExtension/query", "signin/verifyState", ""}) {
        auto activity = teams_activity("invoke");
        activity["name"] = name;
        EXPECT_EQ(answered(activity).status, 501U) << name;
    }
}

TEST(TeamsInvoke, WithoutAnActionIsABadRequest)
{
    auto activity = execute(press_on("save", "t1"));
    activity["value"].erase("action");
    EXPECT_EQ(answered(activity).status, 400U);
    activity["value"] = {{"action", {{"type", "Action.Submit"}}}};
    EXPECT_EQ(answered(activity).status, 400U);
    activity.erase("value");
    EXPECT_EQ(answered(activity).status, 400U);
}

TEST(TeamsInvoke, OnACardThatIsNotOursSaysSo)
{
    auto activity = execute(press_on("save", "t1"));
    activity["value"]["action"]["data"] = {{"feedback", "fine"}};

    auto const response = answered(activity);

    EXPECT_EQ(response.status, 200U);
    EXPECT_EQ(json::parse(response.body)["type"], "application/vnd.microsoft.activity.message");
}

TEST(TeamsInstallation, IsGreetedOnce)
{
    auto added = teams_activity("installationUpdate");
    added["action"] = "add";

    EXPECT_EQ(std::get<typed_command>(arrived(added).what.what).text, "help");
    EXPECT_EQ(receive(teams_activity("conversationUpdate")).kind, "ignored:conversation_update");
    for (auto const* other : {"remove", "add-upgrade", "remove-upgrade", ""}) {
        added["action"] = other;
        EXPECT_EQ(receive(added).kind, "ignored:installation_update") << other;
    }
}

TEST(TeamsActivity, OfAnyOtherTypeIsAccepted)
{
    for (auto const* type :
         {"messageReaction", "typing", "event", "endOfConversation", "commandResult", "tomorrow's type"})
        EXPECT_EQ(answered(teams_activity(type)).status, 200U) << type;
}

TEST(TeamsActivity, TellsHowItsConversationIsReached)
{
    auto const platform = teams_under_test();
    auto const first = arrived(teams_command("help")).answer_by.reach;
    auto of_ben = teams_command("help");
    of_ben["from"] = {{"id", "29:ben"}, {"name", "Ben"}};
    of_ben["serviceUrl"] = "https://smba.trafficmanager.net/amer/";
    auto const second = arrived(of_ben).answer_by.reach;

    auto const known = platform->merged_reach("", first);
    EXPECT_EQ(platform->merged_reach(known, first), known);
    auto const both = read_reach(platform->merged_reach(known, second));

    ASSERT_TRUE(both);
    EXPECT_EQ(both->service_url, "https://smba.trafficmanager.net/amer/");
    EXPECT_EQ(both->bot, testing::teams_bot);
    EXPECT_EQ(both->where, chat::channel);
    EXPECT_EQ(both->names, (std::map<std::string, std::string>{{"29:1Ana", "Ana Silva"}, {"29:ben", "Ben"}}));
}

struct local_time {
    char const* text;
    std::optional<int> offset;
};

class TeamsLocalTime : public ::testing::TestWithParam<local_time> {};

TEST_P(TeamsLocalTime, TellsTheTimeZone)
{
    auto activity = teams_command("help");
    activity["locale"] = "de-DE";
    activity["localTimestamp"] = GetParam().text;

    auto const known = read_reach(arrived(activity).answer_by.reach);

    ASSERT_TRUE(known);
    auto const client = known->clients.at(std::string(testing::teams_person));
    EXPECT_EQ(client.locale, "de-DE");
    EXPECT_EQ(client.utc_offset, GetParam().offset);
}

INSTANTIATE_TEST_SUITE_P(
    Times, TeamsLocalTime,
    ::testing::Values(
        local_time{"2026-11-23T08:05:00.1234567-08:00", -8 * 3'600},
        local_time{"2026-11-23T21:35:00+05:30", 19'800}, local_time{"2026-11-23T16:05:00+00:00", 0},
        local_time{"2026-11-23T16:05:00Z", std::nullopt}, local_time{"-08:00", std::nullopt},
        local_time{"2026-11-23T08:05:00+99:00", std::nullopt}, local_time{"T+-1:00", std::nullopt},
        local_time{"", std::nullopt}));

TEST(TeamsReach, KeepsNoMoreThanTwoHundredNames)
{
    reach known{"https://here/", "28:bot", chat::channel, {}};
    for (int i = 0; i < 300; ++i)
        known = merged(known, {"https://here/", "28:bot", chat::channel, {{std::to_string(i), "Name"}}});

    EXPECT_EQ(known.names.size(), 200U);
    EXPECT_TRUE(known.names.contains("299"));
}

}  // namespace
}  // namespace crossroads::teams
