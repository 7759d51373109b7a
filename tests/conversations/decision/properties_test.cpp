// The invariants of the decision model, section 10, on 20,000 random answer sets.

#include "decision/decision.hpp"
#include "decision/document.hpp"
#include "random_sheets.hpp"
#include "the_guide.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>

namespace crossroads {
namespace {

constexpr int shards = 20;
constexpr int sheets_per_shard = 1000;

class AnyAnswers : public testing::TestWithParam<int> {
protected:
    std::mt19937 random{static_cast<std::mt19937::result_type>(GetParam())};
    guide const& rules = the_guide();

    template <typename Check>
    void for_each_sheet(int sheets, Check check)
    {
        for (int number = 0; number < sheets && !HasFailure(); ++number) {
            auto const sheet = random_sheet(rules, random);
            check(sheet);
            if (HasFailure()) {
                std::cout << "with " << write_sheet(rules, sheet) << '\n';
            }
        }
    }
};

criterion_state state_of(decision const& decided, std::string const& path, std::string const& criterion)
{
    auto const found = std::ranges::find(decided.paths, path, &judged_path::id);
    return std::ranges::find(found->criteria, criterion, &judged_criterion::id)->state;
}

void expect_paths_are_earned(decision const& decided)
{
    if (decided.outcome == "full") {
        EXPECT_EQ(state_of(decided, "full", "F4"), criterion_state::met);
    }
    if (decided.outcome == "hardening" || decided.outcome == "partial") {
        EXPECT_NE(decided.stage, "prototype");
        EXPECT_EQ(state_of(decided, "partial", "R1"), criterion_state::met);
    }
    if (!decided.budget.at("B1")) {
        EXPECT_EQ(decided.outcome, "scoping");
    }
    EXPECT_EQ(decided.outcome == "scoping", !decided.scoping.empty());
    if (decided.fallback) {
        EXPECT_EQ(decided.confidence, confidence_level::low);
    }
}

void expect_asked(decision const& decided, std::vector<std::string> const& questions)
{
    auto const is_asked = [&decided](std::string const& question) {
        return std::ranges::find(decided.asked, question) != decided.asked.end();
    };
    EXPECT_TRUE(!questions.empty() && std::ranges::all_of(questions, is_asked))
        << testing::PrintToString(questions);
}

void expect_reasons_name_asked_questions(decision const& decided)
{
    for (auto const& path : decided.paths) {
        for (auto const& criterion : path.criteria) {
            std::vector<std::string> questions;
            for (auto const& each : criterion.answers) {
                questions.push_back(each.says.empty() ? "" : each.question);
            }
            expect_asked(decided, questions);
        }
    }
    for (auto const& each : decided.contradictions) {
        expect_asked(decided, each.questions);
    }
    for (auto const& each : decided.because) {
        expect_asked(decided, each.questions);
    }
    for (auto const& each : decided.scoping) {
        expect_asked(decided, each.questions);
    }
    for (auto const& each : decided.flips) {
        expect_asked(decided, {each.question});
    }
}

void expect_plan_is_capped(decision const& decided)
{
    EXPECT_LE(decided.plan.now.size(), 5U);
    EXPECT_GE(decided.plan.now.size(), 1U);
    EXPECT_LE(decided.plan.defer.size(), 5U);
    EXPECT_FALSE(decided.plan.outcome_to_prove.empty());
    EXPECT_EQ(decided.plan.keep.size(), decided.plan.keep_ids.size());
    for (auto const& each : decided.plan.defer) {
        EXPECT_FALSE(each.until.empty());
    }
    static std::set<int> const lengths{2, 6, 8, 12};
    EXPECT_THAT(lengths, testing::Contains(decided.plan.weeks));
    EXPECT_LE(decided.flips.size(), 3U);
}

void expect_same_after_writing_and_reading(guide const& rules, answer_sheet const& sheet)
{
    auto const back = read_sheet(rules, write_sheet(rules, sheet));
    auto const* const why = std::get_if<std::string>(&back);
    ASSERT_EQ(why, nullptr) << *why;
    EXPECT_TRUE(std::get<answer_sheet>(back) == sheet);
}

TEST_P(AnyAnswers, LeadToADecisionThatKeepsItsPromises)
{
    std::map<std::string, int> outcomes;
    std::map<std::string, int> stages;
    for_each_sheet(sheets_per_shard, [&](answer_sheet const& sheet) {
        ASSERT_TRUE(check_sheet(rules, sheet).empty());
        auto const decided = decide(rules, sheet);
        expect_paths_are_earned(decided);
        expect_reasons_name_asked_questions(decided);
        expect_plan_is_capped(decided);
        EXPECT_EQ(asked_questions(rules, sheet), decided.asked);
        EXPECT_TRUE(decided == decide(rules, reordered(sheet, random))) << "in any order";
        expect_same_after_writing_and_reading(rules, sheet);
        ++outcomes[decided.outcome];
        ++stages[decided.stage];
    });
    EXPECT_EQ(outcomes.size(), 5U) << "every outcome is reached";
    EXPECT_EQ(stages.size(), 3U) << "every stage is reached";
}

answer_sheet applied(answer_sheet sheet, flip const& change)
{
    sheet.settled[change.question] = {change.value, "owner", "tried"};
    auto const* const asked = the_guide().find(change.question);
    if (asked->type == question_type::text) {
        sheet.concrete[asked->budget] = true;
    }
    return sheet;
}

TEST_P(AnyAnswers, FlipsGiveTheOutcomeTheyAnnounce)
{
    for_each_sheet(sheets_per_shard / 5, [&](answer_sheet const& sheet) {
        for (auto const& change : decide(rules, sheet).flips) {
            EXPECT_EQ(decide(rules, applied(sheet, change)).outcome, change.outcome) << change.change;
        }
    });
}

// Each known answer of the only respondent in turn replaced by "do not know".
template <typename Check>
void for_each_doubt(answer_sheet const& sheet, Check check)
{
    for (auto const& [question, given] : sheet.respondents.front().answers) {
        if (!std::holds_alternative<do_not_know>(given)) {
            auto unsure = sheet;
            unsure.respondents.front().answers[question] = do_not_know{};
            check(decide(the_guide(), unsure));
            if (testing::Test::HasFailure()) {
                std::cout << question << " unknown in " << write_sheet(the_guide(), sheet) << '\n';
                return;
            }
        }
    }
}

TEST_P(AnyAnswers, DoNotKnowNeverRaisesConfidence)
{
    for (int number = 0; number < sheets_per_shard / 25 && !HasFailure(); ++number) {
        auto sheet = random_solo_sheet(rules, random);
        sheet.settled.clear();
        auto const before = decide(rules, sheet);
        for_each_doubt(sheet, [&](decision const& after) { EXPECT_LE(after.confidence, before.confidence); });
    }
}

// An answer kept from before to a question that no longer applies counts again once that is unknown; that
// is an answer, not doubt, so such answers are left out here.
answer_sheet without_answers_to_questions_not_asked(answer_sheet sheet)
{
    auto const asked = asked_questions(the_guide(), sheet);
    std::erase_if(sheet.respondents.front().answers, [&asked](auto const& each) {
        return std::ranges::find(asked, each.first) == asked.end();
    });
    return sheet;
}

TEST_P(AnyAnswers, DoNotKnowNeverFailsACondition)
{
    for (int number = 0; number < sheets_per_shard / 25 && !HasFailure(); ++number) {
        auto sheet = without_answers_to_questions_not_asked(random_solo_sheet(rules, random));
        sheet.settled.clear();
        auto const before = decide(rules, sheet);
        for_each_doubt(sheet, [&](decision const& after) {
            for (auto const& path : after.paths) {
                for (auto const& criterion : path.criteria) {
                    if (criterion.state == criterion_state::not_met) {
                        EXPECT_EQ(state_of(before, path.id, criterion.id), criterion_state::not_met)
                            << criterion.id;
                    }
                }
            }
        });
    }
}

INSTANTIATE_TEST_SUITE_P(TwentyThousand, AnyAnswers, testing::Range(0, shards));

// What a change for the worse looks like: a warning ticked, or a good sign about the build removed.
std::vector<answer_sheet> with_bad_news(guide const& rules, answer_sheet const& sheet)
{
    static std::set<std::string> const about_the_build{"data_model", "integrations", "releases",
                                                       "qa",         "change",       "hurting"};
    std::vector<answer_sheet> worse;
    for (auto const& [question, given] : sheet.respondents.front().answers) {
        auto const* const chosen = std::get_if<selection>(&given);
        if (chosen == nullptr || !about_the_build.contains(question)) {
            continue;
        }
        for (auto const& offered : rules.find(question)->options) {
            auto changed = *chosen;
            auto const at = std::ranges::find(changed.options, offered.id);
            if (offered.says == polarity::warning && at == changed.options.end()) {
                std::erase_if(changed.options, [&](auto const& id) {
                    return rules.find(question)->find(id)->exclusive;
                });
                changed.options.push_back(offered.id);
            } else if (offered.says == polarity::claim && at != changed.options.end()) {
                changed.options.erase(at);
            } else {
                continue;
            }
            worse.push_back(sheet);
            worse.back().respondents.front().answers[question] = changed;
        }
    }
    return worse;
}

int cost_of(guide const& rules, std::string const& outcome)
{
    auto const found = std::ranges::find(rules.paths, outcome, &path::id);
    return found == rules.paths.end() ? 0 : found->cost_rank;
}

TEST(BadNews, DoesNotLeadToACheaperPathButForTheKnownKinds)
{
    auto const& rules = the_guide();
    std::mt19937 random(1);
    int changes = 0;
    int known_kinds = 0;
    for (int number = 0; number < 1000; ++number) {
        auto const sheet = random_solo_sheet(rules, random);
        auto const before = decide(rules, sheet);
        if (before.outcome == "scoping") {
            continue;
        }
        for (auto const& worse : with_bad_news(rules, sheet)) {
            auto const after = decide(rules, worse);
            ++changes;
            if (after.outcome == "scoping" ||
                cost_of(rules, after.outcome) >= cost_of(rules, before.outcome)) {
                continue;
            }
            ++known_kinds;
            bool const is_fallback = before.fallback || after.fallback;
            EXPECT_TRUE(is_fallback || after.outcome == "hardening")
                << before.outcome << " -> " << after.outcome << "\n"
                << write_sheet(rules, worse);
        }
    }
    RecordProperty("changes", changes);
    RecordProperty("to_a_cheaper_path", known_kinds);
    std::cout << known_kinds << " of " << changes
              << " single changes for the worse lead to a cheaper path, all of "
              << "the known kinds\n";
    EXPECT_GT(changes, 1000);
    EXPECT_LT(known_kinds * 100, changes) << "under one in a hundred";
}

}  // namespace
}  // namespace crossroads
