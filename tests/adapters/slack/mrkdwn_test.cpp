#include "channel/text_length.hpp"
#include "conversations/words/random_text.hpp"
#include "slack/incoming_text.hpp"
#include "slack/mrkdwn.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <regex>
#include <string>

namespace crossroads::slack {
namespace {

constexpr auto gap = "\xE2\x80\x8B";

struct literal_case {
    char const* typed;
    char const* written;
};

std::ostream& operator<<(std::ostream& out, literal_case const& one)
{
    return out << one.typed;
}

class Mrkdwn : public ::testing::TestWithParam<literal_case> {};

TEST_P(Mrkdwn, ShowsWhatWasTyped)
{
    EXPECT_EQ(mrkdwn(std::string_view(GetParam().typed)), GetParam().written);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Mrkdwn,
    ::testing::Values(
        literal_case{"", ""}, literal_case{"R&D <b>", "R&amp;D &lt;b&gt;"},
        literal_case{"<!channel>", "&lt;!channel&gt;"}, literal_case{"<@U0ANA>", "&lt;@U0ANA&gt;"},
        literal_case{"<https://x.example|bank>", "&lt;https://x.example|bank&gt;"},
        literal_case{"&lt;!here&gt;", "&amp;lt;!here&amp;gt;"}, literal_case{"snake_case", "snake_case"},
        literal_case{"2 * 3 ~ 6", "2 * 3 ~ 6"}, literal_case{"2*3", "2*3"},
        literal_case{
            "*bold*", "\xE2\x88\x97"
                      "bold\xE2\x88\x97"},
        literal_case{"_it_", "\xCB\x8Dit\xCB\x8D"},
        literal_case{"a ~gone~ b", "a \xE2\x88\xBCgone\xE2\x88\xBC b"},
        literal_case{"`x`", "\xCB\x8Bx\xCB\x8B"}, literal_case{"> quote", "\xE2\x80\xBA quote"},
        literal_case{"a\n  > b > c", "a\n  \xE2\x80\xBA b &gt; c"}, literal_case{"a\r\nb", "a\nb"},
        literal_case{":smile: @channel", ":smile: @channel"}));

TEST(Mrkdwn, ShowsATimeInTheZoneOfItsReader)
{
    EXPECT_EQ(
        mrkdwn({plain("Open until "), moment(1'781'283'600), plain(".")}),
        "Open until <!date^1781283600^{date_short_pretty}, {time}|Fri 12 June 2026, 17:00 UTC>.");
    EXPECT_EQ(
        mrkdwn({moment(1'781'283'600)}, language::german),
        "<!date^1781283600^{date_short_pretty}, {time}|Fr, 12. Juni 2026, 17:00 UTC>");
    for (auto const* text : {"", "soon", "-1", "17812836000000", "1^2"})
        EXPECT_EQ(mrkdwn(prose{{text, span::style::moment}}), mrkdwn(std::string_view(text))) << text;
}

TEST(Mrkdwn, LeadsToAnAddress)
{
    EXPECT_EQ(
        mrkdwn({plain("Send them to "), link("https://example.com/_new?a=b&c=~d"), plain(".")}),
        "Send them to <https://example.com/_new?a=b&amp;c=~d>.");
    EXPECT_EQ(mrkdwn({link("a_b@example.com")}), "<mailto:a_b@example.com|a_b@example.com>");
    for (auto const& text :
         {std::string("http://example.com"), std::string("https://example.com/a|b"),
          std::string("javascript:x"), std::string("https://example.com/a b"),
          "https://" + std::string(200, 'x'), std::string(80, 'x') + "@example.com",
          std::string("<!channel>@x")})
        EXPECT_EQ(mrkdwn(prose{link(text)}), mrkdwn(std::string_view(text))) << text;
}

TEST(Mrkdwn, KeepsALinkWholeAndItsPartWithinTheLimit)
{
    prose text;
    for (int i = 0; i < 50; ++i) {
        text.push_back(plain(std::string(static_cast<std::size_t>(i), 'x') + " "));
        text.push_back(link(std::string(60, 'm') + std::to_string(i) + "@example.com"));
        text.push_back(link("https://example.com/" + std::string(150, '&')));
    }
    auto const parts = split(text, 1'000);
    std::size_t links = 0;
    for (auto const& part : parts) {
        auto const line = mrkdwn(part);
        EXPECT_LE(line.size(), 1'000U);
        for (auto at = line.find('<'); at != std::string::npos; at = line.find('<', at + 1))
            ++links;
    }
    EXPECT_EQ(links, 100U);
}

TEST(Mrkdwn, KeepsATimeWholeAndItsPartWithinTheLimit)
{
    prose text;
    for (int i = 0; i < 50; ++i) {
        text.push_back(plain(std::string(static_cast<std::size_t>(i), 'x') + " "));
        text.push_back(moment(1'781'283'600 + i));
    }
    auto const parts = split(text, 300);
    std::size_t times = 0;
    for (auto const& part : parts) {
        auto const line = mrkdwn(part);
        EXPECT_LE(line.size(), 300U);
        for (auto at = line.find("<!date^"); at != std::string::npos; at = line.find("<!date^", at + 1))
            ++times;
    }
    EXPECT_EQ(times, 50U);
}

TEST(MrkdwnOfProse, MarksStyles)
{
    EXPECT_EQ(
        mrkdwn(prose{plain("a "), strong("b"), plain(" "), emphasis("c"), plain(" "), code("d_e `f`")}),
        "a *b* _c_ `d_e \xCB\x8B"
        "f\xCB\x8B`");
}

TEST(MrkdwnOfProse, MakesAGapWhereAMarkWouldTouchAWord)
{
    EXPECT_EQ(
        mrkdwn(prose{plain("pre"), strong("b"), plain("post")}),
        std::string("pre") + gap + "*b*" + gap + "post");
    EXPECT_EQ(mrkdwn(prose{strong("b"), emphasis("c")}), std::string("*b*") + gap + "_c_");
    EXPECT_EQ(mrkdwn(prose{strong("b"), plain(", c")}), "*b*, c");
}

TEST(MrkdwnOfProse, MarksEachLineAndNoBlanks)
{
    EXPECT_EQ(mrkdwn(prose{strong(" a \n\nb")}), " *a* \n\n*b*");
    EXPECT_EQ(mrkdwn(prose{strong("  "), emphasis("")}), "  ");
}

TEST(MrkdwnOfProse, MentionsOnlyPeopleOfSlack)
{
    EXPECT_EQ(mrkdwn(prose{person("U0ANA"), plain(" "), person("W0BEN")}), "<@U0ANA> <@W0BEN>");
    for (auto const* odd : {"U", "u0ana", "C0VAN", "U0 ANA", "U0ANA|x", "!channel", "U0ANA> <!here"})
        EXPECT_EQ(mrkdwn(prose{person(odd)}).find('<'), std::string::npos) << odd;
}

TEST(Split, LeavesAloneWhatFits)
{
    prose const text = {plain("one "), strong("two")};

    EXPECT_EQ(split(text, 3000), std::vector<prose>{text});
}

TEST(Split, EndsPartsBehindSentencesOrLines)
{
    auto const sentence = std::string(59, 'a') + ". ";
    auto const parts = split({plain(sentence + sentence + sentence)}, 150);

    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0], prose{plain(sentence + sentence)});
    auto const lines = split({plain(std::string(90, 'a') + "\n" + std::string(90, 'b'))}, 150);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[1], prose{plain(std::string(90, 'b'))});
}

TEST(Split, LosesNothingAndKeepsTheLimit)
{
    for (unsigned seed = 0; seed < 400; ++seed) {
        random_words words(seed);
        auto const text = words.styled();
        auto const length = 100 + words.below(400);
        std::string whole;
        for (auto const& piece : text)
            whole += piece.text;
        std::string together;
        for (auto const& part : split(text, length)) {
            ASSERT_LE(text_length(mrkdwn(part)), length) << seed;
            for (auto const& piece : part)
                together += piece.text;
        }
        ASSERT_EQ(together, whole) << seed;
    }
}

std::string with_marks_restored(std::string text)
{
    for (auto const& [look_alike, mark] :
         {std::pair{"\xE2\x88\x97", "*"},
          {"\xCB\x8D", "_"},
          {"\xE2\x88\xBC", "~"},
          {"\xCB\x8B", "`"},
          {"\xE2\x80\xBA", ">"}})
        text = std::regex_replace(text, std::regex(look_alike), mark);
    return text;
}

TEST(Mrkdwn, OfAnyTextReadsBackAsThatText)
{
    for (unsigned seed = 0; seed < 400; ++seed) {
        auto const typed = random_words(seed).text(40);
        auto expected = clean_text(typed);
        std::erase(expected, '\r');
        ASSERT_EQ(with_marks_restored(plain_text_of(mrkdwn(std::string_view(typed)))), expected) << seed;
    }
}

}  // namespace
}  // namespace crossroads::slack
