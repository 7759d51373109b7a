// Whole assessments as Slack would be asked to show them: every message, private reply and form within its
// limits, with the texts of ordinary people and with the worst there can be.

#include "block_kit_check.hpp"
#include "conversations/assessment/whole_assessment.hpp"
#include "slack/message_blocks.hpp"
#include "slack/modal.hpp"
#include "support/emission.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace crossroads::slack {
namespace {

using ::testing::IsEmpty;

class AssessmentInSlack : public ::testing::TestWithParam<manner> {};

TEST_P(AssessmentInSlack, KeepsAllLimits)
{
    int cards = 0;
    int forms = 0;
    onlooker slack;
    slack.card_seen = [&](card const& shown) {
        auto const text = message_text(shown);
        auto const blocks = message_blocks(shown);
        EXPECT_THAT(problems_in_message(text, blocks), IsEmpty()) << text;
        emit(
            std::string(GetParam().name) + "-message-" + std::to_string(++cards),
            {{"text", text}, {"blocks", blocks}});
    };
    slack.form_seen = [&](form const& shown) {
        reply_path path;
        path.channel = "C0VAN";
        auto const view = modal_view(shown, path);
        ASSERT_TRUE(view) << shown.title;
        EXPECT_THAT(problems_in_view(*view), IsEmpty()) << shown.title;
        emit(std::string(GetParam().name) + "-form-" + std::to_string(++forms), *view);
    };

    play_it_all(GetParam(), slack);

    EXPECT_GT(cards, 40);
    EXPECT_GT(forms, 40);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, AssessmentInSlack, ::testing::ValuesIn(all_manners()),
    [](auto const& tested) { return tested.param.name; });

}  // namespace
}  // namespace crossroads::slack
