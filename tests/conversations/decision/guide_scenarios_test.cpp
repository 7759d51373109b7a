#include "decision/document.hpp"
#include "decision/scenarios.hpp"
#include "products.hpp"
#include "the_guide.hpp"

#include <gmock/gmock.h>

namespace crossroads {
namespace {

guide guide_with(guide_scenario expected)
{
    auto rules = the_guide();
    rules.scenarios = {std::move(expected)};
    return rules;
}

std::string partial_input()
{
    return write_sheet(the_guide(), solo(partial_product()));
}

TEST(GuideScenarios, OfTheProjectsGuideComeOutAsTheySay)
{
    for (auto const& each : failing_scenarios(the_guide())) {
        ADD_FAILURE() << each.where << ": " << each.what;
    }
}

TEST(GuideScenarios, PassWhenTheyComeOutAsTheySay)
{
    EXPECT_THAT(
        failing_scenarios(guide_with({"one", "One", partial_input(), "mvp", "partial"})), testing::IsEmpty());
}

TEST(GuideScenarios, AreDefectsWhenTheyComeOutDifferently)
{
    auto const defects =
        failing_scenarios(guide_with({"one", "One", partial_input(), "production", "polish"}));
    ASSERT_EQ(defects.size(), 2U);
    EXPECT_EQ(defects[0].where, "scenarios[0].stage");
    EXPECT_EQ(defects[1].where, "scenarios[0].outcome");
    EXPECT_THAT(defects[1].what, testing::HasSubstr("partial, not polish"));
}

TEST(GuideScenarios, AreDefectsWhenTheirInputCannotBeRead)
{
    auto const defects = failing_scenarios(guide_with({"one", "One", "{}", "mvp", "partial"}));
    ASSERT_EQ(defects.size(), 1U);
    EXPECT_EQ(defects[0].where, "scenarios[0].input");
}

}  // namespace
}  // namespace crossroads
