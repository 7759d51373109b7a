#include "conversations/guide/project_guide.hpp"
#include "guide/load.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace crossroads {
namespace {

using ::testing::ElementsAre;
using ::testing::Key;
using testing::project_guide;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

std::vector<std::string> path_ids(guide const& rules)
{
    std::vector<std::string> ids;
    for (path const& way : rules.paths)
        ids.push_back(way.id);
    return ids;
}

TEST(LoadGuide, ReadsTheProjectsGuideWhole)
{
    guide const rules = project_guide();

    EXPECT_EQ(rules.id, "prototype-mvp-production");
    EXPECT_EQ(rules.version, "1.0.0");
    EXPECT_EQ(rules.sha256, "sha");
    EXPECT_FALSE(rules.strict_budget);
    EXPECT_THAT(rules.questions, SizeIs(21));
    EXPECT_THAT(rules.facts, SizeIs(17));
    EXPECT_THAT(rules.contradictions, SizeIs(17));
    EXPECT_THAT(rules.scoping, SizeIs(5));
    EXPECT_THAT(
        rules.plans,
        UnorderedElementsAre(Key("polish"), Key("hardening"), Key("partial"), Key("full"), Key("scoping")));
}

TEST(LoadGuide, PutsThePathsInTheOrderOfCost)
{
    EXPECT_THAT(path_ids(project_guide()), ElementsAre("polish", "hardening", "partial", "full"));
}

TEST(LoadGuide, GivesEveryPathFiveCriteria)
{
    for (path const& way : project_guide().paths)
        EXPECT_THAT(way.criteria, SizeIs(5)) << way.id;
}

}  // namespace
}  // namespace crossroads
