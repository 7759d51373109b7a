#include "channel/json_reading.hpp"
#include "teams/app_manifest.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>

namespace crossroads::teams {
namespace {

app_identity example()
{
    return {
        "0b3f6c1e-2222-4444-8888-aaaabbbbcccc",
        "Assess",
        "Example",
        "https://example.org",
        "https://example.org/privacy",
        "https://example.org/terms",
        "1.0.0"};
}

TEST(TeamsManifest, NamesTheBotByItsAppId)
{
    auto const manifest = json::parse(write_app_manifest(example(), manifest_schema::v1_29));

    EXPECT_EQ(manifest["id"], example().app_id);
    EXPECT_EQ(manifest["bots"][0]["botId"], example().app_id);
    EXPECT_EQ(manifest["webApplicationInfo"]["id"], example().app_id);
}

TEST(TeamsManifest, HasSlashCommandsInTheNewerSchemaOnly)
{
    auto const newer = json::parse(write_app_manifest(example(), manifest_schema::v1_29));
    auto const older = json::parse(write_app_manifest(example(), manifest_schema::v1_25));

    EXPECT_EQ(newer["manifestVersion"], "1.29");
    EXPECT_EQ(newer["bots"][0]["supportsTargetedMessages"], true);
    EXPECT_EQ(newer["bots"][0]["commandLists"][0]["triggers"], (json{"mention", "slash"}));
    EXPECT_EQ(older["manifestVersion"], "1.25");
    EXPECT_FALSE(older["bots"][0].contains("supportsTargetedMessages"));
    EXPECT_FALSE(older["bots"][0]["commandLists"][0].contains("triggers"));
}

struct mistake {
    char const* name;
    std::function<void(app_identity&)> made;
};

class TeamsIdentity : public ::testing::TestWithParam<mistake> {};

TEST_P(TeamsIdentity, IsRefusedWithAReason)
{
    auto who = example();
    GetParam().made(who);

    EXPECT_NE(problem_with(who), "");
}

INSTANTIATE_TEST_SUITE_P(
    Mistakes, TeamsIdentity,
    ::testing::Values(
        mistake{"NoId", [](auto& who) { who.app_id = ""; }},
        mistake{"NoGuid", [](auto& who) { who.app_id = "0b3f6c1e-2222-4444-8888-aaaabbbbccc"; }},
        mistake{"NoName", [](auto& who) { who.name = ""; }},
        mistake{"LongName", [](auto& who) { who.name = std::string(31, 'a'); }},
        mistake{"NameOfTwoLines", [](auto& who) { who.name = "Assess\nNow"; }},
        mistake{"LongOrganisation", [](auto& who) { who.organisation = std::string(33, 'a'); }},
        mistake{"OpenWebsite", [](auto& who) { who.website = "http://example.org"; }},
        mistake{"NoHost", [](auto& who) { who.privacy = "https://"; }},
        mistake{"BlankInTerms", [](auto& who) { who.terms = "https://example.org/a b"; }},
        mistake{"TwoNumbers", [](auto& who) { who.version = "1.0"; }},
        mistake{"FourNumbers", [](auto& who) { who.version = "1.0.0.0"; }},
        mistake{"NoNumber", [](auto& who) { who.version = "1.0.x"; }}),
    [](auto const& tested) { return std::string(tested.param.name); });

TEST(TeamsIdentity, IsTakenAtTheEdges)
{
    auto who = example();
    EXPECT_EQ(problem_with(who), "");
    who.name = std::string(30, 'a');
    who.organisation = std::string(32, 'a');
    who.version = "10.20.30";
    EXPECT_EQ(problem_with(who), "");
}

}  // namespace
}  // namespace crossroads::teams
