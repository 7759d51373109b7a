#include "block_kit_check.hpp"
#include "conversations/words/random_text.hpp"
#include "slack/modal.hpp"
#include "support/emission.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace crossroads::slack {
namespace {

using ::testing::IsEmpty;

reply_path opened_in_thread()
{
    reply_path path;
    path.user = "U0BEN";
    path.channel = "C0VAN";
    path.thread = "1749999000.000100";
    return path;
}

form question_form()
{
    form made;
    made.title = "Question 4 of 19";
    made.token = "form-4";
    made.submit = "Save";
    made.close = "Not now";
    made.items = {
        paragraph{{plain("What has this build "), strong("proved"), plain("?")}},
        text_input{"tok-4", "In one sentence", "Say who did what.", "9 clinics", 600, true, false},
        choice_input{{"tok-5", "Which?", true, {{"a", "First"}, {"b", "Second"}}, {"b"}}, "Tick all.", true},
        button_row{{{"dont_know", "tok-4", "Do not know", {}, ""}}}, note{{plain("Others will read this.")}}};
    return made;
}

json view_of(form const& content)
{
    auto const view = modal_view(content, opened_in_thread());
    EXPECT_TRUE(view);
    if (view)
        emit("form-" + content.token, *view);
    return view.value_or(json());
}

TEST(SlackModal, HasTitleButtonsAndAskedForClosing)
{
    auto const view = view_of(question_form());

    EXPECT_EQ(view["type"], "modal");
    EXPECT_EQ(view["title"]["text"], "Question 4 of 19");
    EXPECT_EQ(view["submit"]["text"], "Save");
    EXPECT_EQ(view["close"]["text"], "Not now");
    EXPECT_EQ(view["notify_on_close"], true);
}

TEST(SlackModal, ShowsItsItemsInOrder)
{
    auto const blocks = view_of(question_form())["blocks"];

    ASSERT_EQ(blocks.size(), 5U);
    EXPECT_EQ(blocks[0]["text"]["text"], "What has this build *proved*?");
    EXPECT_EQ(
        blocks[1], (json{
                       {"type", "input"},
                       {"block_id", "input:tok-4"},
                       {"label", {{"type", "plain_text"}, {"text", "In one sentence"}, {"emoji", false}}},
                       {"hint", {{"type", "plain_text"}, {"text", "Say who did what."}, {"emoji", false}}},
                       {"optional", false},
                       {"element",
                        {{"type", "plain_text_input"},
                         {"action_id", "value"},
                         {"multiline", true},
                         {"max_length", 600},
                         {"initial_value", "9 clinics"}}}}));
    EXPECT_EQ(blocks[2]["element"]["type"], "checkboxes");
    EXPECT_EQ(blocks[2]["optional"], true);
    EXPECT_EQ(blocks[2]["element"]["initial_options"].size(), 1U);
    EXPECT_EQ(blocks[3]["type"], "actions");
    EXPECT_EQ(blocks[4]["type"], "context");
}

TEST(SlackModal, RemembersWhereItWasOpened)
{
    auto const context = context_of(view_of(question_form()));

    ASSERT_TRUE(context);
    EXPECT_EQ(context->channel, "C0VAN");
    EXPECT_EQ(context->thread, "1749999000.000100");
    EXPECT_EQ(context->token, "form-4");
}

TEST(SlackModal, GetsASubmitButtonWhenItHasInputs)
{
    auto asking = question_form();
    asking.submit.clear();
    EXPECT_EQ(view_of(asking)["submit"]["text"], "Save");

    form telling;
    telling.items = {paragraph{{plain("Only text.")}}};
    EXPECT_FALSE(view_of(telling).contains("submit"));
}

TEST(SlackModal, OffersMoreThanTenChoicesAsAMenu)
{
    choice_input input;
    input.list.token = "tok";
    for (int at = 0; at < 11; ++at)
        input.list.choices.push_back({std::to_string(at), "Choice"});
    form content;
    content.items = {input};
    EXPECT_EQ(view_of(content)["blocks"][0]["element"]["type"], "static_select");

    input.list.many = true;
    content.items = {input};
    EXPECT_EQ(view_of(content)["blocks"][0]["element"]["type"], "multi_static_select");
}

TEST(SlackModal, IsNotMadeWhenItCannotRememberWhereItBelongs)
{
    auto content = question_form();
    content.token = std::string(3000, 'x');

    EXPECT_FALSE(modal_view(content, opened_in_thread()));
}

TEST(SlackModal, OfAnyFormKeepsAllLimits)
{
    for (unsigned seed = 0; seed < 200; ++seed) {
        auto const view = modal_view(random_words(seed).any_form(), opened_in_thread());
        ASSERT_TRUE(view) << seed;
        emit("any-form-" + std::to_string(seed), *view);
        ASSERT_THAT(problems_in_view(*view), IsEmpty()) << "seed " << seed;
    }
}

TEST(SlackModal, SubmittedAsItStandsGivesBackWhatItShowed)
{
    auto view = view_of(question_form());
    view["state"]["values"] = {
        {"input:tok-4", {{"value", {{"type", "plain_text_input"}, {"value", "9 clinics"}}}}},
        {"input:tok-5",
         {{"value",
           {{"type", "checkboxes"},
            {"selected_options", view["blocks"][2]["element"]["initial_options"]}}}}}};

    auto const saved = saved_in(view, *context_of(view));

    EXPECT_EQ(saved.typed.at("tok-4"), "9 clinics");
    EXPECT_EQ(saved.chosen.at("tok-5"), std::vector<std::string>{"b"});
}

}  // namespace
}  // namespace crossroads::slack
