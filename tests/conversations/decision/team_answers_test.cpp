// From many answers to one: the decision model, section 2.

#include "decision/team_answers.hpp"
#include "products.hpp"
#include "the_guide.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace crossroads {
namespace {

compiled_guide const& rules()
{
    static compiled_guide const compiled = compile(the_guide());
    return compiled;
}

// What the people of a team say to one question, and nothing else.
team_record record_of(std::vector<voice> const& voices)
{
    return aggregate(rules(), team(product_answers::object(), voices), texts::read);
}

std::vector<std::string> ticked(team_record const& record, std::string const& question)
{
    auto const position = *rules().question_position(question);
    std::vector<std::string> ids;
    auto const& options = rules().questions[position].source->options;
    for (std::size_t option = 0; option < options.size(); ++option) {
        if ((record.team.answers[position].ticked & option_bit(option)) != 0) {
            ids.push_back(options[option].id);
        }
    }
    return ids;
}

struct tally {
    std::string name;
    std::string question;
    std::vector<voice> voices;
    std::vector<std::string> expected;
};

void PrintTo(tally const& shown, std::ostream* out)
{
    *out << shown.name;
}

class TeamAnswer : public testing::TestWithParam<tally> {};

TEST_P(TeamAnswer, CountsEverybodyByTheRules)
{
    auto const& row = GetParam();
    EXPECT_EQ(ticked(record_of(row.voices), row.question), row.expected);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, TeamAnswer,
    testing::Values(
        tally{
            "SingleChoiceGoesToMoreThanHalf",
            "main_job",
            {{"", R"({"main_job":"on_own"})"},
             {"", R"({"main_job":"on_own"})"},
             {"", R"({"main_job":"not_yet"})"}},
            {"on_own"}},
        tally{
            "SingleChoiceWithoutMajorityIsTheMostCautiousGiven",
            "main_job",
            {{"", R"({"main_job":"on_own"})"}, {"", R"({"main_job":"with_help"})"}},
            {"with_help"}},
        tally{
            "DoNotKnowIsNoVoice",
            "main_job",
            {{"", R"({"main_job":"on_own"})"},
             {"", R"({"main_job":{"unknown":true}})"},
             {"", R"({"main_job":{"unknown":true}})"}},
            {"on_own"}},
        tally{
            "NotNeededIsMoreCautiousThanReady",
            "auth",
            {{"", R"({"auth":"ready"})"}, {"", R"({"auth":"not_needed"})"}},
            {"not_needed"}},
        tally{
            "WarningAtExactlyHalfIsPresent",
            "unproved",
            {{"", R"({"unproved":["repeated_use"]})"}, {"", R"({"unproved":["none"]})"}},
            {"repeated_use"}},
        tally{
            "ClaimAtExactlyHalfIsNotShown",
            "surface",
            {{"", R"({"surface":["delivery","sales"]})"}, {"", R"({"surface":["sales"]})"}},
            {"sales"}},
        tally{
            "ClaimAtExactlyHalfIsShownWhereAnUntickedBoxIsNoDenial",
            "usage",
            {{"", R"({"usage":["growing"]})"}, {"", R"({"usage":["none"]})"}},
            {"growing"}},
        tally{
            "ClaimBelowHalfIsNotShownAnywhere",
            "proved",
            {{"", R"({"proved":["users_return"]})"},
             {"", R"({"proved":["value_understood"]})"},
             {"", R"({"proved":["value_understood"]})"}},
            {"value_understood"}},
        tally{
            "MatchingHatSetsATechnicalAnswer",
            "auth",
            {{"engineering", R"({"auth":"demo"})"},
             {"product", R"({"auth":"ready"})"},
             {"", R"({"auth":"ready"})"}},
            {"demo"}},
        tally{
            "SupportCountsOnIntegrations",
            "integrations",
            {{"support", R"({"integrations":["core_known"]})"},
             {"product", R"({"integrations":["no_gaps"]})"},
             {"product", R"({"integrations":["no_gaps"]})"}},
            {"core_known"}},
        tally{
            "HatsCountOnTechnicalQuestionsOnly",
            "main_job",
            {{"engineering", R"({"main_job":"not_yet"})"},
             {"product", R"({"main_job":"on_own"})"},
             {"product", R"({"main_job":"on_own"})"}},
            {"on_own"}},
        tally{
            "HatThatDoesNotKnowLeavesItToEverybody",
            "auth",
            {{"engineering", R"({"auth":{"unknown":true}})"}, {"product", R"({"auth":"ready"})"}},
            {"ready"}},
        tally{
            "TiedHatsLeaveItToEverybody",
            "auth",
            {{"engineering", R"({"auth":"demo"})"},
             {"engineering", R"({"auth":"ready"})"},
             {"product", R"({"auth":"ready"})"}},
            {"ready"}},
        tally{
            "TiedHatsAndTiedEverybodyAreCautious",
            "data_model",
            {{"engineering", R"({"data_model":["g_entities","g_relations"]})"},
             {"engineering", R"({"data_model":["w_dup"]})"}},
            {"w_dup"}}),
    [](testing::TestParamInfo<tally> const& each) { return each.param.name; });

TEST(TeamAnswerRecord, KeepsOutsideViews)
{
    auto const record =
        record_of({{"engineering", R"({"auth":"demo"})"}, {"product", R"({"auth":"ready"})"}});
    auto const& auth = record.questions[*rules().question_position("auth")];
    EXPECT_EQ(auth.voiced.size(), 2U);
    EXPECT_THAT(auth.counted, testing::ElementsAre(0U));
}

TEST(TeamAnswerRecord, IsUnknownWithoutAKnownAnswer)
{
    auto const record = record_of({{"", R"({"auth":{"unknown":true}})"}, {"", "{}"}});
    EXPECT_FALSE(record.team.answers[*rules().question_position("auth")].known);
    EXPECT_EQ(record.people, 0);
}

struct workflows {
    std::string name;
    std::vector<std::string> texts;
    std::size_t distinct;
    bool concrete;
};

void PrintTo(workflows const& shown, std::ostream* out)
{
    *out << shown.name;
}

class TeamWorkflow : public testing::TestWithParam<workflows> {};

TEST_P(TeamWorkflow, IsOneOnlyIfEverybodyNamesTheSame)
{
    std::vector<voice> voices;
    for (auto const& text : GetParam().texts) {
        voices.push_back({"", nlohmann::json{{"workflow", text}}.dump()});
    }
    auto const record = record_of(voices);
    auto const position = *rules().question_position("workflow");
    EXPECT_EQ(record.questions[position].voiced.size(), GetParam().distinct);
    EXPECT_EQ(record.team.answers[position].concrete, GetParam().concrete);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, TeamWorkflow,
    testing::Values(
        workflows{"OnePerson", {"Bakery staff reorder flour in two taps"}, 1, true},
        workflows{"SameWords", {"Bakery staff reorder flour", "Bakery staff reorder flour"}, 1, true},
        workflows{
            "OtherWordsForTheSame", {"Bakery staff reorder flour", "The bakery reorders its flour"}, 1, true},
        workflows{
            "SamenessIsTransitive",
            {"Bakery staff reorder flour", "Bakery staff reorder sugar and pay invoices",
             "Shops pay sugar invoices"},
            1,
            true},
        workflows{
            "TwoWorkflows", {"Bakery staff reorder flour", "Shop owners see unpaid invoices"}, 2, false},
        workflows{"OnlyConcreteTextsCompete", {"Bakery staff reorder flour", "Everything, really"}, 1, true},
        workflows{"NoneConcrete", {"Everything, really"}, 1, false}),
    [](testing::TestParamInfo<workflows> const& each) { return each.param.name; });

TEST(TeamText, CountsOnceItIsMarkedConcrete)
{
    auto sheet = team(product_answers::object(), {{"", R"({"proof":"People love it"})"}});
    auto const position = *rules().question_position("proof");
    EXPECT_FALSE(aggregate(rules(), sheet, texts::read).team.answers[position].concrete);
    sheet.concrete["B1"] = true;
    EXPECT_TRUE(aggregate(rules(), sheet, texts::read).team.answers[position].concrete);
}

TEST(TeamText, PrefersTheConcreteTextMostPeopleGave)
{
    auto const record = record_of(
        {{"", R"({"defer":"A map"})"},
         {"", R"({"defer":"The recipe planner"})"},
         {"", R"({"defer":"The recipe planner"})"},
         {"", R"({"defer":"Everything is needed"})"}});
    EXPECT_EQ(record.questions[*rules().question_position("defer")].text, "The recipe planner");
}

TEST(GoalSplit, NeedsNoMajority)
{
    auto const split = record_of({{"", R"({"next":"demos"})"}, {"", R"({"next":"reliable"})"}});
    EXPECT_EQ(split.team.split_question, rules().question_position("next"));
    auto const majority = record_of(
        {{"", R"({"next":"demos"})"}, {"", R"({"next":"reliable"})"}, {"", R"({"next":"reliable"})"}});
    EXPECT_FALSE(majority.team.split_question.has_value());
}

}  // namespace
}  // namespace crossroads
