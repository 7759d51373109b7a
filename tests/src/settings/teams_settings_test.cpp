#include "settings/settings.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {
namespace {

constexpr std::string_view teams_id = "0b3f6c1e-2222-4444-8888-aaaabbbbcccc";

TEST(TeamsSettings, LetTeamsStandWithoutSlack)
{
    settings_sources sources;
    sources.environment = {
        {"CROSSROADS_TEAMS_APP_ID", std::string(teams_id)},
        {"CROSSROADS_TEAMS_APP_PASSWORD", "a-secret"},
        {"CROSSROADS_TEAMS_TENANT_ID", std::string(teams_id)},
        {"CROSSROADS_TEAMS_TENANTS", "*"},
        {"CROSSROADS_TEAMS_SERVICE_HOSTS", "one.example,two.example"}};
    auto const read = read_settings(sources);

    ASSERT_TRUE(std::holds_alternative<settings>(read));
    auto const& found = std::get<settings>(read);
    EXPECT_EQ(found.teams_app_id, teams_id);
    EXPECT_EQ(found.teams_tenants, std::vector<std::string>{"*"});
    EXPECT_EQ(found.teams_service_hosts, (std::vector<std::string>{"one.example", "two.example"}));
    EXPECT_TRUE(found.slack_bot_token.empty());
}

struct refused_teams_setting {
    char const* name;
    std::map<std::string, std::string> environment;
    char const* key;
    char const* problem;
};

class RefusedTeamsSetting : public testing::TestWithParam<refused_teams_setting> {};

TEST_P(RefusedTeamsSetting, NamesTheKeyAndWhatIsWrong)
{
    settings_sources sources;
    sources.environment = GetParam().environment;
    sources.environment.insert(
        {{"CROSSROADS_SLACK_SIGNING_SECRET", "secret"}, {"CROSSROADS_SLACK_BOT_TOKEN", "xoxb-1"}});
    auto const read = read_settings(sources);

    auto const* problems = std::get_if<std::vector<settings_problem>>(&read);
    ASSERT_NE(problems, nullptr);
    ASSERT_EQ(problems->size(), 1U);
    EXPECT_EQ(problems->front().key, GetParam().key);
    EXPECT_EQ(problems->front().problem, GetParam().problem);
    EXPECT_FALSE(problems->front().fix.empty());
}

INSTANTIATE_TEST_SUITE_P(
    TeamsSettings, RefusedTeamsSetting,
    testing::Values(
        refused_teams_setting{
            "AppThatIsNoGuid",
            {{"CROSSROADS_TEAMS_APP_ID", "1"},
             {"CROSSROADS_TEAMS_APP_PASSWORD", "a-secret"},
             {"CROSSROADS_TEAMS_TENANT_ID", std::string(teams_id)}},
            "CROSSROADS_TEAMS_APP_ID",
            "is \"1\""},
        refused_teams_setting{
            "WithoutAnApp",
            {{"CROSSROADS_TEAMS_TENANT_ID", std::string(teams_id)}},
            "CROSSROADS_TEAMS_TENANT_ID",
            "is set although CROSSROADS_TEAMS_APP_ID is not"},
        refused_teams_setting{
            "WithoutASecret",
            {{"CROSSROADS_TEAMS_APP_ID", std::string(teams_id)},
             {"CROSSROADS_TEAMS_TENANT_ID", std::string(teams_id)}},
            "CROSSROADS_TEAMS_APP_PASSWORD",
            "is not set"},
        refused_teams_setting{
            "OfEveryTenantForNobody",
            {{"CROSSROADS_TEAMS_APP_ID", std::string(teams_id)},
             {"CROSSROADS_TEAMS_APP_PASSWORD", "a-secret"},
             {"CROSSROADS_TEAMS_TENANT_ID", "botframework.com"}},
            "CROSSROADS_TEAMS_TENANTS",
            "is not set, and CROSSROADS_TEAMS_TENANT_ID is that of every tenant"},
        refused_teams_setting{
            "HostWithAPath",
            {{"CROSSROADS_TEAMS_APP_ID", std::string(teams_id)},
             {"CROSSROADS_TEAMS_APP_PASSWORD", "a-secret"},
             {"CROSSROADS_TEAMS_TENANT_ID", std::string(teams_id)},
             {"CROSSROADS_TEAMS_SERVICE_HOSTS", "smba.trafficmanager.net/emea"}},
            "CROSSROADS_TEAMS_SERVICE_HOSTS",
            "is \"smba.trafficmanager.net/emea\""}),
    [](auto const& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace crossroads
