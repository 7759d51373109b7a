// The behaviours of the conversation scenarios, by id. C14 is in reminders_test.cpp, C15 and C16 in
// reassessment_test.cpp.

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

TEST(C01, NoneOfTheseWithAnotherOptionIsRejectedInOneSentence)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ana", "traction", {"pilot_done"});
    auto const earlier = history(play, "ana", "traction");

    play.answer("ana", "traction", {"none", "pilot_done"});
    EXPECT_THAT(
        said(play), StartsWith("\"None of these yet\" cannot go with another choice. Untick one of them.\n"));
    EXPECT_EQ(history(play, "ana", "traction"), earlier);
    EXPECT_THAT(play.last().messages, IsEmpty());
}

TEST(C01, TheSecondTryAddsAnExampleAndTheThirdAWayOut)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ana", "traction", {"none", "pilot_done"});
    EXPECT_THAT(said(play), Not(HasSubstr("For example")));
    play.answer("ana", "traction", {"none", "pilot_done"});
    EXPECT_THAT(said(play), HasSubstr("For example"));
    play.answer("ana", "traction", {"none", "pilot_done"});
    EXPECT_THAT(said(play), HasSubstr("[Do not know]"));
    EXPECT_TRUE(play.run().people.empty());
}

TEST(C01, InAFormTheErrorStandsBelowTheInput)
{
    script play;
    play.command("ana", "start Blue Van");
    play.press("ana", "Answer now");
    play.submit("ana", {"none", "pilot_done"});
    ASSERT_TRUE(std::holds_alternative<refuse_form>(play.last().answer));
    auto const& errors = std::get<refuse_form>(play.last().answer).errors;
    EXPECT_EQ(errors.begin()->first, question_token(play.run(), "traction"));
}

TEST(C02, TheLaterAnswerReplacesTheEarlierAndHistoryKeepsBoth)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ana", "main_job", {"with_help"});
    auto const cards_before = play.shown("1/question/traction");
    play.answer("ana", "main_job", {"on_own"});
    EXPECT_THAT(said(play), HasSubstr("Changed: Yes, with some help from us → Yes, on their own."));
    auto const both = history(play, "ana", "main_job");
    ASSERT_THAT(both, SizeIs(2));
    EXPECT_LT(both[0].at, both[1].at);
    EXPECT_EQ(both[1].value, answer{selection{{"on_own"}}});
    EXPECT_THAT(play.last().messages, IsEmpty());
    EXPECT_EQ(people_who_answered(play.run(), "main_job"), 1U);
}

TEST(C03, AnEditedReplyUpdatesTheAnswerAndCanBeUndone)
{
    script play;
    play.command("ana", "start Blue Van");
    play.types("ana", "1, 2", "msg");
    play.edits("ana", "msg", "2, 3");
    EXPECT_THAT(said(play), HasSubstr("I updated your answer to question 1"));
    EXPECT_EQ(
        history(play, "ana", "traction").back().value, (answer{selection{{"pilot_done", "came_back"}}}));
    EXPECT_THAT(play.run().carded, ElementsAre("traction", "proved"));

    play.press("ana", "Undo");
    EXPECT_EQ(
        history(play, "ana", "traction").back().value, (answer{selection{{"demo_interest", "pilot_done"}}}));
    play.press("ana", "Undo");
    EXPECT_THAT(said(play), HasSubstr("nothing to undo"));
}

TEST(C03, AnEditThatIsNoAnswerLeavesTheAnswerAndAsks)
{
    script play;
    play.command("ana", "start Blue Van");
    play.types("ana", "1, 2", "msg");
    play.edits("ana", "msg", "sorry, wrong thread");
    EXPECT_THAT(said(play), HasSubstr("I could not read your edited reply"));
    EXPECT_THAT(history(play, "ana", "traction"), SizeIs(1));
}

TEST(C03, AnEditOfTalkStaysTalk)
{
    script play;
    play.command("ana", "start Blue Van");
    play.types("ana", "good morning all", "talk");
    play.edits("ana", "talk", "1, 2");
    EXPECT_TRUE(std::holds_alternative<nothing_to_say>(play.last().answer));
    EXPECT_TRUE(play.run().people.empty());
}

TEST(C03, ADeletedReplyWithdrawsTheAnswer)
{
    script play;
    play.command("ana", "start Blue Van");
    play.types("ana", "1, 2", "msg");
    play.deletes("ana", "msg");
    EXPECT_THAT(said(play), HasSubstr("withdrew your answer to question 1"));
    EXPECT_EQ(people_who_answered(play.run(), "traction"), 0U);
    EXPECT_THAT(history(play, "ana", "traction"), SizeIs(2));
}

TEST(C04, AnAnswerThatNoLongerAppliesIsKeptAsideAndRevives)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ana", "traction", {"came_back"});
    play.answer("ana", "usage", {"growing"});
    auto const asks_usage = [&] {
        return testing::Value(asked_now(play.run(), *play.rules), testing::Contains("usage"));
    };
    ASSERT_TRUE(asks_usage());

    play.answer("ana", "traction", {"demo_interest"});
    EXPECT_FALSE(asks_usage());
    EXPECT_THAT(history(play, "ana", "usage"), SizeIs(1));

    play.answer("ana", "traction", {"came_back"});
    EXPECT_TRUE(asks_usage());
    auto const* next =
        next_open(&play.run().people.front(), *play.rules, asked_now(play.run(), *play.rules), "keep");
    EXPECT_NE(next->id, "usage");
}

TEST(C05, TheSameEventAgainChangesNothing)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ana", "traction", {"pilot_done"});
    auto const state = play.state();
    play.again();
    EXPECT_EQ(play.state(), state);
    EXPECT_FALSE(play.last().changed);

    play.types("ana", "1, 3", "msg");
    auto const after_reply = play.state();
    play.again();
    EXPECT_EQ(play.state(), after_reply);

    play.types("ana", "skip", "msg2");
    auto const after_skip = play.state();
    play.again();
    EXPECT_EQ(play.state(), after_skip);
}

TEST(C05, OneFormSubmittedTwiceIsOneAnswer)
{
    script play;
    play.command("ana", "start Blue Van");
    play.press("ana", "Answer now");
    play.submit("ana", {"pilot_done"});
    auto const state = play.state();
    play.again();
    EXPECT_EQ(play.state(), state);
}

TEST(C06, AStateReadBackGoesOnWhereItWas)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ana", "traction", {"pilot_done"});
    auto const stored = write_state(play.state());
    play.answer("ana", "proved", {"workflow_solves"});
    auto const went_on = play.state();

    auto const restarted = std::get<channel_state>(read_state(stored));
    surroundings around;
    around.current_guide = play.rules;
    event again{
        "ana",
        {},
        play.clock,
        std::string(32, '0'),
        pressed{"save", question_token(play.run(), "proved"), {"workflow_solves"}}};
    auto const turn = advance(around, restarted, again);
    EXPECT_EQ(turn.next, went_on);
    EXPECT_THAT(slots(turn.messages), testing::Contains("1/question/unproved"));
}

TEST(C07, AnOpenRunStaysOnItsGuideAndNewOnesUseTheNewOne)
{
    script play;
    play.command("ana", "start Blue Van");
    auto const first = play.rules;
    play.known_guides[first->sha256] = first;
    play.rules = next_version_of(*first);
    play.answers_everything("ana", usual_choices(), usual_texts());
    play.press("ana", "Show the result");
    EXPECT_THAT(text_of(play.shown("1/result")), HasSubstr("guide " + first->id + " " + first->version));

    play.command("ana", "start Red Van");
    EXPECT_EQ(play.run(1).guide_version, "99.1");
}

TEST(C07, ARunWhoseGuideIsGoneSaysSo)
{
    script play;
    play.command("ana", "start Blue Van");
    play.rules = next_version_of(*play.rules);
    play.command("ana", "status");
    EXPECT_THAT(said(play), HasSubstr("version of the guide that I no longer have"));
}

TEST(C08, AnOutsiderIsToldWhoCanAddThem)
{
    script play;
    play.command("ana", "start Blue Van --people <@ben> <@cleo>");
    play.answer("eve", "traction", {"pilot_done"});
    EXPECT_THAT(
        said(play),
        AllOf(HasSubstr("fixed list of people"), HasSubstr("@ana can add you"), HasSubstr("[Ask to join]")));
    EXPECT_TRUE(play.run().people.empty());
    EXPECT_THAT(play.last().messages, IsEmpty());
}

TEST(C08, AskingToJoinTellsTheOwnerOnceAndAddingLetsThemIn)
{
    script play;
    play.command("ana", "start Blue Van --people <@ben> <@cleo>");
    play.command("eve", "answer");
    play.press("eve", "Ask to join");
    EXPECT_THAT(play.sent_to("ana"), SizeIs(1));
    play.again();
    EXPECT_THAT(play.sent_to("ana"), SizeIs(1));
    play.press("ana", "Add them");
    play.answer("eve", "traction", {"pilot_done"});
    EXPECT_EQ(people_who_answered(play.run(), "traction"), 1U);
}

TEST(C09, OnlyTheOwnerCancels)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ben", "traction", {"pilot_done"});
    play.command("ben", "cancel");
    EXPECT_THAT(said(play), HasSubstr("@ana"));
    EXPECT_EQ(play.run().state, run_state::open);
}

TEST(C10, CancellingStatesWhatItEndsAndWaitsForTheWord)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ben", "traction", {"pilot_done"});
    play.answer("ana", "traction", {"none"});
    play.command("ana", "cancel");
    EXPECT_THAT(
        said(play), AllOf(
                        HasSubstr("2 answers from 2 people"),
                        HasSubstr("[Keep it open] [Pause instead] [Cancel assessment]")));
    EXPECT_EQ(play.run().state, run_state::open);

    play.press("ana", "Cancel assessment");
    EXPECT_EQ(play.run().state, run_state::cancelled);
    EXPECT_EQ(answers_given(play.run()), 2U);
    EXPECT_THAT(text_of(play.shown("1/start")), HasSubstr("Cancelled."));
    play.command("ben", "answers");
    EXPECT_THAT(said(play), HasSubstr("A pilot customer finished the core task"));
    play.answer("ben", "proved", {"none"});
    EXPECT_THAT(said(play), HasSubstr("was cancelled by @ana"));
}

TEST(C10, KeepingItOpenIsTheDefault)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("ana", "cancel");
    auto const buttons = buttons_of(play.last().answer);
    EXPECT_EQ(buttons.front().style, button::look::primary);
    EXPECT_EQ(buttons.front().label, "Keep it open");
    play.press("ana", "Keep it open");
    EXPECT_EQ(play.run().state, run_state::open);
}

}  // namespace crossroads
