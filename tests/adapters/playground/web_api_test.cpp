#include "adapters/playground/played_workspace.hpp"

#include <string>

namespace crossroads::playground {
namespace {

class WebApi : public played_workspace {
protected:
    json answer_to(std::string_view method, http_request const& request)
    {
        return json::parse(handle_api(in, settings, method, request, now).body);
    }

    static http_request posted(std::string content_type, std::string body)
    {
        return {
            "POST",
            "/playground/api/x",
            {{"Content-Type", std::move(content_type)}},
            std::move(body),
            "127.0.0.1"};
    }
};

TEST_F(WebApi, SaysWhoTheAppIs)
{
    auto const answer = call("auth.test", json::object());

    EXPECT_EQ(answer["ok"], true);
    EXPECT_EQ(answer["user_id"], in.app.bot_user);
    EXPECT_EQ(answer["bot_id"], in.app.bot_id);
    EXPECT_EQ(answer["team_id"], in.team.id);
}

TEST_F(WebApi, RefusesWithoutTheRightToken)
{
    auto const form = "application/x-www-form-urlencoded";

    EXPECT_EQ(answer_to("auth.test", posted(form, ""))["error"], "not_authed");
    EXPECT_EQ(answer_to("auth.test", posted(form, "token=xoxb-other"))["error"], "invalid_auth");
    EXPECT_EQ(answer_to("auth.test", posted(form, "token=xoxb-test"))["ok"], true);
}

TEST_F(WebApi, KnowsItsMethods)
{
    EXPECT_EQ(call("files.upload", json::object())["error"], "unknown_method");
    EXPECT_EQ(call("", json::object())["error"], "unknown_method");
    EXPECT_TRUE(has_api_method("chat.postMessage"));
}

TEST_F(WebApi, ReadsQueriesFormsAndJson)
{
    auto const in_json = R"({"token":"xoxb-test","channel":"C0PLAYPRO","text":"hi"})";
    http_request const query{
        "GET", "/playground/api/conversations.info?token=xoxb-test&channel=C0PLAYPRO", {}, "", ""};

    EXPECT_EQ(answer_to("conversations.info", query)["channel"]["name"], "product");
    EXPECT_EQ(answer_to("chat.postMessage", posted("application/json; charset=utf-8", in_json))["ok"], true);
    EXPECT_EQ(
        answer_to("chat.postMessage", posted("application/json", in_json))["warning"], "missing_charset");
}

TEST_F(WebApi, IgnoresJsonWhereSlackTakesFormsOnly)
{
    auto request = posted("application/json; charset=utf-8", R"({"user":"U0PLAYANA"})");
    request.headers.emplace_back("Authorization", "Bearer xoxb-test");

    EXPECT_EQ(answer_to("users.info", request)["error"], "invalid_arguments");
}

TEST_F(WebApi, RefusesWhatItCannotRead)
{
    struct unreadable {
        std::string content_type;
        std::string body;
        std::string error;
    };

    unreadable const cases[] = {
        {"application/x-www-form-urlencoded", "a=%zz", "invalid_form_data"},
        {"application/x-www-form-urlencoded", "text=%ff", "invalid_form_data"},
        {"application/json", "{", "invalid_json"},
        {"application/json", "[]", "json_not_object"},
        {"application/json", std::string(100'000, '['), "invalid_json"},
        {"text/html", "x", "invalid_post_type"},
        {"", "x", "missing_post_type"},
    };
    for (auto const& [type, body, error] : cases)
        EXPECT_EQ(answer_to("chat.postMessage", posted(type, body))["error"], error) << type;
}

TEST_F(WebApi, NamesMissingArguments)
{
    auto const answer = call("chat.update", {{"channel", product}});

    EXPECT_EQ(answer["error"], "invalid_arguments");
    EXPECT_EQ(answer["response_metadata"]["messages"][0], "[ERROR] missing required field: ts");
}

TEST_F(WebApi, EchoesInApiTest)
{
    EXPECT_EQ(call("api.test", {{"foo", "bar"}})["args"]["foo"], "bar");
    EXPECT_EQ(call("api.test", {{"error", "my_error"}})["error"], "my_error");
}

TEST_F(WebApi, DescribesPeople)
{
    auto const user = call("users.info", {{"user", ana}, {"include_locale", "true"}})["user"];

    EXPECT_EQ(user["tz"], "Europe/Lisbon");
    EXPECT_EQ(user["is_bot"], false);
    EXPECT_EQ(user["locale"], "en-GB");
    EXPECT_EQ(call("users.info", {{"user", in.app.bot_user}})["user"]["is_bot"], true);
    EXPECT_EQ(call("users.info", {{"user", "U1"}})["error"], "user_not_found");
    EXPECT_EQ(call("users.list", json::object())["members"].size(), 6U);
    EXPECT_EQ(call("users.info", {{"user", "U0PLAYDAN"}})["user"]["is_admin"], true);
    EXPECT_EQ(call("users.info", {{"user", "U0PLAYGUS"}})["user"]["is_restricted"], true);
}

TEST_F(WebApi, DescribesChannels)
{
    auto const channel =
        call("conversations.info", {{"channel", design}, {"include_num_members", "1"}})["channel"];

    EXPECT_EQ(channel["is_member"], false);
    EXPECT_EQ(channel["num_members"], 5);
    EXPECT_EQ(call("conversations.info", {{"channel", "C1"}})["error"], "channel_not_found");
    EXPECT_EQ(call("conversations.members", {{"channel", product}})["members"].size(), 6U);
    EXPECT_EQ(call("conversations.members", {{"channel", "C1"}})["error"], "channel_not_found");
}

TEST_F(WebApi, GivesListsInPages)
{
    auto const first = call("conversations.list", {{"limit", 3}});
    auto const cursor = first["response_metadata"]["next_cursor"];
    auto const second = call("conversations.list", {{"limit", 3}, {"cursor", cursor}});

    EXPECT_EQ(first["channels"].size(), 3U);
    EXPECT_EQ(second["channels"].size(), 1U);
    EXPECT_EQ(second["response_metadata"]["next_cursor"], "");
    EXPECT_EQ(call("conversations.list", {{"cursor", "nonsense"}})["error"], "invalid_cursor");
    EXPECT_EQ(call("conversations.list", {{"types", "im"}})["channels"].size(), 0U);
}

TEST_F(WebApi, AnswersInJsonWithSlacksHeaders)
{
    auto const response =
        handle_api(in, settings, "api.test", {"GET", "/playground/api/api.test", {}, "", ""}, now);

    EXPECT_EQ(response.status, 200U);
    EXPECT_EQ(find_header(response.headers, "content-type"), "application/json; charset=utf-8");
    EXPECT_TRUE(find_header(response.headers, "x-oauth-scopes"));
}

}  // namespace
}  // namespace crossroads::playground
