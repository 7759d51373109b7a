#include "conversations/assessment/script.hpp"
#include "conversations/words/wording.hpp"

#include <gmock/gmock.h>

namespace crossroads {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

/// Ana's assessment with her answers and the result.
script finished()
{
    script play;
    play.command("ana", "start Blue Van");
    play.answers_everything("ana", usual_choices(), usual_texts());
    play.command("ana", "finish anyway");
    EXPECT_EQ(play.run().state, run_state::finished);
    return play;
}

message const& posted(script const& play)
{
    static message const none;
    EXPECT_THAT(play.last().messages, SizeIs(1));
    return play.last().messages.empty() ? none : play.last().messages.front();
}

}  // namespace

TEST(Exporting, AnybodyGetsTheFileInTheThreadOnceThereIsAResult)
{
    struct row {
        char const* typed;
        char const* name;
        char const* type;
    };

    auto play = finished();
    for (auto const& [typed, ending, type] : {
             row{"export", ".md", "text/markdown; charset=utf-8"},
             row{"export json", ".json", "application/json"},
             row{"exp CSV", ".csv", "text/csv; charset=utf-8"},
         }) {
        play.command("ben", typed);
        EXPECT_THAT(said(play), HasSubstr("comes as a file in its thread."));
        auto const& sent = posted(play);
        EXPECT_EQ(sent.who, message::audience::thread);
        EXPECT_EQ(sent.thread_slot, "1/start");
        EXPECT_FALSE(sent.edit);
        ASSERT_TRUE(sent.file) << typed;
        EXPECT_TRUE(sent.file->name.ends_with(ending)) << sent.file->name;
        EXPECT_EQ(sent.file->media_type, type);
        EXPECT_FALSE(sent.file->content.empty());
        expect_good_wording(sent.content);
        expect_good_wording(std::get<say_privately>(play.last().answer).content);
    }
}

TEST(Exporting, TheResultHasAButtonForTheDocument)
{
    auto play = finished();
    play.press_on("ben", "1/result", "Export");
    ASSERT_TRUE(posted(play).file);
    EXPECT_THAT(posted(play).file->content, StartsWith("# Blue Van: "));
}

TEST(Exporting, ADoubleTapIsOneFileAndTheSameLaterIsAnother)
{
    auto play = finished();
    play.command("ben", "export");
    auto const first = posted(play);
    play.clock -= 60;  // the script lets a minute pass with each event
    play.command("cleo", "export");
    EXPECT_THAT(play.last().messages, IsEmpty());
    EXPECT_THAT(said(play), HasSubstr("comes as a file in its thread."));
    play.clock += 120;
    play.command("ben", "export");
    EXPECT_NE(posted(play).slot, first.slot);
    EXPECT_NE(posted(play).file->name, first.file->name);
}

TEST(Exporting, BeforeTheResultTheRefusalSaysWhoAndWhatToType)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ben", "traction", {"pilot_done"});
    for (auto const* state : {"open", "paused"}) {
        play.command("ben", "export csv");
        EXPECT_THAT(
            said(play), AllOf(
                            HasSubstr("Answers stay hidden until the result"), HasSubstr("@ana"),
                            HasSubstr("/assess finish"), HasSubstr("/assess answers")))
            << state;
        EXPECT_THAT(play.last().messages, IsEmpty()) << state;
        EXPECT_FALSE(play.last().changed) << state;
        play.command("ana", "pause");
    }
}

TEST(Exporting, ACancelledAssessmentStaysExportable)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answer("ben", "traction", {"pilot_done"});
    play.command("ana", "cancel");
    play.press("ana", "Cancel assessment");
    ASSERT_EQ(play.run().state, run_state::cancelled);
    play.command("cleo", "export");
    ASSERT_TRUE(posted(play).file);
    EXPECT_THAT(posted(play).file->content, HasSubstr("A pilot customer"));
}

TEST(Exporting, NothingAnsweredIsNothingToExport)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("ana", "cancel");
    play.press("ana", "Cancel assessment");
    play.command("ana", "export");
    EXPECT_THAT(said(play), HasSubstr("there is nothing to export"));
    EXPECT_THAT(play.last().messages, IsEmpty());
}

TEST(Exporting, WithoutANumberItIsTheNewestThatHasEnded)
{
    auto play = finished();
    play.command("ben", "start Red Van");
    play.command("ben", "export");
    EXPECT_THAT(posted(play).file->content, StartsWith("# Blue Van: "));
    play.command("ben", "export #2");
    EXPECT_THAT(said(play), HasSubstr("Answers stay hidden until the result"));
}

TEST(Exporting, ARefusedFileIsToldToWhoAskedWithWhatToDo)
{
    struct row {
        char const* reason;
        char const* remedy;
    };

    for (auto const& [reason, remedy] : {
             row{"missing_scope", "files:write"},
             row{"file_uploads_disabled", "Ask its admins to allow them"},
             row{"storage_limit_reached", "make room"},
             row{"http_413", "as csv"},
             row{"no_answer", "reason: no_answer."},
         }) {
        auto play = finished();
        play.command("ben", "export json");
        auto const slot = posted(play).slot;
        event failure;
        failure.at = play.clock;
        failure.what = delivery_failed{slot, reason};
        play.happen(failure);
        auto const& told = posted(play);
        EXPECT_EQ(told.who, message::audience::one_person);
        EXPECT_EQ(told.to, "ben");
        EXPECT_THAT(text_of(told.content), HasSubstr(remedy)) << reason;
        expect_good_wording(told.content);
        play.clock -= 60;
        play.command("ben", "export json");
        EXPECT_TRUE(posted(play).file) << "asked for again at once, it is tried again";
    }
}

TEST(Exporting, AFailedTellingOfAFailureIsTheEndOfIt)
{
    auto play = finished();
    play.command("ben", "export json");
    event failure;
    failure.what = delivery_failed{posted(play).slot, "missing_scope"};
    play.happen(failure);
    failure.what = delivery_failed{posted(play).slot, "user_not_in_channel"};
    play.happen(failure);
    EXPECT_THAT(play.last().messages, IsEmpty());
}

TEST(Exporting, AFileThatIsTooLargeIsRefusedWithItsSize)
{
    script play;
    play.command("ana", "start Blue Van");
    std::string long_text = "9 clinics booked 410 appointments ";
    for (int i = 0; i < 900; ++i)
        long_text += "ü";
    for (int person = 0; person < 320; ++person)
        play.types("u" + std::to_string(person), "4: " + long_text);
    play.command("ana", "finish anyway");
    ASSERT_EQ(play.run().state, run_state::finished) << said(play);
    play.command("ana", "export");
    EXPECT_THAT(said(play), AllOf(HasSubstr("a file here can have 512 KB"), HasSubstr("/assess export csv")));
    EXPECT_THAT(play.last().messages, IsEmpty());
    EXPECT_FALSE(play.last().changed);
    play.command("ana", "export csv");
    EXPECT_THAT(said(play), HasSubstr("crossroads journal show"));
}

}  // namespace crossroads
