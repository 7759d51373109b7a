// What people type in the thread and to the bot.

#include "assessment/progress.hpp"
#include "conversations/assessment/script.hpp"

#include <gmock/gmock.h>

namespace crossroads {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

}  // namespace

TEST(Typing, AMentionShowsAQuestionThatCanBeAnsweredByTyping)
{
    script play;
    play.command("ana", "start Blue Van");
    play.mention("ana", "");
    ASSERT_TRUE(std::holds_alternative<say_privately>(play.last().answer));
    EXPECT_THAT(said(play), AllOf(StartsWith("1 of 20"), HasSubstr("/assess answer 1")));
    play.mention("ana", "1, 2");
    EXPECT_THAT(said(play), HasSubstr("Saved"));
    play.mention("ana", "back");
    EXPECT_THAT(said(play), HasSubstr("nothing before it"));
    play.mention("ana", "strat");
    EXPECT_THAT(said(play), HasSubstr("Did you mean start?"));
}

TEST(Typing, TypedRepliesAnswerTheNewestCardOrTheOneTheyQuote)
{
    script play;
    play.command("ana", "start Blue Van");
    play.types("ana", "1, 2");
    EXPECT_THAT(
        said(play), StartsWith("Saved for question 1: Prospects reacted well in demos; A pilot customer"));
    play.types("ben", "1: 3");
    EXPECT_THAT(said(play), StartsWith("Saved for question 1"));
    play.types("ben", "4: 9 clinics booked 410 appointments last month");
    EXPECT_EQ(people_who_answered(play.run(), "proof"), 1U);
    play.types("ben", "44: 3");
    EXPECT_THAT(said(play), HasSubstr("They go from 1 to 20"));
    play.types("ben", "9");
    EXPECT_THAT(said(play), HasSubstr("I could not match “9” to an option. Reply with a number from 1 to 7"));
}

TEST(Typing, TalkInTheThreadIsLeftAlone)
{
    script play;
    play.command("ana", "start Blue Van");
    for (auto const* text :
         {"good morning", "<@ben> what do you think?", "I am not sure which one ben meant", "ok",
          "let us talk at 10:30"}) {
        play.types("ana", text);
        EXPECT_TRUE(is_silent(play)) << text;
    }
    script empty;
    empty.types("ana", "1, 2");
    EXPECT_TRUE(is_silent(empty));
}

TEST(Typing, ASecondSentenceToATextQuestionIsTalk)
{
    script play;
    play.command("ana", "start Blue Van");
    for (auto const* text : {"1", "1", "1"})
        play.types("ana", text);
    ASSERT_EQ(play.run().carded.back(), "proof");
    play.command("ana", "answer 4 9 clinics booked 410 appointments last month");
    ASSERT_EQ(play.run().carded.back(), "main_job");
    play.types("ana", "1");
    ASSERT_EQ(play.run().carded.back(), "workflow");
    play.types("ana", "reception staff rebook a missed appointment in one call");
    EXPECT_EQ(people_who_answered(play.run(), "workflow"), 1U);
    auto const state = play.state();
    play.thread.clear();
    play.types("ana", "that was a hard question to answer");
    EXPECT_EQ(play.state(), state);
}

TEST(Typing, AVagueSentenceIsAskedForDetailOnceAndKeptEitherWay)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("ana", "answer 4 People love it and the traction is great");
    EXPECT_THAT(
        said(play), AllOf(
                        HasSubstr("who did what, and how often"), HasSubstr("People love it"),
                        HasSubstr("[Add detail] [That is all we can say]")));
    EXPECT_EQ(people_who_answered(play.run(), "proof"), 1U);
    play.press("ana", "That is all we can say");
    EXPECT_THAT(said(play), HasSubstr("Kept as you said it"));
    EXPECT_TRUE(play.run().people.front().answers.at("proof").back().kept_as_said);
    play.command("ana", "answer 4 People really love it a lot");
    EXPECT_THAT(said(play), Not(HasSubstr("how often"))) << "asked once";
}

TEST(Typing, InAFormTheVagueSentenceStaysInTheWindowOnce)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("ana", "answer 4");
    play.submit_text("ana", "People love it and the traction is great");
    EXPECT_THAT(
        said(play),
        AllOf(HasSubstr("how often"), HasSubstr("[That is all we can say]"), HasSubstr("People love it")));
    EXPECT_EQ(play.form_of("ana")->title, "Question 4 of 20");
    play.submit_text("ana", "People love it and the traction is great");
    EXPECT_EQ(play.form_of("ana")->title, "Question 5 of 20");
}

}  // namespace crossroads
