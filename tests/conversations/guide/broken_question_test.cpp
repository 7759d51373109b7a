#include "conversations/guide/broken_guide.hpp"

#include <gtest/gtest.h>

namespace crossroads {
namespace {

using testing::broken_guide;
using testing::broken_guide_name;

class BrokenQuestion : public ::testing::TestWithParam<broken_guide> {};

TEST_P(BrokenQuestion, IsRefusedWithItsPlaceAndItsFix)
{
    testing::expect_its_defect(GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Guide, BrokenQuestion,
    ::testing::Values(
        broken_guide{
            "QuestionIdTwice",
            R"([{"op":"add","path":"/questions/8","value":{"id":"surface","section":"Surface","type":"text",
                "ask":"What else?","seconds":5}}])",
            "questions[8].id", R"("surface" is used twice (also questions[6].id). Rename one of them.)"},
        broken_guide{
            "OptionIdTwice",
            R"([{"op":"add","path":"/questions/11/options/1","value":{"id":"core_known","label":"And how","polarity":"claim"}}])",
            "questions[11].options[1].id",
            R"("core_known" is used twice (also questions[11].options[0].id). Rename one of them.)"},
        broken_guide{
            "LabelTwice",
            R"([{"op":"replace","path":"/questions/11/options/1/label","value":"None of these"}])",
            "questions[11].options[5].label",
            R"("None of these" is used twice (also questions[11].options[1].label). Change or remove one of them.)"},
        broken_guide{
            "AskTwice",
            R"([{"op":"replace","path":"/questions/1/ask","value":"What has actually happened so far?"}])",
            "questions[1].ask",
            R"("What has actually happened so far?" is used twice (also questions[0].ask). Change or remove one of them.)"},
        broken_guide{
            "ConflictsAreNotRefused",
            R"([{"op":"add","path":"/questions/14/conflicts","value":[["easy","slow"]]}])",
            "questions[14].conflicts",
            R"(is not a key that belongs here. Remove it, or use one of "id", "section", "type", "ask", "help", "trace", "area", "budget", "when", "hats", "seconds", "optional", "unscored", "single_team_answer", "tie", "concrete", "caution", "options", "allow_unknown".)"},
        broken_guide{
            "NoAsk", R"([{"op":"remove","path":"/questions/0/ask"}])", "questions[0].ask",
            "is missing. Add it."},
        broken_guide{
            "LabelOver75Characters",
            R"([{"op":"replace","path":"/questions/0/options/0/label",
                 "value":"Éééééééééé éééééééééé éééééééééé éééééééééé éééééééééé éééééééééé éééééééééé"}])",
            "questions[0].options[0].label", "is 76 characters long; at most 75 fit. Shorten it."},
        broken_guide{
            "HelpWithALineBreak", R"([{"op":"replace","path":"/questions/0/help","value":"One\nTwo"}])",
            "questions[0].help",
            "holds a control character, such as a line break. Write plain text on one line."},
        broken_guide{
            "UnknownType", R"([{"op":"replace","path":"/questions/8/type","value":"scale"}])",
            "questions[8].type", R"("scale" is not known here. Use one of "single", "multi", "text".)"},
        broken_guide{
            "TenOptionsInAMultiSelect",
            R"([{"op":"add","path":"/questions/9/options/0","value":{"id":"more","label":"More","polarity":"claim"}}])",
            "questions[9].options", "holds 10 options; at most 9 fit. Remove or merge some."},
        broken_guide{
            "OneOption",
            R"([{"op":"add","path":"/questions/8","value":{"id":"extra","section":"Surface","type":"multi",
                "ask":"What else?","seconds":5,"options":[{"id":"only","label":"Only","polarity":"claim"}]}}])",
            "questions[8].options", "holds fewer than 2 options. Add what else a person might answer."},
        broken_guide{
            "NoOptions",
            R"([{"op":"add","path":"/questions/8","value":{"id":"extra","section":"Surface","type":"multi",
                "ask":"What else?","seconds":5}}])",
            "questions[8].options", "is missing. Add it."},
        broken_guide{
            "OptionsOfAText", R"([{"op":"add","path":"/questions/8/options","value":[]}])",
            "questions[8].options", "does not belong to a text question. Remove it, or change the type."},
        broken_guide{
            "ExclusiveWithPolarity",
            R"([{"op":"add","path":"/questions/0/options/5/polarity","value":"warning"}])",
            "questions[0].options[5].polarity",
            "is given to an exclusive option, which says nothing about the build. Remove it."},
        broken_guide{
            "NoPolarity", R"([{"op":"remove","path":"/questions/0/options/0/polarity"}])",
            "questions[0].options[0].polarity", R"(is missing. Add "claim" or "warning".)"},
        broken_guide{
            "PolarityInASingleChoice",
            R"([{"op":"add","path":"/questions/4/options/0/polarity","value":"claim"}])",
            "questions[4].options[0].polarity",
            "means nothing in a single choice. Remove it; order the options under caution."},
        broken_guide{
            "ExclusiveInASingleChoice",
            R"([{"op":"add","path":"/questions/4/options/0/exclusive","value":true}])",
            "questions[4].options[0].exclusive",
            "means nothing in a single choice, where every option is. Remove it."},
        broken_guide{
            "CautionLeavesAnOptionOut", R"([{"op":"remove","path":"/questions/4/caution/1"}])",
            "questions[4].caution", R"(leaves out the option "demo_only". Put it where it belongs.)"},
        broken_guide{
            "CautionNamesNoOption", R"([{"op":"add","path":"/questions/4/caution/1","value":"never"}])",
            "questions[4].caution",
            R"(names "never", which is no option of this question. Remove or correct it.)"},
        broken_guide{
            "CautionTwice", R"([{"op":"add","path":"/questions/4/caution/4","value":"on_own"}])",
            "questions[4].caution[4]",
            R"("on_own" is used twice (also questions[4].caution[3]). Remove one of them.)"},
        broken_guide{
            "NoCaution", R"([{"op":"remove","path":"/questions/10/caution"}])", "questions[10].caution",
            "is missing. List the option ids, the most cautious first."},
        broken_guide{
            "CautionOfAMultiSelect", R"([{"op":"add","path":"/questions/0/caution","value":[]}])",
            "questions[0].caution", "belongs to a single choice only. Remove it."},
        broken_guide{
            "GatingTextWithoutConcretenessKind", R"([{"op":"remove","path":"/questions/3/concrete"}])",
            "questions[3].concrete",
            R"(is missing, though the answer decides on scoping. Add "proof", "workflow" or "defer".)"},
        broken_guide{
            "ConcretenessWithoutBudget", R"([{"op":"add","path":"/questions/8/concrete","value":"proof"}])",
            "questions[8].concrete",
            R"(has no effect without a budget question. Remove it, or add "budget".)"},
        broken_guide{
            "UnknownConcreteness", R"([{"op":"replace","path":"/questions/3/concrete","value":"clear"}])",
            "questions[3].concrete",
            R"("clear" is not known here. Use one of "proof", "workflow", "defer".)"},
        broken_guide{
            "TieOfASingleChoice", R"([{"op":"add","path":"/questions/4/tie","value":"shown"}])",
            "questions[4].tie", "belongs to a multi-select only. Remove it."},
        broken_guide{
            "UnknownHat", R"([{"op":"add","path":"/questions/9/hats/1","value":"sales"}])",
            "questions[9].hats[1]",
            R"("sales" is not known here. Use one of "product", "engineering", "commercial", "support".)"},
        broken_guide{
            "NoTimeAtAll", R"([{"op":"replace","path":"/questions/0/seconds","value":0}])",
            "questions[0].seconds", "is not a whole number from 1 to 600. Write one, without quotes."},
        broken_guide{
            "TimeBeyondAnyInteger",
            R"([{"op":"replace","path":"/questions/0/seconds","value":18446744073709551615}])",
            "questions[0].seconds", "is not a whole number from 1 to 600. Write one, without quotes."},
        broken_guide{
            "HalfASecond", R"([{"op":"replace","path":"/questions/0/seconds","value":0.5}])",
            "questions[0].seconds", "is not a whole number from 1 to 600. Write one, without quotes."},
        broken_guide{
            "BudgetQuestionTwice",
            R"([{"op":"add","path":"/questions/8/budget","value":"B7"},{"op":"add","path":"/questions/8/concrete","value":"defer"}])",
            "questions[19].budget",
            R"("B7" is used twice (also questions[8].budget). Give it to one question only.)"},
        broken_guide{
            "BudgetQuestionOfAnotherType",
            R"([{"op":"remove","path":"/questions/17/budget"},{"op":"add","path":"/questions/4/budget","value":"B3"},
                {"op":"replace","path":"/plans/partial/replaces","value":[]},
                {"op":"replace","path":"/plans/full/replaces","value":[]}])",
            "questions[4].type", R"(does not suit the budget question B3. Use "multi".)"},
        broken_guide{
            "VoteThatCounts", R"([{"op":"remove","path":"/questions/20/unscored"},
                {"op":"add","path":"/questions/20/single_team_answer","value":true}])",
            "questions[20].unscored", "is not set, but the closing vote never counts. Set it to true."},
        broken_guide{
            "WhenRestsOnALaterQuestion",
            R"([{"op":"add","path":"/questions/0/when","value":{"fact":"growth"}}])", "questions[0].when",
            R"(rests on the question "usage", which is not asked before. Move one of the two.)"},
        broken_guide{
            "WhenRestsOnItself",
            R"([{"op":"add","path":"/questions/4/when","value":{"is":["main_job","on_own"]}}])",
            "questions[4].when",
            R"(rests on the question "main_job", which is not asked before. Move one of the two.)"},
        broken_guide{
            "AreaOfAnotherQuestion", R"([{"op":"add","path":"/questions/14/area","value":"qa"}])",
            "questions[14].area", R"("qa" is graded by the question "qa". Correct one of the two.)"},
        broken_guide{
            "OptionOfAnUnknownArea",
            R"([{"op":"replace","path":"/questions/15/options/0/area","value":"payments"}])",
            "questions[15].options[0].area", R"("payments" is no area. Name one of those under grades.)"},
        broken_guide{
            "VoteForNoPath",
            R"([{"op":"add","path":"/questions/20/options/0","value":{"id":"wait","label":"Wait"}}])",
            "questions[20].options[0].id", R"("wait" is no path. Name a path, or "scoping".)"},
        broken_guide{
            "VoteWithoutAPath", R"([{"op":"remove","path":"/questions/20/options/0"}])",
            "questions[20].options", R"(leave out the path "polish". Add it.)"}),
    broken_guide_name);

}  // namespace
}  // namespace crossroads
