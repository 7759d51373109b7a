#include "conversations/guide/broken_guide.hpp"

#include <gtest/gtest.h>

namespace crossroads {
namespace {

using testing::broken_guide;
using testing::broken_guide_name;

class BrokenCondition : public ::testing::TestWithParam<broken_guide> {};

TEST_P(BrokenCondition, IsRefusedWithItsPlaceAndItsFix)
{
    testing::expect_its_defect(GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Guide, BrokenCondition,
    ::testing::Values(
        broken_guide{
            "UnknownQuestion",
            R"([{"op":"replace","path":"/contradictions/0/when","value":{"is":["job","on_own"]}}])",
            "contradictions[0].when.is[0]", R"("job" is no question. Correct the id.)"},
        broken_guide{
            "UnknownOption",
            R"([{"op":"replace","path":"/contradictions/0/when","value":{"is":["main_job","alone"]}}])",
            "contradictions[0].when.is[1]",
            R"("alone" is no option of the question "main_job". Correct the id.)"},
        broken_guide{
            "UnknownFact", R"([{"op":"replace","path":"/contradictions/0/when","value":{"fact":"luck"}}])",
            "contradictions[0].when.fact", R"("luck" is no fact. Name one of those under facts.)"},
        broken_guide{
            "UnknownArea",
            R"([{"op":"replace","path":"/contradictions/0/when","value":{"grade":["speed",["weak"]]}}])",
            "contradictions[0].when.grade[0]", R"("speed" is no area. Name one of those under grades.)"},
        broken_guide{
            "UnknownGrade",
            R"([{"op":"replace","path":"/contradictions/0/when","value":{"grade":["data",["fine"]]}}])",
            "contradictions[0].when.grade[1][0]",
            R"("fine" is not known here. Use one of "sound", "weak", "failing", "unknown".)"},
        broken_guide{
            "UnknownCriterion",
            R"([{"op":"replace","path":"/paths/polish/required","value":{"criterion":"P9"}}])",
            "paths.polish.required.criterion", R"("P9" is no criterion. Name one of those of the paths.)"},
        broken_guide{
            "UnknownBudgetQuestion",
            R"([{"op":"replace","path":"/contradictions/0/when","value":{"concrete":"B8"}}])",
            "contradictions[0].when.concrete",
            R"("B8" is no budget question. Name one that a question has as its "budget".)"},
        broken_guide{
            "RestsOnTheResultItself",
            R"([{"op":"replace","path":"/contradictions/0/when","value":{"concrete":"B6"}}])",
            "contradictions[0].when.concrete",
            R"("B6" is answered by the recommendation itself, so nothing can rest on it. Remove the condition.)"},
        broken_guide{
            "TickedInASingleChoice",
            R"([{"op":"replace","path":"/contradictions/0/when","value":{"ticked":["main_job","on_own"]}}])",
            "contradictions[0].when.ticked[0]", R"("main_job" is a single choice. Use "is".)"},
        broken_guide{
            "IsOfAMultiSelect",
            R"([{"op":"replace","path":"/contradictions/0/when","value":{"is":["usage","depend"]}}])",
            "contradictions[0].when.is[0]", R"("usage" is a multi-select. Use "ticked".)"},
        broken_guide{
            "IsOfAText",
            R"([{"op":"replace","path":"/contradictions/0/when","value":{"is":["proof","good"]}}])",
            "contradictions[0].when.is[0]",
            R"("proof" is a text question, which has no options. Use "concrete".)"},
        broken_guide{
            "CriterionInAFact",
            R"([{"op":"replace","path":"/facts/growth/when","value":{"criterion":"H2"}}])",
            "facts.growth.when",
            R"(uses "criterion", which is worked out later. Use one of ticked, is, grade, fact, concrete, all, any, not, at_least here.)"},
        broken_guide{
            "FactInAGrade", R"([{"op":"replace","path":"/grades/auth/failing","value":{"fact":"growth"}}])",
            "grades.auth.failing",
            R"(uses "fact", which is worked out later. Use one of ticked, is, all, any, not, at_least here.)"},
        broken_guide{
            "NoOperator", R"([{"op":"replace","path":"/contradictions/0/when","value":{"when":"late"}}])",
            "contradictions[0].when",
            "holds no condition. Use one of ticked, is, grade, fact, concrete, criterion, all, any, not, "
            "at_least."},
        broken_guide{
            "NoObject", R"([{"op":"replace","path":"/contradictions/0/when","value":false}])",
            "contradictions[0].when",
            R"(is not a condition. Write true or an object such as {"fact": "…"}.)"},
        broken_guide{
            "TwoOperators",
            R"([{"op":"replace","path":"/contradictions/0/when","value":{"fact":"growth","concrete":"B1"}}])",
            "contradictions[0].when.concrete",
            R"(does not belong beside "fact". Put conditions together with "all" or "any".)"},
        broken_guide{
            "NoPair",
            R"([{"op":"replace","path":"/contradictions/0/when","value":{"ticked":"usage.depend"}}])",
            "contradictions[0].when.ticked", R"(is not a pair. Write it as ["question", "option"].)"},
        broken_guide{
            "NothingInAll", R"([{"op":"replace","path":"/contradictions/0/when","value":{"all":[]}}])",
            "contradictions[0].when.all", "holds no condition. Add at least one."},
        broken_guide{
            "AtLeastMoreThanThereAre",
            R"([{"op":"replace","path":"/contradictions/0/when","value":{"at_least":3,"of":[{"fact":"growth"},{"fact":"ui_ok"}]}}])",
            "contradictions[0].when.at_least",
            "is not a whole number from 1 to 2. Write one, without quotes."},
        broken_guide{
            "AtLeastOfNothing",
            R"([{"op":"replace","path":"/contradictions/0/when","value":{"at_least":1}}])",
            "contradictions[0].when.of", "is missing. Add it."},
        broken_guide{
            "MinIsNotPartly",
            R"([{"op":"replace","path":"/paths/polish/required","value":{"criterion":"P1","min":"half"}}])",
            "paths.polish.required.min", R"("half" is not known here. Use one of "partly".)"},
        broken_guide{
            "FactRestsOnItself",
            R"([{"op":"replace","path":"/facts/growth/when","value":{"fact":"growth"}}])", "facts.growth",
            "rests on itself (growth → growth). Break the circle."},
        broken_guide{
            "FactsInACircle",
            R"([{"op":"replace","path":"/facts/returns/when","value":{"not":{"fact":"bind_structure"}}},
                {"op":"replace","path":"/facts/bind_data/when","value":{"all":[{"fact":"returns"}]}},
                {"op":"remove","path":"/questions/8/when"}])",
            "facts.returns",
            "rests on itself (returns → bind_structure → bind_data → returns). Break the circle."}),
    broken_guide_name);

}  // namespace
}  // namespace crossroads
