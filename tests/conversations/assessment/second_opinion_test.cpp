#include "conversations/assessment/script.hpp"
#include "conversations/words/wording.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace crossroads {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

constexpr auto button_label = "Ask for a second opinion";

contact review_group()
{
    return {"The review group", "reviews@example.com", "Reads results and sends notes within a week."};
}

/// Ana's assessment with her answers and the result.
script
finished(std::optional<contact> second_opinion = review_group(), std::string const& start = "start Blue Van")
{
    script play;
    play.second_opinion = std::move(second_opinion);
    play.command("ana", start);
    play.answers_everything("ana", usual_choices(), usual_texts());
    play.command("ana", "finish anyway");
    EXPECT_EQ(play.run().state, run_state::finished);
    return play;
}

std::vector<std::string> labels_of(card const& content)
{
    std::vector<std::string> labels;
    for (auto const& one : buttons_of(content))
        labels.push_back(one.label);
    return labels;
}

event refused(message const& sent, std::string reason)
{
    event failure;
    failure.what = delivery_failed{sent.slot, std::move(reason)};
    return failure;
}

std::vector<attached_file> files_sent(script const& play)
{
    std::vector<attached_file> files;
    for (auto const& one : play.last().messages)
        if (one.file)
            files.push_back(*one.file);
    return files;
}

}  // namespace

TEST(SecondOpinion, IsOfferedOnTheResult)
{
    auto const play = finished();
    EXPECT_THAT(labels_of(play.shown("1/result")), testing::Contains(button_label));
    EXPECT_THAT(labels_of(play.shown("1/plan")), IsEmpty());
    expect_good_wording(play.shown("1/result"));
}

TEST(SecondOpinion, IsOfferedBelowThePlanWhenTheResultHasFourButtons)
{
    script play;
    play.second_opinion = review_group();
    play.command("ana", "start Blue Van");
    play.answer("ana", "traction", {"pilot_done"});
    play.command("ana", "finish anyway");
    ASSERT_EQ(play.run().outcome, "scoping");
    EXPECT_THAT(labels_of(play.shown("1/result")), AllOf(SizeIs(4), Not(testing::Contains(button_label))));
    EXPECT_THAT(labels_of(play.shown("1/plan")), ElementsAre(button_label));
    expect_good_wording(play.shown("1/plan"));
}

TEST(SecondOpinion, LeavesNoTraceWhereNobodyIsNamed)
{
    auto play = finished(std::nullopt);
    for (auto const& sent : play.everything_sent())
        EXPECT_THAT(text_of(sent.content), Not(HasSubstr("second opinion"))) << sent.slot;
    for (auto const* typed : {"help", "help results", "results"}) {
        play.command("ana", typed);
        EXPECT_THAT(said(play), Not(HasSubstr("second opinion"))) << typed;
        for (auto const& one : buttons_of(play.last().answer))
            EXPECT_NE(one.label, button_label) << typed;
    }
}

TEST(SecondOpinion, HelpNamesWhomToAsk)
{
    auto play = finished();
    for (auto const* typed : {"help", "help results"}) {
        play.command("ben", typed);
        EXPECT_THAT(said(play), HasSubstr("Below a result the owner can ask The review group")) << typed;
        expect_good_wording(std::get<say_privately>(play.last().answer).content);
    }
}

TEST(SecondOpinion, APressShowsTheOwnerWhatWouldBeSharedAndSharesNothing)
{
    auto play = finished();
    play.press_on("ana", "1/result", button_label);
    EXPECT_THAT(
        said(play),
        AllOf(
            HasSubstr("The review group: Reads results and sends notes within a week."),
            HasSubstr("one as Markdown and one as JSON"), HasSubstr("from 1 person"),
            HasSubstr("Both say who answered what"), HasSubstr("send them to reviews@example.com")));
    expect_good_wording(std::get<say_privately>(play.last().answer).content);
    EXPECT_THAT(play.last().messages, IsEmpty());
    EXPECT_FALSE(play.last().changed);
}

TEST(SecondOpinion, OthersHearWhoCanAsk)
{
    auto play = finished();
    play.tells("ben", membership::admin);
    for (auto const* step : {"second_opinion", "share_result"}) {
        auto const token = buttons_of(play.shown("1/result")).front().token;
        play.happen({"ben", {}, play.clock, std::string(32, '7'), pressed{step, token, {}}});
        EXPECT_THAT(
            said(play), AllOf(HasSubstr("Only the owner can ask somebody outside"), HasSubstr("@ana")))
            << step;
        EXPECT_THAT(play.last().messages, IsEmpty()) << step;
        EXPECT_FALSE(play.run().shared) << step;
    }
}

TEST(SecondOpinion, TheOwnersWordPostsBothFilesInTheThread)
{
    auto play = finished();
    play.press_on("ana", "1/result", button_label);
    play.press("ana", "Post both files");
    auto const& sent = play.last().messages;
    ASSERT_THAT(sent, SizeIs(3));
    EXPECT_THAT(
        text_of(sent.front().content),
        AllOf(
            HasSubstr("@ana asks for a second opinion on the result for Blue Van"),
            HasSubstr("The review group: Reads results"), HasSubstr("reviews@example.com")));
    for (auto const& one : sent) {
        EXPECT_EQ(one.who, message::audience::thread);
        EXPECT_EQ(one.thread_slot, "1/start");
        expect_good_wording(one.content);
    }
    auto const files = files_sent(play);
    ASSERT_THAT(files, SizeIs(2));
    EXPECT_TRUE(files.front().name.ends_with(".md"));
    EXPECT_THAT(files.front().content, StartsWith("# Blue Van: "));
    EXPECT_TRUE(files.back().name.ends_with(".json"));
    EXPECT_THAT(said(play), HasSubstr("Send them to reviews@example.com."));
}

TEST(SecondOpinion, NotNowSharesNothing)
{
    auto play = finished();
    play.press_on("ana", "1/result", button_label);
    play.press("ana", "Not now");
    EXPECT_THAT(said(play), HasSubstr("Nothing was posted"));
    EXPECT_FALSE(play.run().shared);
    play.press_on("ana", "1/result", button_label);
    EXPECT_THAT(said(play), HasSubstr("one as Markdown and one as JSON"));
}

TEST(SecondOpinion, IsSharedOnceAndThenSaysByWhomAndSinceWhen)
{
    auto play = finished();
    play.press_on("ana", "1/result", button_label);
    auto const shown = play.last().answer;
    play.press("ana", "Post both files");
    auto const shared = play.run().shared;
    auto const token = buttons_of(shown).front().token;
    for (auto const* step : {"share_result", "second_opinion"}) {
        play.happen({"ana", {}, play.clock += 60, std::string(32, '7'), pressed{step, token, {}}});
        EXPECT_THAT(
            said(play), AllOf(
                            HasSubstr("Both files have been in the thread since"), HasSubstr("@ana asked"),
                            HasSubstr("reviews@example.com")))
            << step;
        EXPECT_THAT(play.last().messages, IsEmpty()) << step;
        EXPECT_EQ(play.run().shared, shared) << step;
    }
}

TEST(SecondOpinion, HiddenNamesAreInNeitherFileAndThatIsSaidBefore)
{
    auto play = finished(review_group(), "start Blue Van --names hidden --people <@ana> <@ben> <@cleo>");
    play.press_on("ana", "1/result", button_label);
    EXPECT_THAT(
        said(play), AllOf(HasSubstr("Names are left out of both."), Not(HasSubstr("who answered what"))));
    play.press("ana", "Post both files");
    ASSERT_THAT(files_sent(play), SizeIs(2));
    for (auto const& file : files_sent(play))
        for (auto const* name : {"\"ana\"", "@ana", "@ben", "@cleo"})
            EXPECT_THAT(file.content, Not(HasSubstr(name))) << file.name;
}

TEST(SecondOpinion, AFileThatWasRefusedIsToldAndSentAgainAlone)
{
    auto play = finished();
    play.press_on("ana", "1/result", button_label);
    play.press("ana", "Post both files");
    auto const json = play.last().messages.back();
    play.happen(refused(json, "missing_scope"));
    ASSERT_THAT(play.last().messages, SizeIs(1));
    EXPECT_EQ(play.last().messages.front().to, "ana");
    EXPECT_THAT(text_of(play.last().messages.front().content), HasSubstr("files:write"));

    play.press_on("ana", "1/result", button_label);
    play.press("ana", "Post both files");
    ASSERT_THAT(play.last().messages, SizeIs(1));
    EXPECT_NE(play.last().messages.front().slot, json.slot);
    ASSERT_THAT(files_sent(play), SizeIs(1));
    EXPECT_TRUE(files_sent(play).front().name.ends_with(".json"));
    EXPECT_NE(files_sent(play).front().name, json.file->name);
}

TEST(SecondOpinion, ComesBackFromTheStoredState)
{
    auto play = finished();
    play.press_on("ana", "1/result", button_label);
    play.press("ana", "Post both files");
    EXPECT_EQ(std::get<channel_state>(read_state(write_state(play.state()))), play.state());
    play.happen(refused(play.last().messages.back(), "missing_scope"));
    EXPECT_THAT(play.run().shared.value().refused, ElementsAre("json"));
    EXPECT_EQ(std::get<channel_state>(read_state(write_state(play.state()))), play.state());
}

TEST(SecondOpinion, FilesThatAreTooLargeAreNotPosted)
{
    auto play = finished();
    auto const whom = review_group();
    surroundings around;
    around.current_guide = play.rules;
    around.second_opinion = &whom;
    auto large = play.state();
    auto& run = large.assessments.front();
    auto talkative = run.people.front();
    talkative.answers.at("proof").back().value = free_text{std::string(1'000, 'x')};
    for (int person = 0; person < 600; ++person) {
        talkative.user = "u" + std::to_string(person);
        run.people.push_back(talkative);
    }
    auto const token = buttons_of(play.shown("1/result")).front().token;
    auto const taken =
        advance(around, large, {"ana", {}, play.clock, {}, pressed{"share_result", token, {}}});
    EXPECT_THAT(text_of(taken.answer), HasSubstr("a file here can have 512 KB"));
    EXPECT_THAT(taken.messages, IsEmpty());
    EXPECT_FALSE(taken.changed);
}

TEST(SecondOpinion, ANewOwnerHearsThatItWasAskedForBefore)
{
    auto play = finished();
    play.press_on("ana", "1/result", button_label);
    play.press("ana", "Post both files");
    play.command("ana", "owner <@ben>");
    play.tells("ben", membership::member);
    ASSERT_EQ(play.run().owner, "ben");
    play.press_on("ben", "1/result", button_label);
    EXPECT_THAT(said(play), HasSubstr("@ana asked for them"));
    EXPECT_THAT(play.last().messages, IsEmpty());
}

TEST(SecondOpinion, AButtonOfADayWhenSomebodyWasNamedIsOver)
{
    auto play = finished();
    auto const offered = play.shown("1/result");
    play.second_opinion.reset();
    play.press_on("ana", "1/result", button_label);
    EXPECT_THAT(said(play), HasSubstr("belongs to something that is over"));
}

TEST(SecondOpinion, OfAnAdoptedLateResultIsOfferedStill)
{
    auto play = finished();
    play.answer("ana", "data_model", {"w_dup", "w_status", "w_special", "w_breaks"});
    play.press("ana", "Adopt the new result");
    ASSERT_EQ(play.run().outcome, "partial");
    EXPECT_THAT(labels_of(play.shown("1/result")), testing::Contains(button_label));
}

TEST(SecondOpinion, SpeaksTheLanguageOfTheChannelAndOfItsReader)
{
    script play;
    play.second_opinion = review_group();
    play.command("ana", "start Blue Van");
    play.answers_everything("ana", usual_choices(), usual_texts());
    play.command("ana", "language deutsch");
    play.command("ana", "finish anyway");
    play.press_on("ana", "1/result", "Zweite Meinung einholen");
    EXPECT_THAT(said(play), HasSubstr("eine als Markdown und eine als JSON"));
    play.press("ana", "Beide Dateien einstellen");
    ASSERT_THAT(play.last().messages, SizeIs(3));
    EXPECT_THAT(text_of(play.last().messages.front().content), HasSubstr("holt zum Ergebnis für Blue Van"));
}

}  // namespace crossroads
