#include "block_kit_check.hpp"
#include "slack/replies.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crossroads::slack {
namespace {

using ::testing::IsEmpty;
using origin_of_reply = reply_path::origin;

web_api const api("https://slack.test/api", "xoxb-made-up");

reply_path path_by(origin_of_reply came_by)
{
    reply_path path;
    path.user = "U0BEN";
    path.channel = "C0VAN";
    path.thread = "1749999000.000100";
    path.trigger = came_by == origin_of_reply::event ? "" : "111.222.trigger";
    path.came_by = came_by;
    return path;
}

reply_path command_path()
{
    auto path = path_by(origin_of_reply::command);
    path.thread.clear();
    return path;
}

card saved_card()
{
    return {"Saved. 7 of 19 done.", {paragraph{{plain("Saved. "), strong("7 of 19"), plain(" done.")}}}};
}

form next_form()
{
    form made;
    made.title = "Question 8";
    made.token = "form-8";
    made.submit = "Save";
    made.items = {text_input{"tok-8", "Which?", "", "", 600, true, false}};
    return made;
}

std::string argument(std::optional<http_call> const& call, std::string_view name)
{
    if (!call)
        return "no call";
    auto const fields = decode_form(call->body);
    return fields ? std::string(find_field(*fields, name).value_or("")) : "no form";
}

std::string method(std::optional<http_call> const& call)
{
    return call ? call->url.substr(call->url.rfind('/') + 1) : "";
}

void expect_empty(http_response const& answer)
{
    EXPECT_EQ(answer.status, 200U);
    EXPECT_TRUE(answer.body.empty());
    EXPECT_TRUE(answer.headers.empty());
}

TEST(SlackAnswer, IsEmptyWhenThereIsNothingToSay)
{
    for (auto const came_by :
         {origin_of_reply::command, origin_of_reply::press, origin_of_reply::submission,
          origin_of_reply::event}) {
        expect_empty(answer_to(nothing_to_say{}, path_by(came_by)));
        EXPECT_FALSE(call_for_reply(api, nothing_to_say{}, path_by(came_by)));
    }
}

TEST(SlackAnswer, ToACommandCarriesAPrivateMessage)
{
    auto const answer = answer_to(say_privately{saved_card()}, command_path());

    EXPECT_EQ(find_header(answer.headers, "content-type"), "application/json; charset=utf-8");
    auto const body = json::parse(answer.body);
    EXPECT_EQ(body["response_type"], "ephemeral");
    EXPECT_EQ(body["text"], "Saved. 7 of 19 done.");
    EXPECT_EQ(body["blocks"][0]["text"]["text"], "Saved. *7 of 19* done.");
    EXPECT_FALSE(call_for_reply(api, say_privately{saved_card()}, command_path()));
}

TEST(SlackAnswer, ToAnythingElseLeavesAPrivateMessageToACall)
{
    for (auto const came_by : {origin_of_reply::press, origin_of_reply::submission, origin_of_reply::event}) {
        auto const path = path_by(came_by);
        expect_empty(answer_to(say_privately{saved_card()}, path));

        auto const call = call_for_reply(api, say_privately{saved_card()}, path);

        EXPECT_EQ(method(call), "chat.postEphemeral");
        EXPECT_EQ(argument(call, "channel"), "C0VAN");
        EXPECT_EQ(argument(call, "user"), "U0BEN");
        EXPECT_EQ(argument(call, "thread_ts"), "1749999000.000100");
        EXPECT_EQ(argument(call, "text"), "Saved. 7 of 19 done.");
        EXPECT_EQ(json::parse(argument(call, "blocks")).size(), 1U);
    }
}

TEST(SlackAnswer, OutsideOfThreadsNamesNone)
{
    auto path = path_by(origin_of_reply::press);
    path.thread.clear();

    auto const call = call_for_reply(api, say_privately{saved_card()}, path);

    EXPECT_EQ(call->body.find("thread_ts"), std::string::npos);
}

TEST(SlackCall, AfterAPressInADirectMessageAnswersThere)
{
    reply_path to;
    to.came_by = reply_path::origin::press;
    to.user = "U0BEN";
    to.channel = "C0VAN";
    to.direct = "D0BEN";
    auto const call = call_for_reply(web_api("https://slack.test/api/", "xoxb-made-up"), say_privately{}, to);

    ASSERT_TRUE(call);
    auto const fields = decode_form(call->body).value();
    EXPECT_EQ(find_field(fields, "channel"), "D0BEN");
    EXPECT_EQ(find_field(fields, "thread_ts"), std::nullopt);
}

TEST(SlackCall, IsAuthorisedAndFormEncoded)
{
    auto const call = call_for_reply(api, say_privately{saved_card()}, path_by(origin_of_reply::press));

    ASSERT_TRUE(call);
    EXPECT_EQ(call->method, "POST");
    EXPECT_EQ(call->url, "https://slack.test/api/chat.postEphemeral");
    EXPECT_EQ(find_header(call->headers, "authorization"), "Bearer xoxb-made-up");
    EXPECT_EQ(find_header(call->headers, "content-type"), "application/x-www-form-urlencoded; charset=utf-8");
}

TEST(SlackForms, AreOpenedWithTheTrigger)
{
    for (auto const came_by : {origin_of_reply::command, origin_of_reply::press}) {
        auto const path = path_by(came_by);
        for (auto const& said : std::vector<reply>{open_form{next_form()}, show_next_form{next_form()}}) {
            expect_empty(answer_to(said, path));

            auto const call = call_for_reply(api, said, path);

            EXPECT_EQ(method(call), "views.open");
            EXPECT_EQ(argument(call, "trigger_id"), "111.222.trigger");
            EXPECT_THAT(problems_in_view(json::parse(argument(call, "view"))), IsEmpty());
        }
    }
}

TEST(SlackForms, CannotBeOpenedWithoutATrigger)
{
    EXPECT_FALSE(call_for_reply(api, open_form{next_form()}, path_by(origin_of_reply::event)));
}

TEST(SlackForms, AfterASubmissionReplaceTheOneThatIsOpen)
{
    auto const path = path_by(origin_of_reply::submission);
    for (auto const& said : std::vector<reply>{open_form{next_form()}, show_next_form{next_form()}}) {
        auto const body = json::parse(answer_to(said, path).body);

        EXPECT_EQ(body["response_action"], "update");
        EXPECT_THAT(problems_in_view(body["view"]), IsEmpty());
        EXPECT_FALSE(call_for_reply(api, said, path));
    }
}

TEST(SlackForms, AfterAPressInsideReplaceTheOneThatIsOpen)
{
    auto path = path_by(origin_of_reply::press);
    path.view = "V0FORM";
    path.view_hash = "1750000020.abc";

    auto const call = call_for_reply(api, show_next_form{next_form()}, path);

    EXPECT_EQ(method(call), "views.update");
    EXPECT_EQ(argument(call, "view_id"), "V0FORM");
    EXPECT_EQ(argument(call, "hash"), "1750000020.abc");
    EXPECT_EQ(argument(call, "trigger_id"), "");
}

TEST(SlackForms, AreClosedByAnEmptyAnswer)
{
    expect_empty(answer_to(close_form{}, path_by(origin_of_reply::submission)));
    EXPECT_FALSE(call_for_reply(api, close_form{}, path_by(origin_of_reply::submission)));
}

TEST(SlackForms, ShowWhatIsWrongAtTheirInputs)
{
    auto const answer =
        answer_to(refuse_form{{{"tok-8", "Choose one."}}}, path_by(origin_of_reply::submission));

    EXPECT_EQ(
        json::parse(answer.body),
        (json{{"response_action", "errors"}, {"errors", {{"input:tok-8", "Choose one."}}}}));
}

TEST(SlackForms, RefusedForNoReasonOrAfterAnythingElseSayNothing)
{
    expect_empty(answer_to(refuse_form{}, path_by(origin_of_reply::submission)));
    expect_empty(answer_to(refuse_form{{{"tok-8", "Choose one."}}}, path_by(origin_of_reply::press)));
}

}  // namespace
}  // namespace crossroads::slack
