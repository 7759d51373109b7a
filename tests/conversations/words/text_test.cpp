#include "words/spoken.hpp"
#include "words/text.hpp"

#include <gmock/gmock.h>

namespace crossroads {

namespace {

using namespace std::string_view_literals;

}  // namespace

TEST(Text, CleaningKeepsWhatPeopleWriteAndDropsWhatBreaksMessages)
{
    EXPECT_EQ(clean("  Blue Van \n"), "Blue Van");
    EXPECT_EQ(clean("a\0b"sv), "ab");
    EXPECT_EQ(clean("a\x07\x1b[31mb"), "a[31mb");
    EXPECT_EQ(clean("a\r\nb\rc\td"), "a\nb\nc d");
    EXPECT_EQ(clean("\u202Eabc"), "abc");
    EXPECT_EQ(clean("caf\u00E9 \U0001F600"), "café 😀");
    EXPECT_EQ(clean("\u0085x"), "x");
}

TEST(Text, CleaningReplacesWhatIsNotUtf8)
{
    for (auto const broken :
         {"\xFF"sv, "\xC0\xAF"sv, "\xED\xA0\x80"sv, "\xF5\x80\x80\x80"sv, "\xE2\x82"sv, "\xE0\x80\x80"sv})
        EXPECT_THAT(clean(std::string{"a"} + std::string{broken} + "b"), testing::HasSubstr("\uFFFD"))
            << broken;
}

TEST(Text, LengthCountsCharacters)
{
    EXPECT_EQ(length("café"), 4U);
    EXPECT_EQ(length("\U0001F600"), 1U);
    EXPECT_EQ(length(""), 0U);
}

TEST(Text, ShorteningCutsAtAWordAndNeverInsideACharacter)
{
    EXPECT_EQ(shorten("short", 10), "short");
    EXPECT_EQ(shorten("one two three four", 14), "one two three…");
    EXPECT_EQ(shorten("ééééé", 3), "ééé…");
    EXPECT_EQ(shorten("line\nbreak", 20), "line break");
    EXPECT_LE(length(shorten(std::string(5000, 'x'), 150)), 151U);
}

TEST(Text, WordsAreLowerCaseWithoutPunctuation)
{
    EXPECT_THAT(words_of("Yes, on their OWN!"), testing::ElementsAre("yes", "on", "their", "own"));
    EXPECT_THAT(words_of("don't — don’t"), testing::ElementsAre("dont", "dont"));
    EXPECT_THAT(words_of("“1,4…”"), testing::ElementsAre("1", "4"));
}

TEST(Text, CountsReadAsEnglish)
{
    EXPECT_EQ(listed({"a", "b", "c"}, language::english), "a, b and c");
    EXPECT_EQ(listed({"a"}, language::english), "a");
    EXPECT_EQ(about_minutes(20, language::english), "less than a minute");
    EXPECT_EQ(about_minutes(60, language::english), "about 1 minute");
    EXPECT_EQ(about_minutes(250, language::english), "about 4 minutes");
}

}  // namespace crossroads
