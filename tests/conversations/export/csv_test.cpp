#include "conversations/decision/the_guide.hpp"
#include "conversations/export/ended_run.hpp"
#include "export/csv.hpp"

#include <gmock/gmock.h>

#include <limits>

namespace crossroads {

namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr int newest = std::numeric_limits<int>::max();

}  // namespace

TEST(Csv, EveryCellIsQuotedAndARowEndsAsRfc4180Says)
{
    EXPECT_EQ(csv_row({"4", "", "a,b"}), "\"4\",\"\",\"a,b\"\r\n");
    EXPECT_EQ(csv_row({R"(say "yes")"}), "\"say \"\"yes\"\"\"\r\n");
    EXPECT_EQ(csv_row({"two\nlines"}), "\"two\nlines\"\r\n");
}

TEST(Csv, WhatASpreadsheetWouldTakeForAFormulaIsText)
{
    struct row {
        std::string_view cell;
        std::string_view expected;
    };

    for (auto const& [cell, expected] : {
             row{"=1+1", "\"'=1+1\"\r\n"},
             row{R"(=HYPERLINK("http://x","y"))", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n"},
             row{"+49 30 1234", "\"'+49 30 1234\"\r\n"},
             row{"-2", "\"'-2\"\r\n"},
             row{"@SUM(A1)", "\"'@SUM(A1)\"\r\n"},
             row{"\t=1", "\"'\t=1\"\r\n"},
             row{"\r=1", "\"'\r=1\"\r\n"},
             row{"a=1", "\"a=1\"\r\n"},
             row{"5 - 2", "\"5 - 2\"\r\n"},
             row{"'quoted", "\"'quoted\"\r\n"},
         })
        EXPECT_EQ(csv_row({cell}), expected) << cell;
}

TEST(Csv, OneRowForEachAnswerWithItsNumberPersonAndTime)
{
    auto const run =
        ended_run({{"ana", "", {{"main_job", selection{{"on_own"}}}, {"own_view", do_not_know{}}}}});
    EXPECT_EQ(
        write_csv(run, the_guide(), newest),
        "\xEF\xBB\xBF\"number\",\"question\",\"person\",\"answer\",\"answered at\"\r\n"
        "\"5\",\"" +
            the_guide().find("main_job")->ask +
            "\",\"ana\",\"Yes, on their own\",\"2025-06-15T15:06:40Z\"\r\n"
            "\"\",\"" +
            the_guide().find("own_view")->ask + "\",\"ana\",\"do not know\",\"2025-06-15T15:06:40Z\"\r\n");
}

TEST(Csv, AnAnswerThatIsAFormulaComesOutAsText)
{
    auto const run = ended_run({{"ana", "", {{"defer", free_text{R"(=HYPERLINK("http://x","y"))"}}}}});
    auto const text = write_csv(run, the_guide(), newest);
    EXPECT_THAT(text, HasSubstr(R"--(,"'=HYPERLINK(""http://x"",""y"")",)--"));
    EXPECT_THAT(text, Not(HasSubstr("\"=")));
}

TEST(Csv, WithdrawnAndLaterAnswersHaveNoRow)
{
    auto run = ended_run({{"ana", "", {{"main_job", selection{{"on_own"}}}, {"auth", selection{{"demo"}}}}}});
    auto& answers = run.people.front().answers;
    answers["auth"].push_back({std::nullopt, run.ended, run.result_revision, {}, false, false});
    answers["main_job"].push_back(
        {selection{{"not_yet"}}, run.ended, run.result_revision + 1, {}, false, false});
    auto const text = write_csv(run, the_guide(), run.result_revision);
    EXPECT_THAT(text, HasSubstr("Yes, on their own"));
    EXPECT_THAT(text, Not(HasSubstr(the_guide().find("auth")->ask)));
}

TEST(Csv, WithHiddenNamesTheTimeIsTheDay)
{
    auto run = ended_run({{"person 1", "", {{"main_job", selection{{"on_own"}}}}}});
    run.names_shown = false;
    EXPECT_THAT(write_csv(run, the_guide(), newest), HasSubstr(",\"2025-06-15\"\r\n"));
}

}  // namespace crossroads
