#include "conversations/guide/broken_guide.hpp"
#include "conversations/guide/project_guide.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace crossroads {
namespace {

using testing::broken_guide;
using ::testing::IsEmpty;
using testing::project_guide;

class BrokenTranslation : public ::testing::TestWithParam<broken_guide> {};

TEST_P(BrokenTranslation, IsRefusedWithItsPlaceAndItsFix)
{
    testing::expect_its_defect(GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Guide, BrokenTranslation,
    ::testing::Values(
        broken_guide{
            "UnknownLanguage", R"([{"op":"add","path":"/translations/xx","value":{}}])", "translations.xx",
            "is no language to translate to. Use one of: english (en), deutsch (de), other than the guide's "
            "own."},
        broken_guide{
            "OwnLanguage", R"([{"op":"add","path":"/language","value":"fr"}])", "language",
            "is none of the languages known here. Use one of: english (en), deutsch (de)."},
        broken_guide{
            "MissingQuestion", R"([{"op":"remove","path":"/translations/de/questions/proof"}])",
            "translations.de.questions.proof", "has no translation. Add it."},
        broken_guide{
            "MissingOption", R"([{"op":"remove","path":"/translations/de/questions/keep/options/ui"}])",
            "translations.de.questions.keep.options.ui", "has no translation. Add it."},
        broken_guide{
            "MissingHelp", R"([{"op":"remove","path":"/translations/de/questions/keep/help"}])",
            "translations.de.questions.keep.help", "is missing. Add it."},
        broken_guide{
            "UnknownPath", R"([{"op":"add","path":"/translations/de/paths/rewrite","value":{}}])",
            "translations.de.paths.rewrite",
            "translates nothing of this guide. Remove it, or correct its name."},
        broken_guide{
            "OptionsOfAText",
            R"([{"op":"add","path":"/translations/de/questions/proof/options","value":{"a":"A"}}])",
            "translations.de.questions.proof.options.a",
            "translates nothing of this guide. Remove it, or correct its name."},
        broken_guide{
            "LostPlaceholder",
            R"([{"op":"replace","path":"/translations/de/plans/polish/now/0","value":"Los"}])",
            "translations.de.plans.polish.now[0]",
            "and the line it translates do not agree on {workflow}. Use it in both."},
        broken_guide{
            "TooFewLines", R"([{"op":"remove","path":"/translations/de/plans/polish/loop/0"}])",
            "translations.de.plans.polish.loop",
            "holds 2 texts for 3. Write one for each, in the same order."},
        broken_guide{
            "SameLabelTwice",
            R"([{"op":"copy","from":"/translations/de/questions/next/options/demos","path":"/translations/de/questions/next/options/repeat"}])",
            "translations.de.questions.next.options.repeat",
            "\"Überzeugendere Demos\" is used twice (also translations.de.questions.next.options.demos). "
            "Change or "
            "remove one of them."}),
    testing::broken_guide_name);

TEST(Translation, OfTheWholeGuideIsThere)
{
    auto const rules = project_guide();
    auto const& german = in_language(rules, language::german);

    EXPECT_EQ(german.shown_in, language::german);
    EXPECT_EQ(german.sha256, rules.sha256);
    EXPECT_EQ(german.find("main_job")->options.front().label, "Ja, ohne Hilfe");
    EXPECT_EQ(german.find("main_job")->section, "Oberfläche");
    EXPECT_EQ(german.words, rules.words);
    for (std::size_t i = 0; i < rules.questions.size(); ++i) {
        EXPECT_NE(german.questions[i].ask, rules.questions[i].ask);
        EXPECT_EQ(german.questions[i].when, rules.questions[i].when);
        for (auto const& one : rules.questions[i].options)
            EXPECT_NE(german.questions[i].find(one.id), nullptr);
    }
}

TEST(Translation, MayBeMissing)
{
    EXPECT_THAT(testing::defects_after(R"([{"op":"remove","path":"/translations"}])"), IsEmpty());
}

TEST(Translation, OfAGuideWithoutOneHasItsOwnTexts)
{
    auto json = nlohmann::ordered_json::parse(testing::project_guide_text());
    json.erase("translations");
    auto const loaded = load_guide(json.dump(), "sha");
    auto const& rules = std::get<guide>(loaded);
    auto const& german = in_language(rules, language::german);

    EXPECT_EQ(german.shown_in, language::german);
    EXPECT_EQ(german.questions, rules.questions);
}

TEST(Translation, KeepsTheWordsOfAllLanguagesTogether)
{
    auto const words = project_guide().words;
    EXPECT_TRUE(std::ranges::binary_search(words.actors, "kundinnen"));
    EXPECT_TRUE(std::ranges::binary_search(words.actors, "customers"));
}

}  // namespace
}  // namespace crossroads
