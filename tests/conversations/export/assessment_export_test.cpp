#include "assessment/progress.hpp"
#include "conversations/decision/products.hpp"
#include "conversations/decision/the_guide.hpp"
#include "conversations/export/ended_run.hpp"
#include "decision/document.hpp"
#include "export/assessment_export.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <set>

namespace crossroads {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

answer_sheet read(std::string const& text)
{
    auto const sheet = read_sheet(the_guide(), text);
    auto const* why = std::get_if<std::string>(&sheet);
    EXPECT_EQ(why, nullptr) << *why;
    return why == nullptr ? std::get<answer_sheet>(sheet) : answer_sheet{};
}

decision decision_of_export(assessment const& run)
{
    return decide(the_guide(), read(export_of(run, the_guide(), export_format::json).content));
}

decision decision_of(assessment const& run)
{
    return decide(the_guide(), sheet_of(run, run.result_revision));
}

/// Nothing in a decision tells who said what, but for the name of who settled a question.
decision without_settlers(decision decided)
{
    for (auto& one : decided.disagreements)
        one.settled_by.clear();
    return decided;
}

assessment hidden(assessment run)
{
    run.names_shown = false;
    return run;
}

std::vector<answer_sheet> own_samples()
{
    std::vector<answer_sheet> samples;
    for (auto const& product : all_products()) {
        samples.push_back(solo(product));
        samples.push_back(team(
            product, {{"product", R"({"workflow": "Bakers scan every loaf in the morning"})"},
                      {"engineering", R"({"data_model": ["w_dup", "w_special", "w_breaks"]})"},
                      {"engineering", R"({"auth": {"unknown": true}, "own_view": "full"})"},
                      {"", R"({"next": "reliable", "defer": null})"}}));
    }
    samples.back().settled["workflow"] = {free_text{"Bakers reorder flour"}, "olga", "agreed on Tuesday"};
    samples.back().concrete["B1"] = true;
    return samples;
}

std::vector<answer_sheet> acceptance_samples()
{
    std::vector<answer_sheet> samples;
    auto const text = acceptance_scenarios();
    if (text.empty())
        return samples;
    auto const document = nlohmann::json::parse(text);
    for (auto const& each : document.at("scenarios"))
        samples.push_back(read(each.at("input").dump()));
    return samples;
}

void expect_the_same_decision(std::vector<answer_sheet> const& samples)
{
    for (auto const& sheet : samples) {
        auto const run = ended_run(sheet);
        EXPECT_EQ(decision_of_export(run), decision_of(run)) << write_sheet(the_guide(), sheet);
        EXPECT_EQ(without_settlers(decision_of_export(hidden(run))), without_settlers(decision_of(run)))
            << "with hidden names: " << write_sheet(the_guide(), sheet);
    }
}

constexpr std::array all_formats{export_format::markdown, export_format::json, export_format::csv};

}  // namespace

TEST(AssessmentExport, ItsJsonGivesTheSameDecision)
{
    expect_the_same_decision(own_samples());
}

TEST(AssessmentExport, ItsJsonGivesTheSameDecisionForAllScenarioFiles)
{
    auto const samples = acceptance_samples();
    if (samples.empty())
        GTEST_SKIP()
            << "scenarios/decisions.json is not here; set CROSSROADS_SHARED to the folder that has it";
    expect_the_same_decision(samples);
}

TEST(AssessmentExport, HoldsWhatTheResultRestsOnNotWhatCameLater)
{
    auto run = ended_run(solo(polish_product()));
    auto const before = decision_of(run);
    auto& answers = run.people.front().answers;
    answers["main_job"].push_back({selection{{"not_yet"}}, run.ended + 60, ++run.revision, {}, false, false});
    EXPECT_EQ(decision_of_export(run), before);
    EXPECT_THAT(export_of(run, the_guide(), export_format::csv).content, Not(HasSubstr("Not yet")));
    EXPECT_THAT(
        export_of(run, the_guide(), export_format::markdown).content,
        HasSubstr("→ Not yet _(2025-06-15T15:08:40Z, after the result)_"));
}

TEST(AssessmentExport, WithHiddenNamesHasNoUserIdInAnyForm)
{
    auto sheet = team(polish_product(), {{"product", "{}"}, {"engineering", "{}"}});
    sheet.respondents[0].id = "UANA0001";
    sheet.respondents[1].id = "UBEN0002";
    sheet.respondents[0].answers["defer"] = free_text{"Whatever <@UBEN0002> wants, and <@UCLEO003|cleo> too"};
    sheet.settled["workflow"] = {free_text{"As <@UBEN0002> says"}, "UOLGA004", "<@UANA0001> agreed"};
    sheet.product = "Flour Run of <@UANA0001>";
    auto run = ended_run(sheet);
    run.owner = "UOLGA004";
    run.invited = {"UANA0001", "UDAN0005"};
    run.wants_to_join = {"UDAN0005"};
    run.names_shown = false;
    for (auto const format : all_formats) {
        auto const file = export_of(run, the_guide(), format);
        for (auto const* id :
             {"UANA0001", "UBEN0002", "UCLEO003", "UOLGA004", "UDAN0005", "cleo", "uana0001"})
            EXPECT_THAT(file.name + "\n" + file.content, Not(HasSubstr(id))) << name_of(format);
    }
}

TEST(AssessmentExport, WithHiddenNamesNoRowsBelongTogether)
{
    // Eight people who each answered three questions alike: were a person's answers kept together, all rows
    // of "person 1" would carry the same mark.
    std::vector<respondent> people;
    for (char mark = 'a'; mark < 'i'; ++mark) {
        auto const said = free_text{std::string("mark ") + mark};
        people.push_back(
            {std::string("U") + mark, "", {{"proof", said}, {"workflow", said}, {"defer", said}}});
    }
    auto const sheet = read(export_of(hidden(ended_run(people)), the_guide(), export_format::json).content);
    ASSERT_EQ(sheet.respondents.size(), 8U);
    std::set<std::string> marks_of_all;
    int torn = 0;
    for (auto const& one : sheet.respondents) {
        std::set<std::string> marks;
        for (auto const& [question, given] : one.answers)
            marks.insert(std::get<free_text>(given).text);
        marks_of_all.insert(marks.begin(), marks.end());
        torn += marks.size() > 1 ? 1 : 0;
    }
    EXPECT_EQ(marks_of_all.size(), 8U);
    EXPECT_GE(torn, 6);
}

TEST(AssessmentExport, TheDocumentShowsLongTextsInFull)
{
    std::string said = "9 clinics booked 410 appointments. ";
    while (said.size() < 2900)
        said += "And so on and on ";
    said += "until the last word";
    auto const run =
        ended_run({{"ana", "", {{"proof", free_text{said}}, {"defer", free_text{"# <b>*x*\n- y"}}}}});
    auto const document = export_of(run, the_guide(), export_format::markdown).content;
    EXPECT_THAT(document, AllOf(HasSubstr(said), HasSubstr("\\# \\<b\\>\\*x\\*\\\n  \\- y")));
}

TEST(AssessmentExport, TheDocumentHasResultReasonsPlanAnswersDifferencesAndChanges)
{
    auto sheet = team(hardening_product(), {{"product", "{}"}, {"", R"({"main_job": "with_help"})"}});
    sheet.settled["main_job"] = {selection{{"on_own"}}, "olga", "watched it"};
    auto run = ended_run(sheet);
    auto& history = run.people.front().answers["auth"];
    history.insert(history.begin(), {do_not_know{}, history.front().at - 60, 0, {}, false, false});
    auto const document = export_of(run, the_guide(), export_format::markdown).content;
    for (auto const* part :
         {"# Flour Run: Production hardening\n", "## Result\n", "Confidence: **",
          "## The conditions of each path", "### Polish the current build: ", "## Technical areas\n",
          "## What would change this\n", "## Where the team differed\n", "Settled by olga: watched it.",
          "week plan\n", "### Now\n", "## All answers\n", "### 5. ", "_(p0, 2025-06-15T15:06:40Z)_",
          "- **Settled** by olga: Yes, on their own", "### Closing vote. ", "## How answers changed\n",
          "do not know _(2025-06-15T15:05:40Z)_ → "})
        EXPECT_THAT(document, HasSubstr(part));
}

TEST(AssessmentExport, ACancelledAssessmentGivesItsAnswers)
{
    auto run = ended_run({{"ana", "", {{"main_job", selection{{"on_own"}}}}}});
    run.state = run_state::cancelled;
    run.outcome.clear();
    run.result_revision = 0;
    auto const document = export_of(run, the_guide(), export_format::markdown).content;
    EXPECT_THAT(document, StartsWith("# Flour Run: cancelled, without a result\n"));
    EXPECT_THAT(document, AllOf(HasSubstr("Yes, on their own"), Not(HasSubstr("## Result"))));
    EXPECT_THAT(
        export_of(run, the_guide(), export_format::json).content, HasSubstr("\"main_job\": \"on_own\""));
    EXPECT_THAT(export_of(run, the_guide(), export_format::csv).content, HasSubstr("Yes, on their own"));
}

TEST(AssessmentExport, FilesAreNamedInPlainAsciiAndNeverTwiceTheSame)
{
    struct row {
        char const* product;
        char const* expected;
    };

    for (auto const& [product, expected] : {
             row{"Blue Van", "assessment-1-blue-van-7.md"},
             row{"", "assessment-1-product-7.md"},
             row{"../../etc/passwd", "assessment-1-etc-passwd-7.md"},
             row{"\u30ab\u30d5\u30a7", "assessment-1-product-7.md"},
             row{"a very long name of a product that goes on and on",
                 "assessment-1-a-very-long-name-of-a-product-that-goes-7.md"},
         }) {
        auto run = ended_run({{"ana", "", {{"main_job", selection{{"on_own"}}}}}});
        run.product = product;
        run.revision = 7;
        EXPECT_EQ(export_of(run, the_guide(), export_format::markdown).name, expected);
        run.revision = 8;
        EXPECT_NE(export_of(run, the_guide(), export_format::markdown).name, expected);
    }
}

}  // namespace crossroads
