// Stage, gates, paths and settlements: the decision model, sections 1 and 3 to 6.

#include "decision/decision.hpp"
#include "products.hpp"
#include "the_guide.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

namespace crossroads {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

decision decided(product_answers const& answers, std::string const& patch = "{}")
{
    return decide(the_guide(), solo(answers, patch));
}

judged_criterion criterion_of(decision const& made, std::string const& id)
{
    for (auto const& path : made.paths) {
        auto const found = std::ranges::find(path.criteria, id, &judged_criterion::id);
        if (found != path.criteria.end()) {
            return *found;
        }
    }
    return {};
}

TEST(Products, ComeOutAsTheyAreNamed)
{
    EXPECT_EQ(decided(polish_product()).outcome, "polish");
    EXPECT_EQ(decided(hardening_product()).outcome, "hardening");
    EXPECT_EQ(decided(partial_product()).outcome, "partial");
    EXPECT_EQ(decided(full_product()).outcome, "full");
    EXPECT_EQ(decided(unproved_product()).outcome, "scoping");
}

TEST(Stage, FollowsLiveUseAndWhoComesBack)
{
    EXPECT_EQ(decided(unproved_product()).stage, "prototype");
    EXPECT_EQ(decided(polish_product()).stage, "mvp");
    EXPECT_EQ(decided(polish_product()).stage_note, "");
    EXPECT_EQ(decided(hardening_product()).stage, "production");
    std::string const nobody_back =
        R"({"traction":["pilot_done"],"proved":["value_understood","workflow_solves"]})";
    EXPECT_EQ(decided(polish_product(), nobody_back).stage_note, "not yet repeated");
    auto const depended_on = decided(hardening_product(), nobody_back);
    EXPECT_EQ(depended_on.stage, "mvp");
    EXPECT_EQ(depended_on.stage_note, "moving into production");
}

struct gate {
    std::string name;
    std::string patch;
    std::string opened;  // the id of the gate, or empty: the outcome stays
};

void PrintTo(gate const& shown, std::ostream* out)
{
    *out << shown.name;
}

class ScopingGate : public testing::TestWithParam<gate> {};

TEST_P(ScopingGate, OpensForWhatIsNotConcrete)
{
    auto const made = decided(polish_product(), GetParam().patch);
    if (GetParam().opened.empty()) {
        EXPECT_EQ(made.outcome, "polish");
        EXPECT_THAT(made.scoping, IsEmpty());
        return;
    }
    EXPECT_EQ(made.outcome, "scoping");
    EXPECT_EQ(made.direction.value_or("none"), GetParam().name == "ThreeAreasUnknown" ? "none" : "polish");
    EXPECT_THAT(made.scoping, ElementsAre(Field(&raised_finding::id, GetParam().opened)));
}

INSTANTIATE_TEST_SUITE_P(
    Model, ScopingGate,
    testing::Values(
        gate{"NoProof", R"({"proof":"People love it"})", "no_proof"},
        gate{"ProofUnknown", R"({"proof":{"unknown":true}})", "no_proof"},
        gate{"ProofUnanswered", R"({"proof":null})", "no_proof"},
        gate{"NoWorkflow", R"({"workflow":"Everything, really"})", "no_workflow"},
        gate{"GoalUnknown", R"({"next":{"unknown":true}})", "no_goal"},
        gate{"OneSecondaryQuestion", R"({"defer":"Everything is needed"})", ""},
        gate{"TwoSecondaryQuestions", R"({"defer":"Not sure","keep":{"unknown":true}})", "too_many_open"},
        gate{"NothingKeptAndNothingDeferred", R"({"defer":{"unknown":true},"keep":[]})", "too_many_open"},
        gate{"OneAreaUnknown", R"({"qa":{"unknown":true}})", ""},
        gate{
            "ThreeAreasUnknown",
            R"({"auth":{"unknown":true},"data_model":null,"integrations":{"unknown":true},"hurting":["qa"]})",
            "core_not_reviewed"}),
    [](testing::TestParamInfo<gate> const& each) { return each.param.name; });

TEST(StrictGuide, TurnsAnyOpenBudgetQuestionIntoScoping)
{
    auto strict = the_guide();
    strict.strict_budget = true;
    auto const sheet = solo(polish_product(), R"({"defer":"Everything is needed"})");
    auto const made = decide(strict, sheet);
    EXPECT_EQ(made.outcome, "scoping");
    EXPECT_THAT(made.scoping, ElementsAre(Field(&raised_finding::id, "open_B7")));
    EXPECT_EQ(decide(strict, solo(polish_product())).outcome, "polish");
}

TEST(Paths, TakeTheCheapestThatCanBeDefended)
{
    auto const made = decided(hardening_product(), R"({"auth":"demo"})");
    EXPECT_EQ(made.outcome, "hardening");
    EXPECT_EQ(made.runner_up, "partial") << "also defensible, but dearer";
}

TEST(Paths, FallBackToTheBestFitThatIsPossible)
{
    // Every change is slow, yet nothing is weak and nothing grows: no path has all it needs. Polish and
    // hardening fit equally well; polish is cheaper.
    auto const made = decided(polish_product(), R"({"change":["slow"],"next":"reliable"})");
    EXPECT_TRUE(made.fallback);
    EXPECT_EQ(made.outcome, "polish");
    EXPECT_EQ(made.confidence, confidence_level::low);
    EXPECT_THAT(made.because.front().reason, testing::HasSubstr("Not shown for it: "));
    EXPECT_FALSE(made.budget.at("B6"));
}

TEST(Paths, LeadToScopingWhenAPrototypeHasNoneToDefend)
{
    auto const made = decided(unproved_product());
    EXPECT_THAT(made.scoping, ElementsAre(Field(&raised_finding::id, "no_defensible_path")));
    EXPECT_FALSE(made.direction.has_value());
    EXPECT_THAT(made.plan.now, Contains(testing::HasSubstr("Prove one workflow in live use")));
}

TEST(FullRebuild, NeedsProofOfLearningAndShownNeed)
{
    EXPECT_NE(decided(full_product(), R"({"proved":["value_understood"]})").outcome, "full")
        << "nothing learnt";
    auto const sound =
        R"({"data_model":["g_entities","g_relations"],"auth":"ready","integrations":["none_needed"],
                           "change":["speed","heavy","dead_end"],"hurting":["none"]})";
    EXPECT_NE(decided(full_product(), sound).outcome, "full") << "a wish is not a need";
}

TEST(Unknown, KeepsAConditionOpenButNeverFailsIt)
{
    auto const made = decided(polish_product(), R"({"main_job":{"unknown":true}})");
    EXPECT_EQ(criterion_of(made, "P1").state, criterion_state::unknown);
    EXPECT_EQ(criterion_of(made, "R1").state, criterion_state::unknown);
    EXPECT_EQ(made.areas.at("data"), grade::sound);
    EXPECT_EQ(decided(polish_product(), R"({"auth":{"unknown":true}})").areas.at("auth"), grade::unknown);
}

TEST(NotApplicable, CountsAsFalseAndNamesWhatRuledItOut)
{
    auto const made = decided(polish_product(), R"({"traction":["demo_interest"],"usage":["growing"]})");
    auto const growing = criterion_of(made, "H2");
    EXPECT_EQ(growing.state, criterion_state::not_met);
    EXPECT_THAT(growing.answers, ElementsAre(Field(&evidence::question, "traction")));
    EXPECT_THAT(made.asked, testing::Not(Contains("usage")));
}

TEST(Evidence, NamesTheAnswersACriterionRestsOn)
{
    auto const first = criterion_of(decided(polish_product()), "P1");
    ASSERT_EQ(first.answers.size(), 2U);
    EXPECT_EQ(first.answers[0].question, "traction");
    EXPECT_EQ(first.answers[1].question, "main_job");
    EXPECT_EQ(first.answers[1].says, the_guide().find("main_job")->find("on_own")->label);
}

TEST(Contradictions, NameTheQuestionsTheyRestOn)
{
    auto const made = decided(
        hardening_product(),
        R"({"unproved":["repeated_use","auth_ready","release_rhythm","onboard_scale"]})");
    ASSERT_EQ(made.contradictions.size(), 1U);
    EXPECT_EQ(made.contradictions.front().id, "X8");
    EXPECT_THAT(made.contradictions.front().questions, ElementsAre("unproved", "usage"));
}

TEST(GoalSplit, DoesNotBlockWhenEveryAnswerLeadsToTheSame)
{
    auto const made = decide(
        the_guide(), team(polish_product(), {{"product", R"({"next":"demos"})"}, {"engineering", "{}"}}));
    EXPECT_EQ(made.outcome, "polish");
    EXPECT_TRUE(made.budget.at("B5"));
    EXPECT_THAT(made.because, Contains(Field(&confidence_reason::reason, testing::HasSubstr("split"))));
}

TEST(GoalSplit, BlocksWhenItDecides)
{
    auto answers = polish_product();
    answers["usage"] = {"growing", "onboarding"};
    std::vector<voice> const voices{{"product", "{}"}, {"engineering", R"({"next":"reliable"})"}};
    auto sheet = team(answers, voices);
    auto const made = decide(the_guide(), sheet);
    EXPECT_EQ(made.outcome, "scoping");
    EXPECT_FALSE(made.budget.at("B5"));
    ASSERT_EQ(made.disagreements.size(), 1U);
    EXPECT_THAT(
        made.disagreements.front().views,
        testing::UnorderedElementsAre(Field(&view::outcome, "polish"), Field(&view::outcome, "hardening")));

    sheet.settled["next"] = {selection{{"reliable"}}, "p0", "customers wait for it"};
    auto const settled = decide(the_guide(), sheet);
    EXPECT_EQ(settled.outcome, "hardening");
    EXPECT_TRUE(settled.disagreements.front().settled);
    EXPECT_EQ(settled.disagreements.front().settled_reason, "customers wait for it");
}

TEST(OwnersMark, OpensAndClosesABudgetQuestion)
{
    auto sheet = solo(polish_product());
    sheet.concrete["B1"] = false;
    EXPECT_EQ(decide(the_guide(), sheet).outcome, "scoping");
    auto vague = solo(polish_product(), R"({"proof":"People love it"})");
    vague.concrete["B1"] = true;
    EXPECT_EQ(decide(the_guide(), vague).outcome, "polish");
    auto unknown = solo(polish_product(), R"({"proof":{"unknown":true}})");
    unknown.concrete["B1"] = true;
    EXPECT_EQ(decide(the_guide(), unknown).outcome, "scoping") << "there is nothing to mark";
}

TEST(Disagreements, DecideWhenOneViewLeadsElsewhere)
{
    auto const made = decide(
        the_guide(),
        team(
            polish_product(),
            {{"engineering", "{}"}, {"engineering", R"({"data_model":["w_dup","w_special","w_breaks"]})"}}));
    ASSERT_EQ(made.disagreements.size(), 1U);
    auto const& about = made.disagreements.front();
    EXPECT_EQ(about.question, "data_model");
    EXPECT_TRUE(about.decisive);
    EXPECT_EQ(made.confidence, confidence_level::low);
}

TEST(Disagreements, AreOneLineWhenTheyChangeNothing)
{
    auto const made = decide(
        the_guide(), team(polish_product(), {{"product", "{}"}, {"product", R"({"surface":["delivery"]})"}}));
    ASSERT_EQ(made.disagreements.size(), 1U);
    EXPECT_FALSE(made.disagreements.front().decisive);
    EXPECT_THAT(made.disagreements.front().views, testing::Each(Field(&view::people, 1)));
}

TEST(AskedQuestions, FollowEarlierAnswers)
{
    auto const asked = [](std::string const& patch) {
        return asked_questions(the_guide(), solo(product_answers::object(), patch));
    };
    EXPECT_EQ(asked("{}").size(), 21U) << "unknown still asks";
    EXPECT_EQ(asked("{}").back(), "own_view");
    auto const demo_only =
        asked(R"({"traction":["demo_interest"],"proved":["value_understood"],"main_job":"not_yet"})");
    EXPECT_THAT(demo_only, testing::Not(Contains(testing::AnyOf("surface", "manual", "requests", "usage"))));
    auto const all_sound = asked(
        R"({"data_model":["g_entities","g_relations"],"auth":"ready","integrations":["none_needed"],
            "releases":["path","rollback","config"],"qa":["coverage","regression","visibility","alerts"],
            "change":["easy"]})");
    EXPECT_THAT(all_sound, testing::Not(Contains("hurting")));
}

}  // namespace
}  // namespace crossroads
