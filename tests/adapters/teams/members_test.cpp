// What Teams says of a person.

#include "channel/json_reading.hpp"
#include "support/teams_requests.hpp"

#include <gtest/gtest.h>

#include <string>

namespace crossroads::teams {
namespace {

using testing::teams_under_test;

outgoing_message asked()
{
    outgoing_message made;
    made.conversation = conversation_key("teams", "tenant-one", std::string(testing::teams_channel));
    made.content.who = message::audience::profile;
    made.content.to = testing::teams_person;
    made.reach = write_json(
        {{"service_url", testing::teams_service_url}, {"bot", testing::teams_bot}, {"where", "channel"}});
    return made;
}

http_response answer(unsigned status, std::string body = {})
{
    http_response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

TEST(TeamsProfile, IsTheMembersEntry)
{
    auto const call = teams_under_test()->render(asked());
    ASSERT_TRUE(call);
    EXPECT_EQ(call->method, "GET");
    EXPECT_EQ(
        call->url, "https://smba.trafficmanager.net/emea/tenant-one/v3/conversations/19%3Avan%40thread.tacv2"
                   "/members/29%3A1Ana");
    EXPECT_EQ(call->body, "");
}

TEST(TeamsProfile, SaysWhoIsGone)
{
    auto const there = teams_under_test()->interpret(asked(), answer(200, R"({"id":"29:1Ana"})"));
    auto const gone = teams_under_test()->interpret(asked(), answer(404));
    ASSERT_TRUE(std::holds_alternative<learned_profile>(there));
    EXPECT_FALSE(std::get<learned_profile>(there).what.gone);
    EXPECT_TRUE(std::get<learned_profile>(gone).what.gone);
    EXPECT_TRUE(std::holds_alternative<retry_later>(teams_under_test()->interpret(asked(), answer(502))));
}

struct described_member {
    char const* name;
    std::string body;
    membership is;
};

class TeamsMember : public ::testing::TestWithParam<described_member> {};

TEST_P(TeamsMember, BelongsAsTeamsSays)
{
    auto const learned = teams_under_test()->interpret(asked(), answer(200, GetParam().body));

    EXPECT_EQ(std::get<learned_profile>(learned).what.is, GetParam().is);
}

INSTANTIATE_TEST_SUITE_P(
    Members, TeamsMember,
    ::testing::Values(
        described_member{"OfTheTenant", R"({"tenantId":"tenant-one","userRole":"user"})", membership::member},
        described_member{"OfAnother", R"({"tenantId":"tenant-two","userRole":"user"})", membership::stranger},
        described_member{"Guest", R"({"tenantId":"tenant-one","userRole":"guest"})", membership::guest},
        described_member{"GuestByName", R"({"userPrincipalName":"a_b#EXT#@c.d"})", membership::guest},
        described_member{"Anonymous", R"({"userRole":"anonymous"})", membership::stranger},
        described_member{"Bot", R"({"id":"28:other"})", membership::bot},
        described_member{"NobodySaid", R"({"id":"29:1Ana"})", membership::unknown},
        described_member{"NoJson", "<html>", membership::unknown}),
    [](auto const& tested) { return std::string(tested.param.name); });

TEST(TeamsProfile, LearnsLanguageAndTimeZoneFromThePersonsClient)
{
    auto question = asked();
    auto reach = json::parse(question.reach);
    reach["clients"][std::string(testing::teams_person)] = {{"locale", "de-DE"}, {"utc_offset", 3600}};
    question.reach = write_json(reach);

    auto const learned = teams_under_test()->interpret(question, answer(200, "{}"));

    EXPECT_EQ(std::get<learned_profile>(learned).what.locale, "de-DE");
    EXPECT_EQ(std::get<learned_profile>(learned).what.utc_offset, 3600);
}

}  // namespace
}  // namespace crossroads::teams
