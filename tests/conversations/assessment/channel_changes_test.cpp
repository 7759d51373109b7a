#include "conversations/assessment/script.hpp"
#include "conversations/words/wording.hpp"

#include <gmock/gmock.h>

namespace crossroads {

namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using change = channel_changed::change;

script begun()
{
    script play;
    play.zones = {{"ana", 0}, {"ben", 0}};
    play.command("ana", "start Blue Van");
    play.answer("ben", "traction", {"pilot_done"});
    play.tell_profiles();
    return play;
}

/// What happens without a person.
void happens(script& play, happening what)
{
    event happened;
    happened.at = play.clock += 60;
    happened.random = std::string(32, '9');
    happened.what = std::move(what);
    play.happen(std::move(happened));
}

std::vector<message> reminders_in(script const& play)
{
    std::vector<message> found;
    for (auto const& one : play.everything_sent())
        if (one.who == message::audience::direct)
            found.push_back(one);
    return found;
}

void expect_back_from_json(script const& play)
{
    EXPECT_EQ(std::get<channel_state>(read_state(write_state(play.state()))), play.state());
}

}  // namespace

TEST(ArchivedChannel, PausesWithoutAWordAndRemindsNobody)
{
    auto play = begun();
    happens(play, channel_changed{change::archived});
    EXPECT_EQ(play.run().state, run_state::paused);
    EXPECT_EQ(play.run().lost, out_of_reach::archived);
    EXPECT_THAT(play.last().messages, IsEmpty());
    EXPECT_EQ(play.last().wake_at, 0);
    auto const before = play.everything_sent().size();
    play.days(60);
    EXPECT_EQ(play.everything_sent().size(), before);
    EXPECT_THAT(reminders_in(play), IsEmpty());
    expect_back_from_json(play);
}

TEST(ArchivedChannel, SaysSoOnceItIsUnarchivedAndTheOwnerResumes)
{
    auto play = begun();
    happens(play, channel_changed{change::archived});
    happens(play, channel_changed{change::unarchived});
    EXPECT_EQ(play.run().state, run_state::paused);
    EXPECT_FALSE(play.run().lost);
    ASSERT_THAT(slots(play.last().messages), ElementsAre("1/pause/2", "1/start (edit)"));
    auto const& told = play.last().messages.front();
    EXPECT_EQ(told.who, message::audience::thread);
    EXPECT_THAT(
        text_of(told.content),
        AllOf(HasSubstr("was archived"), HasSubstr("@ana can resume it"), HasSubstr("[Resume]")));
    expect_good_wording(told.content);
    happens(play, channel_changed{change::unarchived});
    EXPECT_FALSE(play.last().changed) << "told once";

    play.press_on("ben", "1/pause/2", "Resume");
    EXPECT_EQ(play.run().state, run_state::paused);
    play.press_on("ana", "1/pause/2", "Resume");
    EXPECT_EQ(play.run().state, run_state::open);
    EXPECT_THAT(text_of(play.shown("1/pause/2")), HasSubstr("The pause is over"));
}

TEST(ArchivedChannel, TheTimeItWasArchivedIsNotTakenFromTheDeadline)
{
    auto play = begun();
    auto const closes = play.run().time.closes;
    happens(play, channel_changed{change::archived});
    play.days(30);
    happens(play, channel_changed{change::unarchived});
    play.command("ana", "resume");
    EXPECT_EQ(play.run().state, run_state::open);
    EXPECT_GT(play.run().time.closes, play.clock);
    EXPECT_GT(play.run().time.closes, closes);
}

TEST(ArchivedChannel, IsNoticedWhenThePlatformRefusesAMessageAndAgainIsOnce)
{
    auto play = begun();
    happens(play, delivery_failed{"1/question/proved", "is_archived"});
    EXPECT_EQ(play.run().state, run_state::paused);
    EXPECT_EQ(play.run().lost, out_of_reach::archived);
    auto const revision = play.run().revision;
    happens(play, delivery_failed{"1/start", "is_archived"});
    happens(play, channel_changed{change::archived});
    EXPECT_EQ(play.run().revision, revision);
    EXPECT_THAT(play.last().messages, IsEmpty());
}

TEST(ArchivedChannel, CardsThatDidNotArriveArePostedAfterwards)
{
    auto play = begun();
    play.forgets("1/question/proved");
    happens(play, delivery_failed{"1/question/proved", "is_archived"});
    happens(play, channel_changed{change::unarchived});
    EXPECT_THAT(slots(play.last().messages), Contains("1/question/proved"));
    EXPECT_THAT(slots(play.last().messages), Not(Contains("1/question/traction")));
}

TEST(ArchivedChannel, OneThatWasPausedBeforeStaysPausedAndSaysSo)
{
    auto play = begun();
    play.command("ana", "pause");
    happens(play, channel_changed{change::archived});
    happens(play, channel_changed{change::unarchived});
    EXPECT_EQ(play.run().state, run_state::paused);
    EXPECT_THAT(slots(play.last().messages), Contains("1/pause/2"));
}

TEST(ArchivedChannel, WhatHasEndedIsLeftAlone)
{
    auto play = begun();
    play.command("ana", "cancel");
    play.press("ana", "Cancel assessment");
    for (auto const how : {change::archived, change::unarchived, change::left, change::deleted}) {
        happens(play, channel_changed{how});
        EXPECT_FALSE(play.last().changed);
    }
}

TEST(LeftChannel, PausesAndTellsTheOwnerDirectlyOnce)
{
    for (auto const& noticed :
         {happening{channel_changed{change::left}},
          happening{delivery_failed{"1/question/proved", "not_in_channel"}},
          happening{delivery_failed{"1/start", "channel_not_found"}}}) {
        auto play = begun();
        happens(play, noticed);
        EXPECT_EQ(play.run().state, run_state::paused);
        ASSERT_THAT(play.last().messages, SizeIs(1));
        auto const& told = play.last().messages.front();
        EXPECT_EQ(told.who, message::audience::direct);
        EXPECT_EQ(told.to, "ana");
        EXPECT_THAT(text_of(told.content), AllOf(HasSubstr("Blue Van"), HasSubstr("/assess resume")));
        expect_good_wording(told.content);
        expect_back_from_json(play);
        happens(play, noticed);
        EXPECT_FALSE(play.last().changed);
    }
}

TEST(LeftChannel, GoesOnWhereItWasOnceTheOwnerResumes)
{
    auto play = begun();
    happens(play, channel_changed{change::left});
    play.forgets("1/question/proved");
    play.command("ana", "resume");
    EXPECT_EQ(play.run().state, run_state::open);
    EXPECT_FALSE(play.run().lost);
    EXPECT_THAT(
        slots(play.last().messages),
        AllOf(Contains("1/question/proved"), Contains("1/pause/2"), Contains("1/start (edit)")));
    happens(play, delivery_failed{"1/start", "not_in_channel"});
    EXPECT_EQ(play.run().state, run_state::paused) << "the bot is not back yet";
    EXPECT_EQ(play.last().messages.front().to, "ana");
}

TEST(LeftChannel, AMessageToOnePersonThatFailsIsNoSignOfIt)
{
    auto play = begun();
    for (auto const* slot : {"1/reminder/ben/1", "1/owner/3"}) {
        happens(play, delivery_failed{slot, "channel_not_found"});
        EXPECT_EQ(play.run().state, run_state::open) << slot;
    }
}

TEST(DeletedChannel, ClosesTheAssessmentAndTellsTheOwnerWhatBecomesOfTheAnswers)
{
    auto play = begun();
    happens(play, channel_changed{change::deleted});
    EXPECT_EQ(play.run().state, run_state::cancelled);
    ASSERT_THAT(play.last().messages, SizeIs(1));
    auto const& told = play.last().messages.front();
    EXPECT_EQ(told.who, message::audience::direct);
    EXPECT_THAT(
        text_of(told.content),
        AllOf(HasSubstr("was deleted"), HasSubstr("1 answer from 1 person stay on record")));
    expect_good_wording(told.content);
    happens(play, channel_changed{change::deleted});
    EXPECT_FALSE(play.last().changed);
}

TEST(UnreachableChannel, AStartThatNeverArrivedIsToldToWhoStarted)
{
    script play;
    play.command("ana", "start Blue Van");
    play.forgets("1/start");
    happens(play, delivery_failed{"1/start", "not_in_channel"});
    EXPECT_EQ(play.run().state, run_state::cancelled);
    ASSERT_THAT(play.last().messages, SizeIs(1));
    EXPECT_EQ(play.last().messages.front().to, "ana");
    EXPECT_THAT(text_of(play.last().messages.front().content), HasSubstr("Invite me to the channel"));
    expect_good_wording(play.last().messages.front().content);
}

TEST(DeletedStartCard, IsPostedAgainAndTheAssessmentGoesOnBelowIt)
{
    auto play = begun();
    auto const old_thread = play.thread_of(1);
    happens(play, message_deleted{old_thread});
    EXPECT_EQ(play.run().state, run_state::open);
    ASSERT_THAT(
        slots(play.last().messages),
        ElementsAre("1/start", "1/start_again/" + std::to_string(play.run().revision)));
    EXPECT_EQ(play.last().messages.front().who, message::audience::channel);
    for (auto const& one : play.last().messages)
        expect_good_wording(one.content);
    EXPECT_NE(play.thread_of(1), old_thread);
    expect_back_from_json(play);

    happens(play, message_deleted{old_thread});
    EXPECT_FALSE(play.last().changed) << "the same again";
    play.types("cleo", "1: 2");
    EXPECT_THAT(history(play, "cleo", "traction"), SizeIs(1)) << "in the new thread";
    play.thread = old_thread;
    play.types("dan", "1: 2");
    EXPECT_THAT(history(play, "dan", "traction"), SizeIs(1)) << "in the old one";
}

TEST(DeletedStartCard, OfAnEndedAssessmentOrAnotherMessageChangesNothing)
{
    auto play = begun();
    for (auto const* message : {"", "somebody else's"}) {
        happens(play, message_deleted{message});
        EXPECT_FALSE(play.last().changed);
    }
    play.command("ana", "cancel");
    play.press("ana", "Cancel assessment");
    happens(play, message_deleted{play.thread_of(1)});
    EXPECT_FALSE(play.last().changed);
}

TEST(MovedChannel, IsNoMatterOfAnAssessment)
{
    auto play = begun();
    happens(play, channel_moved{"C2"});
    EXPECT_FALSE(play.last().changed);
}

}  // namespace crossroads
