// A product that was assessed before: scenarios C15 and C16.

#include "conversations/assessment/script.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace crossroads {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr unix_seconds ten_weeks = 70 * 24 * 60 * 60;

/// Blue Van, assessed and finished by ana ten weeks ago.
script assessed_before(
    std::map<std::string, std::vector<std::string>> const& choices = usual_choices(),
    std::map<std::string, std::string> const& texts = usual_texts())
{
    script play;
    play.command("ana", "start Blue Van");
    play.answers_everything("ana", choices, texts);
    play.press("ana", "Show the result");
    EXPECT_EQ(play.run().state, run_state::finished) << said(play);
    play.clock += ten_weeks;
    return play;
}

/// Takes over every last answer but those that are given; what was not asked last time nobody knows.
void answers_as_before_but(
    script& play, std::string const& user, std::map<std::string, std::vector<std::string>> const& changed)
{
    for (int steps = 0; steps < 40; ++steps) {
        auto const carded = play.run(1).carded;
        bool moved = false;
        for (auto const& id : carded) {
            if (!history(play, user, id).empty())
                continue;
            moved = true;
            auto const slot = "2/question/" + id;
            bool const offered =
                std::ranges::count(buttons_of(play.shown(slot)), "Still true", &button::label) > 0;
            if (auto const other = changed.find(id); other != changed.end())
                play.answer(user, id, other->second);
            else if (play.rules->find(id)->unscored)
                play.answer(user, id, {"polish"});
            else
                play.press_on(user, slot, offered ? "Still true" : "Do not know");
        }
        if (!moved)
            return;
    }
}

std::optional<answer> standing(script const& play, std::string const& user, std::string const& question)
{
    auto const given = history(play, user, question);
    return given.empty() ? std::nullopt : given.back().value;
}

std::optional<answer> options(std::vector<std::string> ids)
{
    return selection{std::move(ids)};
}

std::string changes_of(script const& play)
{
    return text_of(play.shown("2/changes"));
}

}  // namespace

TEST(C15, StartingAKnownProductOffersToUpdateOrToStartFresh)
{
    auto play = assessed_before();
    play.command("ana", "start blue van");
    EXPECT_THAT(
        said(play), AllOf(HasSubstr("was assessed here before"), HasSubstr("Polish the current build")));
    EXPECT_EQ(play.state().assessments.size(), 1U) << "nothing starts before the choice";
    play.press("ana", "Update last answers");
    ASSERT_EQ(play.state().assessments.size(), 2U);
    play.again();
    EXPECT_EQ(play.state().assessments.size(), 2U) << "pressed twice, started once";
}

TEST(C15, AnUpdateShowsLastTimesAnswersAndOneTapTakesThemOver)
{
    auto play = assessed_before();
    play.command("ana", "start Blue Van");
    play.press("ana", "Update last answers");
    auto const card = text_of(play.shown("2/question/traction"));
    EXPECT_THAT(card, AllOf(HasSubstr("Last time: "), HasSubstr("A pilot customer finished the core task")));
    EXPECT_THAT(buttons_of(play.shown("2/question/traction")), testing::SizeIs(testing::Le(4U)));
    play.press_on("ben", "2/question/traction", "Still true");
    EXPECT_EQ(standing(play, "ben", "traction"), options({"pilot_done", "came_back"}));
    EXPECT_THAT(said(play), HasSubstr("Saved"));
}

TEST(C15, LastAnswersCountOnlyOnceSomebodySaysThatTheyHold)
{
    auto play = assessed_before();
    play.command("ana", "start Blue Van");
    play.press("ana", "Update last answers");
    EXPECT_THAT(play.run(1).people, IsEmpty());
    play.command("ana", "finish");
    EXPECT_THAT(said(play), HasSubstr("Nobody has answered yet"));
}

TEST(C15, StillTrueCanBeTyped)
{
    auto play = assessed_before();
    play.command("ana", "start Blue Van");
    play.press("ana", "Update last answers");
    play.types("ben", "Still true.", "m1");
    EXPECT_EQ(standing(play, "ben", "traction"), options({"pilot_done", "came_back"}));
    play.types("ben", "4: same as last time", "m2");
    EXPECT_EQ(standing(play, "ben", "proof"), std::optional<answer>{free_text{usual_texts().at("proof")}});
}

TEST(C15, AFreshStartShowsNothingOfLastTimeUntilTheResult)
{
    auto play = assessed_before();
    play.command("ana", "start Blue Van");
    play.press("ana", "Start fresh");
    EXPECT_THAT(text_of(play.shown("2/question/traction")), Not(HasSubstr("Last time")));
    play.answers_everything("ana", usual_choices(), usual_texts());
    play.press("ana", "Show the result");
    EXPECT_THAT(changes_of(play), HasSubstr("Every answer that can be compared is as it was."));
}

TEST(C15, TheResultSaysExactlyWhatChanged)
{
    auto play = assessed_before();
    auto const before = play.run(0);
    play.command("ana", "start Blue Van");
    play.press("ana", "Update last answers");
    answers_as_before_but(
        play, "ana",
        {{"proved",
          {"value_understood", "demo_believable", "workflow_solves", "users_return", "features_known"}},
         {"data_model", {"w_dup", "w_status", "w_special", "w_breaks"}},
         {"main_job", {"with_help"}}});
    play.command("ana", "finish");
    auto const told = changes_of(play);
    EXPECT_THAT(
        told, AllOf(
                  HasSubstr("What changed in 10 weeks"), HasSubstr("Polish the current build → "),
                  HasSubstr("Newly proved"), HasSubstr("It carries a believable demo (Q2)"),
                  HasSubstr("(Q10)"), HasSubstr("Q5 Yes, on their own → Yes, with some help from us")));
    for (auto const* other :
         {"Q1)", "Q3)", "(Q7", "Q8 ", "Q11", "Q12", "Q13", "Q14", "Q15", "Q16", "Q17", "Q18"})
        EXPECT_THAT(told, Not(HasSubstr(other)));
    EXPECT_EQ(play.run(0), before) << "the earlier run stays as it was";
    play.command("ana", "results #1");
    EXPECT_THAT(said(play), HasSubstr("Polish the current build"));
}

TEST(C16, GoingBackwardsIsSaidWithoutBlame)
{
    auto play = assessed_before();
    play.command("ana", "start Blue Van");
    play.press("ana", "Update last answers");
    answers_as_before_but(
        play, "ana", {{"traction", {"demo_interest"}}, {"proved", {"value_understood", "demo_believable"}}});
    play.command("ana", "finish anyway");
    auto const told = changes_of(play);
    EXPECT_THAT(
        told, AllOf(
                  HasSubstr("Stage: MVP → Prototype"), HasSubstr("Your answers now place it at Prototype"),
                  HasSubstr("Not shown any more"), HasSubstr("came back more than once")));
    EXPECT_THAT(told, Not(HasSubstr("mproved")));
    EXPECT_THAT(told, Not(HasSubstr("No longer open"))) << "a question that is not asked now closes nothing";
}

TEST(Reassessment, AsksWhetherTheLastPlanProvedItsOutcome)
{
    auto play = assessed_before();
    play.command("ana", "start Blue Van");
    play.press("ana", "Start fresh");
    EXPECT_THAT(text_of(play.shown("2/last_plan")), HasSubstr("The last plan set out to prove"));
    auto const list = play.shown("2/last_plan");
    auto const token = std::get<choice_list>(*std::ranges::find_if(list.blocks, [](auto const& part) {
                           return std::holds_alternative<choice_list>(part);
                       })).token;
    auto const votes = [&](std::string const& user, std::string const& vote) {
        event tap;
        tap.user = user;
        tap.at = play.clock;
        tap.random = std::string(32, 'a');
        tap.what = pressed{std::string{choose_action}, token, {vote}};
        play.happen(tap);
    };
    votes("ana", "proved");
    votes("ben", "partly");
    votes("ben", "not");
    EXPECT_THAT(said(play), HasSubstr("Saved: not proved"));
    EXPECT_THAT(text_of(play.shown("2/last_plan")), HasSubstr("2 people answered"));
    votes("ben", "gold");
    EXPECT_EQ(play.run(1).plan_votes.at("ben"), "not") << "what is no choice changes nothing";
    play.answers_everything("ana", usual_choices(), usual_texts());
    play.command("ana", "finish");
    EXPECT_THAT(changes_of(play), HasSubstr("You say: proved 1, not proved 1."));
}

TEST(Reassessment, WithoutTheEarlierGuideItStartsAndComparesNothing)
{
    auto play = assessed_before();
    play.rules = next_version_of(*play.rules);
    play.known_guides.clear();
    play.command("ana", "start Blue Van");
    ASSERT_EQ(play.state().assessments.size(), 2U);
    play.answers_everything("ana", usual_choices(), usual_texts());
    play.press("ana", "Show the result");
    EXPECT_FALSE(play.is_shown("2/changes"));
}

TEST(Reassessment, ACancelledAssessmentIsNotCompared)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ana", "traction", {"pilot_done"});
    play.command("ana", "cancel");
    play.press("ana", "Cancel assessment");
    play.command("ana", "start Blue Van");
    EXPECT_EQ(play.state().assessments.size(), 2U);
    EXPECT_EQ(play.run(1).follows, 0);
}

TEST(Reassessment, HidingNamesOfFewIsStillAskedAboutAfterTheChoice)
{
    auto play = assessed_before();
    play.command("ana", "start Blue Van --names hidden --people <@ben>");
    play.press("ana", "Start fresh");
    EXPECT_THAT(said(play), HasSubstr("hiding names will not hide much"));
    play.press("ana", "Start with hidden names");
    ASSERT_EQ(play.state().assessments.size(), 2U);
    EXPECT_FALSE(play.run(1).names_shown);
}

TEST(History, ListsTheChannelsAssessmentsNewestFirst)
{
    auto play = assessed_before();
    play.command("ana", "start Red Cart");
    play.command("ana", "cancel");
    play.press("ana", "Cancel assessment");
    play.command("ben", "history");
    auto const told = said(play);
    EXPECT_THAT(
        told, AllOf(
                  HasSubstr("#1 Blue Van"), HasSubstr("MVP"), HasSubstr("Polish the current build"),
                  HasSubstr("guide ")));
    EXPECT_LT(told.find("#2 Red Cart"), told.find("#1 Blue Van"));
    play.command("ben", "history blue van");
    EXPECT_THAT(said(play), AllOf(HasSubstr("#1 Blue Van"), Not(HasSubstr("Red Cart"))));
    play.command("ben", "history Green Bike");
    EXPECT_THAT(said(play), HasSubstr("There is no assessment of Green Bike"));
}

TEST(History, OfAnEmptyChannelSaysHowToBegin)
{
    script play;
    play.command("ben", "history");
    EXPECT_THAT(said(play), HasSubstr("/assess start"));
}

}  // namespace crossroads
