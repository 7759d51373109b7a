#include "conversations/guide/broken_guide.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crossroads {
namespace {

using testing::broken_guide;
using testing::broken_guide_name;
using ::testing::ElementsAre;
using ::testing::Field;

class BrokenFile : public ::testing::TestWithParam<broken_guide> {};

TEST_P(BrokenFile, IsRefusedWithItsPlaceAndItsFix)
{
    testing::expect_its_defect(GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Guide, BrokenFile,
    ::testing::Values(
        broken_guide{
            "NotAnObject", R"([{"op":"replace","path":"","value":7}])", "the file",
            "is not an object. Write { … }."},
        broken_guide{
            "UnknownKey", R"([{"op":"add","path":"/colour","value":"red"}])", "colour",
            R"(is not a key that belongs here. Remove it, or use one of "schema", "id", "version", "title", "strict_budget", "questions", "grades", "facts", "paths", "stages", "scoping", "contradictions", "presets", "plans", "words", "scenarios", "language", "translations".)"},
        broken_guide{
            "MissingSection", R"([{"op":"remove","path":"/scenarios"}])", "scenarios", "is missing. Add it."},
        broken_guide{
            "OtherSchema", R"([{"op":"replace","path":"/schema","value":"assess.guide/2"}])", "schema",
            R"("assess.guide/2" is not known here. Use one of "assess.guide/1".)"},
        broken_guide{
            "VersionIsANumber", R"([{"op":"replace","path":"/version","value":1}])", "version",
            "is not a text. Write it in quotes."},
        broken_guide{
            "EmptyTitle", R"([{"op":"replace","path":"/title","value":"  "}])", "title",
            "is empty. Write a text, or remove the key if it is optional."},
        broken_guide{
            "IdWithASpace", R"([{"op":"replace","path":"/id","value":"my guide"}])", "id",
            R"("my guide" cannot be an id. Start with a letter and use only letters, digits, _ and -, at most 64.)"},
        broken_guide{
            "StrictBudgetIsAText", R"([{"op":"replace","path":"/strict_budget","value":"no"}])",
            "strict_budget", "is neither true nor false. Write one of them, without quotes."},
        broken_guide{
            "QuestionsAreAnObject", R"([{"op":"replace","path":"/scoping","value":{}}])", "scoping",
            "is not a list. Write [ … ]."}),
    broken_guide_name);

TEST(BrokenGuide, NameEveryDefectInTheOrderOfTheFile)
{
    auto const defects = testing::defects_after(R"([
        {"op":"replace","path":"/words/hype","value":[]},
        {"op":"replace","path":"/contradictions/0/when","value":{"fact":"luck"}},
        {"op":"remove","path":"/questions/0/ask"},
        {"op":"replace","path":"/title","value":""}])");

    EXPECT_THAT(
        defects, ElementsAre(
                     Field(&guide_defect::where, "title"), Field(&guide_defect::where, "questions[0].ask"),
                     Field(&guide_defect::where, "contradictions[0].when.fact"),
                     Field(&guide_defect::where, "words.hype")));
}

}  // namespace
}  // namespace crossroads
