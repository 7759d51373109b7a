#include "conversations/guide/project_guide.hpp"
#include "guide/condition_subjects.hpp"
#include "guide/describe_condition.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crossroads {
namespace {

using op = condition::op;

guide const& rules()
{
    static guide const loaded = testing::project_guide();
    return loaded;
}

condition answer(op what, std::string question, std::string option)
{
    return {what, std::move(question), {std::move(option)}, false, 0, {}};
}

condition named(op what, std::string id)
{
    return {what, std::move(id), {}, false, 0, {}};
}

condition graded(std::string area, std::vector<std::string> grades)
{
    return {op::grade, std::move(area), std::move(grades), false, 0, {}};
}

condition joined(op what, std::vector<condition> parts, int count = 0)
{
    return {what, {}, {}, false, count, std::move(parts)};
}

condition partly(std::string id)
{
    return {op::criterion, std::move(id), {}, true, 0, {}};
}

TEST(DescribeCondition, SaysConditionsInWords)
{
    auto const growing = answer(op::ticked, "usage", "growing");
    auto const depend = answer(op::ticked, "usage", "depend");
    auto const on_own = answer(op::is, "main_job", "on_own");

    struct {
        condition rests;
        char const* words = nullptr;
    } const cases[] = {
        {{}, "always"},
        {growing, "“Usage is increasing” (usage)"},
        {on_own, "“Yes, on their own” (main_job)"},
        {graded("auth", {"weak", "failing"}), "Sign-in and permissions graded weak or failing"},
        {named(op::fact, "returns"), "users come back"},
        {named(op::concrete, "B1"), "the answer to B1 is concrete"},
        {named(op::criterion, "P1"), "P1 is met"},
        {partly("P1"), "P1 is met at least partly"},
        {joined(op::negate, {growing}), "not “Usage is increasing” (usage)"},
        {joined(op::negate, {named(op::concrete, "B1")}), "the answer to B1 is not concrete"},
        {joined(op::negate, {named(op::criterion, "F4")}), "F4 is not met"},
        {joined(op::negate, {named(op::fact, "growth")}),
         "not (usage grows, more people are joining, or customers depend on it)"},
        {joined(op::any, {growing, depend}),
         "“Usage is increasing” or “Customers depend on it in their daily operations” (usage)"},
        {joined(op::all, {growing, on_own}),
         "“Usage is increasing” (usage) and “Yes, on their own” (main_job)"},
        {joined(op::all, {on_own, joined(op::any, {growing, depend})}),
         "“Yes, on their own” (main_job) and (“Usage is increasing” or “Customers depend on it in their "
         "daily "
         "operations” (usage))"},
        {joined(op::all, {joined(op::any, {growing})}), "“Usage is increasing” (usage)"},
        {joined(op::at_least, {graded("data", {"failing"}), graded("qa", {"failing"})}, 2),
         "at least 2 of: Data model, Quality and visibility graded failing"},
    };

    for (auto const& given : cases)
        EXPECT_EQ(describe_condition(rules(), given.rests), given.words);
}

TEST(ConditionSubjects, FollowsFactsGradesCriteriaAndBudgetQuestionsInTheOrderOfTheGuide)
{
    using ids = std::vector<std::string>;

    struct {
        condition rests;
        ids questions;
    } const cases[] = {
        {{}, {}},
        {answer(op::is, "main_job", "on_own"), {"main_job"}},
        {graded("auth", {"failing"}), {"auth"}},
        {named(op::concrete, "B2"), {"workflow"}},
        {named(op::fact, "returns"), {"traction", "proved"}},
        {named(op::fact, "bind_auth"), {"auth", "hurting", "usage", "next"}},
        {named(op::criterion, "H1"), {"traction", "proved", "main_job"}},
        {named(op::criterion, "P1"), {"traction", "main_job", "manual"}},
        {joined(op::all, {named(op::concrete, "B7"), joined(op::negate, {named(op::concrete, "B1")})}),
         {"proof", "defer"}},
        {joined(op::any, {named(op::fact, "growth"), answer(op::ticked, "usage", "depend")}), {"usage"}},
    };

    for (auto const& given : cases)
        EXPECT_EQ(condition_subjects(rules(), given.rests), given.questions)
            << describe_condition(rules(), given.rests);
}

TEST(ConditionSubjects, PassesOverWhatTheGuideDoesNotKnow)
{
    for (op const what : {op::grade, op::fact, op::concrete, op::criterion})
        EXPECT_TRUE(condition_subjects(rules(), named(what, "unheard_of")).empty());
}

}  // namespace
}  // namespace crossroads
