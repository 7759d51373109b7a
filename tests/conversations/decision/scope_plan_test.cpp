// From result to scope plan: the decision model, section 7. And what would flip the result, section 6.

#include "decision/decision.hpp"
#include "products.hpp"
#include "the_guide.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace crossroads {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

scope_plan plan_for(product_answers const& answers, std::string const& patch = "{}")
{
    return decide(the_guide(), solo(answers, patch)).plan;
}

struct length {
    std::string name;
    product_answers answers;
    std::string patch;
    int weeks;
};

void PrintTo(length const& shown, std::ostream* out)
{
    *out << shown.name;
}

class PlanLength : public testing::TestWithParam<length> {};

TEST_P(PlanLength, FollowsTheTable)
{
    EXPECT_EQ(plan_for(GetParam().answers, GetParam().patch).weeks, GetParam().weeks);
}

INSTANTIATE_TEST_SUITE_P(
    Model, PlanLength,
    testing::Values(
        length{"Polish", polish_product(), "{}", 6},
        length{"PolishWithHelp", polish_product(), R"({"main_job":"with_help"})", 8},
        length{"PolishWithTwoKindsOfManualWork", polish_product(), R"({"manual":["setup","support"]})", 8},
        length{
            "HardeningOneArea", hardening_product(),
            R"({"auth":"ready","releases":["path","rollback","config"],"hurting":["qa"]})", 6},
        length{"HardeningThreeAreas", hardening_product(), "{}", 8},
        length{
            "HardeningFourAreas", hardening_product(),
            R"({"integrations":["core_known","failure_known","no_gaps"]})", 12},
        length{
            "PartialOneArea", partial_product(),
            R"({"auth":"ready","integrations":["none_needed"],"releases":["path","rollback","config"]})", 8},
        length{"PartialSeveralAreas", partial_product(), "{}", 12}, length{"Full", full_product(), "{}", 12},
        length{"Scoping", unproved_product(), "{}", 2}),
    [](testing::TestParamInfo<length> const& each) { return each.param.name; });

TEST(PlanKeep, LeavesOutWhatFailsOrIsReplaced)
{
    auto const plan = plan_for(partial_product(), R"({"keep":["flow","ui","data","backend","auth"]})");
    EXPECT_THAT(plan.keep_ids, ElementsAre("user_flow", "ui"));
}

TEST(PlanKeep, AddsSoundAreas)
{
    auto const plan = plan_for(polish_product(), R"({"keep":["flow"]})");
    EXPECT_THAT(plan.keep_ids, ElementsAre("user_flow", "data_model", "auth", "integrations", "deployment"));
}

TEST(PlanKeep, KeepsWhatWasLearntFromAFullRebuild)
{
    EXPECT_THAT(plan_for(full_product()).keep_ids, ElementsAre("learning_only"));
}

TEST(PlanWork, StartsWithTheWorkflowAndThenWhatBinds)
{
    auto const plan = plan_for(polish_product(), R"({"hurting":["qa"]})");
    ASSERT_EQ(plan.now.size(), 5U);
    EXPECT_THAT(plan.now.front(), HasSubstr("Bakery staff reorder flour in two taps"));
    EXPECT_THAT(plan.now[1], HasSubstr("see failures"));
    EXPECT_THAT(plan.defer, Contains(Field(&deferral::until, HasSubstr("work above"))));
}

TEST(PlanDefer, GivesEveryDeferralATrigger)
{
    auto const plan = plan_for(polish_product());
    EXPECT_THAT(plan.defer, Contains(Field(&deferral::what, "The recipe planner")));
    EXPECT_THAT(plan.defer, Contains(Field(&deferral::what, HasSubstr("Quality and visibility"))));
    EXPECT_THAT(plan.defer, Each(Field(&deferral::until, Not(IsEmpty()))));
}

TEST(PlanDefer, LeavesOutWhatIsNotConcrete)
{
    auto const plan = plan_for(polish_product(), R"({"defer":"Everything is needed"})");
    EXPECT_THAT(plan.defer, Not(Contains(Field(&deferral::what, "Everything is needed"))));
    EXPECT_THAT(plan.phases.front().work, Contains("Agree what to defer in week 1"));
}

TEST(PlanPhases, CoverAllWeeksInOrder)
{
    auto const weeks = [](scope_plan const& plan) {
        std::vector<std::string> spans;
        for (auto const& each : plan.phases) {
            spans.push_back(each.weeks);
            EXPECT_FALSE(each.work.empty());
        }
        return spans;
    };
    EXPECT_THAT(weeks(plan_for(polish_product())), ElementsAre("1-2", "3-4", "5-6"));
    EXPECT_THAT(weeks(plan_for(hardening_product())), ElementsAre("1-2", "3-6", "7-8"));
    EXPECT_THAT(weeks(plan_for(full_product())), ElementsAre("1-2", "3-6", "7-10", "11-12"));
    EXPECT_THAT(weeks(plan_for(unproved_product())), ElementsAre("1", "2"));
}

TEST(PlanForScoping, HoldsNoBuildWork)
{
    auto const plan = plan_for(polish_product(), R"({"workflow":"Everything, really"})");
    EXPECT_THAT(plan.keep, IsEmpty());
    EXPECT_THAT(plan.defer, IsEmpty());
    EXPECT_EQ(plan.workflow, "");
    EXPECT_THAT(plan.phases.front().work, ElementsAre("Agree which workflow to protect first"));
}

TEST(PlanOutcome, NamesTheWorkflowAndLeavesANumberToFillIn)
{
    for (auto const& answers : {polish_product(), hardening_product(), partial_product(), full_product()}) {
        auto const plan = plan_for(answers);
        EXPECT_THAT(plan.outcome_to_prove, AllOf(HasSubstr("Bakery staff reorder flour"), HasSubstr("[x]")));
        EXPECT_THAT(plan.outcome_to_prove, Not(HasSubstr("{")));
    }
}

TEST(PlanOutcome, DoesNotFillInPlaceholdersThatAPersonTyped)
{
    auto const plan = plan_for(polish_product(), R"({"workflow":"Bakery staff reorder {weeks} of flour"})");
    EXPECT_THAT(plan.outcome_to_prove, HasSubstr("reorder {weeks} of flour"));
}

TEST(Flips, OpenAnswersComeFirst)
{
    auto const made = decide(the_guide(), solo(polish_product(), R"({"workflow":"Everything, really"})"));
    ASSERT_FALSE(made.flips.empty());
    EXPECT_EQ(made.flips.front().question, "workflow");
    EXPECT_EQ(made.flips.front().outcome, "polish");
}

TEST(Flips, ShowOtherPathsAndNoTrivia)
{
    auto const made = decide(the_guide(), solo(polish_product(), R"({"usage":["growing"]})"));
    ASSERT_EQ(made.flips.size(), 3U);
    for (auto const& each : made.flips) {
        EXPECT_NE(each.outcome, "polish");
        EXPECT_NE(each.outcome, "scoping");
        EXPECT_THAT(the_guide().find(each.question)->section, testing::AnyOf("Technical core", "Direction"));
    }
}

TEST(Flips, AreNoneWhenNoSingleAnswerChangesTheResult)
{
    EXPECT_THAT(decide(the_guide(), solo(unproved_product())).flips, IsEmpty());
}

}  // namespace
}  // namespace crossroads
