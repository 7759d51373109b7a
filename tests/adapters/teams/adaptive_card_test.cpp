#include "assessment/event.hpp"
#include "card_check.hpp"
#include "conversations/assessment/whole_assessment.hpp"
#include "conversations/words/random_text.hpp"
#include "support/emission.hpp"
#include "teams/adaptive_card.hpp"
#include "teams/card_data.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crossroads::teams {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

people_names const names = {{"29:ana", "Ana *Silva*"}};

json shown(card const& content)
{
    return adaptive_card(content, {names, {}});
}

json shown(form const& content)
{
    return adaptive_card(content, {names, {"", "step"}});
}

card with(block one)
{
    card content;
    content.blocks.push_back(std::move(one));
    return content;
}

/// Every action of a card, in order.
std::vector<json> actions_of(json const& card)
{
    std::vector<json> actions;
    for (auto const& one : array_member(card, "body"))
        for (auto const& action : array_member(one, "actions"))
            actions.push_back(action);
    return actions;
}

card_answer pressed_in(json const& action)
{
    return read_card_answer(member(action, "data")).value();
}

choice_list three_choices(bool many)
{
    return {"t1", "How many?", many, {{"a", "1. One"}, {"b,c", "2. *Two*"}, {"d", "More"}}, {"b,c", "d"}};
}

TEST(TeamsCard, ShowsTextAsItIs)
{
    std::string const typed =
        "*not bold* _not italic_ [no](https://link) <at>Ana</at> `code` {{DATE(x)}} &lt;";
    for (auto const& one :
         {block(paragraph{{plain(typed)}}), block(note{{plain(typed)}}),
          block(bullets{{{plain(typed)}}, false})}) {
        auto const card = shown(with(one));

        EXPECT_THAT(problems_in(card), IsEmpty());
        EXPECT_THAT(
            shown_text_of(card), HasSubstr("*not bold* _not italic_ [no](https://link) <at>Ana</at>"));
    }
}

TEST(TeamsCard, ShowsNoMarkupInAHeading)
{
    auto const card = shown(with(heading{"# *Van* <at>Ana</at> [x](y) {{TIME(x)}} &lt;"}));

    EXPECT_THAT(problems_in(card), IsEmpty());
    EXPECT_THAT(shown_text_of(card), Not(HasSubstr("{{")));
}

TEST(TeamsCard, ShowsPeopleByName)
{
    auto const card = shown(with(paragraph{{plain("by "), person("29:ana"), plain(", "), person("29:new")}}));

    EXPECT_EQ(shown_text_of(card), "by Ana *Silva*, a teammate\n");
}

TEST(TeamsCard, ShowsMomentsInTheReadersTimeZone)
{
    auto const card =
        shown(with(note{{plain("Until "), moment(1'790'000'000), plain(" for "), person("29:ana")}}));

    EXPECT_THAT(problems_in(card), IsEmpty());
    EXPECT_THAT(
        shown_text_of(card),
        HasSubstr("Until {{DATE(2026-09-21T14:13:20Z,SHORT)}} {{TIME(2026-09-21T14:13:20Z)}} for "));
}

TEST(TeamsCard, ShowsAMomentThatIsNoneAsItIs)
{
    for (auto const* text : {"", "soon", "-5", "99999999999999999999", "1e9"})
        EXPECT_THAT(
            problems_in(shown(with(paragraph{{plain("At "), {text, span::style::moment}}}))), IsEmpty())
            << text;
}

TEST(TeamsCard, GivesEachLineAnElement)
{
    auto const card = shown(with(paragraph{{strong("Title"), plain("\nText\n\nMore")}}));

    EXPECT_EQ(shown_text_of(card), "Title\nText\nMore\n");
}

TEST(TeamsCard, NumbersItsItems)
{
    auto const card = shown(with(bullets{{{plain("one")}, {plain("two\nlines")}}, true}));

    EXPECT_EQ(shown_text_of(card), "1. one\n2. two\nlines\n");
}

TEST(TeamsCard, SeparatesWithALine)
{
    auto content = with(paragraph{{plain("above")}});
    content.blocks.emplace_back(divider{});
    content.blocks.emplace_back(paragraph{{plain("below")}});

    auto const card = shown(content);

    EXPECT_FALSE(card["body"][0].contains("separator"));
    EXPECT_TRUE(card["body"][1]["separator"].get<bool>());
}

TEST(TeamsChoices, OfOneComeWithAButtonToSave)
{
    auto content = with(three_choices(false));
    content.blocks.emplace_back(button_row{{{"skip", "t1", "Skip", button::look::normal, {}}}});

    auto const card = shown(content);

    EXPECT_THAT(problems_in(card), IsEmpty());
    EXPECT_EQ(card["body"][0]["value"], "b%2Cc");
    EXPECT_FALSE(card["body"][0]["isMultiSelect"].get<bool>());
    auto const actions = actions_of(card);
    ASSERT_EQ(actions.size(), 2U);
    EXPECT_EQ(pressed_in(actions[0]).what.action, choose_action);
    EXPECT_EQ(pressed_in(actions[0]).what.token, "t1");
    EXPECT_EQ(pressed_in(actions[1]).what.action, "skip");
}

TEST(TeamsChoices, OfManyKeepWhatWasChosen)
{
    auto const card = shown(with(three_choices(true)));

    EXPECT_THAT(problems_in(card), IsEmpty());
    EXPECT_EQ(card["body"][0]["value"], "b%2Cc,d");
    EXPECT_EQ(read_choices("b%2Cc,d"), (std::vector<std::string>{"b,c", "d"}));
    EXPECT_THAT(actions_of(card), IsEmpty());
}

TEST(TeamsChoices, AreNotReadAsLists)
{
    auto const card = shown(with(three_choices(true)));

    EXPECT_EQ(card["body"][0]["choices"][0]["title"], "1.\xC2\xA0One");
    EXPECT_THAT(card["body"][0]["choices"][1]["title"].get<std::string>(), Not(HasSubstr("*")));
}

TEST(TeamsButtons, StandFiveInARow)
{
    button_row row;
    for (int i = 0; i < 14; ++i)
        row.buttons.push_back({"action" + std::to_string(i), "t", "Label", button::look::danger, "Spoken"});

    auto const card = shown(with(row));

    EXPECT_THAT(problems_in(card), IsEmpty());
    EXPECT_EQ(actions_of(card).size(), 14U);
    EXPECT_EQ(card["body"].size(), 3U);
    EXPECT_EQ(actions_of(card).front()["style"], "destructive");
}

TEST(TeamsForm, SavesClosesAndCarriesItsStep)
{
    form window{"Question 3 of 12", "t1", {}, "Save", "Stop for now"};
    window.items.emplace_back(
        text_input{"t1", "What happened?", "One sentence.", "before", 600, true, false});
    window.items.emplace_back(button_row{{{"form_back", "t1", "Back", button::look::normal, {}}}});

    auto const card = shown(window);

    EXPECT_THAT(problems_in(card), IsEmpty());
    EXPECT_EQ(card["body"][1]["value"], "before");
    EXPECT_EQ(card["body"][1]["maxLength"], 600);
    auto const actions = actions_of(card);
    ASSERT_EQ(actions.size(), 3U);
    EXPECT_EQ(pressed_in(actions[0]).what.does, card_action::effect::save_form);
    EXPECT_EQ(pressed_in(actions[1]).what.action, "form_back");
    EXPECT_EQ(pressed_in(actions[2]).what.does, card_action::effect::close_form);
    for (auto const& action : actions)
        EXPECT_EQ(pressed_in(action).what.own, "step");
}

form window_for_a_person()
{
    form window{"Ask a colleague", "t1", {}, "Ask them", "Not now"};
    window.items.emplace_back(person_input{"t1", "Who knows this best?", "They get this question."});
    return window;
}

TEST(TeamsForm, OffersThePeopleSeenInTheConversation)
{
    auto const card = shown(window_for_a_person());

    EXPECT_THAT(problems_in(card), IsEmpty());
    EXPECT_EQ(card["body"][1]["type"], "Input.ChoiceSet");
    EXPECT_EQ(read_choices(text_member(card["body"][1]["choices"][0], "value")).front(), "29:ana");
    EXPECT_EQ(card["body"][1]["choices"][0]["title"], "Ana \xE2\x88\x97Silva\xE2\x88\x97");
}

TEST(TeamsForm, SaysWhatToDoWhenNobodyWasSeen)
{
    auto const card = adaptive_card(window_for_a_person(), {people_names{}, {"", "step"}});

    EXPECT_THAT(problems_in(card), IsEmpty());
    EXPECT_THAT(shown_text_of(card), HasSubstr("invite @name"));
    EXPECT_EQ(actions_of(card).size(), 1U);
}

TEST(TeamsCard, SpeaksTheLanguageOfItsWords)
{
    auto german = with(three_choices(false));
    german.in = language::german;

    EXPECT_EQ(actions_of(shown(german)).front()["title"], "Speichern");
}

TEST(TeamsCard, LeadsToTheWebAndToMailboxesOnly)
{
    auto const target = [](std::string address) {
        auto const card = shown(with(paragraph{{link(std::move(address))}}));
        return text_member(member(card["body"][0]["inlines"][0], "selectAction"), "url");
    };

    EXPECT_EQ(target("https://example.org/review"), "https://example.org/review");
    EXPECT_EQ(target("review@example.org"), "mailto:review@example.org");
    for (auto const* other :
         {"http://example.org", "javascript:alert(1)", "https://a b", "a@b?subject=c", "here"})
        EXPECT_EQ(target(other), "") << other;
}

TEST(TeamsCard, CallsWhomItDoesNotKnowATeammate)
{
    EXPECT_THAT(shown_text_of(shown(with(paragraph{{person("29:zoe")}}))), HasSubstr("a teammate"));
}

TEST(TeamsCard, IsShortenedWhenItIsTooLarge)
{
    card content;
    for (int i = 0; i < 100; ++i)
        content.blocks.emplace_back(paragraph{{plain(std::string(1'000, 'a'))}});
    content.blocks.emplace_back(button_row{{{"save", "t1", "Save", button::look::normal, {}}}});

    auto const card = shown(content);

    EXPECT_THAT(problems_in(card), IsEmpty());
    EXPECT_THAT(shown_text_of(card), HasSubstr("Shortened"));
    EXPECT_EQ(actions_of(card).size(), 1U);
}

TEST(TeamsCard, KeepsItsRulesWhateverIsInIt)
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        auto any = random_words(seed).any_card();
        any.blocks.emplace_back(paragraph{{plain("end")}});
        EXPECT_THAT(problems_in(shown(any)), IsEmpty()) << seed;
        EXPECT_FALSE(summary_of(any, names).empty()) << seed;
        EXPECT_THAT(problems_in(shown(random_words(seed).any_form())), IsEmpty()) << seed;
    }
}

class AssessmentInTeams : public ::testing::TestWithParam<manner> {};

TEST_P(AssessmentInTeams, KeepsAllLimits)
{
    int cards = 0;
    int forms = 0;
    onlooker teams;
    teams.card_seen = [&](card const& content) {
        EXPECT_THAT(problems_in(shown(content)), IsEmpty()) << content.summary;
        emit(std::string(GetParam().name) + "-card-" + std::to_string(++cards), shown(content));
    };
    teams.form_seen = [&](form const& content) {
        EXPECT_THAT(problems_in(shown(content)), IsEmpty()) << content.title;
        emit(std::string(GetParam().name) + "-form-" + std::to_string(++forms), shown(content));
    };

    play_it_all(GetParam(), teams);

    EXPECT_GT(cards, 40);
    EXPECT_GT(forms, 40);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, AssessmentInTeams, ::testing::ValuesIn(all_manners()),
    [](auto const& tested) { return tested.param.name; });

}  // namespace
}  // namespace crossroads::teams
