#include "slack/interaction.hpp"
#include "support/slack_samples.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace crossroads::slack {
namespace {

using testing::slack_sample;

inbound arrived_from(json const& payload)
{
    auto const got = decode_interaction(payload);
    auto const* arrived = std::get_if<inbound>(&got.outcome);
    EXPECT_NE(arrived, nullptr) << got.kind;
    return arrived == nullptr ? inbound{} : *arrived;
}

pressed press_of(json const& payload)
{
    auto const arrived = arrived_from(payload);
    auto const* press = std::get_if<pressed>(&arrived.what.what);
    EXPECT_NE(press, nullptr);
    return press == nullptr ? pressed{} : *press;
}

json radio_press()
{
    auto payload = slack_sample("button_press");
    payload["actions"] = {
        {{"type", "radio_buttons"},
         {"action_id", "choose"},
         {"block_id", "choices:tok-1"},
         {"selected_option",
          {{"text", {{"type", "plain_text"}, {"text", "On their own"}}}, {"value", "on_own"}}},
         {"action_ts", "1750000011.000300"}}};
    return payload;
}

json press_in_form()
{
    auto payload = slack_sample("button_press");
    auto const view = slack_sample("form_submission")["view"];
    payload.erase("message");
    payload.erase("channel");
    payload.erase("response_url");
    payload["container"] = {{"type", "view"}, {"view_id", "V0FORM"}};
    payload["view"] = view;
    payload["actions"][0]["action_id"] = "dont_know";
    payload["actions"][0]["value"] = "tok-6";
    return payload;
}

TEST(SlackPress, InADirectMessageIsAboutTheChannelItsButtonsName)
{
    auto payload = slack_sample("button_press");
    auto const in_channel = arrived_from(payload);
    payload["channel"]["id"] = "D0BEN";
    payload["container"]["channel_id"] = "D0BEN";
    payload["actions"][0]["block_id"] = "buttons:C0OTHER#2";
    auto const arrived = arrived_from(payload);

    EXPECT_EQ(
        arrived.conversation,
        in_channel.conversation.substr(0, in_channel.conversation.rfind(':')) + ":C0OTHER");
    EXPECT_EQ(arrived.answer_by.channel, "C0OTHER");
    EXPECT_EQ(arrived.answer_by.direct, "D0BEN");
    EXPECT_EQ(arrived.what.thread, "");
    EXPECT_EQ(arrived.answer_by.thread, "");
    EXPECT_EQ(arrived.event_keys, in_channel.event_keys);
}

TEST(SlackPress, CarriesActionTokenAndWhatIsTickedInItsCard)
{
    auto const arrived = arrived_from(slack_sample("button_press"));

    auto const& press = std::get<pressed>(arrived.what.what);
    EXPECT_EQ(press.action, "save");
    EXPECT_EQ(press.token, "tok-2");
    EXPECT_EQ(press.chosen, (std::vector<std::string>{"gap_1", "gap_2", "gap_11"}));
}

TEST(SlackPress, KnowsItsPlaceAndHowToAnswer)
{
    auto const arrived = arrived_from(slack_sample("button_press"));

    EXPECT_EQ(arrived.conversation, "slack:T0VAN:C0VAN");
    EXPECT_EQ(arrived.what.user, "U0BEN");
    EXPECT_EQ(arrived.what.thread, "1749999000.000100");
    EXPECT_EQ(arrived.answer_by.came_by, reply_path::origin::press);
    EXPECT_EQ(arrived.answer_by.thread, "1749999000.000100");
    EXPECT_EQ(arrived.answer_by.trigger, "111.222.press");
    EXPECT_EQ(arrived.answer_by.response_url, "https://hooks.slack.com/actions/T0VAN/1/x");
    EXPECT_EQ(
        arrived.event_keys, (std::vector<std::string>{
                                "slack:trigger:T0VAN:111.222.press",
                                "slack:action:T0VAN:1750000000.000200:U0BEN:1750000010.000300"}));
}

TEST(SlackPress, WithANumberedIdIsStillItsAction)
{
    auto payload = slack_sample("button_press");
    payload["actions"][0]["action_id"] = "save#3";

    EXPECT_EQ(press_of(payload).action, "save");
}

TEST(SlackPress, OnTheFirstMessageOfAThreadBelongsToItAndIsAnsweredInTheChannel)
{
    auto payload = slack_sample("button_press");
    payload["container"].erase("thread_ts");
    payload["message"].erase("thread_ts");

    auto const without_replies = arrived_from(payload);
    payload["message"]["thread_ts"] = payload["message"]["ts"];
    auto const with_replies = arrived_from(payload);

    for (auto const& arrived : {without_replies, with_replies}) {
        EXPECT_EQ(arrived.what.thread, "1750000000.000200");
        EXPECT_EQ(arrived.answer_by.thread, "");
    }
}

TEST(SlackPress, OnAPrivateMessageOfTheChannelBelongsToNoThread)
{
    auto payload = slack_sample("button_press");
    payload.erase("message");
    payload["container"].erase("thread_ts");
    payload["container"]["is_ephemeral"] = true;

    auto const arrived = arrived_from(payload);

    EXPECT_EQ(arrived.what.thread, "");
    EXPECT_EQ(arrived.answer_by.thread, "");
}

TEST(SlackPress, OnARadioButtonIsAnAnswerAtOnce)
{
    auto const press = press_of(radio_press());

    EXPECT_EQ(press.action, choose_action);
    EXPECT_EQ(press.token, "tok-1");
    EXPECT_EQ(press.chosen, std::vector<std::string>{"on_own"});
}

TEST(SlackPress, OnAMenuInPlaceOfRadioButtonsIsAnAnswerToo)
{
    auto payload = radio_press();
    payload["actions"][0]["type"] = "static_select";

    EXPECT_EQ(press_of(payload).chosen, std::vector<std::string>{"on_own"});
}

TEST(SlackPress, ThatMeansNothingAloneIsOnlyAcknowledged)
{
    auto ticked = radio_press();
    ticked["actions"][0]["type"] = "checkboxes";
    ticked["actions"][0]["action_id"] = "value";
    auto cleared = radio_press();
    cleared["actions"][0]["selected_option"] = nullptr;
    auto foreign = radio_press();
    foreign["actions"][0]["block_id"] = "q1";
    auto other_element = radio_press();
    other_element["actions"][0]["type"] = "datepicker";
    auto none = radio_press();
    none["actions"] = json::array();

    for (auto const& payload : {ticked, cleared, foreign, other_element, none}) {
        auto const got = decode_interaction(payload);
        EXPECT_EQ(got.kind, "ignored:block_actions");
        EXPECT_EQ(std::get<http_response>(got.outcome).status, 200U);
    }
}

TEST(SlackPress, InAFormKnowsWhereTheFormWasOpenedFrom)
{
    auto const arrived = arrived_from(press_in_form());

    EXPECT_EQ(arrived.conversation, "slack:T0VAN:C0VAN");
    EXPECT_EQ(arrived.what.thread, "1749999000.000100");
    EXPECT_EQ(arrived.answer_by.channel, "C0VAN");
    EXPECT_EQ(arrived.answer_by.thread, "1749999000.000100");
    EXPECT_EQ(arrived.answer_by.view, "V0FORM");
    EXPECT_EQ(arrived.answer_by.view_hash, "1750000020.abc");
    auto const& press = std::get<pressed>(arrived.what.what);
    EXPECT_EQ(press.action, "dont_know");
    EXPECT_EQ(press.chosen, (std::vector<std::string>{"a", "b"}));
}

TEST(SlackPress, InSomebodyElsesFormIsOnlyAcknowledged)
{
    auto payload = press_in_form();
    payload["view"]["callback_id"] = "other";

    EXPECT_EQ(decode_interaction(payload).kind, "unknown:block_actions");
}

TEST(SlackPress, InAnOrganisationWideInstallationBelongsToThePersonsWorkspace)
{
    auto payload = slack_sample("button_press");
    payload["team"] = nullptr;
    payload["is_enterprise_install"] = true;

    EXPECT_EQ(arrived_from(payload).conversation, "slack:T0VAN:C0VAN");
}

TEST(SlackForm, GivesWhatWasTypedAndChosenByToken)
{
    auto const arrived = arrived_from(slack_sample("form_submission"));

    auto const& saved = std::get<form_saved>(arrived.what.what);
    EXPECT_EQ(saved.token, "form-4");
    EXPECT_EQ(
        saved.typed,
        (std::map<std::string, std::string>{{"tok-4", "9 clinics booked <410> & paid"}, {"tok-5", ""}}));
    EXPECT_EQ(
        saved.chosen, (std::map<std::string, std::vector<std::string>>{
                          {"tok-6", {"a", "b"}}, {"tok-7", {"yes"}}, {"tok-8", {}}}));
}

TEST(SlackForm, KnowsItsPlaceAndHowToAnswer)
{
    auto const arrived = arrived_from(slack_sample("form_submission"));

    EXPECT_EQ(arrived.conversation, "slack:T0VAN:C0VAN");
    EXPECT_EQ(arrived.what.user, "U0BEN");
    EXPECT_EQ(arrived.what.thread, "1749999000.000100");
    EXPECT_EQ(arrived.answer_by.came_by, reply_path::origin::submission);
    EXPECT_EQ(arrived.answer_by.channel, "C0VAN");
    EXPECT_EQ(arrived.answer_by.user, "U0BEN");
    EXPECT_EQ(arrived.answer_by.trigger, "111.222.submit");
}

TEST(SlackForm, SentAgainAfterACorrectionIsAnotherEvent)
{
    auto payload = slack_sample("form_submission");
    auto const first = arrived_from(payload).event_keys;
    payload["trigger_id"] = "111.222.again";
    payload["view"]["state"]["values"]["input:tok-4"]["value"]["value"] = "corrected";
    auto const second = arrived_from(payload).event_keys;

    std::set<std::string> all(first.begin(), first.end());
    all.insert(second.begin(), second.end());
    EXPECT_EQ(all.size(), first.size() + second.size());
}

TEST(SlackForm, SentTwiceIsTheSameEvent)
{
    auto const payload = slack_sample("form_submission");

    EXPECT_EQ(arrived_from(payload).event_keys, arrived_from(payload).event_keys);
    EXPECT_EQ(arrived_from(payload).event_keys.size(), 2U);
}

TEST(SlackForm, ReplacesWhatCannotBeStored)
{
    auto payload = slack_sample("form_submission");
    payload["view"]["state"]["values"]["input:tok-4"]["value"]["value"] = std::string("a\0b", 3);

    auto const arrived = arrived_from(payload);

    EXPECT_EQ(
        std::get<form_saved>(arrived.what.what).typed.at("tok-4"), "a\xEF\xBF\xBD"
                                                                   "b");
}

TEST(SlackForm, ClosedSaysWhich)
{
    auto payload = slack_sample("form_submission");
    payload["type"] = "view_closed";
    payload.erase("trigger_id");

    auto const arrived = arrived_from(payload);

    EXPECT_EQ(std::get<form_closed>(arrived.what.what).token, "form-4");
    EXPECT_EQ(arrived.conversation, "slack:T0VAN:C0VAN");
    EXPECT_EQ(arrived.event_keys, std::vector<std::string>{"slack:closed:T0VAN:V0FORM"});
}

TEST(SlackForm, OfSomebodyElseIsOnlyAcknowledged)
{
    for (auto const* metadata : {"", "{", "[]", "{}", R"({"channel":7})", R"({"token":"form-4"})"}) {
        auto payload = slack_sample("form_submission");
        payload["view"]["private_metadata"] = metadata;
        EXPECT_EQ(decode_interaction(payload).kind, "unknown:view_submission") << metadata;
    }
}

TEST(SlackInteraction, OfAnyShapeIsAnswered)
{
    auto const whole_press = slack_sample("button_press");
    auto const whole_form = slack_sample("form_submission");
    std::vector<json> const odd = {
        nullptr, true, -7, 1e300, "text", json::array(), json::object(), json::array({nullptr})};
    for (auto const& whole : {whole_press, whole_form, press_in_form(), radio_press()}) {
        auto const parts = whole.flatten();
        for (auto const& [path, value] : parts.items()) {
            auto pointer = json::json_pointer(path);
            while (!pointer.empty()) {
                for (auto const& other : odd) {
                    auto payload = whole;
                    payload[pointer] = other;
                    EXPECT_FALSE(decode_interaction(payload).kind.empty());
                }
                pointer = pointer.parent_pointer();
            }
        }
    }
}

}  // namespace
}  // namespace crossroads::slack
