// On the way to the result: what is missing, what the team differs on, who settles it.

#include "conversations/assessment/script.hpp"
#include "words/phrases.hpp"

#include <gmock/gmock.h>

namespace crossroads {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

}  // namespace

TEST(Finish, IsTheOwnersAndNamesWhatIsMissing)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("ana", "finish");
    EXPECT_THAT(said(play), HasSubstr("Nobody has answered yet"));
    play.answer("ben", "traction", {"pilot_done"});
    play.command("ben", "finish");
    EXPECT_THAT(said(play), AllOf(HasSubstr("Only the owner"), HasSubstr("@ana")));
    play.command("ana", "finish");
    EXPECT_THAT(
        said(play),
        AllOf(HasSubstr("question 2"), HasSubstr("[Keep it open] [Finish with what we have] [Answer now]")));
    EXPECT_EQ(play.run().state, run_state::open);
    play.press("ana", "Finish with what we have");
    EXPECT_EQ(play.run().state, run_state::finished);
    EXPECT_EQ(play.run().outcome, "scoping");
    EXPECT_THAT(
        text_of(play.shown("1/result")),
        AllOf(
            StartsWith("Better scoping first"), HasSubstr("What is open"), HasSubstr("[Answer question 4]")));
    EXPECT_THAT(text_of(play.shown("1/plan")), HasSubstr("2 week scoping plan"));
}

TEST(Finish, WaitsForEverybodyInvited)
{
    script play;
    play.command("ana", "start Blue Van --people <@ben>");
    play.answers_everything("ana", usual_choices(), usual_texts());
    EXPECT_THAT(play.sent_to("ana"), IsEmpty());
    play.answers_everything("ben", usual_choices(), usual_texts());
    ASSERT_THAT(play.sent_to("ana"), SizeIs(1));
    EXPECT_THAT(play.sent_to("ana").front().content.summary, HasSubstr("Show the result?"));
}

TEST(Finish, PostsTheResultToTheChannelAndThePlanToTheThread)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answers_everything("ana", usual_choices(), usual_texts());
    play.command("ana", "finish");
    EXPECT_THAT(slots(play.last().messages), ElementsAre("1/result", "1/plan", "1/start (edit)"));
    EXPECT_EQ(play.last().messages[0].who, message::audience::thread_and_channel);
    EXPECT_EQ(play.last().messages[1].who, message::audience::thread);
    auto const result = text_of(play.shown("1/result"));
    for (auto const* part :
         {"Blue Van is at stage MVP", ": one workflow helps real users.", "Confidence: medium.",
          "Why Polish the current build: 5 of 5 met", "(Q5)", "What would change this",
          "guide prototype-mvp-production", "aaaaaaaaaaaa", "no AI decides"})
        EXPECT_THAT(result, HasSubstr(part));
    auto const plan = text_of(play.shown("1/plan"));
    for (auto const* part :
         {"The one outcome to prove", "[x] of [y]", "Agree the numbers in square brackets once", "Now (",
          "Deliberately deferred", "Week by week", "Release and feedback loop"})
        EXPECT_THAT(plan, HasSubstr(part));
    play.command("ben", "results");
    EXPECT_EQ(said(play), result);
    play.command("ana", "finish");
    EXPECT_THAT(said(play), HasSubstr("is finished"));
}

TEST(Finish, RaisesADecisiveDisagreementOnceAndLetsTheOwnerSettleIt)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answers_everything("ana", usual_choices(), usual_texts());
    play.answers_everything(
        "ben", with(usual_choices(), "data_model", {"w_dup", "w_status", "w_special", "w_breaks"}),
        usual_texts());
    play.command("ana", "finish");
    EXPECT_THAT(said(play), AllOf(HasSubstr("question 10"), HasSubstr("[Show the result anyway]")));
    EXPECT_EQ(play.run().state, run_state::open);
    auto const raised = text_of(play.shown("1/settle/data_model"));
    EXPECT_THAT(
        raised, AllOf(
                    HasSubstr("it decides the result"), HasSubstr("Polish the current build"),
                    HasSubstr("Partial rebuild"), HasSubstr("[Settle it]")));

    play.press_on("ben", "1/settle/data_model", "Settle it");
    EXPECT_THAT(said(play), HasSubstr("Only the owner"));
    play.press_on("ana", "1/settle/data_model", "Settle it");
    ASSERT_TRUE(std::holds_alternative<open_form>(play.last().answer));
    auto const form = *play.form_of("ana");
    play.submit_form(
        "ana", {form.token,
                {{question_token(play.run(), "data_model"), {"g_entities", "g_relations"}}},
                {{play.run().key + ".reason.data_model", "agreed on Tuesday"}}});
    EXPECT_THAT(
        text_of(play.shown("1/settle/data_model")),
        AllOf(HasSubstr("Settled"), HasSubstr("@ana: agreed on Tuesday")));
    play.command("ana", "finish");
    EXPECT_EQ(play.run().state, run_state::finished);
    EXPECT_EQ(play.run().outcome, "polish");
    EXPECT_THAT(text_of(play.shown("1/result")), HasSubstr("agreed on Tuesday"));
}

TEST(Finish, ShowsTheResultAnywayWhenTheOwnerSaysSo)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answers_everything("ana", usual_choices(), usual_texts());
    play.answers_everything(
        "ben", with(usual_choices(), "data_model", {"w_dup", "w_status", "w_special", "w_breaks"}),
        usual_texts());
    play.command("ana", "finish");
    auto const state = play.state();
    play.command("ana", "finish");
    EXPECT_EQ(play.state(), state) << "impatience is no decision";
    play.press("ana", "Show the result anyway");
    EXPECT_EQ(play.run().state, run_state::finished);
    EXPECT_THAT(text_of(play.shown("1/result")), HasSubstr("This decides the result."));
}

TEST(Finish, TwoWorkflowsAreVotedOnAndAMajoritySettlesThem)
{
    script play;
    play.command("ana", "start Blue Van");
    auto const other =
        with(usual_texts(), "workflow", "Accountants chase unpaid invoices by email every Friday");
    play.answers_everything("ana", usual_choices(), usual_texts());
    play.answers_everything("ben", usual_choices(), other);
    play.answers_everything("cleo", usual_choices(), other);
    play.command("ana", "finish");
    auto const vote = play.shown("1/settle/workflow");
    EXPECT_THAT(
        text_of(vote),
        AllOf(HasSubstr("Which one first?"), HasSubstr("rebook"), HasSubstr("unpaid invoices")));
    auto const list = std::get<choice_list>(vote.blocks[1]);
    ASSERT_THAT(list.choices, SizeIs(2));
    auto const cast = [&](std::string const& user, std::size_t choice) {
        play.happen(
            {user,
             {},
             ++play.clock,
             std::string(32, '7'),
             pressed{"choose", list.token, {list.choices[choice].id}}});
    };
    cast("ana", 0);
    EXPECT_THAT(text_of(play.shown("1/settle/workflow")), HasSubstr("1 vote"));
    cast("ben", 1);
    cast("ben", 1);
    EXPECT_FALSE(play.last().changed);
    cast("cleo", 1);
    EXPECT_THAT(said(play), HasSubstr("That settles it"));
    EXPECT_THAT(
        text_of(play.shown("1/settle/workflow")), AllOf(HasSubstr("Settled"), HasSubstr("2 of 3 picked it")));
    cast("ana", 1);
    EXPECT_THAT(said(play), HasSubstr("nothing to vote on any more"));
    play.command("ana", "finish");
    EXPECT_EQ(play.run().outcome, "polish");
    EXPECT_THAT(text_of(play.shown("1/plan")), HasSubstr("unpaid invoices"));
}

TEST(Finish, TheOwnerCanSettleByTypingAndMarkATextConcrete)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answers_everything(
        "ana", usual_choices(), with(usual_texts(), "proof", "It is going well with people"));
    play.command("ana", "finish");
    EXPECT_THAT(
        said(play),
        AllOf(
            HasSubstr("No concrete answer yet to question 4"), HasSubstr("[Question 4 is concrete enough]")));
    play.command("ben", "concrete 4");
    EXPECT_THAT(said(play), HasSubstr("Only the owner"));
    play.press("ana", "Question 4 is concrete enough");
    EXPECT_THAT(said(play), HasSubstr("now counts as concrete enough"));
    play.command("ana", "settle 10 1, 2");
    EXPECT_THAT(said(play), HasSubstr("Settled: question 10"));
    play.command("ana", "settle 10 77");
    EXPECT_THAT(said(play), HasSubstr("I could not match"));
    play.command("ana", "settle 10");
    EXPECT_TRUE(std::holds_alternative<open_form>(play.last().answer));
    play.command("ana", "finish");
    EXPECT_EQ(play.run().outcome, "polish");
}

}  // namespace crossroads
