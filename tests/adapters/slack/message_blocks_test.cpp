#include "block_kit_check.hpp"
#include "conversations/words/random_text.hpp"
#include "slack/element_ids.hpp"
#include "slack/message_blocks.hpp"
#include "support/emission.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crossroads::slack {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

card card_of(std::vector<block> blocks)
{
    return {"Summary.", std::move(blocks)};
}

json only_block(block one)
{
    auto const blocks = message_blocks(card_of({std::move(one)}));
    EXPECT_EQ(blocks.size(), 1U);
    return blocks.empty() ? json() : blocks[0];
}

choice_list list_of(std::size_t count, bool many)
{
    choice_list list{"tok", "Which?", many, {}, {}};
    for (std::size_t at = 0; at < count; ++at)
        list.choices.push_back({"id-" + std::to_string(at), "Choice " + std::to_string(at)});
    return list;
}

TEST(SlackBlocks, ShowAHeading)
{
    EXPECT_EQ(
        only_block(heading{"Assessment: <Blue> & *Van*"}),
        (json{
            {"type", "header"},
            {"text", {{"type", "plain_text"}, {"text", "Assessment: <Blue> & *Van*"}, {"emoji", false}}}}));
}

TEST(SlackBlocks, ShowALongHeadingAsStrongText)
{
    auto const block = only_block(heading{std::string(151, 'x')});

    EXPECT_EQ(block["type"], "section");
    EXPECT_EQ(block["text"]["text"], "*" + std::string(151, 'x') + "*");
}

TEST(SlackBlocks, ShowAParagraph)
{
    EXPECT_EQ(
        only_block(paragraph{{strong("3 of 19"), plain("\nWhich?")}}),
        (json{
            {"type", "section"},
            {"text", {{"type", "mrkdwn"}, {"text", "*3 of 19*\nWhich?"}, {"verbatim", true}}}}));
}

TEST(SlackBlocks, ContinueALongParagraphInTheNextSection)
{
    std::string text;
    for (int at = 0; at < 200; ++at)
        text += "Sentence number " + std::to_string(at) + " says this. ";

    auto const blocks = message_blocks(card_of({paragraph{{plain(text)}}}));

    EXPECT_EQ(blocks.size(), 3U);
    std::string together;
    for (auto const& block : blocks) {
        together += block["text"]["text"];
        EXPECT_TRUE(together.ends_with("this. "));
    }
    EXPECT_EQ(together, text);
}

TEST(SlackBlocks, ShowBulletsAndNumbers)
{
    EXPECT_EQ(
        only_block(bullets{{{plain("one\nmore")}, {strong("two")}}, false})["text"]["text"],
        "\xE2\x80\xA2 one more\n\xE2\x80\xA2 *two*");
    EXPECT_EQ(only_block(bullets{{{plain("one")}, {plain("two")}}, true})["text"]["text"], "1. one\n2. two");
}

TEST(SlackBlocks, ShowANoteAndADivider)
{
    EXPECT_EQ(only_block(note{{plain("1 of 4")}})["elements"][0]["text"], "1 of 4");
    EXPECT_EQ(only_block(divider{}), (json{{"type", "divider"}}));
}

TEST(SlackBlocks, LeaveOutWhatIsEmpty)
{
    EXPECT_THAT(
        message_blocks(card_of(
            {heading{}, paragraph{}, paragraph{{plain(" \n")}}, bullets{}, note{}, choice_list{},
             button_row{}})),
        IsEmpty());
}

TEST(SlackBlocks, OfferOneChoiceAsRadioButtons)
{
    auto list = list_of(2, false);
    list.chosen = {"id-1"};
    auto const block = only_block(list);

    EXPECT_EQ(block["block_id"], "choices:tok");
    ASSERT_EQ(block["elements"].size(), 1U);
    auto const& radio = block["elements"][0];
    EXPECT_EQ(radio["type"], "radio_buttons");
    EXPECT_EQ(radio["action_id"], "choose");
    EXPECT_EQ(radio["options"][0]["value"], "id-0");
    EXPECT_EQ(radio["options"][0]["text"]["text"], "Choice 0");
    EXPECT_EQ(radio["initial_option"], radio["options"][1]);
}

TEST(SlackBlocks, OfferManyChoicesAsCheckboxes)
{
    auto list = list_of(3, true);
    list.chosen = {"id-2", "id-0", "gone"};
    auto const block = only_block(list);

    auto const& boxes = block["elements"][0];
    EXPECT_EQ(boxes["type"], "checkboxes");
    EXPECT_EQ(boxes["initial_options"], (json{boxes["options"][0], boxes["options"][2]}));
}

TEST(SlackBlocks, OfferMoreThanTenChoicesInWhatHoldsThem)
{
    auto const many = only_block(list_of(23, true));
    EXPECT_EQ(many["elements"].size(), 3U);
    EXPECT_EQ(many["elements"][2]["options"].size(), 3U);
    EXPECT_EQ(many["elements"][2]["action_id"], "value#3");

    auto const one = only_block(list_of(23, false));
    EXPECT_EQ(one["elements"][0]["type"], "static_select");
    EXPECT_EQ(one["elements"][0]["action_id"], "choose");
}

TEST(SlackBlocks, ShortenALongChoice)
{
    choice_list list{"tok", "", false, {{"a", std::string(40, 'x') + " " + std::string(40, 'y')}}, {}};

    EXPECT_EQ(
        only_block(list)["elements"][0]["options"][0]["text"]["text"], std::string(40, 'x') + "\xE2\x80\xA6");
}

TEST(SlackBlocks, ShowButtons)
{
    auto const block = only_block(button_row{
        {{"answer", "tok", "Answer", button::look::primary, "Answer question 3"},
         {"skip", "", "Skip", button::look::normal, ""},
         {"answer", "tok-2", "Cancel", button::look::danger, ""}}});

    EXPECT_EQ(
        block["elements"], (json{
                               {{"type", "button"},
                                {"action_id", "answer"},
                                {"text", {{"type", "plain_text"}, {"text", "Answer"}, {"emoji", false}}},
                                {"value", "tok"},
                                {"accessibility_label", "Answer question 3"},
                                {"style", "primary"}},
                               {{"type", "button"},
                                {"action_id", "skip"},
                                {"text", {{"type", "plain_text"}, {"text", "Skip"}, {"emoji", false}}}},
                               {{"type", "button"},
                                {"action_id", "answer#2"},
                                {"text", {{"type", "plain_text"}, {"text", "Cancel"}, {"emoji", false}}},
                                {"value", "tok-2"},
                                {"style", "danger"}}}));
}

TEST(SlackBlocks, KeepTheirIdsWhileTheCardIsTheSameSoThatTicksStay)
{
    auto const before = message_blocks(card_of({paragraph{{plain("1 has answered")}}, list_of(3, true)}));
    auto const after = message_blocks(
        card_of({paragraph{{plain("2 have answered")}}, note{{plain("new")}}, list_of(3, true)}));

    EXPECT_EQ(before[1], after[2]);
}

TEST(SlackBlocks, GiveANewTokenANewId)
{
    auto renewed = list_of(3, true);
    renewed.token = "tok-2";

    EXPECT_NE(only_block(list_of(3, true))["block_id"], only_block(renewed)["block_id"]);
}

TEST(SlackBlocks, AreUniqueEvenForTheSameToken)
{
    auto const blocks = message_blocks(card_of({list_of(2, true), list_of(2, true)}));

    EXPECT_EQ(blocks[1]["block_id"], "choices:tok#2");
    EXPECT_EQ(token_in("choices:tok#2", choices_prefix), "tok");
}

TEST(ElementIds, AreReadBackAsTheyWere)
{
    for (std::string const id : {"save", "save#2", "a#", "#1", "x#12#3"}) {
        unique_ids ids;
        EXPECT_EQ(without_number(ids.take(id)), id);
        EXPECT_EQ(without_number(ids.take(id)), id);
    }
}

TEST(SlackBlocks, OfACardThatIsTooLongKeepItsControlsAndSaySo)
{
    std::vector<block> blocks = {heading{"My answers"}};
    for (int at = 0; at < 30; ++at) {
        blocks.emplace_back(paragraph{{strong("Question"), plain(": "), emphasis(std::string(2000, 'x'))}});
        blocks.emplace_back(note{{plain("Answered on Monday.")}});
    }
    blocks.emplace_back(button_row{{{"answer", "tok", "Answer", {}, ""}}});

    auto const shown = message_blocks(card_of(blocks));

    EXPECT_THAT(problems_in_message("x", shown), IsEmpty());
    EXPECT_EQ(shown[0]["type"], "header");
    EXPECT_EQ(shown[shown.size() - 2]["type"], "actions");
    EXPECT_THAT(shown.back()["elements"][0]["text"].get<std::string>(), HasSubstr("Shortened"));
}

TEST(SlackBlocks, CutLongQuotesBeforeTheyLeaveOutAnything)
{
    std::vector<block> blocks;
    blocks.reserve(16);
    for (int at = 0; at < 15; ++at)
        blocks.emplace_back(paragraph{{plain("Answer: "), emphasis(std::string(1000, 'x'))}});
    blocks.emplace_back(note{{plain("The last note.")}});

    auto const shown = message_blocks(card_of(blocks));

    EXPECT_EQ(shown.size(), 17U);
    EXPECT_EQ(shown[15]["elements"][0]["text"], "The last note.");
}

TEST(SlackBlocks, LeaveOutNotesBeforeText)
{
    std::vector<block> blocks;
    for (int at = 0; at < 30; ++at) {
        blocks.emplace_back(paragraph{{plain("Text.")}});
        blocks.emplace_back(note{{plain("Note.")}});
    }

    auto const shown = message_blocks(card_of(blocks));

    EXPECT_EQ(shown.size(), 50U);
    auto const count = [&](char const* type) {
        return std::ranges::count_if(shown, [&](json const& one) { return one["type"] == type; });
    };
    EXPECT_EQ(count("section"), 30);
}

TEST(SlackBlocks, OfAnyCardKeepAllLimits)
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        auto const any = random_words(seed).any_card();
        auto const text = message_text(any);
        auto const blocks = message_blocks(any);
        emit("any-card-" + std::to_string(seed), {{"text", text}, {"blocks", blocks}});
        ASSERT_THAT(problems_in_message(text, blocks), IsEmpty()) << "seed " << seed;
    }
}

TEST(SlackMessageText, IsTheSummaryEscaped)
{
    EXPECT_EQ(message_text({"Ana & <!channel>", {}}), "Ana &amp; &lt;!channel&gt;");
}

TEST(SlackMessageText, IsNeverEmpty)
{
    EXPECT_EQ(message_text({"", {divider{}, heading{"Result"}}}), "Result");
    EXPECT_EQ(message_text({"", {paragraph{{strong("Saved")}}}}), "*Saved*");
    EXPECT_EQ(message_text({"", {}}), "\xE2\x80\xA6");
    EXPECT_EQ(message_text({" \n", {}}), " \n\xE2\x80\xA6");
}

TEST(SlackMessageText, IsCutWhenItIsTooLong)
{
    auto const text = message_text({std::string(10'000, '&'), {}});

    EXPECT_LE(code_points(text), 3000U);
    EXPECT_TRUE(text.ends_with("&amp;\xE2\x80\xA6"));
}

}  // namespace
}  // namespace crossroads::slack
