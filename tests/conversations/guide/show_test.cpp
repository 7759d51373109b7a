#include "conversations/guide/project_guide.hpp"
#include "guide/show.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace crossroads {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

struct shown_guide {
    guide rules = testing::project_guide();
    std::string page = show_guide(rules);
};

shown_guide const& shown()
{
    static shown_guide const once;
    return once;
}

TEST(ShowGuide, StartsWithTitleIdVersionAndTime)
{
    EXPECT_THAT(
        shown().page, StartsWith("# Polish, rebuild or harden: which next stage can you defend?\n\nGuide "
                                 "`prototype-mvp-production`, version 1.0.0. "
                                 "21 questions, about 7 minutes if all are asked."));
}

TEST(ShowGuide, NamesEveryQuestionWithItsOptions)
{
    for (question const& asked : shown().rules.questions) {
        EXPECT_THAT(shown().page, HasSubstr(". " + asked.ask + "** `" + asked.id + "`"));
        for (option const& given : asked.options)
            EXPECT_THAT(shown().page, HasSubstr("- " + given.label + " (`" + given.id + "`")) << asked.id;
    }
}

TEST(ShowGuide, NamesEveryPathWithItsCriteria)
{
    for (path const& way : shown().rules.paths) {
        EXPECT_THAT(shown().page, HasSubstr(way.name + " `" + way.id + "`"));
        for (criterion const& judged : way.criteria)
            EXPECT_THAT(shown().page, HasSubstr("- **" + judged.id + "** " + judged.text + "\n  - Met: "));
    }
}

TEST(ShowGuide, NamesEveryStageAndWhatItMeans)
{
    for (stage const& reached : shown().rules.stages) {
        EXPECT_THAT(shown().page, HasSubstr("- **" + reached.name + "** (`" + reached.id + "`): "));
        EXPECT_THAT(shown().page, HasSubstr("  - Means: " + reached.means + "."));
        EXPECT_NE(reached.means, "");
    }
}

TEST(ShowGuide, NamesEveryGateContradictionFactAndArea)
{
    for (finding const& gate : shown().rules.scoping)
        EXPECT_THAT(shown().page, HasSubstr("- **" + gate.id + "** " + gate.text + ": "));
    for (finding const& contradiction : shown().rules.contradictions)
        EXPECT_THAT(shown().page, HasSubstr("- **" + contradiction.id + "** " + contradiction.text + ": "));
    for (fact const& named : shown().rules.facts)
        EXPECT_THAT(shown().page, HasSubstr("**" + named.text + "** (`" + named.id + "`)"));
    for (grade_rule const& rule : shown().rules.grades)
        EXPECT_THAT(shown().page, HasSubstr("**" + rule.name + "** (`" + rule.area + "`"));
}

TEST(ShowGuide, SaysWhenAQuestionIsAsked)
{
    EXPECT_THAT(
        shown().page,
        HasSubstr(
            "Any number of answers, about 12 s. Asked if somebody outside the team has used it for real."));
}

TEST(ShowGuide, ShowsPlansWithTheirTriggers)
{
    EXPECT_THAT(shown().page, HasSubstr("### Plan: Partial rebuild"));
    EXPECT_THAT(
        shown().page,
        HasSubstr(
            "- Now: Stabilise integrations: visible errors, safe repeats, no repair by hand, if Integrations "
            "graded weak or failing"));
    EXPECT_THAT(shown().page, HasSubstr("- 12 weeks\n"));
}

TEST(ShowGuide, EscapesWhatMarkdownWouldTakeForItself)
{
    guide rules = shown().rules;
    rules.title = "*Ready* or <not> [yet]";

    EXPECT_THAT(show_guide(rules), StartsWith("# \\*Ready\\* or \\<not\\> \\[yet\\]\n"));
}

}  // namespace
}  // namespace crossroads
