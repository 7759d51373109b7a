#include "card_check.hpp"
#include "support/teams_requests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace crossroads::teams {
namespace {

using ::testing::IsEmpty;
using testing::teams_under_test;

using audience = message::audience;

constexpr std::string_view base = "https://smba.trafficmanager.net/emea/tenant-one/v3/conversations";
constexpr std::string_view channel_path = "/19%3Avan%40thread.tacv2";
constexpr std::string_view thread_path = "/19%3Avan%40thread.tacv2%3Bmessageid%3D1766";

outgoing_message out(audience who, std::string const& where = "channel")
{
    outgoing_message made;
    made.id = "m-1";
    made.conversation = conversation_key("teams", "tenant-one", std::string(testing::teams_channel));
    made.content.slot = who == audience::channel ? "1/start" : "1/question/traction";
    made.content.who = who;
    made.content.thread_slot = who == audience::channel || who == audience::direct ? "" : "1/start";
    made.content.to = who == audience::channel || who == audience::thread ? "" : testing::teams_person;
    made.content.content.summary = "Question 1";
    made.content.content.blocks.emplace_back(paragraph{{plain("Who pays?")}});
    made.sent = {{"1/start", "1766"}, {"1/question/traction", "1780"}};
    made.reach = write_json(
        {{"service_url", testing::teams_service_url}, {"bot", testing::teams_bot}, {"where", where}});
    return made;
}

http_call rendered(outgoing_message const& made)
{
    auto call = teams_under_test()->render(made);
    EXPECT_TRUE(call);
    return call.value_or(http_call{});
}

std::string url(std::string_view path, std::string_view rest = "/activities")
{
    return std::string(base).append(path).append(rest);
}

http_response answer(unsigned status, std::string body = {})
{
    http_response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

TEST(TeamsPost, OfTheChannelBeginsAThread)
{
    auto const call = rendered(out(audience::channel));

    EXPECT_EQ(call.method, "POST");
    EXPECT_EQ(call.url, url(channel_path));
    auto const body = json::parse(call.body);
    EXPECT_EQ(body["conversation"]["id"], testing::teams_channel);
    EXPECT_EQ(body["summary"], "Question 1");
    EXPECT_EQ(body["attachments"].size(), 1U);
    EXPECT_THAT(problems_in(body["attachments"][0]["content"]), IsEmpty());
    EXPECT_FALSE(body.contains("text"));
}

TEST(TeamsPost, OfTheThreadGoesToIt)
{
    EXPECT_EQ(rendered(out(audience::thread)).url, url(thread_path));
    EXPECT_EQ(rendered(out(audience::thread_and_channel)).url, url(thread_path));
}

TEST(TeamsPost, OfAThreadThatNeverBeganGoesNowhere)
{
    auto lost = out(audience::thread);
    lost.sent.clear();

    EXPECT_FALSE(teams_under_test()->render(lost));
}

TEST(TeamsPost, InAChatGoesToTheChat)
{
    for (auto const* where : {"personal", "group"}) {
        EXPECT_EQ(rendered(out(audience::channel, where)).url, url(channel_path)) << where;
        EXPECT_EQ(rendered(out(audience::thread, where)).url, url(channel_path)) << where;
    }
}

TEST(TeamsPost, InAChatNeedsNoThread)
{
    auto reply = out(audience::thread, "group");
    reply.sent["1/start"] = "-";

    EXPECT_EQ(rendered(reply).url, url(channel_path));
}

TEST(TeamsPost, ForOnePersonIsTargeted)
{
    auto const call = rendered(out(audience::one_person));

    EXPECT_EQ(call.url, url(thread_path, "/activities?isTargetedActivity=true"));
    EXPECT_EQ(json::parse(call.body)["recipient"]["id"], testing::teams_person);
    EXPECT_EQ(rendered(out(audience::one_person, "personal")).url, url(channel_path));
}

TEST(TeamsEdit, ReplacesTheMessage)
{
    auto edit = out(audience::thread);
    edit.content.edit = true;
    auto headline = out(audience::channel);
    headline.content.edit = true;

    EXPECT_EQ(rendered(edit).method, "PUT");
    EXPECT_EQ(rendered(edit).url, url(thread_path, "/activities/1780"));
    EXPECT_EQ(json::parse(rendered(edit).body)["id"], "1780");
    EXPECT_EQ(rendered(headline).url, url(thread_path, "/activities/1766"));
    edit.sent.erase("1/question/traction");
    EXPECT_FALSE(teams_under_test()->render(edit));
}

TEST(TeamsDirectMessage, OpensTheChatAndPostsThere)
{
    auto made = out(audience::direct);
    made.content.content.blocks.emplace_back(button_row{{{"remind_tomorrow", "t1", "Tomorrow", {}, {}}}});
    auto const call = rendered(made);
    EXPECT_EQ(call.url, std::string(base));
    auto const body = json::parse(call.body);
    EXPECT_EQ(body["members"], json::parse(R"([{"id":"29:1Ana"}])"));
    EXPECT_EQ(body["tenantId"], "tenant-one");
    EXPECT_EQ(body["isGroup"], false);

    auto const outcome = teams_under_test()->interpret(made, answer(201, R"({"id":"a:chat"})"));
    ASSERT_TRUE(std::holds_alternative<upload_goes_on>(outcome));
    auto const& next = std::get<upload_goes_on>(outcome);
    EXPECT_EQ(next.call.url, url("/a%3Achat"));
    EXPECT_NE(next.call.body.find("\"about\":\"19:van@thread.tacv2\""), std::string::npos);
    made.upload = next.so_far;
    EXPECT_TRUE(
        std::holds_alternative<delivered>(teams_under_test()->interpret(made, answer(201, R"({"id":"1"})"))));
}

TEST(TeamsDirectMessage, WithoutAChatIsRefused)
{
    for (auto const* body : {"", "{}", "<html>"})
        EXPECT_TRUE(std::holds_alternative<refused_for_good>(
            teams_under_test()->interpret(out(audience::direct), answer(201, body))))
            << body;
}

TEST(TeamsPost, StandsInTheChannelWhenItsThreadHasNoId)
{
    auto reply = out(audience::thread);
    reply.sent["1/start"] = "-";

    EXPECT_EQ(rendered(reply).url, url(channel_path));
}

TEST(TeamsEdit, OfAMessageWithoutAnIdIsAMessageOfItsOwn)
{
    auto edit = out(audience::thread);
    edit.content.edit = true;
    edit.sent["1/question/traction"] = "-";

    EXPECT_EQ(rendered(edit).method, "POST");
    EXPECT_EQ(rendered(edit).url, url(thread_path));
    auto const outcome = teams_under_test()->interpret(edit, answer(201, R"({"id":"1799"})"));
    EXPECT_EQ(std::get<delivered>(outcome).platform_id, "1799");
}

TEST(TeamsPost, GoesNowhereWithoutAWayToReachIt)
{
    auto lost = out(audience::channel);
    lost.reach.clear();
    auto of_slack = out(audience::channel);
    of_slack.conversation = "slack:T1:C1";
    auto to_nobody = out(audience::direct);
    to_nobody.content.to.clear();

    for (auto const& made : {lost, of_slack, to_nobody})
        EXPECT_FALSE(teams_under_test()->render(made));
}

TEST(TeamsPost, IsSentUnderTheIdOfTheAnswer)
{
    auto const id_of = [](unsigned status, std::string body) {
        auto const outcome =
            teams_under_test()->interpret(out(audience::thread), answer(status, std::move(body)));
        auto const* sent = std::get_if<delivered>(&outcome);
        return sent == nullptr ? "not delivered" : sent->platform_id;
    };
    EXPECT_EQ(id_of(201, R"({"id":"1781"})"), "1781");
    EXPECT_EQ(id_of(200, R"({"id":"1781"})"), "1781");
    EXPECT_EQ(id_of(202, ""), "-");
    EXPECT_EQ(id_of(200, "accepted"), "-");
}

TEST(TeamsEdit, KeepsItsId)
{
    auto edit = out(audience::thread);
    edit.content.edit = true;

    auto const outcome = teams_under_test()->interpret(edit, answer(200, R"({"id":"another"})"));

    EXPECT_EQ(std::get<delivered>(outcome).platform_id, "1780");
}

struct failure_case {
    char const* name;
    unsigned status;
    char const* body;
    char const* post;  // what becomes of a post
    char const* edit;  // and of an edit
};

std::ostream& operator<<(std::ostream& shown, failure_case const& one)
{
    return shown << one.name;
}

std::string name_of(delivery_outcome const& outcome)
{
    constexpr std::array names = {"delivered", "learned", "later", "unknown",
                                  "blocked",   "refused", "anew",  "goes on"};
    return names.at(outcome.index());
}

class TeamsFailure : public ::testing::TestWithParam<failure_case> {};

TEST_P(TeamsFailure, DecidesWhatBecomesOfTheMessage)
{
    auto const& one = GetParam();
    auto edit = out(audience::thread);
    edit.content.edit = true;

    EXPECT_EQ(
        name_of(teams_under_test()->interpret(out(audience::thread), answer(one.status, one.body))),
        one.post);
    EXPECT_EQ(name_of(teams_under_test()->interpret(edit, answer(one.status, one.body))), one.edit);
}

#define CROSSROADS_ERROR(code) "{\"error\":{\"code\":\"" code "\",\"message\":\"…\"}}"

INSTANTIATE_TEST_SUITE_P(
    Table, TeamsFailure,
    ::testing::Values(
        failure_case{"BadArgument", 400, CROSSROADS_ERROR("BadArgument"), "refused", "refused"},
        failure_case{"BadSyntax", 400, "", "refused", "refused"},
        failure_case{"NotRegistered", 401, CROSSROADS_ERROR("BotNotRegistered"), "blocked", "blocked"},
        failure_case{"Denied", 401, R"({"message":"Authorization has been denied."})", "blocked", "blocked"},
        failure_case{"DisabledByAdmin", 403, CROSSROADS_ERROR("BotDisabledByAdmin"), "blocked", "blocked"},
        failure_case{"WrongHost", 403, CROSSROADS_ERROR("InvalidBotApiHost"), "blocked", "blocked"},
        failure_case{"Blocked", 403, CROSSROADS_ERROR("ConversationBlockedByUser"), "refused", "refused"},
        failure_case{
            "NotInRoster", 403, CROSSROADS_ERROR("BotNotInConversationRoster"), "refused", "refused"},
        failure_case{
            "WritesBlocked", 403, R"({"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\"}"})",
            "refused", "refused"},
        failure_case{
            "MessageGone", 404, CROSSROADS_ERROR("ActivityNotFoundInConversation"), "refused", "anew"},
        failure_case{"ConversationGone", 404, CROSSROADS_ERROR("ConversationNotFound"), "refused", "refused"},
        failure_case{"NotFound", 404, "<html>", "refused", "anew"},
        failure_case{"TimedOutThere", 408, "", "unknown", "later"},
        failure_case{"Concurrent", 412, CROSSROADS_ERROR("PreconditionFailed"), "later", "later"},
        failure_case{"TooLarge", 413, CROSSROADS_ERROR("MessageSizeTooBig"), "refused", "refused"},
        failure_case{"Throttled", 429, CROSSROADS_ERROR("Throttled"), "later", "later"},
        failure_case{"ServerError", 500, CROSSROADS_ERROR("ServiceError"), "unknown", "later"},
        failure_case{"BadGateway", 502, CROSSROADS_ERROR("ServiceError"), "unknown", "later"},
        failure_case{"Unavailable", 503, "", "later", "later"},
        failure_case{"GatewayTimeout", 504, "", "unknown", "later"},
        failure_case{"Redirect", 302, "", "unknown", "later"}),
    [](auto const& tested) { return tested.param.name; });

#undef CROSSROADS_ERROR

TEST(TeamsPost, IsRepeatedOnceInDoubt)
{
    auto edit = out(audience::thread);
    edit.content.edit = true;

    EXPECT_TRUE(teams_under_test()->may_repeat(out(audience::thread), 1));
    EXPECT_FALSE(teams_under_test()->may_repeat(out(audience::thread), 2));
    EXPECT_TRUE(teams_under_test()->may_repeat(edit, 20));
    EXPECT_FALSE(teams_under_test()->look_up(edit, testing::teams_now));
}

TEST(TeamsFailure, IsRetriedWhenTeamsSays)
{
    auto throttled = answer(429);
    throttled.headers.emplace_back("Retry-After", "17");

    auto const outcome = teams_under_test()->interpret(out(audience::thread), throttled);

    EXPECT_EQ(std::get<retry_later>(outcome).after, std::chrono::seconds(17));
}

TEST(TeamsFailure, IsToldByItsCode)
{
    auto const refused = teams_under_test()->interpret(
        out(audience::thread), answer(403, R"({"error":{"code":"ConversationBlockedByUser"}})"));
    auto const odd =
        teams_under_test()->interpret(out(audience::thread), answer(403, R"({"error":{"code":"<b>\n"}})"));

    EXPECT_EQ(std::get<refused_for_good>(refused).reason, "ConversationBlockedByUser");
    EXPECT_EQ(std::get<refused_for_good>(odd).reason, "http_403");
}

TEST(TeamsFile, OfTextIsShownInFull)
{
    auto made = out(audience::thread);
    made.content.file = attached_file{"answers.csv", "text/csv", "a,b\n```\n*c*", {}};

    auto const body = json::parse(rendered(made).body);

    EXPECT_EQ(body["textFormat"], "markdown");
    EXPECT_EQ(body["text"], "answers.csv\n\n````\na,b\n```\n*c*\n````");
}

TEST(TeamsFile, OfTextThatIsTooLongGoesNowhere)
{
    auto made = out(audience::thread);
    made.content.file = attached_file{"answers.csv", "text/csv", std::string(30'000, 'a'), {}};

    EXPECT_FALSE(teams_under_test()->render(made));
}

TEST(TeamsFile, OfAPictureIsShownInTheMessageOrTold)
{
    auto made = out(audience::thread);
    made.content.file =
        attached_file{"result.png", "image/png", std::string(1'000, 'x'), "Polish fits 4 of 5."};
    auto const shown = json::parse(rendered(made).body);
    made.content.file->content.assign(100'000, 'x');
    auto const told = json::parse(rendered(made).body);

    EXPECT_EQ(shown["attachments"][0]["contentType"], "image/png");
    EXPECT_TRUE(
        shown["attachments"][0]["contentUrl"].get<std::string>().starts_with("data:image/png;base64,"));
    EXPECT_NE(
        shown_text_of(told["attachments"][0]["content"]).find("Polish fits 4 of 5."), std::string::npos);
}

}  // namespace
}  // namespace crossroads::teams
