#include "slack/posts.hpp"
#include "slack/profile.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace crossroads::slack {
namespace {

web_api const api("https://slack.test/api/", "xoxb-made-up");

outgoing_message question()
{
    outgoing_message out;
    out.id = "m-17";
    out.conversation = "slack:T0VAN:C0VAN";
    out.content.slot = "profile/U0BEN";
    out.content.who = message::audience::profile;
    out.content.to = "U0BEN";
    return out;
}

delivery_outcome outcome(std::string body, unsigned status = 200)
{
    return outcome_of(api, question(), {status, {}, std::move(body)});
}

TEST(SlackProfile, IsAskedForByTheIdOfThePerson)
{
    auto const call = call_that_sends(api, question());
    ASSERT_TRUE(call);
    EXPECT_TRUE(call->url.ends_with("/users.info"));
    EXPECT_EQ(find_field(decode_form(call->body).value(), "user"), "U0BEN");
    EXPECT_EQ(find_field(decode_form(call->body).value(), "include_locale"), "true");
    EXPECT_FALSE(call_that_looks_up(api, question(), std::chrono::sys_seconds{}))
        << "asking again does no harm";
    auto nobody = question();
    nobody.content.to.clear();
    EXPECT_FALSE(call_that_sends(api, nobody));
}

TEST(SlackProfile, SaysHowFarAheadOfUtcAPersonIs)
{
    struct row {
        char const* answer;
        std::optional<int> offset;
        bool gone;
    };

    for (auto const& [answer, offset, gone] : std::vector<row>{
             {R"({"ok":true,"user":{"id":"U0BEN","tz":"America/Los_Angeles","tz_offset":-25200}})", -25200,
              false},
             {R"({"ok":true,"user":{"id":"U0BEN","tz_offset":20700,"deleted":false}})", 20700, false},
             {R"({"ok":true,"user":{"id":"U0BEN","tz_offset":0,"deleted":true}})", 0, true},
             {R"({"ok":true,"user":{"id":"U0BEN"}})", std::nullopt, false},
             {R"({"ok":true,"user":{"tz_offset":"3600"}})", std::nullopt, false},
             {R"({"ok":true,"user":{"tz_offset":99999999999}})", std::nullopt, false},
             {R"({"ok":true,"user":{"tz_offset":50401}})", std::nullopt, false},
             {R"({"ok":true})", std::nullopt, false},
             {R"({"ok":false,"error":"user_not_found"})", std::nullopt, false},
             {R"({"ok":false,"error":"missing_scope"})", std::nullopt, false},
         }) {
        auto const became = outcome(answer);
        auto const* learned = std::get_if<learned_profile>(&became);
        ASSERT_NE(learned, nullptr) << answer;
        EXPECT_EQ(learned->what.of, "U0BEN");
        EXPECT_EQ(learned->what.utc_offset, offset) << answer;
        EXPECT_EQ(learned->what.gone, gone) << answer;
    }
}

TEST(SlackProfile, SaysWhichLocaleAPersonHasSet)
{
    for (auto const& [answer, locale] : std::vector<std::pair<char const*, char const*>>{
             {R"({"ok":true,"user":{"id":"U0BEN","locale":"de-DE"}})", "de-DE"},
             {R"({"ok":true,"user":{"id":"U0BEN","locale":7}})", ""},
             {R"({"ok":true,"user":{"id":"U0BEN"}})", ""},
             {R"({"ok":false,"error":"user_not_found"})", ""},
         }) {
        auto const became = outcome(answer);
        auto const* learned = std::get_if<learned_profile>(&became);
        ASSERT_NE(learned, nullptr) << answer;
        EXPECT_EQ(learned->what.locale, locale) << answer;
    }
}

TEST(SlackProfile, SaysWhatAPersonIsInTheWorkspace)
{
    struct row {
        char const* user;
        membership is;
    };

    for (auto const& [user, is] : std::vector<row>{
             {R"({"team_id":"T0VAN","is_admin":false,"is_restricted":false})", membership::member},
             {R"({"team_id":"T0VAN","is_admin":true})", membership::admin},
             {R"({"team_id":"T0VAN","is_owner":true})", membership::admin},
             {R"({"team_id":"T0VAN","is_primary_owner":true})", membership::admin},
             {R"({"team_id":"T0VAN","is_restricted":true})", membership::guest},
             {R"({"team_id":"T0VAN","is_ultra_restricted":true,"is_restricted":true})", membership::guest},
             {R"({"team_id":"T2","is_admin":true})", membership::stranger},
             {R"({"team_id":"T2","is_stranger":true})", membership::stranger},
             {R"({"team_id":"T2","enterprise_user":{"teams":["T2","T0VAN"]}})", membership::member},
             {R"({"team_id":"T2","is_admin":true,"enterprise_user":{"teams":["T0VAN"]}})", membership::admin},
             {R"({"team_id":"T2","enterprise_user":{"teams":["T3",4]}})", membership::stranger},
             {R"({"team_id":"T0VAN","is_bot":true,"is_admin":true})", membership::bot},
             {R"({"team_id":7,"is_admin":"yes"})", membership::member},
         }) {
        auto const became = outcome(R"({"ok":true,"user":)" + std::string(user) + "}");
        auto const* learned = std::get_if<learned_profile>(&became);
        ASSERT_NE(learned, nullptr) << user;
        EXPECT_EQ(learned->what.is, is) << user;
    }
}

TEST(SlackProfile, TellsAPersonNobodyKnowsFromOneOfWhomNothingIsSaid)
{
    for (auto const& [error, is] : std::vector<std::pair<std::string, membership>>{
             {"user_not_found", membership::nobody},
             {"user_not_visible", membership::nobody},
             {"missing_scope", membership::unknown}}) {
        auto const became = outcome(R"({"ok":false,"error":")" + error + R"("})");
        EXPECT_EQ(std::get<learned_profile>(became).what.is, is) << error;
    }
}

TEST(SlackProfile, ThatCannotBeHadNowIsAskedForAgain)
{
    EXPECT_TRUE(std::holds_alternative<retry_later>(outcome(R"({"ok":false,"error":"ratelimited"})")));
    EXPECT_TRUE(std::holds_alternative<retry_later>(outcome("", 429)));
    EXPECT_TRUE(std::holds_alternative<outcome_unknown>(outcome(R"({"ok":false,"error":"internal_error"})")));
    EXPECT_TRUE(std::holds_alternative<outcome_unknown>(outcome("", 503)));
    EXPECT_TRUE(
        std::holds_alternative<installation_blocked>(outcome(R"({"ok":false,"error":"invalid_auth"})")));
}

}  // namespace
}  // namespace crossroads::slack
