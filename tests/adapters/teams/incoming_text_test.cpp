#include "support/teams_requests.hpp"
#include "teams/incoming_text.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace crossroads::teams {
namespace {

using testing::teams_bot;
using testing::teams_mention;

activity saying(std::string const& text, json const& entities)
{
    auto body = testing::teams_activity("message");
    body["text"] = text;
    body["entities"] = entities;
    return std::get<activity>(read_activity(body));
}

struct said_case {
    char const* name;
    std::string text;
    std::string mention;  // the text of the entity that mentions us
    std::string expected;
};

std::ostream& operator<<(std::ostream& out, said_case const& one)
{
    return out << one.name;
}

class TeamsMention : public ::testing::TestWithParam<said_case> {};

TEST_P(TeamsMention, IsTakenOutOfTheText)
{
    auto const& one = GetParam();
    auto const said = saying(one.text, json::array({teams_mention(teams_bot, one.mention)}));

    EXPECT_TRUE(mentions_us(said));
    EXPECT_EQ(plain_text_of(said), one.expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, TeamsMention,
    ::testing::Values(
        said_case{"InFront", "<at>Assess</at> start", "<at>Assess</at>", "start"},
        said_case{"Behind", "start <at>Assess</at>", "<at>Assess</at>", "start"},
        said_case{"AfterALineBreak", "\r\n<at>Assess</at> status\r\n", "<at>Assess</at>", "status"},
        said_case{"BeforeAHardSpace", "<at>Assess</at>\xC2\xA0status", "<at>Assess</at>", "status"},
        said_case{"BeforeAnEscapedSpace", "<at>Assess</at>&nbsp;status", "<at>Assess</at>", "status"},
        said_case{"Twice", "<at>Assess</at> <at>Assess</at> help", "<at>Assess</at>", "help"},
        said_case{"InOtherCase", "<AT>assess</AT> help", "<at>Assess</at>", "help"},
        said_case{"WithAnAttribute", "<at id=\"0\">Assess</at> help", "<at>Assess</at>", "help"},
        said_case{"AttributeInTheEntity", "<at>Assess</at> help", "<at id=\"0\">Assess</at>", "help"},
        said_case{"EntityWithoutText", "<at>Somebody</at> help", "", "help"},
        said_case{"AsPlainText", "@Assess help", "@Assess", "help"},
        said_case{"Alone", "<at>Assess</at>", "<at>Assess</at>", ""},
        said_case{"NotInTheText", "help", "<at>Assess</at>", "help"},
        said_case{"UnclosedElement", "<at>Assess help", "<at>Assess</at>", "<at>Assess help"},
        said_case{"OtherElement", "<attic>Assess</at> help", "<at>Assess</at>", "<attic>Assess</at> help"},
        said_case{
            "EscapesInTheRest", "<at>Assess</at> a &lt; b &amp;&amp; c &quot;d&quot;", "<at>Assess</at>",
            "a < b && c \"d\""}),
    [](auto const& tested) { return tested.param.name; });

TEST(TeamsMentions, OfOthersStayAsTheirIds)
{
    auto const said = saying(
        "<at>Assess</at> invite <at>Ben</at>",
        json::array({teams_mention(teams_bot, "<at>Assess</at>"), teams_mention("29:ben", "<at>Ben</at>")}));

    EXPECT_EQ(text_without_us(said), "invite <at>Ben</at>");
    EXPECT_EQ(plain_text_of(said), "invite <@29:ben>");
}

TEST(TeamsMentions, OfOthersAreNotOfUs)
{
    auto const said =
        saying("<at>Ben</at> look", json::array({teams_mention("29:ben", "<at>Ben</at>"), json("junk")}));

    EXPECT_FALSE(mentions_us(said));
}

TEST(TeamsCommandName, MayBeTypedAsWell)
{
    EXPECT_EQ(without_command_name("/assess start Van", "/assess"), "start Van");
    EXPECT_EQ(without_command_name("Assess start Van", "/assess"), "start Van");
    EXPECT_EQ(without_command_name("assess", "/assess"), "");
    EXPECT_EQ(without_command_name("assessment", "/assess"), "assessment");
    EXPECT_EQ(without_command_name("start Van", "/assess"), "start Van");
}

}  // namespace
}  // namespace crossroads::teams
