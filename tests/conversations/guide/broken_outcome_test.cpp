#include "conversations/guide/broken_guide.hpp"

#include <gtest/gtest.h>

namespace crossroads {
namespace {

using testing::broken_guide;
using testing::broken_guide_name;

class BrokenOutcome : public ::testing::TestWithParam<broken_guide> {};

TEST_P(BrokenOutcome, IsRefusedWithItsPlaceAndItsFix)
{
    testing::expect_its_defect(GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Guide, BrokenOutcome,
    ::testing::Values(
        broken_guide{
            "GradeRestsOnAnotherQuestion",
            R"([{"op":"replace","path":"/grades/auth/failing","value":{"ticked":["qa","alerts"]}}])",
            "grades.auth.failing",
            R"(rests on the question "qa", but this area is graded by "auth" alone. Move that part into a fact.)"},
        broken_guide{
            "GradeInNoOrder", R"([{"op":"replace","path":"/grades/auth/order","value":["sound"]}])",
            "grades.auth.order",
            R"(does not say which grade is tried first. Write ["failing", "sound"] or the other way.)"},
        broken_guide{
            "GradeOfNoQuestion", R"([{"op":"remove","path":"/grades/auth/question"}])",
            "grades.auth.question", "is missing. Add it."},
        broken_guide{
            "PathWithoutCriteria",
            R"([{"op":"replace","path":"/paths/hardening/criteria","value":[]},
                {"op":"replace","path":"/paths/hardening/required","value":true},
                {"op":"replace","path":"/paths/hardening/never_without","value":true}])",
            "paths.hardening.criteria",
            "holds no criterion, so nothing could speak for this path. Add at least one."},
        broken_guide{
            "CriterionTwice",
            R"([{"op":"add","path":"/paths/full/criteria/1","value":{"id":"P1","text":"Again","when":true}}])",
            "paths.full.criteria[1].id",
            R"("P1" is used twice (also paths.polish.criteria[0].id). Rename one of them.)"},
        broken_guide{
            "RankTwice", R"([{"op":"replace","path":"/paths/full/cost_rank","value":3}])",
            "paths.full.cost_rank",
            R"("3" is used twice (also paths.partial.cost_rank). Rank the paths from the cheapest on.)"},
        broken_guide{
            "RankLeftOut", R"([{"op":"replace","path":"/paths/full/cost_rank","value":5}])",
            "paths.full.cost_rank", "is 5, but there are 4 paths. Rank them from 1 to 4."},
        broken_guide{
            "PathCalledScoping", R"([{"op":"add","path":"/paths/scoping","value":{}}])", "paths.scoping",
            "cannot be a path: it is what comes out when no path can be defended. Rename it."},
        broken_guide{
            "StageNeverReached", R"([{"op":"move","from":"/stages/1","path":"/stages/0"}])", "stages[1]",
            R"("production" can never come out: whenever it holds, stages[0] holds first. Put it before that one, or change a condition.)"},
        broken_guide{
            "LastStageMayFail", R"([{"op":"replace","path":"/stages/2/when","value":{"fact":"real_use"}}])",
            "stages[2].when", "may leave a build without a stage. Write true for the last stage."},
        broken_guide{
            "StageThatMeansNothing", R"([{"op":"replace","path":"/stages/0/means","value":" "}])",
            "stages[0].means", "is empty. Write a text, or remove the key if it is optional."},
        broken_guide{
            "StageIdTwice", R"([{"op":"replace","path":"/stages/0/id","value":"mvp"},
                {"op":"replace","path":"/scenarios","value":[]}])",
            "stages[1].id", R"("mvp" is used twice (also stages[0].id). Rename one of them.)"},
        broken_guide{
            "ContradictionTextTwice",
            R"([{"op":"replace","path":"/contradictions/1/text","value":"Changes are called both quick and slow"}])",
            "contradictions[14].text",
            R"("Changes are called both quick and slow" is used twice (also contradictions[1].text). Change or remove one of them.)"},
        broken_guide{
            "PresetOfNoArea",
            R"([{"op":"add","path":"/presets/usage","value":{"sound":["none"],"failing":["none"]}}])",
            "presets.usage", R"("usage" is no multi-select that grades an area. Correct the id.)"},
        broken_guide{
            "PresetOfNoOption", R"([{"op":"replace","path":"/presets/qa/failing/0","value":"chaos"}])",
            "presets.qa.failing[0]", R"("chaos" is no option of the question "qa". Correct the id.)"},
        broken_guide{
            "PresetMixesAnExclusiveOption", R"([{"op":"add","path":"/presets/qa/failing/1","value":"none"}])",
            "presets.qa.failing[1]", R"("none" cannot go with another option. Let it stand alone.)"},
        broken_guide{
            "PathWithoutPlan", R"([{"op":"remove","path":"/plans/full"}])", "plans.full",
            "is missing. Add a plan for this path."},
        broken_guide{
            "NoScopingPlan", R"([{"op":"remove","path":"/plans/scoping"}])", "plans.scoping",
            "is missing. Add a plan for better scoping."},
        broken_guide{
            "PlanOfNoPath", R"([{"op":"copy","from":"/plans/full","path":"/plans/rewrite"}])",
            "plans.rewrite", R"(belongs to no path. Remove it, or add the path "rewrite".)"},
        broken_guide{
            "PlanTextTwice",
            R"([{"op":"replace","path":"/plans/polish/loop/0","value":"Make onboarding work with nobody from the team in the room"}])",
            "plans.polish.loop[0]",
            R"("Make onboarding work with nobody from the team in the room" is used twice (also plans.polish.now[1].text). Change or remove one of them.)"},
        broken_guide{
            "UnknownPlaceholder",
            R"([{"op":"replace","path":"/plans/polish/outcome","value":"In {months} months {workflow} works"}])",
            "plans.polish.outcome",
            R"(names "{months}", which stands for nothing. Use {workflow}, {weeks} or {parts}.)"},
        broken_guide{
            "FirstPieceOfWorkMayFall",
            R"([{"op":"add","path":"/plans/polish/now/0/when","value":{"fact":"growth"}}])",
            "plans.polish.now[0].when", "stands at the piece of work that leads the plan. Remove it."},
        broken_guide{
            "PlanWithoutALength",
            R"([{"op":"add","path":"/plans/full/weeks/0/when","value":{"fact":"growth"}}])",
            "plans.full.weeks[0].when", "may leave the plan without a length. Remove it from the last row."},
        broken_guide{
            "LengthThatNeverCounts", R"([{"op":"remove","path":"/plans/polish/weeks/0/when"}])",
            "plans.polish.weeks[0].when", "is missing, so later rows never count. Add it."},
        broken_guide{
            "PlanOfHalfAYear", R"([{"op":"replace","path":"/plans/full/weeks/0/weeks","value":26}])",
            "plans.full.weeks[0].weeks", "is not a whole number from 1 to 12. Write one, without quotes."},
        broken_guide{
            "WorkOnAnUnknownArea", R"([{"op":"replace","path":"/plans/polish/now/5/area","value":"ux"}])",
            "plans.polish.now[5].area", R"("ux" is no area. Name one of those under grades.)"},
        broken_guide{
            "ReplacesNoPart", R"([{"op":"add","path":"/plans/full/replaces/0","value":{"option":"team"}}])",
            "plans.full.replaces[0].option",
            R"("team" is no option of the question "keep". Correct the id.)"},
        broken_guide{
            "WordInCapitals", R"([{"op":"add","path":"/words/stop/0","value":"The"}])", "words.stop[0]",
            R"("The" has capital letters. Texts are compared in lower case; write it so.)"},
        broken_guide{
            "WordTwice", R"([{"op":"add","path":"/words/exceptions/0","value":"but"}])",
            "words.exceptions[5]", R"("but" is used twice (also words.exceptions[0]). Remove one of them.)"},
        broken_guide{
            "EmptyWordList", R"([{"op":"replace","path":"/words/hype","value":[]}])", "words.hype",
            "holds no word. Add at least one."},
        broken_guide{
            "ScenarioOfNoPath", R"([{"op":"replace","path":"/scenarios/0/outcome","value":"rewrite"}])",
            "scenarios[0].outcome", R"("rewrite" is no path. Name a path, or "scoping".)"},
        broken_guide{
            "ScenarioOfNoStage", R"([{"op":"replace","path":"/scenarios/0/stage","value":"beta"}])",
            "scenarios[0].stage", R"("beta" is no stage. Name one of those under stages.)"},
        broken_guide{
            "ScenarioWithoutAnswers", R"([{"op":"replace","path":"/scenarios/0/input","value":"all fine"}])",
            "scenarios[0].input", "is not an object. Write answers as `crossroads evaluate` takes them."}),
    broken_guide_name);

}  // namespace
}  // namespace crossroads
