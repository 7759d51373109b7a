// How an assessment goes between start and result, beyond the scenarios.

#include "assessment/progress.hpp"
#include "conversations/assessment/script.hpp"
#include "words/phrases.hpp"

#include <gmock/gmock.h>

namespace crossroads {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

}  // namespace

TEST(Flow, StartPostsTheHeadlineAndTheFirstQuestion)
{
    script play;
    play.command("ana", "start Blue Van");
    EXPECT_THAT(slots(play.last().messages), ElementsAre("1/start", "1/question/traction"));
    EXPECT_EQ(play.last().messages[0].who, message::audience::channel);
    EXPECT_EQ(play.last().messages[1].thread_slot, "1/start");
    EXPECT_THAT(
        text_of(play.shown("1/start")),
        AllOf(
            HasSubstr("Assessment: Blue Van"), HasSubstr("everyone can read it"),
            HasSubstr("[Answer now] [My answers] [How it works]")));
    EXPECT_THAT(
        text_of(play.shown("1/question/traction")),
        AllOf(
            StartsWith("1 of 20 · Evidence"), HasSubstr("( ) 2. A pilot customer"),
            HasSubstr("[Save] [Do not know] [Skip] [My answers]"), HasSubstr("Nobody has answered yet.")));
}

TEST(Flow, TheFirstAnswerOpensTheNextCardAndLaterOnesOnlyCount)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ana", "traction", {"pilot_done"});
    EXPECT_THAT(
        slots(play.last().messages),
        ElementsAre("1/question/proved", "1/question/traction (edit)", "1/start (edit)"));
    play.answer("ben", "traction", {"pilot_done"});
    EXPECT_THAT(slots(play.last().messages), ElementsAre("1/question/traction (edit)", "1/start (edit)"));
    EXPECT_THAT(text_of(play.shown("1/question/traction")), HasSubstr("2 people answered."));
    play.answer("ben", "traction", {"came_back"});
    EXPECT_THAT(play.last().messages, IsEmpty());
}

TEST(Flow, ASavedAnswerIsAcknowledgedPrivatelyWithTheWayOn)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ana", "traction", {"pilot_done"});
    EXPECT_THAT(
        said(play),
        AllOf(StartsWith("Saved. 1 of 20 done, about 6 minutes left."), HasSubstr("[Next question]")));
    EXPECT_THAT(said(play), HasSubstr("what do you mostly do?"));
    play.tap("ana", "engineering");
    EXPECT_EQ(play.run().people.front().hat, "engineering");
    play.answer("ana", "proved", {"workflow_solves"});
    EXPECT_THAT(said(play), Not(HasSubstr("what do you mostly do?"))) << "asked once";
}

TEST(Flow, SkippingAndNotKnowingMoveTheThreadOn)
{
    script play;
    play.command("ana", "start Blue Van");
    play.press_on("ana", "1/question/traction", "Skip");
    EXPECT_TRUE(play.is_shown("1/question/proved"));
    play.press_on("ana", "1/question/proved", "Do not know");
    EXPECT_TRUE(play.is_shown("1/question/unproved"));
    EXPECT_THAT(text_of(play.shown("1/question/traction")), HasSubstr("Nobody has answered yet."));
    EXPECT_THAT(text_of(play.shown("1/question/proved")), HasSubstr("1 person answered."));
}

TEST(Flow, TheFormStepsThroughTheQuestionsInOneWindow)
{
    script play;
    play.command("ana", "start Blue Van");
    play.press("ana", "Answer now");
    ASSERT_TRUE(std::holds_alternative<open_form>(play.last().answer));
    EXPECT_EQ(play.form_of("ana")->title, "Question 1 of 20");
    EXPECT_THAT(said(play), HasSubstr("What do you mostly do?"));
    play.submit_form(
        "ana",
        {play.form_of("ana")->token,
         {{question_token(play.run(), "traction"), {"pilot_done"}}, {play.run().key + ".hat", {"product"}}},
         {}});
    ASSERT_TRUE(std::holds_alternative<show_next_form>(play.last().answer));
    EXPECT_EQ(play.run().people.front().hat, "product");
    EXPECT_EQ(play.form_of("ana")->title, "Question 2 of 20");
    EXPECT_THAT(said(play), Not(HasSubstr("What do you mostly do?")));

    play.press("ana", "Skip");
    ASSERT_TRUE(std::holds_alternative<show_next_form>(play.last().answer));
    EXPECT_EQ(play.form_of("ana")->title, "Question 3 of 20");
    play.press("ana", "Back");
    EXPECT_EQ(play.form_of("ana")->title, "Question 2 of 20");
    play.press("ana", "Back");
    EXPECT_EQ(play.form_of("ana")->title, "Question 1 of 20");
    play.press("ana", "Do not know");
    EXPECT_EQ(play.form_of("ana")->title, "Question 3 of 20") << "what was set aside waits until the end";
}

TEST(Flow, TheLastFormSaysThatAllIsDone)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answers_everything("ana", usual_choices(), usual_texts());
    auto const last = play.form_of("ana");
    ASSERT_TRUE(last);
    EXPECT_TRUE(last->submit.empty());
    EXPECT_THAT(text_of(*last), HasSubstr("You have been through every question"));
}

TEST(Flow, WhatWasSetAsideComesBackWithAnswerNow)
{
    script play;
    play.command("ana", "start Blue Van");
    auto choices = usual_choices();
    choices.erase("auth");
    play.answers_everything("ana", choices, usual_texts());
    EXPECT_THAT(text_of(*play.form_of("ana")), HasSubstr("Set aside: 1."));
    play.press_on("ana", "1/start", "Answer now");
    EXPECT_EQ(play.form_of("ana")->title, "Question 11 of 20");
}

TEST(Flow, EverybodyHasAnOwnPosition)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("ana", "answer 1 2");
    play.command("ana", "answer 2 3");
    play.command("ben", "answer");
    EXPECT_EQ(play.form_of("ben")->title, "Question 1 of 20");
    play.command("ana", "answer");
    EXPECT_EQ(play.form_of("ana")->title, "Question 3 of 20");
    play.command("ana", "back");
    EXPECT_EQ(play.form_of("ana")->title, "Question 2 of 20");
    play.command("ana", "skip");
    EXPECT_THAT(said(play), HasSubstr("Question 3 is set aside"));
}

TEST(Flow, AnEmptyTextIsRefusedUnlessTheQuestionIsOptional)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("ana", "answer 4");
    play.submit_text("ana", "  \n ");
    EXPECT_TRUE(std::holds_alternative<refuse_form>(play.last().answer));
    EXPECT_THAT(said(play), HasSubstr("It is empty."));
    play.command("ana", "answer 9");
    play.submit_text("ana", "");
    EXPECT_THAT(play.run().people.front().skipped, ElementsAre("requests"));
}

TEST(Flow, OddInputGetsAClearAnswerAndChangesNothing)
{
    script play;
    play.command("ana", "start Blue Van");
    auto const state = play.state();

    struct row {
        std::string typed;
        std::string expected;
    };

    for (auto const& [typed, expected] : std::vector<row>{
             {"answer 99", "They go from 1 to 20"},
             {"skip 0", "I do not know what to do with “0”"},
             {"settle 99 1", "They go from 1 to 20"},
             {"start " + std::string(40000, 'x'), "40000 characters; at most 80 fit"},
             {std::string(40000, 'y'), "I do not know"},
             {"start Red Van --colour red", "I do not know the option “--colour”"},
             {"status #7", "There is no assessment #7 here"},
             {"results", "There is no result for Blue Van yet"},
             {"sta", "could be start and status"},
             {"upload", "I do not know \"upload\""},
             {"export", "there is no export yet"},
             {"export pdf", "export takes md, json or csv"},
         }) {
        play.command("ana", typed);
        EXPECT_THAT(said(play), HasSubstr(expected)) << typed.substr(0, 40);
        EXPECT_LT(said(play).size(), 700U);
        EXPECT_EQ(play.state(), state) << typed.substr(0, 40);
    }
}

TEST(Flow, ControlCharactersAreStripped)
{
    script play;
    play.command("ana", std::string{"start Blue\0 Van\x07", 16});
    EXPECT_EQ(play.run().product, "Blue Van");
    play.command("ana", std::string{"answer 4 9 clinics\0 booked 410 appointments\x1b last month", 55});
    auto const& kept = std::get<free_text>(*play.run().people.front().answers.at("proof").back().value);
    EXPECT_EQ(kept.text, "9 clinics booked 410 appointments last month");
}

TEST(Flow, UnknownAndOldButtonsSaySo)
{
    script play;
    play.command("ana", "start Blue Van");
    auto const key = play.run().key;
    for (auto const& [action, token] : std::vector<std::pair<std::string, std::string>>{
             {"answer", "ffff.question.traction"},
             {"explode", key + ".run"},
             {"save", "no token"},
             {"save", key + ".question.unheard"},
             {"adopt", key + ".question.traction"},
             {"", ""}}) {
        play.happen({"ana", {}, play.clock, std::string(32, '9'), pressed{action, token, {"x"}}});
        EXPECT_THAT(said(play), HasSubstr("belongs to something that is over")) << action << " " << token;
        EXPECT_FALSE(play.last().changed);
    }
    play.answer("ana", "traction", {"no_such_option"});
    EXPECT_TRUE(play.run().people.empty());
    EXPECT_FALSE(said(play).empty());
}

TEST(Flow, StatusIsPrivateUnlessShared)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ben", "traction", {"pilot_done"});
    play.command("ana", "status");
    EXPECT_THAT(
        said(play), AllOf(
                        HasSubstr("1 person, 1 of 19 questions have answers"),
                        HasSubstr("Nobody from engineering"), HasSubstr("Taking part: @ben")));
    EXPECT_THAT(play.last().messages, IsEmpty());
    play.command("ana", "status share");
    EXPECT_THAT(play.last().messages, SizeIs(1));
    EXPECT_EQ(play.last().messages.front().who, message::audience::thread);
}

TEST(Flow, MyAnswersListsAndChanges)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ana", "main_job", {"with_help"});
    play.press_on("ana", "1/start", "My answers");
    EXPECT_THAT(said(play), HasSubstr("Q5 Can users finish the main job today? Yes, with some help from us"));
    play.press("ana", "Change an answer");
    play.submit_text("ana", "no");
    EXPECT_THAT(said(play), HasSubstr("They go from 1 to 20"));
    play.submit_text("ana", "5");
    ASSERT_TRUE(std::holds_alternative<show_next_form>(play.last().answer));
    EXPECT_EQ(play.form_of("ana")->title, "Question 5 of 20");
    play.submit("ana", {"on_own"});
    EXPECT_EQ(*answer_of(play.run().people.front(), "main_job"), answer{selection{{"on_own"}}});
}

TEST(Roster, InviteAndHandOverAreTheOwners)
{
    script play;
    play.command("ana", "start Blue Van --people <@ben>");
    play.command("ben", "invite <@cleo>");
    EXPECT_THAT(said(play), HasSubstr("Only the owner"));
    play.command("ana", "invite <@cleo>");
    EXPECT_THAT(play.sent_to("cleo"), SizeIs(1));
    play.again();
    EXPECT_THAT(play.sent_to("cleo"), SizeIs(1));
    EXPECT_THAT(text_of(play.shown("1/start")), HasSubstr("@cleo"));
    play.command("ana", "owner <@ben>");
    EXPECT_EQ(play.run().owner, "ben");
    play.command("ana", "pause");
    EXPECT_THAT(said(play), HasSubstr("The owner is @ben"));
    play.command("ana", "answer 1 2");
    EXPECT_THAT(said(play), StartsWith("Saved")) << "who handed it over may still answer";
}

TEST(Help, IsAboutTenLinesAndComesWithoutACommandWhenNothingIsOpen)
{
    script play;
    play.command("ana", "");
    EXPECT_THAT(said(play), HasSubstr("/assess start [product]"));
    auto const text = said(play);
    EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 14);
    play.command("ana", "help settle");
    EXPECT_THAT(said(play), HasSubstr("/assess settle N [value]"));
    play.command("ana", "start Blue Van");
    play.command("ana", "");
    EXPECT_TRUE(std::holds_alternative<open_form>(play.last().answer));
    play.press_on("ana", "1/start", "How it works");
    EXPECT_THAT(said(play), HasSubstr("No AI decides"));
}

TEST(Delivery, AHeadlineThatNeverArrivedClosesTheRun)
{
    script play;
    surroundings around;
    around.current_guide = play.rules;
    event const begins{"ana", {}, 1, std::string(32, '1'), typed_command{"start Blue Van", true}};
    auto const started = advance(around, {}, begins);
    event const refused{{}, {}, 2, std::string(32, '2'), delivery_failed{"1/start", "not_in_channel"}};
    auto const turn = advance(around, started.next, refused);
    EXPECT_EQ(turn.next.assessments.front().state, run_state::cancelled);
    ASSERT_EQ(turn.messages.size(), 1U);
    EXPECT_EQ(turn.messages.front().who, message::audience::direct) << "to ana, who waits for it";

    play.command("ana", "start Blue Van");
    play.happen({{}, {}, 3, std::string(32, '3'), delivery_failed{"1/start", "msg_too_long"}});
    EXPECT_EQ(play.run().state, run_state::open) << "an edit that failed is no reason to close";
}

TEST(Flow, SaysNothingToASecondTapAtOnceAndTellsALaterOne)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ana", "traction", {"came_back"});
    EXPECT_THAT(said(play), HasSubstr("Saved"));

    play.again();
    EXPECT_TRUE(is_silent(play));
    play.answer("ana", "traction", {"came_back"});
    EXPECT_THAT(said(play), HasSubstr("That is already your answer"));
}

}  // namespace crossroads
