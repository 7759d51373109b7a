#include "words/language.hpp"
#include "words/spoken.hpp"
#include "words/wording.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crossroads {
namespace {

using ::testing::ElementsAre;

TEST(Filling, PutsValuesInTheirPlaces)
{
    EXPECT_EQ(text_of("{count} of {all} done.", {{"all", 19U}, {"count", 7U}}), "7 of 19 done.");
    EXPECT_EQ(text_of("*{name}* is `there`.", {{"name", "Blue Van"}}), "Blue Van is there.");
}

TEST(Filling, TakesOnTheStyleAroundItsPlace)
{
    EXPECT_THAT(
        prose_of(
            "*{product}* by {owner}: `{command} now`",
            {{"product", "Blue Van"}, {"owner", person("U1")}, {"command", "/assess"}}),
        ElementsAre(strong("Blue Van"), plain(" by "), person("U1"), plain(": "), code("/assess now")));
}

TEST(Filling, LeavesMarksInWhatIsFilledInAlone)
{
    EXPECT_THAT(
        prose_of("Saved: {text}", {{"text", "2 * 3 {count} `x`"}}),
        ElementsAre(plain("Saved: 2 * 3 {count} `x`")));
}

TEST(Filling, ChoosesTheFormByTheCount)
{
    counted_wording const people{"{count} person", "{count} people"};
    EXPECT_EQ(count_of(people, 1), "1 person");
    EXPECT_EQ(count_of(people, 0), "0 people");
    EXPECT_EQ(count_of(people, 12), "12 people");
}

TEST(Spoken, ListsQuotesAndMinutesFollowTheLanguage)
{
    EXPECT_EQ(listed({"a", "b", "c"}, language::german), "a, b und c");
    EXPECT_EQ(listed({"a"}, language::german), "a");
    EXPECT_EQ(in_quotation_marks("so", language::german), "„so“");
    EXPECT_EQ(about_minutes(250, language::german), "etwa 4 Minuten");
    EXPECT_EQ(about_minutes(60, language::german), "etwa 1 Minute");
}

TEST(Language, IsFoundByTagAndByItsNames)
{
    for (auto const* name : {"de", "DE", "deutsch", "Deutsch", "German", " german "})
        EXPECT_EQ(language_named(name), language::german) << name;
    for (auto const* name : {"en", "english", "English"})
        EXPECT_EQ(language_named(name), language::english) << name;
    for (auto const* name : {"", "d", "klingon", "de-DE"})
        EXPECT_EQ(language_named(name), std::nullopt) << name;
}

TEST(Language, OfALocaleIsItsFirstPart)
{
    for (auto const* locale : {"de", "de-DE", "de-AT", "de_CH", "DE-de"})
        EXPECT_EQ(language_of_locale(locale), language::german) << locale;
    EXPECT_EQ(language_of_locale("en-US"), language::english);
    for (auto const* locale : {"", "fr-FR", "den", "-de"})
        EXPECT_EQ(language_of_locale(locale), std::nullopt) << locale;
}

}  // namespace
}  // namespace crossroads
