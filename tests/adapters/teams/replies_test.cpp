#include "card_check.hpp"
#include "support/teams_requests.hpp"
#include "teams/card_data.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace crossroads::teams {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::teams_under_test;

constexpr std::string_view thread_url = "https://smba.trafficmanager.net/emea/tenant-one/v3/conversations/"
                                        "19%3Avan%40thread.tacv2%3Bmessageid%3D1766/activities";

reply_path in_thread()
{
    reply_path to;
    to.user = testing::teams_person;
    to.channel = testing::teams_channel;
    to.thread = "1766";
    to.view_hash = "next-step";
    to.reach = write_json(
        {{"service_url", testing::teams_service_url}, {"bot", testing::teams_bot}, {"where", "channel"}});
    return to;
}

reply_path pressed_on_shared_card()
{
    auto to = in_thread();
    to.came_by = reply_path::origin::press;
    to.in_answer = true;
    return to;
}

reply_path saved_on_own_card(bool in_answer)
{
    auto to = in_thread();
    to.came_by = reply_path::origin::submission;
    to.in_answer = in_answer;
    to.own_card = true;
    to.view = "1770";
    return to;
}

card short_card()
{
    card content;
    content.summary = "Saved.";
    content.blocks.emplace_back(paragraph{{plain("Saved. Thank you.")}});
    return content;
}

card card_with_button()
{
    auto content = short_card();
    content.blocks.emplace_back(button_row{{{"next", "t1", "Answer now", button::look::primary, {}}}});
    return content;
}

form some_form()
{
    form window{"Question 3 of 12", "t1", {}, "Save", "Stop for now"};
    window.items.emplace_back(text_input{"t1", "What happened?", {}, {}, 600, true, false});
    return window;
}

json answer_of(reply const& said, reply_path const& to)
{
    auto const response = teams_under_test()->acknowledge(said, to);
    EXPECT_EQ(response.status, 200U);
    return json::parse(response.body);
}

json card_in(http_call const& call)
{
    return json::parse(call.body).at("attachments").at(0).at("content");
}

TEST(TeamsReply, ToSomethingTypedIsAMessageForThePersonAlone)
{
    auto const platform = teams_under_test();
    auto const call = platform->call_for(say_privately{card_with_button()}, in_thread());

    EXPECT_EQ(platform->acknowledge(say_privately{card_with_button()}, in_thread()).body, "");
    ASSERT_TRUE(call);
    EXPECT_EQ(call->method, "POST");
    EXPECT_EQ(call->url, std::string(thread_url) + "?isTargetedActivity=true");
    auto const body = json::parse(call->body);
    EXPECT_EQ(body["type"], "message");
    EXPECT_EQ(body["recipient"]["id"], testing::teams_person);
    EXPECT_EQ(body["from"]["id"], testing::teams_bot);
    EXPECT_EQ(body["summary"], "Saved.");
    EXPECT_THAT(problems_in(card_in(*call)), IsEmpty());
    EXPECT_FALSE(find_header(call->headers, "authorization"));
}

TEST(TeamsReply, InAPersonalChatIsAnOrdinaryMessage)
{
    auto to = in_thread();
    to.channel = "a:chat-of-ana";
    to.thread.clear();
    to.alone = true;

    auto const call = teams_under_test()->call_for(say_privately{short_card()}, to);

    ASSERT_TRUE(call);
    EXPECT_EQ(
        call->url,
        "https://smba.trafficmanager.net/emea/tenant-one/v3/conversations/a%3Achat-of-ana/activities");
    EXPECT_FALSE(json::parse(call->body).contains("recipient"));
}

TEST(TeamsReply, ToAPressOnASharedCardIsALineOnThatCard)
{
    auto const platform = teams_under_test();
    auto const to = pressed_on_shared_card();

    EXPECT_EQ(answer_of(say_privately{short_card()}, to)["value"], "Saved. Thank you.");
    EXPECT_FALSE(platform->call_for(say_privately{short_card()}, to));
    EXPECT_EQ(answer_of(nothing_to_say{}, to)["type"], "application/vnd.microsoft.activity.message");
    EXPECT_FALSE(platform->call_for(nothing_to_say{}, to));
}

TEST(TeamsReply, SpeaksTheLanguageOfThePersonsClient)
{
    auto to = pressed_on_shared_card();
    to.locale = "de-AT";

    EXPECT_EQ(answer_of(nothing_to_say{}, to)["value"], "Notiert.");
}

TEST(TeamsReply, ThatIsMoreThanALineIsSentPrivately)
{
    auto const platform = teams_under_test();
    auto const to = pressed_on_shared_card();
    for (auto const& said : {reply(say_privately{card_with_button()}), reply(open_form{some_form()})}) {
        auto const call = platform->call_for(said, to);

        EXPECT_EQ(answer_of(said, to)["type"], "application/vnd.microsoft.activity.message");
        ASSERT_TRUE(call);
        EXPECT_THAT(call->url, HasSubstr("isTargetedActivity=true"));
        auto const sent = card_in(*call);
        EXPECT_THAT(problems_in(sent), IsEmpty());
        EXPECT_THAT(sent.dump(), HasSubstr("next-step"));
    }
}

TEST(TeamsReply, OnAnOwnCardTakesItsPlace)
{
    auto const to = saved_on_own_card(true);
    for (auto const& said :
         {reply(show_next_form{some_form()}), reply(open_form{some_form()}),
          reply(say_privately{card_with_button()}), reply(close_form{}), reply(nothing_to_say{})}) {
        auto const shown = answer_of(said, to);

        EXPECT_EQ(shown["statusCode"], 200);
        EXPECT_EQ(shown["type"], "application/vnd.microsoft.card.adaptive");
        EXPECT_THAT(problems_in(shown["value"]), IsEmpty());
        EXPECT_FALSE(teams_under_test()->call_for(said, to));
    }
}

TEST(TeamsReply, OnAnOwnCardOfAnOldClientReplacesIt)
{
    auto const to = saved_on_own_card(false);
    for (auto const& said :
         {reply(show_next_form{some_form()}), reply(say_privately{short_card()}), reply(close_form{}),
          reply(nothing_to_say{})}) {
        auto const call = teams_under_test()->call_for(said, to);

        EXPECT_EQ(teams_under_test()->acknowledge(said, to).body, "");
        ASSERT_TRUE(call);
        EXPECT_EQ(call->method, "PUT");
        EXPECT_EQ(call->url, std::string(thread_url) + "/1770?isTargetedActivity=true");
        EXPECT_FALSE(json::parse(call->body).contains("recipient"));
    }
}

TEST(TeamsReply, ThatRefusesAFormKeepsIt)
{
    refuse_form const refusal{{{"t1", "One sentence, please."}}};

    auto const shown = answer_of(refusal, saved_on_own_card(true));
    EXPECT_EQ(shown["statusCode"], 400);
    EXPECT_EQ(shown["type"], "application/vnd.microsoft.error");
    EXPECT_EQ(shown["value"]["message"], "One sentence, please.");
    EXPECT_FALSE(teams_under_test()->call_for(refusal, saved_on_own_card(true)));

    auto const call = teams_under_test()->call_for(refusal, saved_on_own_card(false));
    ASSERT_TRUE(call);
    EXPECT_EQ(call->method, "POST");
    EXPECT_THAT(shown_text_of(card_in(*call)), HasSubstr("One sentence, please."));
}

TEST(TeamsReply, ToAPressInADirectMessageStaysThere)
{
    auto to = pressed_on_shared_card();
    to.direct = "a:chat-of-ana";
    to.alone = true;

    auto const call = teams_under_test()->call_for(open_form{some_form()}, to);

    ASSERT_TRUE(call);
    EXPECT_THAT(call->url, HasSubstr("a%3Achat-of-ana/activities"));
    EXPECT_THAT(
        card_in(*call).dump(), HasSubstr(std::string("\"about\":\"") + testing::teams_channel.data()));
}

TEST(TeamsReply, IsNotSentWhereNobodyKnowsTheWay)
{
    auto to = in_thread();
    to.reach.clear();

    EXPECT_FALSE(teams_under_test()->call_for(say_privately{short_card()}, to));
}

}  // namespace
}  // namespace crossroads::teams
