// Every row of the confidence table: the decision model, section 6.

#include "decision/decision.hpp"
#include "products.hpp"
#include "the_guide.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace crossroads {
namespace {

struct cap {
    std::string name;
    std::vector<voice> voices;
    confidence_level level;
    std::string reason;
};

void PrintTo(cap const& shown, std::ostream* out)
{
    *out << shown.name;
}

class ConfidenceCap : public testing::TestWithParam<cap> {};

TEST_P(ConfidenceCap, IsAppliedAndSaid)
{
    auto const made = decide(the_guide(), team(polish_product(), GetParam().voices));
    EXPECT_LE(made.confidence, GetParam().level);
    EXPECT_THAT(
        made.because,
        testing::Contains(testing::AllOf(
            testing::Field(&confidence_reason::level, GetParam().level),
            testing::Field(&confidence_reason::reason, testing::HasSubstr(GetParam().reason)))));
}

constexpr auto low = confidence_level::low;
constexpr auto medium = confidence_level::medium;

INSTANTIATE_TEST_SUITE_P(
    Table, ConfidenceCap,
    testing::Values(
        cap{"Fallback", {{"", R"({"change":["slow"],"next":"reliable"})"}}, low, "fits best"},
        cap{"DecisiveDisagreement",
            {{"engineering", "{}"}, {"engineering", R"({"data_model":["w_dup","w_special","w_breaks"]})"}},
            low,
            "it decides the result"},
        cap{"TwoContradictions",
            {{"", R"({"unproved":["none"],"manual":["setup"],"releases":["none"]})"}},
            low,
            "2 contradictions"},
        cap{"OneContradiction", {{"", R"({"unproved":["release_rhythm"]})"}}, medium, "One contradiction"},
        cap{"UnderSeventyPercentKnown",
            {{"",
              R"({"traction":null,"proved":null,"unproved":null,"surface":null,"manual":null,"usage":null})"}},
            low,
            "Not enough answers"},
        cap{"UnderNinetyPercentKnown", {{"", R"({"unproved":null,"surface":null})"}}, medium, "missing"},
        cap{"HarmlessGoalSplit", {{"", R"({"next":"demos"})"}, {"", "{}"}}, medium, "split"},
        cap{"OneRespondent", {{"", "{}"}}, medium, "One respondent"},
        cap{"TechnicalAnswersFromOnePerson",
            {{"engineering", "{}"}, {"product", "{}"}},
            medium,
            "from one person"},
        cap{"OpenSecondaryQuestion", {{"", R"({"defer":"Not sure"})"}}, medium, "what to defer"},
        cap{"FewConditionsMet",
            {{"",
              R"({"main_job":"with_help","next":"demos","releases":["path"],"hurting":["releases"],
                  "proved":["workflow_solves"],"surface":["sales"]})"}},
            medium,
            "Fewer than 3 of 5"},
        cap{"CloseRunnerUp",
            {{"", R"({"usage":["growing","onboarding","depend"],"releases":["path","rollback"]})"}},
            medium,
            "almost as well"},
        cap{"TwoAreasUnknown",
            {{"", R"({"qa":{"unknown":true},"releases":{"unknown":true}})"}},
            medium,
            "2 technical areas are unknown"},
        cap{"NoWeaknessAnywhere",
            {{"",
              R"({"unproved":["none"],"manual":["none"],"qa":["coverage","regression","visibility","alerts"],
                  "hurting":null})"}},
            medium,
            "have one area spot-checked"}),
    [](testing::TestParamInfo<cap> const& each) { return each.param.name; });

TEST(Confidence, IsHighWhenSeveralPeopleAgreeOnEnough)
{
    auto const made =
        decide(the_guide(), team(polish_product(), {{"engineering", "{}"}, {"engineering", "{}"}}));
    EXPECT_EQ(made.confidence, confidence_level::high);
    EXPECT_THAT(made.because, testing::IsEmpty());
}

TEST(Confidence, CountsAContradictionThatDoubtCouldHide)
{
    auto const unsure = decide(
        the_guide(), team(
                         polish_product(), {{"engineering", R"({"data_model":{"unknown":true}})"},
                                            {"engineering", R"({"data_model":{"unknown":true}})"}}));
    EXPECT_THAT(
        unsure.because,
        testing::Contains(testing::Field(
            &confidence_reason::reason, testing::HasSubstr("could contradict other answers"))));
}

}  // namespace
}  // namespace crossroads
