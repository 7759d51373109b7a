#include "slack/incoming_text.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace crossroads::slack {
namespace {

struct text_case {
    char const* slack;
    char const* plain;
};

std::ostream& operator<<(std::ostream& out, text_case const& one)
{
    return out << one.slack;
}

class SlackText : public ::testing::TestWithParam<text_case> {};

TEST_P(SlackText, IsReadAsItWasShown)
{
    EXPECT_EQ(plain_text_of(GetParam().slack), GetParam().plain);
}

INSTANTIATE_TEST_SUITE_P(
    Table, SlackText,
    ::testing::Values(
        text_case{"", ""}, text_case{"plain", "plain"}, text_case{"R&amp;D &lt;b&gt;", "R&D <b>"},
        text_case{"&amp;lt;", "&lt;"}, text_case{"&quot; &AMP; &", "&quot; &AMP; &"},
        text_case{"<@U0ANA> and <@W0BEN|ben>", "<@U0ANA> and <@W0BEN>"},
        text_case{"<#C0VAN|blue-van>", "#blue-van"}, text_case{"<#C0VAN>", "#C0VAN"},
        text_case{"<#C0VAN|>", "#C0VAN"}, text_case{"<!here>", "@here"},
        text_case{"<!subteam^S1|@design>", "@design"},
        text_case{"<!date^1392734382^{date}|18 Feb>", "18 Feb"},
        text_case{"<https://a.example/?x=1&amp;y=2>", "https://a.example/?x=1&y=2"},
        text_case{"<http://a.example|a.example>", "a.example"},
        text_case{"<mailto:a@b.example|a@b.example>", "a@b.example"},
        text_case{"<https://a.example|our page>", "our page (https://a.example)"},
        text_case{"1 < 2", "1 < 2"}, text_case{"<", "<"}, text_case{"<>", ""}, text_case{"a > b", "a > b"}));

TEST(SlackText, OfTwoMentionsLosesOnlyTheFirstOfOurs)
{
    EXPECT_EQ(without_mention("<@U1> tell <@U1> hi", "U1"), "tell <@U1> hi");
}

TEST(SlackText, WithoutOurMentionIsNotForUs)
{
    EXPECT_FALSE(without_mention("<@U12> status", "U1"));
    EXPECT_FALSE(without_mention("status <@U1", "U1"));
    EXPECT_FALSE(without_mention("status", ""));
}

}  // namespace
}  // namespace crossroads::slack
