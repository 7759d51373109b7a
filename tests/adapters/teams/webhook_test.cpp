#include "support/teams_requests.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <stdexcept>
#include <string>

namespace crossroads::teams {
namespace {

using json = nlohmann::json;
using testing::known_teams_signer;
using testing::teams_claims;
using testing::teams_command;
using testing::teams_now;
using testing::teams_request;
using testing::teams_under_test;

struct verdict {
    std::string kind;
    unsigned status = 0;

    friend bool operator==(verdict const&, verdict const&) = default;

    friend std::ostream& operator<<(std::ostream& out, verdict const& one)
    {
        return out << one.kind << " " << one.status;
    }
};

verdict verdict_on(http_request const& request)
{
    auto const got = teams_under_test()->receive(request, teams_now);
    auto const* response = std::get_if<http_response>(&got.outcome);
    return {got.kind, response == nullptr ? 0 : response->status};
}

json changed(std::function<void(json&)> const& change)
{
    auto activity = teams_command("help");
    change(activity);
    return activity;
}

TEST(TeamsWebhook, TakesOnlyPosts)
{
    auto request = teams_request(teams_command("help"));
    request.method = "GET";

    EXPECT_EQ(verdict_on(request), (verdict{"refused:method", 405}));
}

TEST(TeamsWebhook, LooksAtTheTokenBeforeTheBody)
{
    EXPECT_EQ(verdict_on(teams_request("{", "abc")), (verdict{"refused:malformed_token", 401}));
    auto request = teams_request(teams_command("help"));
    request.headers.pop_back();
    EXPECT_EQ(verdict_on(request), (verdict{"refused:no_token", 401}));
}

TEST(TeamsWebhook, RefusesTwoTokens)
{
    auto request = teams_request(teams_command("help"));
    request.headers.push_back(request.headers.back());

    EXPECT_EQ(verdict_on(request), (verdict{"refused:no_token", 401}));
}

TEST(TeamsWebhook, RefusesWhatIsNoActivity)
{
    auto const token = known_teams_signer().sign(teams_claims());
    for (auto const* body : {"", "{", "[]", "null", "7", "\"text\"", "{\"serviceUrl\":\"\xFF\"}"})
        EXPECT_EQ(verdict_on(teams_request(body, token)), (verdict{"refused:malformed_json", 400})) << body;
    auto const deep = std::string(100, '[') + std::string(100, ']');
    EXPECT_EQ(verdict_on(teams_request(deep, token)), (verdict{"refused:malformed_json", 400}));
}

TEST(TeamsWebhook, RefusesAnActivityWithoutWhatWeNeed)
{
    auto const without = [](char const* name) {
        return changed([name](json& activity) { activity.erase(name); });
    };
    auto const no_tenant = changed([](json& activity) {
        activity["conversation"].erase("tenantId");
        activity.erase("channelData");
    });
    EXPECT_EQ(verdict_on(teams_request(without("serviceUrl"))), (verdict{"refused:no_service_url", 400}));
    EXPECT_EQ(verdict_on(teams_request(without("channelId"))), (verdict{"refused:no_channel_id", 400}));
    for (auto const* name : {"type", "id", "from", "recipient", "conversation"})
        EXPECT_EQ(
            verdict_on(teams_request(without(name))),
            (verdict{"refused:activity_without_" + std::string(name), 400}));
    EXPECT_EQ(verdict_on(teams_request(no_tenant)), (verdict{"refused:activity_without_tenant", 400}));
}

TEST(TeamsWebhook, RefusesIdsOfAnotherType)
{
    for (auto const& value : {json(7), json(nullptr), json::object(), json::array({"29:1Ana"})}) {
        auto const activity = changed([&](json& one) { one["from"]["id"] = value; });
        EXPECT_EQ(verdict_on(teams_request(activity)), (verdict{"refused:activity_without_from", 400}));
    }
    auto const endless = changed([](json& one) { one["from"]["id"] = std::string(1'000, 'a'); });
    EXPECT_EQ(verdict_on(teams_request(endless)), (verdict{"refused:activity_without_short_ids", 400}));
}

TEST(TeamsWebhook, RefusesAnActivityThatTheTokenIsNotFor)
{
    auto const token = known_teams_signer().sign(teams_claims());
    auto const elsewhere =
        changed([](json& one) { one["serviceUrl"] = "https://smba.trafficmanager.net/amer/"; });
    auto const of_slack = changed([](json& one) { one["channelId"] = "slack"; });
    auto const of_webchat = changed([](json& one) { one["channelId"] = "webchat"; });

    EXPECT_EQ(
        verdict_on(teams_request(elsewhere.dump(), token)),
        (verdict{"refused:token_of_another_service_url", 401}));
    EXPECT_EQ(verdict_on(teams_request(of_slack)), (verdict{"refused:channel_not_endorsed", 403}));
    EXPECT_EQ(verdict_on(teams_request(of_webchat)), (verdict{"refused:other_channel", 403}));
}

TEST(TeamsWebhook, RefusesServiceUrlsOutsideOfTheList)
{
    for (auto const* url :
         {"https://evil.trafficmanager.net/", "http://smba.trafficmanager.net/",
          "https://smba.trafficmanager.net:8443/", "https://a@smba.trafficmanager.net/"}) {
        auto const activity = changed([url](json& one) { one["serviceUrl"] = url; });
        EXPECT_EQ(verdict_on(teams_request(activity)), (verdict{"refused:service_url_not_allowed", 403}))
            << url;
    }
}

TEST(TeamsWebhook, RefusesForeignTenants)
{
    auto const foreign = changed([](json& one) { one["conversation"]["tenantId"] = "tenant-two"; });
    auto const in_upper_case = changed([](json& one) { one["conversation"]["tenantId"] = "TENANT-ONE"; });

    EXPECT_EQ(verdict_on(teams_request(foreign)), (verdict{"refused:foreign_tenant", 403}));
    EXPECT_EQ(verdict_on(teams_request(in_upper_case)), (verdict{"command", 0}));
}

TEST(TeamsWebhook, AdmitsAnyTenantWhereThatIsAsked)
{
    auto rules = testing::teams_rules();
    rules.tenants = {"*"};
    auto const foreign = changed([](json& one) { one["conversation"]["tenantId"] = "tenant-two"; });
    auto const got = teams_under_test(rules)->receive(teams_request(foreign), teams_now);

    ASSERT_TRUE(std::holds_alternative<inbound>(got.outcome));
    EXPECT_EQ(tenant_of(std::get<inbound>(got.outcome).conversation), "teams:tenant-two");
}

TEST(TeamsWebhook, TakesTheTenantOfTheChannelDataWhenTheConversationNamesNone)
{
    auto const activity = changed([](json& one) { one["conversation"].erase("tenantId"); });

    EXPECT_EQ(verdict_on(teams_request(activity)), (verdict{"command", 0}));
}

TEST(TeamsPlatform, IsNotMadeForNobody)
{
    auto nobody = testing::teams_rules();
    nobody.tenants.clear();
    auto nowhere = testing::teams_rules();
    nowhere.service_hosts.clear();

    EXPECT_THROW(teams_under_test(nobody), std::invalid_argument);
    EXPECT_THROW(teams_under_test(nowhere), std::invalid_argument);
    EXPECT_THROW(make_platform(testing::teams_rules(), {}), std::invalid_argument);
}

}  // namespace
}  // namespace crossroads::teams
