#include "channel/form.hpp"
#include "teams/app_token.hpp"

#include <gtest/gtest.h>

#include <string>

namespace crossroads::teams {
namespace {

using std::chrono::seconds;

constexpr std::chrono::sys_seconds start{seconds{1'790'000'000}};

http_response answer(unsigned status, std::string body)
{
    http_response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

std::string refusal(std::string const& description)
{
    auto const got =
        token_of(answer(401, R"({"error":"invalid_client","error_description":")" + description + "\"}"));
    return std::get<token_refusal>(got).code;
}

TEST(TeamsAppToken, IsAskedForInTheOwnTenant)
{
    auto const call = call_for_token({"https://login.example/", "tenant-one", "app", "s&cret="});

    EXPECT_EQ(call.method, "POST");
    EXPECT_EQ(call.url, "https://login.example/tenant-one/oauth2/v2.0/token");
    auto const fields = decode_form(call.body).value();
    EXPECT_EQ(find_field(fields, "grant_type"), "client_credentials");
    EXPECT_EQ(find_field(fields, "client_id"), "app");
    EXPECT_EQ(find_field(fields, "client_secret"), "s&cret=");
    EXPECT_EQ(find_field(fields, "scope"), "https://api.botframework.com/.default");
}

TEST(TeamsAppToken, IsReadWithItsLifetime)
{
    auto const got =
        token_of(answer(200, R"({"token_type":"Bearer","expires_in":3599,"access_token":"a.b.c"})"));

    ASSERT_TRUE(std::holds_alternative<app_token>(got));
    EXPECT_EQ(std::get<app_token>(got).value, "a.b.c");
    EXPECT_EQ(std::get<app_token>(got).lifetime, seconds(3599));
}

TEST(TeamsAppToken, IsNeverWhatCouldBreakAHeader)
{
    for (auto const* body :
         {"", "{}", R"({"access_token":""})", R"({"access_token":"a\r\nX-Y: z"})",
          R"({"access_token":"a b"})", R"({"access_token":7})"})
        EXPECT_TRUE(std::holds_alternative<token_refusal>(token_of(answer(200, body)))) << body;
}

TEST(TeamsTokenRefusal, NamesEntrasCode)
{
    EXPECT_EQ(refusal("AADSTS7000215: Invalid client secret provided."), "AADSTS7000215");
    EXPECT_EQ(refusal("AADSTS"), "AADSTS");
    EXPECT_EQ(refusal("Something else"), "http_401");
    EXPECT_EQ(refusal("AADSTS99999999999999999999999999"), "http_401");
    EXPECT_EQ(std::get<token_refusal>(token_of(answer(503, "<html>"))).code, "http_503");
}

TEST(TeamsTokenRefusal, SaysWhatToDo)
{
    for (auto const* code :
         {"AADSTS700016", "AADSTS7000215", "AADSTS7000222", "AADSTS7000229", "AADSTS90002", "AADSTS1"}) {
        auto const got =
            token_of(answer(400, R"({"error_description":")" + std::string(code) + R"(: text"})"));
        EXPECT_FALSE(std::get<token_refusal>(got).advice.empty()) << code;
    }
}

TEST(TeamsAppTokenCache, WantsATokenWhenItHasNone)
{
    app_token_cache const cache;

    EXPECT_TRUE(cache.wants_fetch(start));
    EXPECT_EQ(cache.usable(start), "");
}

TEST(TeamsAppTokenCache, RefreshesFiveMinutesEarly)
{
    app_token_cache cache;
    cache.fetch_begins();
    EXPECT_FALSE(cache.wants_fetch(start));
    cache.fetched({"token", seconds(3600)}, start);

    EXPECT_FALSE(cache.wants_fetch(start + seconds(3299)));
    EXPECT_TRUE(cache.wants_fetch(start + seconds(3300)));
    EXPECT_EQ(cache.usable(start + seconds(3539)), "token");
    EXPECT_EQ(cache.usable(start + seconds(3540)), "");
}

TEST(TeamsAppTokenCache, WaitsAfterAFailure)
{
    app_token_cache cache;
    cache.fetch_begins();
    cache.fetch_failed(start);

    EXPECT_FALSE(cache.wants_fetch(start + seconds(9)));
    EXPECT_TRUE(cache.wants_fetch(start + seconds(10)));
}

TEST(TeamsAppTokenCache, DropsOnlyTheTokenThatWasRefused)
{
    app_token_cache cache;
    cache.fetched({"new", seconds(3600)}, start);
    cache.drop("old");
    EXPECT_EQ(cache.usable(start), "new");
    cache.drop("new");
    EXPECT_EQ(cache.usable(start), "");
    EXPECT_TRUE(cache.wants_fetch(start));
}

}  // namespace
}  // namespace crossroads::teams
