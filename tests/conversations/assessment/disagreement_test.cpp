// Several disagreements in one assessment: what the result says of each, and what settling them changes.

#include "conversations/assessment/script.hpp"

#include <gmock/gmock.h>

namespace crossroads {

namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;

/// Three people who differ on questions 5 and 10, which decide the result, and on 7, which does not.
class ThreeDisagreements : public testing::Test {
protected:
    ThreeDisagreements()
    {
        auto const weak = with(usual_choices(), "data_model", {"w_dup", "w_status", "w_special", "w_breaks"});
        play.command("ana", "start Blue Van");
        play.answers_everything("ana", usual_choices(), usual_texts());
        play.answers_everything("ben", with(weak, "main_job", {"demo_only"}), usual_texts());
        play.answers_everything("cleo", with(usual_choices(), "surface", {"sales"}), usual_texts());
        play.command("ana", "finish");
    }

    std::string result()
    {
        play.command("ana", "finish");
        if (play.run().state == run_state::open)
            play.press("ana", "Show the result anyway");
        return text_of(play.shown("1/result"));
    }

    script play;
};

}  // namespace

TEST_F(ThreeDisagreements, AskTheTeamAboutTheTwoThatDecide)
{
    EXPECT_THAT(
        text_of(play.shown("1/settle/main_job")),
        AllOf(
            HasSubstr("Q5 "), HasSubstr("2 people: Yes, on their own. Then the result is Polish"),
            HasSubstr("1 person: Only in a demo. Then the result is Better scoping first")));
    EXPECT_THAT(
        text_of(play.shown("1/settle/data_model")),
        AllOf(HasSubstr("Q10 "), HasSubstr("Then the result is Partial rebuild")));
    EXPECT_FALSE(play.is_shown("1/settle/surface"));
}

TEST_F(ThreeDisagreements, AreShownUnderEachViewWhereTheyDecideAndInALineWhereTheyDoNot)
{
    EXPECT_THAT(
        result(),
        AllOf(
            HasSubstr("- Q5 2 people: Yes, on their own (then Polish the current build); 1 person: Only in a "
                      "demo (then Better scoping first). This decides the result."),
            ContainsRegex("- Q10 2 people: Good: .*; 1 person: Warning: .* \\(then Partial rebuild\\)\\. "
                          "This decides the result\\."),
            HasSubstr("- Q7. It does not change the result."),
            ContainsRegex("If you settled on “Warning: [^”]*…” under “Data model: [^”]*” \\(Q10\\)"),
            ContainsRegex("Confidence: low\\..*Can users finish the main job.*; .*Data model")));
}

TEST_F(ThreeDisagreements, KeepConfidenceLowUntilBothThatDecideAreSettled)
{
    play.command("ana", "settle 10 1, 2, 3");
    EXPECT_THAT(
        result(), AllOf(
                      HasSubstr("- Q10 settled by @ana."), HasSubstr("- Q7. It does not change the result."),
                      HasSubstr("Confidence: low. You see this differently, and it decides the result: "
                                "Can users finish the main job today?.\n")));
}

TEST_F(ThreeDisagreements, LeaveConfidenceAloneOnceBothThatDecideAreSettled)
{
    play.command("ana", "settle 10 1, 2, 3");
    play.command("ana", "settle 5 1");
    EXPECT_THAT(
        result(), AllOf(
                      HasSubstr("- Q5 settled by @ana."), HasSubstr("- Q10 settled by @ana."),
                      HasSubstr("- Q7. It does not change the result."), HasSubstr("Confidence: high.")));
}

TEST_F(ThreeDisagreements, GiveTheOtherResultWhenTheOtherViewIsSettledOn)
{
    play.command("ana", "settle 5 1");
    play.command("ana", "settle 10 5, 6, 7, 8");
    EXPECT_THAT(result(), HasSubstr("The cheapest path you can defend is: Partial rebuild."));
}

}  // namespace crossroads
