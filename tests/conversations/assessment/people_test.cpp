// Guests, people from connected workspaces, colleagues who are asked, owners who leave, people who are away.
#include "assessment/calendar.hpp"
#include "assessment/progress.hpp"
#include "conversations/assessment/script.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace crossroads {

namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string last_to(script const& play, std::string const& user)
{
    auto const sent = play.sent_to(user);
    return sent.empty() ? std::string{} : text_of(sent.back().content);
}

script started(std::string const& words = "start Blue Van")
{
    script play;
    play.clock = read_date("2026-06-10").value() + 10 * one_hour;
    play.command("ana", words);
    return play;
}

event from_elsewhere(script& play, std::string const& user, std::string const& command)
{
    return {user, {}, play.clock += 60, std::string(32, '5'), typed_command{command, true}, true};
}

}  // namespace

TEST(Guests, AnswerBeforeTheyAreKnownAndCountOnceTheyAreAddedByName)
{
    auto play = started();
    play.answer("gus", "traction", {"came_back"});
    EXPECT_THAT(play.profiles_asked, Contains("gus"));
    EXPECT_EQ(people_who_answered(play.run(), "traction"), 1U) << "taken";
    play.tells("gus", membership::guest);
    EXPECT_EQ(people_who_answered(play.run(), "traction"), 0U);
    EXPECT_EQ(answers_given(play.run()), 0U);
    EXPECT_THAT(text_of(play.shown("1/start")), HasSubstr("Nobody has answered yet"));
    EXPECT_THAT(
        last_to(play, "gus"), AllOf(
                                  HasSubstr("You are a guest"), HasSubstr("kept and does not count"),
                                  HasSubstr("@ana can add you"), HasSubstr("[Ask to join]")));

    play.press("gus", "Ask to join");
    EXPECT_THAT(last_to(play, "ana"), HasSubstr("@gus asks to join"));
    play.press("ana", "Add them");
    EXPECT_EQ(people_who_answered(play.run(), "traction"), 1U) << "kept, and counts now";
    EXPECT_THAT(text_of(play.shown("1/start")), HasSubstr("1 person"));
    play.answer("gus", "proved", {"workflow_solves"});
    EXPECT_EQ(people_who_answered(play.run(), "proved"), 1U);
}

TEST(Guests, WhoAreKnownAreToldWhoCanAddThem)
{
    auto play = started();
    play.answer("gus", "traction", {"came_back"});
    play.tells("gus", membership::guest);
    auto const before = play.run();
    play.answer("gus", "proved", {"workflow_solves"});
    EXPECT_THAT(said(play), AllOf(HasSubstr("You are a guest"), HasSubstr("[Ask to join]")));
    play.types("gus", "1");
    EXPECT_THAT(said(play), HasSubstr("You are a guest"));
    EXPECT_EQ(play.run(), before);
    play.command("gus", "start Red Van");
    EXPECT_THAT(said(play), HasSubstr("A member can start an assessment"));
}

TEST(Guests, OnAFixedListWereAddedByName)
{
    auto play = started("start Blue Van --people <@gus>");
    play.answer("gus", "traction", {"came_back"});
    play.tells("gus", membership::guest);
    EXPECT_EQ(people_who_answered(play.run(), "traction"), 1U);
    EXPECT_THAT(last_to(play, "gus"), IsEmpty());
}

TEST(Guests, WhoAreLeftOutAreInNoResultNoExportAndNoCount)
{
    for (auto const* names : {"shown", "hidden"}) {
        auto play = started(std::string("start Blue Van --names ") + names);
        play.answers_everything("ben", usual_choices(), usual_texts());
        play.answers_everything(
            "gus", usual_choices(), with(usual_texts(), "proof", "GUEST 7 clinics paid in May"));
        play.tells("ben", membership::member);
        play.tells("gus", membership::guest);
        play.command("ana", "finish anyway");
        ASSERT_EQ(play.run().state, run_state::finished);
        EXPECT_THAT(
            text_of(play.shown("1/result")),
            AllOf(HasSubstr("1 person"), Not(HasSubstr("gus")), Not(HasSubstr("GUEST"))));
        play.command("ana", "status");
        EXPECT_THAT(said(play), AllOf(HasSubstr("1 person"), Not(HasSubstr("gus"))));
        play.press_on("ana", "1/result", "Answers it rests on");
        EXPECT_THAT(said(play), Not(HasSubstr("GUEST")));
        for (auto const* format : {"md", "json", "csv"}) {
            play.command("ana", std::string("export ") + format);
            auto const& sent = play.last().messages;
            auto const file =
                std::ranges::find_if(sent, [](auto const& one) { return one.file.has_value(); });
            ASSERT_NE(file, sent.end()) << format;
            EXPECT_THAT(file->file->content, AllOf(Not(HasSubstr("gus")), Not(HasSubstr("GUEST")))) << format;
        }
    }
}

TEST(Guests, FoundOutAfterTheResultLeaveItToTheOwner)
{
    auto play = started();
    play.answers_everything("gus", usual_choices(), usual_texts());
    play.command("ana", "finish anyway");
    auto const outcome = play.run().outcome;
    ASSERT_NE(outcome, "scoping");
    play.tells("gus", membership::guest);
    EXPECT_EQ(play.run().outcome, outcome) << "what was shown stands until the owner decides";
    ASSERT_TRUE(play.run().late);
    EXPECT_EQ(play.run().late->outcome, "scoping");
}

TEST(Strangers, AreSeenByWhatArrivesAndLeftOutAtOnce)
{
    auto play = started();
    auto const before = play.state();
    play.happen(from_elsewhere(play, "sam", "answer 1 1"));
    EXPECT_THAT(said(play), AllOf(HasSubstr("from a connected workspace"), HasSubstr("@ana can add you")));
    play.happen(from_elsewhere(play, "sam", "pause"));
    EXPECT_THAT(said(play), HasSubstr("Only the owner or a workspace admin can pause it"));
    play.happen(from_elsewhere(play, "sam", "start Red Van"));
    EXPECT_THAT(said(play), HasSubstr("Somebody of this workspace can start"));
    EXPECT_EQ(play.state().assessments, before.assessments);
    EXPECT_FALSE(play.state().profiles.contains("sam")) << "an admin elsewhere is none here";

    play.command("ana", "invite <@sam>");
    play.happen(from_elsewhere(play, "sam", "answer 1 1"));
    EXPECT_EQ(people_who_answered(play.run(), "traction"), 1U);
}

TEST(Invite, TakesAppsAndUnknownPeopleOffTheListAgainAndSaysSo)
{
    struct row {
        membership is;
        bool gone;
        char const* words;
    };

    for (auto const& [is, gone, words] : std::vector<row>{
             {membership::bot, false, "@bot is an app and cannot answer"},
             {membership::nobody, false, "@bot is nobody I can find"},
             {membership::member, true, "@bot has left this workspace"},
         }) {
        auto play = started("start Blue Van --people <@ben>");
        play.command("ana", "invite <@bot>");
        EXPECT_THAT(said(play), HasSubstr("on the list now"));
        play.tells("bot", is, gone);
        EXPECT_THAT(last_to(play, "ana"), HasSubstr(words));
        EXPECT_THAT(play.run().invited, Not(Contains("bot")));
        play.command("ana", "invite <@bot>");
        EXPECT_THAT(said(play), HasSubstr(words)) << "known by now";
    }
}

TEST(Invite, OfPeopleWhoAreInSaysSo)
{
    auto play = started("start Blue Van --people <@ben>");
    play.command("ana", "invite <@ben>");
    EXPECT_THAT(said(play), HasSubstr("@ben is on the list already"));
}

TEST(AskSomeone, GivesAColleagueTheQuestionAsADirectMessage)
{
    for (auto const* list : {"", " --people <@ben>"}) {
        auto play = started(std::string("start Blue Van") + list);
        play.command("ana", "invite <@cleo> 5");
        EXPECT_THAT(said(play), HasSubstr("@cleo gets question 5 as a direct message"));
        auto const sent = play.sent_to("cleo");
        ASSERT_EQ(sent.size(), 1U);
        EXPECT_EQ(sent.front().who, message::audience::direct);
        auto const* asked = play.rules->find("main_job");
        EXPECT_THAT(
            text_of(sent.front().content),
            AllOf(HasSubstr("@ana asks you question 5"), HasSubstr(asked->ask)));
        play.press("cleo", "Answer now");
        ASSERT_TRUE(play.form_of("cleo"));
        EXPECT_THAT(text_of(*play.form_of("cleo")), HasSubstr(asked->ask));
        play.submit("cleo", {"on_own"});
        EXPECT_EQ(people_who_answered(play.run(), "main_job"), 1U);
        play.command("ana", "invite <@cleo> 5");
        EXPECT_THAT(said(play), HasSubstr("@cleo has answered question 5 already"));
    }
}

TEST(AskSomeone, IsAButtonInTheOwnersFormThatLetsThemPickAPerson)
{
    auto play = started();
    play.press_on("ana", "1/start", "Answer now");
    play.press("ana", "Ask someone");
    auto const form = play.form_of("ana");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->title, "Ask a colleague");
    play.submit("ana", {});
    EXPECT_THAT(said(play), HasSubstr("Pick a colleague"));
    play.submit("ana", {"cleo"});
    EXPECT_THAT(said(play), HasSubstr("@cleo gets question 1"));
    EXPECT_THAT(last_to(play, "cleo"), HasSubstr("@ana asks you question 1"));
    play.command("ana", "invite <@cleo> 1");
    EXPECT_THAT(said(play), HasSubstr("has been asked question 1 already"));
    play.command("ana", "invite <@ana> 1");
    EXPECT_THAT(said(play), HasSubstr("That is you"));
    play.command("ana", "invite <@cleo> 99");
    EXPECT_THAT(said(play), HasSubstr("no question with that number"));
    EXPECT_EQ(play.sent_to("cleo").size(), 1U);

    play.press_on("ben", "1/start", "Answer now");
    for (auto const& one : buttons_of(*play.form_of("ben")))
        EXPECT_NE(one.label, "Ask someone") << "it is not Ben's to do";
}

TEST(OwnerGone, IsSaidInTheThreadAndAnyParticipantMayAskAnAdmin)
{
    auto play = started();
    play.answer("ben", "traction", {"came_back"});
    play.tells("ben", membership::member);
    play.command("ben", "owner <@cleo>");
    EXPECT_THAT(said(play), HasSubstr("Only the owner or a workspace admin can hand it over"));
    play.tells("ana", membership::member, true);
    auto const told = play.last().messages.back().slot;
    EXPECT_THAT(
        text_of(play.shown("1/owner_gone/" + std::to_string(play.run().revision))),
        AllOf(
            HasSubstr("@ana, who owns"), HasSubstr("has left the workspace"),
            HasSubstr("@ben, who joined next, can take it over")));

    play.command("ben", "owner <@cleo>");
    EXPECT_THAT(said(play), HasSubstr("I put your request into the thread"));
    auto const request = "1/hand_over/" + std::to_string(play.run().revision);
    play.press_on("eve", request, "Hand it over, as an admin");
    play.tells("eve", membership::member);
    EXPECT_EQ(play.run().owner, "ana");
    play.press_on("kim", request, "Hand it over, as an admin");
    play.tells("kim", membership::admin);
    EXPECT_EQ(play.run().owner, "cleo");
    EXPECT_THAT(last_to(play, "cleo"), HasSubstr("is yours now"));
}

TEST(OwnerGone, AfterAWeekTheNextWhoTakesPartMayTakeItOver)
{
    auto play = started("start Blue Van --until 2026-07-30");
    play.answer("ben", "traction", {"came_back"});
    play.answer("cleo", "traction", {"came_back"});
    for (auto const* user : {"ben", "cleo"})
        play.tells(user, membership::member);
    play.until(play.clock + 120);
    play.tells("ana", membership::member, true);
    play.command("ben", "owner <@ben>");
    play.tells("ben", membership::member);
    EXPECT_EQ(play.run().owner, "ana") << "too early";

    play.command("kim", "pause");  // also while it is paused
    play.tells("kim", membership::admin);
    ASSERT_EQ(play.run().state, run_state::paused);
    play.days(8);
    EXPECT_THAT(
        last_to(play, "ben"), AllOf(HasSubstr("left the workspace a week ago"), HasSubstr("[Take it over]")));
    EXPECT_THAT(last_to(play, "cleo"), Not(HasSubstr("Take it over")));
    play.command("cleo", "owner <@cleo>");
    play.tells("cleo", membership::member);
    EXPECT_EQ(play.run().owner, "ana") << "Cleo is not next";
    play.press("ben", "Take it over");
    play.tells("ben", membership::member);
    EXPECT_EQ(play.run().owner, "ben");
    play.command("ben", "resume");
    EXPECT_EQ(play.run().state, run_state::open);
}

TEST(OwnerGone, WhoComesBackIsTheOwnerAsBefore)
{
    auto play = started();
    play.answer("ben", "traction", {"came_back"});
    play.until(play.clock + 120);
    play.tells("ana", membership::member, true);
    EXPECT_TRUE(play.run().owner_gone_told);
    play.tells("ana", membership::member);
    EXPECT_FALSE(play.run().owner_gone_told);
    play.days(8);
    EXPECT_THAT(last_to(play, "ben"), Not(HasSubstr("Take it over")));
}

TEST(OwnerGone, AnAppIsNoOwner)
{
    auto play = started();
    play.command("ana", "owner <@bot>");
    EXPECT_EQ(play.run().owner, "bot");
    play.tells("bot", membership::bot);
    EXPECT_EQ(play.run().owner, "ana");
    EXPECT_THAT(last_to(play, "ana"), HasSubstr("@bot is an app and cannot own"));
}

TEST(Away, IsACommandAndSoIsComingBack)
{
    auto play = started("start Blue Van --until 2026-07-30 --people <@ben>");
    play.command("ben", "away");
    EXPECT_THAT(said(play), HasSubstr("noted as away"));
    EXPECT_TRUE(is_away(play.run(), "ben"));
    play.command("ben", "resume");
    EXPECT_THAT(said(play), HasSubstr("Welcome back"));
    EXPECT_FALSE(is_away(play.run(), "ben"));
    play.command("ben", "resume");
    EXPECT_THAT(said(play), HasSubstr("Only the owner or a workspace admin can resume it"));
}

TEST(Away, UntilADayEndsByItself)
{
    auto play = started("start Blue Van --until 2026-07-30 --people <@ben>");
    play.zones = {{"ana", 0}, {"ben", 0}};
    play.answers_everything("ana", usual_choices(), with(usual_texts(), "proof", "Some like it"));
    play.command("ben", "away until 2026-06-15");
    EXPECT_THAT(said(play), HasSubstr("Otherwise you are back Mon 15 June 2026, 00:00 UTC"));
    EXPECT_TRUE(play.run().owner_told_ready) << "nobody waits for Ben";
    play.until(read_date("2026-06-14").value());
    EXPECT_THAT(play.sent_to("ben"), IsEmpty());
    play.until(read_date("2026-06-16").value());
    EXPECT_FALSE(is_away(play.run(), "ben"));
    EXPECT_FALSE(play.run().owner_told_ready);
    EXPECT_THAT(last_to(play, "ben"), HasSubstr("are open for you"));
}

TEST(Away, WithAnUnreadableDayChangesNothing)
{
    auto play = started();
    for (auto const* words : {"away until soon", "away until 2026-06-01", "away 3d please"}) {
        auto const before = play.state();
        play.command("ben", words);
        EXPECT_THAT(said(play), Not(IsEmpty()));
        EXPECT_EQ(play.state(), before) << words;
    }
}

TEST(Settling, OfWhatIsSettledAsksFirstWhoeverDidIt)
{
    auto play = started();
    play.answer("ben", "traction", {"came_back"});
    play.command("ana", "settle 5 1");
    ASSERT_EQ(play.run().settled.size(), 1U);
    play.command("ana", "owner <@ben>");
    play.command("ben", "settle 5 2");
    EXPECT_THAT(
        said(play),
        AllOf(HasSubstr("Question 5 is already settled"), HasSubstr("By @ana"), HasSubstr("Change it to")));
    EXPECT_EQ(play.run().settled.size(), 1U);
    play.press("ben", "Keep it");
    EXPECT_EQ(play.run().settled.size(), 1U);
    play.command("ben", "settle 5 2");
    play.press("ben", "Change it");
    ASSERT_EQ(play.run().settled.size(), 2U);
    EXPECT_EQ(play.run().settled.back().value.by, "ben");
    play.command("ben", "settle 5 2");
    EXPECT_THAT(said(play), HasSubstr("Settled")) << "the same again";
    EXPECT_EQ(play.run().settled.size(), 2U);
}

}  // namespace crossroads
