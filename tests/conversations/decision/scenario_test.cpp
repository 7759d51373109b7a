#include "decision/decision.hpp"
#include "decision/document.hpp"
#include "the_guide.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <vector>

namespace crossroads {
namespace {

using json = nlohmann::json;
using words = std::vector<std::string>;

struct scenario {
    std::string name;
    json content;
};

void PrintTo(scenario const& shown, std::ostream* out)
{
    *out << shown.name;
}

std::vector<scenario> scenarios()
{
    auto const text = acceptance_scenarios();
    if (text.empty()) {
        return {{"NotAvailable", {}}};
    }
    std::vector<scenario> found;
    auto const document = json::parse(text);
    for (auto const& each : document.at("scenarios")) {
        found.push_back({each.at("id").get<std::string>(), each});
    }
    return found;
}

std::string lower(std::string text)
{
    std::ranges::transform(
        text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool any_contains(words const& texts, words const& parts)
{
    return std::ranges::any_of(texts, [&parts](std::string const& text) {
        return std::ranges::any_of(parts, [&text](std::string const& part) {
            return lower(text).find(lower(part)) != std::string::npos;
        });
    });
}

class Scenario : public testing::TestWithParam<scenario> {
protected:
    void SetUp() override
    {
        if (GetParam().content.is_null()) {
            GTEST_SKIP()
                << "scenarios/decisions.json is not here; set CROSSROADS_SHARED to the folder that has it";
        }
        auto const sheet = read_sheet(the_guide(), GetParam().content.at("input").dump());
        auto const* const why = std::get_if<std::string>(&sheet);
        ASSERT_EQ(why, nullptr) << *why;
        decided = decide(the_guide(), std::get<answer_sheet>(sheet));
    }

    json const& expected() const { return GetParam().content.at("expect"); }

    // An expectation of the scenario, or an empty list: then there is nothing to check.
    words list(std::string const& key) const { return expected().value(key, words{}); }

    words plan_list(std::string const& key) const
    {
        return expected().value("plan", json::object()).value(key, words{});
    }

    decision decided;
};

TEST_P(Scenario, ReachesTheExpectedStage)
{
    if (auto const stages = list("stage"); !stages.empty()) {
        EXPECT_THAT(stages, testing::Contains(decided.stage));
    }
}

TEST_P(Scenario, ComesOutAsExpected)
{
    auto fine = list("path");
    for (auto const& also : list("also_ok")) {
        fine.push_back(also);
    }
    EXPECT_THAT(fine, testing::Contains(decided.outcome));
    EXPECT_THAT(list("must_not"), testing::Not(testing::Contains(decided.outcome)));
}

TEST_P(Scenario, IsNotMoreConfidentThanTheEvidence)
{
    auto const most = expected().value("confidence_max", "high");
    auto const allowed = most == "low"      ? confidence_level::low
                         : most == "medium" ? confidence_level::medium
                                            : confidence_level::high;
    EXPECT_LE(decided.confidence, allowed);
}

TEST_P(Scenario, PointsToTheExpectedDirectionAndRunnerUp)
{
    if (auto const any = list("runner_up_any"); !any.empty()) {
        EXPECT_THAT(any, testing::Contains(decided.runner_up.value_or("none")));
    }
    if (auto const any = list("direction_any"); !any.empty()) {
        EXPECT_THAT(any, testing::Contains(decided.direction.value_or("none")));
    }
}

TEST_P(Scenario, MeetsAsManyConditionsAsListed)
{
    auto const chosen = std::ranges::find(decided.paths, decided.outcome, &judged_path::id);
    if (auto const met = list("criteria_met"); !met.empty()) {
        ASSERT_NE(chosen, decided.paths.end());
        EXPECT_GE(chosen->met + chosen->partly, static_cast<int>(met.size()));
    }
}

TEST_P(Scenario, RaisesWhatMustBeFlagged)
{
    for (auto const& flag : list("must_flag_any")) {
        if (flag.starts_with("contradiction")) {
            EXPECT_FALSE(decided.contradictions.empty()) << flag;
            continue;
        }
        ASSERT_TRUE(flag.starts_with("disagreement: ")) << flag;
        auto const about = [&flag](disagreement const& each) {
            return (flag.find("workflow") != std::string::npos && each.question == "workflow") ||
                   (flag.find("data model") != std::string::npos && each.question == "data_model") ||
                   (flag.find("next stage") != std::string::npos && each.question == "next");
        };
        auto const found = std::ranges::find_if(decided.disagreements, about);
        ASSERT_NE(found, decided.disagreements.end()) << flag;
        EXPECT_GE(found->views.size(), 2U);
        if (flag.find("settled, by whom, why") != std::string::npos) {
            EXPECT_TRUE(found->settled);
            EXPECT_FALSE(found->settled_by.empty());
            EXPECT_FALSE(found->settled_reason.empty());
        }
        if (flag.find("it decides the result") != std::string::npos) {
            EXPECT_TRUE(found->decisive);
        }
    }
}

TEST_P(Scenario, SaysWhatMustBeSaid)
{
    if (auto const must_say = expected().value("must_say", ""); !must_say.empty()) {
        EXPECT_NE(lower(write_decision(decided)).find(lower(must_say)), std::string::npos) << must_say;
    }
}

TEST_P(Scenario, PlansWhatItShould)
{
    if (auto const weeks = expected().value("plan", json::object()).value("weeks", std::vector<int>{});
        !weeks.empty()) {
        EXPECT_THAT(weeks, testing::Contains(decided.plan.weeks));
    }
    if (auto const any = plan_list("now_any"); !any.empty()) {
        EXPECT_TRUE(any_contains(decided.plan.now, any)) << testing::PrintToString(decided.plan.now);
    }
    if (auto const any = plan_list("now_first_any"); !any.empty()) {
        ASSERT_FALSE(decided.plan.now.empty());
        EXPECT_TRUE(any_contains({decided.plan.now.front()}, any)) << decided.plan.now.front();
    }
    if (auto const any = plan_list("defer_any"); !any.empty()) {
        words deferred;
        for (auto const& each : decided.plan.defer) {
            deferred.push_back(each.what);
        }
        EXPECT_TRUE(any_contains(deferred, any)) << testing::PrintToString(deferred);
    }
    auto const kept = [this](std::string const& id) {
        return std::ranges::find(decided.plan.keep_ids, id) != decided.plan.keep_ids.end();
    };
    if (auto const any = plan_list("keep_any"); !any.empty()) {
        EXPECT_TRUE(std::ranges::any_of(any, kept)) << testing::PrintToString(decided.plan.keep_ids);
    }
    EXPECT_TRUE(std::ranges::none_of(plan_list("keep_not"), kept))
        << testing::PrintToString(decided.plan.keep_ids);
}

TEST_P(Scenario, NamesTheExpectedFlip)
{
    auto const targets = expected().value("flip", json::object()).value("to", words{});
    if (targets.empty()) {
        return;
    }
    auto const expected_one = [&targets](flip const& each) {
        return std::ranges::find(targets, each.outcome) != targets.end();
    };
    EXPECT_TRUE(std::ranges::any_of(decided.flips, expected_one)) << decided.flips.size() << " flips";
}

INSTANTIATE_TEST_SUITE_P(
    Acceptance, Scenario, testing::ValuesIn(scenarios()),
    [](testing::TestParamInfo<scenario> const& each) { return each.param.name; });

}  // namespace
}  // namespace crossroads
