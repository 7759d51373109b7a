#include "decision/comparison.hpp"
#include "decision/document.hpp"
#include "products.hpp"
#include "random_sheets.hpp"
#include "the_guide.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace crossroads {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

comparison compared(answer_sheet const& then, answer_sheet const& now)
{
    auto const decided_then = decide(the_guide(), then);
    auto const decided_now = decide(the_guide(), now);
    return compare({the_guide(), then, decided_then}, {the_guide(), now, decided_now});
}

std::vector<std::string> labels(std::vector<changed_option> const& options)
{
    std::vector<std::string> all;
    all.reserve(options.size());
    for (auto const& one : options)
        all.push_back(one.label);
    return all;
}

std::string label_of(std::string const& question, std::string const& option)
{
    return the_guide().find(question)->find(option)->label;
}

std::set<std::string> questions_named(comparison const& made)
{
    std::set<std::string> named;
    for (auto const* list : {&made.newly_proved, &made.lost, &made.closed, &made.opened})
        for (auto const& one : *list)
            named.insert(one.question);
    for (auto const& one : made.areas)
        named.insert(one.question);
    for (auto const& one : made.others)
        named.insert(one.question);
    return named;
}

std::set<std::string> questions_that_changed(answer_sheet const& then, answer_sheet const& now)
{
    auto const before = team_values(the_guide(), then);
    auto const after = team_values(the_guide(), now);
    std::set<std::string> changed;
    for (auto const& [question, value] : before)
        if (!after.contains(question) || after.at(question) != value)
            changed.insert(question);
    for (auto const& [question, value] : after)
        if (!before.contains(question))
            changed.insert(question);
    return changed;
}

}  // namespace

TEST(Comparison, OfEqualAnswersIsEmpty)
{
    for (auto const& product : all_products()) {
        auto const made = compared(solo(product), solo(product));
        EXPECT_THAT(questions_named(made), IsEmpty());
        EXPECT_THAT(made.not_comparable, IsEmpty());
    }
}

TEST(Comparison, TellsGoodSignsFromWarningsBothWays)
{
    auto const then = solo(
        polish_product(), R"({"traction": ["pilot_done"], "unproved": ["repeated_use", "onboard_scale"]})");
    auto const now = solo(
        polish_product(), R"({"traction": ["came_back"], "unproved": ["onboard_scale", "release_rhythm"]})");
    auto const made = compared(then, now);
    EXPECT_THAT(labels(made.newly_proved), ElementsAre(label_of("traction", "came_back")));
    EXPECT_THAT(labels(made.lost), ElementsAre(label_of("traction", "pilot_done")));
    EXPECT_THAT(labels(made.closed), ElementsAre(label_of("unproved", "repeated_use")));
    EXPECT_THAT(labels(made.opened), ElementsAre(label_of("unproved", "release_rhythm")));
    EXPECT_THAT(made.others, IsEmpty());
}

TEST(Comparison, ClosesNoWarningThatNobodySpeaksOfAnyMore)
{
    auto const then = solo(polish_product(), R"({"manual": ["setup"], "unproved": ["repeated_use"]})");
    auto const now = solo(polish_product(), R"({"manual": null, "unproved": null})");
    auto const made = compared(then, now);
    EXPECT_THAT(made.closed, IsEmpty());
    ASSERT_EQ(made.others.size(), 2U);
    EXPECT_EQ(made.others[0].question, "unproved");
    EXPECT_EQ(made.others[1].then, (answer{selection{{"setup"}}}));
    EXPECT_EQ(made.others[1].now, std::nullopt);
}

TEST(Comparison, SaysWhichWayAnAreaWent)
{
    struct row {
        std::string then;
        std::string now;
        movement moved;
    };

    for (auto const& [then, now, moved] : {
             row{"demo", "ready", movement::forward},
             row{"ready", "demo", movement::back},
         }) {
        auto const with = [](std::string const& value) {
            return solo(polish_product(), R"({"auth": ")" + value + R"("})");
        };
        auto const made = compared(with(then), with(now));
        ASSERT_EQ(made.areas.size(), 1U) << then;
        EXPECT_EQ(made.areas.front().question, "auth");
        EXPECT_EQ(made.areas.front().moved, moved) << then;
    }
    auto const unknown = compared(solo(polish_product(), R"({"auth": null})"), solo(polish_product()));
    ASSERT_EQ(unknown.areas.size(), 1U);
    EXPECT_EQ(unknown.areas.front().moved, movement::sideways)
        << "what was unknown did not get better or worse";
}

TEST(Comparison, NamesOtherAnswersThenAndNow)
{
    auto const made = compared(
        solo(polish_product(), R"({"main_job": "with_help"})"),
        solo(polish_product(), R"({"main_job": "on_own"})"));
    ASSERT_EQ(made.others.size(), 1U);
    EXPECT_EQ(made.others.front().then, (answer{selection{{"with_help"}}}));
    EXPECT_EQ(made.others.front().now, (answer{selection{{"on_own"}}}));
}

TEST(Comparison, LeavesOutWhatTheEarlierGuideAskedInOtherWords)
{
    auto earlier = the_guide();
    std::ranges::find(earlier.questions, "main_job", &question::id)->ask = "Could users finish the main job?";
    std::erase_if(earlier.questions, [](auto const& one) { return one.id == "change"; });
    auto const then = solo(polish_product(), R"({"main_job": "with_help", "change": null})");
    auto const now = solo(polish_product());
    auto const decided_then = decide(the_guide(), then);
    auto const decided_now = decide(the_guide(), now);
    auto const made = compare({earlier, then, decided_then}, {the_guide(), now, decided_now});
    EXPECT_THAT(made.not_comparable, ElementsAre("main_job", "change"));
    EXPECT_THAT(questions_named(made), IsEmpty());
}

TEST(Comparison, NamesEveryChangedQuestionAndNoOther)
{
    std::mt19937 random{20260601};
    for (int i = 0; i < 400; ++i) {
        auto const then = random_sheet(the_guide(), random);
        auto const now = random_sheet(the_guide(), random);
        auto const made = compared(then, now);
        auto const changed = questions_that_changed(then, now);
        auto named = questions_named(made);
        EXPECT_THAT(named, IsSupersetOf(changed)) << i;
        // An area's grade may also change with what other questions say of it.
        for (auto const& area : made.areas)
            named.erase(area.question);
        EXPECT_THAT(changed, IsSupersetOf(named)) << i;
    }
}

TEST(Comparison, OfTheAcceptanceScenariosIsTheOneOfC15)
{
    if (acceptance_scenarios().empty())
        GTEST_SKIP()
            << "scenarios/decisions.json is not here; set CROSSROADS_SHARED to the folder that has it";
    auto const document = nlohmann::json::parse(acceptance_scenarios());
    auto const sheet_of_scenario = [&](std::string const& id) {
        for (auto const& one : document.at("scenarios"))
            if (one.at("id") == id)
                return std::get<answer_sheet>(read_sheet(the_guide(), one.at("input").dump()));
        return answer_sheet{};
    };
    auto const then = sheet_of_scenario("S05");
    auto const now = sheet_of_scenario("S14");
    auto const decided_then = decide(the_guide(), then);
    auto const decided_now = decide(the_guide(), now);
    EXPECT_EQ(decided_then.stage, "mvp");
    EXPECT_EQ(decided_now.stage, "production");
    EXPECT_EQ(stage_movement(the_guide(), decided_then.stage, decided_now.stage), movement::forward);
    EXPECT_EQ(decided_then.outcome, "partial");
    EXPECT_EQ(decided_now.outcome, "hardening");
    auto const made = compare({the_guide(), then, decided_then}, {the_guide(), now, decided_now});
    EXPECT_THAT(made.newly_proved, Not(IsEmpty()));
    EXPECT_TRUE(
        std::ranges::any_of(made.areas, [](auto const& one) { return one.moved == movement::forward; }));
    EXPECT_EQ(questions_named(made), questions_that_changed(then, now));
}

TEST(StageMovement, FollowsTheOrderOfTheGuidesStages)
{
    struct row {
        std::string then;
        std::string now;
        movement moved;
    };

    for (auto const& [then, now, moved] : {
             row{"prototype", "mvp", movement::forward},
             row{"mvp", "production", movement::forward},
             row{"production", "prototype", movement::back},
             row{"mvp", "mvp", movement::sideways},
             row{"beta", "mvp", movement::sideways},
         })
        EXPECT_EQ(stage_movement(the_guide(), then, now), moved) << then << " " << now;
}

}  // namespace crossroads
