#include "conversations/decision/products.hpp"
#include "conversations/decision/the_guide.hpp"
#include "words/result_picture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace crossroads {

namespace {

result_picture picture_of_sheet(answer_sheet const& sheet)
{
    auto const decided = decide(the_guide(), sheet);
    return picture_of({the_guide(), sheet, decided}, "Blue Van", 1'750'000'000);
}

}  // namespace

TEST(ResultPicture, ShowsWhatTheDecisionSays)
{
    auto const sheet = solo(partial_product());
    auto const decided = decide(the_guide(), sheet);
    auto const shown = picture_of_sheet(sheet);
    EXPECT_EQ(shown.recommendation, "Partial rebuild");
    EXPECT_EQ(shown.standing, "Stage MVP · confidence medium · 15 June 2025");
    ASSERT_EQ(shown.fits.size(), decided.paths.size());
    for (std::size_t i = 0; i < shown.fits.size(); ++i) {
        EXPECT_EQ(std::ranges::count(shown.fits[i].conditions, criterion_state::met), decided.paths[i].met);
        EXPECT_EQ(shown.fits[i].recommended, decided.paths[i].id == decided.outcome);
    }
    ASSERT_EQ(shown.areas.size(), decided.areas.size());
}

TEST(ResultPicture, CountsAgreementWhereTwoOrMoreAnswered)
{
    auto const alone = picture_of_sheet(solo(polish_product()));
    for (auto const& one : alone.agreements)
        EXPECT_EQ(in_words(one, language::english), "nothing to compare") << one.section;

    auto const differing = picture_of_sheet(
        team(polish_product(), {{"product", "{}"}, {"product", R"({"main_job": "demo_only"})"}}));
    auto const surface =
        std::ranges::find(differing.agreements, "Surface", &result_picture::agreement::section);
    ASSERT_NE(surface, differing.agreements.end());
    EXPECT_EQ(surface->agreed + 1, surface->compared);
}

TEST(ResultPicture, SaysEveryNumberInItsAltText)
{
    result_picture shown;
    shown.recommendation = "Partial rebuild";
    shown.product = "Blue Van";
    shown.standing = "Stage MVP · confidence low";
    shown.fits = {
        {"Polish", {criterion_state::met, criterion_state::not_met}, false},
        {"Partial rebuild", {criterion_state::met, criterion_state::partly, criterion_state::unknown}, true}};
    shown.areas = {{"Data model", grade::failing}, {"Releases", grade::unknown}};
    shown.agreements = {{"Evidence", 2, 3}, {"Direction", 1, 1}, {"Surface", 0, 0}};
    EXPECT_EQ(
        alt_text(shown),
        "Blue Van: Partial rebuild. Stage MVP · confidence low. Conditions met: Polish 1 of 2 met; Partial "
        "rebuild "
        "1 of 3 met, 1 partly, 1 unknown (recommended). Technical areas: Data model failing, Releases "
        "unknown. "
        "People agree on: Evidence 2 of 3 questions, Direction 1 of 1 question, Surface nothing to compare.");
}

}  // namespace crossroads
