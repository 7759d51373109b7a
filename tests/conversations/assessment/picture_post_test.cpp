#include "conversations/assessment/script.hpp"
#include "words/result_picture.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace crossroads {

namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::vector<message> pictures_of(script const& play)
{
    std::vector<message> found;
    std::ranges::copy_if(play.everything_sent(), std::back_inserter(found), [](message const& one) {
        return one.file && one.file->media_type == "image/png";
    });
    return found;
}

script finished(std::function<std::string(result_picture const&)> draw)
{
    script play;
    play.draw = std::move(draw);
    play.command("ana", "start Blue Van");
    play.answers_everything("ana", usual_choices(), usual_texts());
    play.press("ana", "Show the result");
    return play;
}

std::string drawn(result_picture const& shown)
{
    return "a picture of " + shown.recommendation;
}

}  // namespace

TEST(PicturePost, FollowsTheResultAndSaysItsNumbers)
{
    auto const play = finished(drawn);
    auto const pictures = pictures_of(play);
    ASSERT_EQ(pictures.size(), 1U);
    EXPECT_EQ(pictures[0].file->content, "a picture of Polish the current build");
    EXPECT_THAT(pictures[0].file->alt_text, HasSubstr("Polish the current build 5 of 5 met (recommended)"));
    EXPECT_EQ(pictures[0].who, message::audience::thread);
}

TEST(PicturePost, IsLeftOutWhereNothingCanBeDrawn)
{
    EXPECT_THAT(pictures_of(finished({})), IsEmpty());
    EXPECT_THAT(pictures_of(finished([](auto const&) { return std::string{}; })), IsEmpty());
}

TEST(PicturePost, OfAnAdoptedResultIsANewOne)
{
    auto play = finished(drawn);
    play.answer("ana", "data_model", {"w_dup", "w_status", "w_special", "w_breaks"});
    play.press("ana", "Adopt the new result");
    auto const pictures = pictures_of(play);
    ASSERT_EQ(pictures.size(), 2U);
    EXPECT_EQ(pictures[1].file->content, "a picture of Partial rebuild");
    EXPECT_NE(pictures[0].file->name, pictures[1].file->name);
}

}  // namespace crossroads
