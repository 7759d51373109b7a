// The behaviours of the conversation scenarios from the result on, by id.

#include "assessment/progress.hpp"
#include "conversations/assessment/script.hpp"
#include "decision/decision.hpp"

#include <gmock/gmock.h>

namespace crossroads {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

/// A finished assessment of one person that recommends polishing.
script polished()
{
    script play;
    play.command("ana", "start Blue Van");
    play.answers_everything("ana", usual_choices(), usual_texts());
    play.press("ana", "Show the result");
    return play;
}

}  // namespace

TEST(C11, ALateAnswerThatChangesNothingIsRecordedWithAPrivateNote)
{
    auto play = polished();
    play.answer("ana", "surface", {"sales", "delivery"});
    EXPECT_THAT(said(play), HasSubstr("does not change the result"));
    EXPECT_THAT(slots(play.last().messages), Not(testing::Contains(StartsWith("1/late"))));
    EXPECT_THAT(history(play, "ana", "surface"), SizeIs(2));
}

TEST(C11, ALateAnswerThatChangesThePathIsPutToTheOwner)
{
    auto play = polished();
    auto const result = play.shown("1/result");
    play.answer("ana", "data_model", {"w_dup", "w_status", "w_special", "w_breaks"});
    auto const late = play.last().messages;
    ASSERT_FALSE(late.empty());
    auto const told = text_of(late.back().content);
    EXPECT_THAT(
        told, AllOf(
                  HasSubstr("Polish the current build → Partial rebuild"), HasSubstr("question 10"),
                  HasSubstr("@ana")));
    EXPECT_EQ(play.shown("1/result"), result);

    play.answer("ben", "surface", {"sales"});
    EXPECT_THAT(slots(play.last().messages), Not(testing::Contains(StartsWith("1/late")))) << "told once";

    play.press("ben", "Adopt the new result");
    EXPECT_THAT(said(play), HasSubstr("Only the owner"));
    play.press("ana", "Adopt the new result");
    EXPECT_EQ(play.run().outcome, "partial");
    EXPECT_THAT(text_of(play.shown("1/result")), HasSubstr("Partial rebuild"));
    auto const state = play.state();
    play.again();
    EXPECT_EQ(play.state(), state);
}

TEST(C11, TheOwnerMayKeepTheResult)
{
    auto play = polished();
    play.answer("ana", "data_model", {"w_dup", "w_status", "w_special", "w_breaks"});
    play.press("ana", "Keep the old one");
    EXPECT_EQ(play.run().outcome, "polish");
    play.command("ana", "results");
    EXPECT_THAT(said(play), StartsWith("Polish the current build"));
    play.answer("ben", "surface", {"sales"});
    EXPECT_THAT(slots(play.last().messages), Not(testing::Contains(StartsWith("1/late"))))
        << "not told again";
}

TEST(C12, APausedRunTakesNoAnswersAndResumesWhereEverybodyWas)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ana", "traction", {"pilot_done"});
    play.answer("ana", "proved", {"workflow_solves"});
    play.answer("ben", "traction", {"pilot_done"});
    play.command("ana", "pause");
    EXPECT_THAT(text_of(play.shown("1/pause/1")), HasSubstr("Paused by @ana. Nothing is lost"));
    play.answer("ben", "proved", {"none"});
    EXPECT_THAT(said(play), AllOf(HasSubstr("paused"), HasSubstr("@ana can resume it")));
    EXPECT_THAT(history(play, "ben", "proved"), IsEmpty());

    play.command("ben", "resume");
    EXPECT_THAT(said(play), HasSubstr("Only the owner"));
    play.command("ana", "resume");
    EXPECT_THAT(said(play), HasSubstr("Everyone goes on where they were"));
    play.command("ben", "answer");
    EXPECT_THAT(said(play), HasSubstr("defend to a sceptic"));
    play.command("ana", "answer");
    EXPECT_THAT(said(play), HasSubstr("NOT proved yet"));
}

TEST(C13, StartingWhileARunIsOpenOffersBothWays)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("ben", "start");
    EXPECT_THAT(
        said(play),
        AllOf(HasSubstr("#1 Blue Van"), HasSubstr("[Go to #1]"), HasSubstr("[Start for another product]")));
    EXPECT_THAT(play.state().assessments, SizeIs(1));

    play.press("ben", "Start for another product");
    play.submit_text("ben", "blue van");
    EXPECT_THAT(said(play), HasSubstr("is open here"));
    play.submit_text("ben", "Red Van");
    ASSERT_THAT(play.state().assessments, SizeIs(2));
    EXPECT_EQ(play.run(1).product, "Red Van");
    play.again();
    EXPECT_THAT(play.state().assessments, SizeIs(2));
}

TEST(C13, AnotherProductStartsWithOneTap)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("ben", "start Red Van");
    EXPECT_THAT(play.state().assessments, SizeIs(1));
    play.press("ben", "Start for Red Van");
    EXPECT_THAT(play.state().assessments, SizeIs(2));
    play.again();
    EXPECT_THAT(play.state().assessments, SizeIs(2));
    play.command("cleo", "answer");
    EXPECT_THAT(said(play), HasSubstr("Which one: #1 Blue Van and #2 Red Van?"));
    play.command("cleo", "answer #2");
    EXPECT_TRUE(std::holds_alternative<open_form>(play.last().answer));
}

TEST(C17, OneRespondentGetsAResultWithMediumConfidenceAtMost)
{
    auto const play = polished();
    EXPECT_THAT(text_of(play.shown("1/result")), HasSubstr("Confidence: medium."));
    auto const decided = decide(*play.rules, sheet_of(play.run()));
    EXPECT_LE(decided.confidence, confidence_level::medium);
    EXPECT_THAT(text_of(play.shown("1/result")), testing::ContainsRegex("[Oo]ne respondent"));
}

TEST(C18, HiddenNamesAreNowhere)
{
    script play;
    play.command("ana", "start Blue Van --names hidden");
    for (auto const* user : {"ana", "ben", "cleo"})
        play.answers_everything(user, usual_choices(), usual_texts());
    play.answer("ben", "auth", {"demo"});
    play.command("ana", "finish");
    if (play.run().state == run_state::open)
        play.press("ana", "Show the result anyway");
    for (auto const& one : play.everything_sent())
        for (auto const* user : {"@ben", "@cleo"})
            EXPECT_THAT(text_of(one.content), Not(HasSubstr(user))) << one.slot;
    EXPECT_THAT(text_of(play.shown("1/result")), HasSubstr("3 people"));
    play.command("ana", "status");
    EXPECT_THAT(said(play), Not(HasSubstr("@ben")));
    play.press_on("ana", "1/result", "Answers it rests on");
    EXPECT_THAT(said(play), Not(HasSubstr("@")));
}

TEST(C18, FewerThanThreePeopleAreWarnedBeforeNamesAreHidden)
{
    script play;
    play.command("ana", "start Blue Van --names hidden --people <@ben>");
    EXPECT_THAT(said(play), HasSubstr("hiding names will not hide much"));
    EXPECT_THAT(play.state().assessments, IsEmpty());
    play.press("ana", "Start with names shown");
    ASSERT_THAT(play.state().assessments, SizeIs(1));
    EXPECT_TRUE(play.run().names_shown);

    script open;
    open.command("ana", "start Blue Van --names hidden");
    EXPECT_THAT(said(open), HasSubstr("fewer than three people"));
}

TEST(C19, ALongTextIsRefusedWithTheLimit)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("ana", "answer 4 " + std::string(5000, 'x'));
    EXPECT_THAT(said(play), AllOf(HasSubstr("5000 characters"), HasSubstr("1,000")));
    EXPECT_TRUE(play.run().people.empty());
}

TEST(C19, ATextUpToTheLimitIsKeptWholeAndShownShortened)
{
    script play;
    play.command("ana", "start Blue Van");
    std::string longest = "9 clinics booked 410 appointments last month ";
    while (longest.size() + 11 <= 1000)
        longest += "word after ";
    play.command("ana", "answer 4 " + longest);
    EXPECT_THAT(history(play, "ana", "proof"), SizeIs(1));
    play.command("ana", "answers");
    EXPECT_LT(said(play).size(), 600U);
    EXPECT_THAT(said(play), HasSubstr("…”"));
}

TEST(C20, AnUnknownCommandNamesTheNearestAndAllOthers)
{
    script play;
    play.command("ana", "strat");
    EXPECT_THAT(
        said(play), AllOf(
                        StartsWith("I do not know \"strat\". Did you mean start?"),
                        HasSubstr("/assess start NAME · status")));
    EXPECT_FALSE(play.last().changed);
}

}  // namespace crossroads
