#include "picture/draw_picture.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace crossroads {

namespace {

result_picture some_result()
{
    result_picture shown;
    shown.recommendation = "Partial rebuild";
    shown.product = "Blue Van";
    shown.standing = "Stage MVP · confidence medium · 12 May 2026";
    shown.fits = {
        {"Polish the current build", {criterion_state::met, criterion_state::unknown}, false},
        {"Partial rebuild", {criterion_state::met, criterion_state::partly, criterion_state::not_met}, true}};
    shown.areas = {{"Data model", grade::failing}, {"Releases", grade::unknown}};
    shown.agreements = {{"Evidence", 2, 3}, {"Direction", 0, 0}};
    return shown;
}

std::uint32_t number_at(std::string const& png, std::size_t place)
{
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = number << 8U | static_cast<unsigned char>(png.at(place + i));
    return number;
}

std::uint32_t width_of(std::string const& png)
{
    return number_at(png, 16);
}

std::uint32_t height_of(std::string const& png)
{
    return number_at(png, 20);
}

}  // namespace

TEST(Picture, IsAPngAsHighAsItsLines)
{
    auto const png = draw_picture(some_result());
    EXPECT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1a\n");
    EXPECT_EQ(width_of(png), 1600U);
    auto longer = some_result();
    longer.areas.push_back({"Integrations", grade::weak});
    EXPECT_EQ(height_of(draw_picture(longer)), height_of(png) + 60);
}

TEST(Picture, OfTheSameResultIsTheSame)
{
    EXPECT_EQ(draw_picture(some_result()), draw_picture(some_result()));
}

TEST(Picture, ShowsEveryDifference)
{
    auto const before = draw_picture(some_result());
    auto const differs = [&](result_picture const& changed) { return draw_picture(changed) != before; };
    for (auto const state : {criterion_state::partly, criterion_state::not_met, criterion_state::unknown}) {
        auto changed = some_result();
        changed.fits[0].conditions[0] = state;
        EXPECT_TRUE(differs(changed)) << static_cast<int>(state);
    }
    for (auto const graded : {grade::sound, grade::weak, grade::unknown}) {
        auto changed = some_result();
        changed.areas[0].graded = graded;
        EXPECT_TRUE(differs(changed)) << static_cast<int>(graded);
    }
    auto agreed = some_result();
    agreed.agreements[0].agreed = 3;
    EXPECT_TRUE(differs(agreed));
    auto recommended = some_result();
    recommended.fits[0].recommended = true;
    EXPECT_TRUE(differs(recommended));
}

TEST(Picture, TakesAnyText)
{
    for (auto const* text :
         {"", "\xff\xfe not UTF-8", "منتج أزرق", "蓝色货车 🚐", "<b>&amp;</b>", "one\ntwo\n\nthree"}) {
        auto shown = some_result();
        shown.product = text;
        EXPECT_EQ(width_of(draw_picture(shown)), 1600U) << text;
    }
    auto endless = some_result();
    endless.product = std::string(5000, 'w');
    EXPECT_EQ(height_of(draw_picture(endless)), height_of(draw_picture(some_result())));
}

TEST(Picture, OfNothingIsStillOne)
{
    EXPECT_EQ(width_of(draw_picture({})), 1600U);
}

}  // namespace crossroads
