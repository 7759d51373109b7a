// Who may do what (conversation design, section 6): one row for each action, with those it is for.
#include "assessment/progress.hpp"
#include "conversations/assessment/script.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <functional>
#include <set>

namespace crossroads {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using people = std::set<std::string>;

// eve looks on, ben takes part, ana owns it, kim is a workspace admin.
people const everybody{"eve", "ben", "ana", "kim"};
people const owner_and_admin{"ana", "kim"};
people const owner_alone{"ana"};
people const admin_alone{"kim"};

struct action_row {
    char const* command;
    char const* button;  // what is pressed then, if it is offered; or nothing
    people may;
    std::function<bool(script const&)> done;
    std::function<void(script&)> before = {};
};

script with_a_run(std::string const& words = "start Blue Van")
{
    script play;
    play.command("ana", words);
    play.answer("ben", "traction", {"came_back"});
    play.command("ben", "answer 4 9 clinics booked 410 appointments last month");
    for (auto const* user : {"ana", "ben", "eve"})
        play.tells(user, membership::member);
    return play;
}

/// Does it, with the platform's word where that is waited for.
void act(script& play, std::string const& user, action_row const& row)
{
    play.command(user, row.command);
    if (!play.state().waiting.empty())
        play.tells(user, user == "kim" ? membership::admin : membership::member);
    if (row.button != nullptr)
        try {
            play.press(user, row.button);
        } catch (std::runtime_error const&) {
            return;  // it was not offered
        }
}

bool is_finished(script const& play)
{
    return play.run().state == run_state::finished;
}

std::vector<action_row> all_actions()
{
    auto const finish = [](script& play) { play.command("ana", "finish anyway"); };
    auto const pause = [](script& play) { play.command("ana", "pause"); };
    auto const says = [](char const* words) {
        return [words](script const& play) { return said(play).find(words) != std::string::npos; };
    };
    return {
        {"status", nullptr, everybody, says("questions have answers")},
        {"help", nullptr, everybody, says("starts one here")},
        {"answers", nullptr, everybody, says("nswer")},
        {"results", nullptr, everybody, says("Answers it rests on"), finish},
        {"export json", nullptr, everybody,
         [](script const& play) { return play.run().exported.contains("json"); }, finish},
        {"history", nullptr, everybody, says("Blue Van")},
        {"start Red Van", "Start for Red Van", everybody,
         [](script const& play) { return play.state().assessments.size() == 2; }},
        {"answer 1 1", nullptr, everybody,
         [](script const& play) {
             return said(play).find("Saved") != std::string::npos ||
                    said(play).find("Changed") != std::string::npos;
         }},
        {"skip 2", nullptr, everybody, says("set aside")},
        {"away", nullptr, everybody, says("noted as away")},
        {"pause", nullptr, owner_and_admin,
         [](script const& play) { return play.run().state == run_state::paused; }},
        {"resume", nullptr, owner_and_admin,
         [](script const& play) { return play.run().state == run_state::open; }, pause},
        {"extend 9d", nullptr, owner_and_admin,
         [](script const& play) {
             return play.is_shown("1/extended/" + std::to_string(play.run().revision));
         }},
        {"invite <@zoe>", nullptr, owner_and_admin,
         [](script const& play) { return std::ranges::count(play.run().invited, "zoe") == 1; }},
        {"invite <@zoe> 5", nullptr, owner_and_admin,
         [](script const& play) { return play.run().handed_to.contains("main_job"); }},
        {"finish anyway", nullptr, owner_and_admin, is_finished},
        {"cancel", "Cancel assessment", owner_and_admin,
         [](script const& play) { return play.run().state == run_state::cancelled; }},
        {"owner <@ben>", nullptr, owner_and_admin,
         [](script const& play) { return play.run().owner == "ben"; }},
        {"delete", "Delete for good", admin_alone,
         [](script const& play) { return play.state().assessments.empty(); }},
        {"settle 5 1", nullptr, owner_alone, [](script const& play) { return !play.run().settled.empty(); }},
        {"concrete 4", nullptr, owner_alone, [](script const& play) { return !play.run().concrete.empty(); }},
    };
}

}  // namespace

TEST(WhoMay, DoWhatTheTableSaysAndNobodyElse)
{
    for (auto const& row : all_actions())
        for (auto const& user : everybody) {
            auto play = with_a_run();
            if (row.before)
                row.before(play);
            act(play, user, row);
            EXPECT_EQ(row.done(play), row.may.contains(user)) << user << ": " << row.command << "\n"
                                                              << said(play);
        }
}

TEST(WhoMay, AnswerOnAFixedListAreThoseOnItAlone)
{
    for (auto const& user : everybody) {
        auto play = with_a_run("start Blue Van --people <@ben>");
        play.command(user, "answer 2 1");
        EXPECT_EQ(find_person(play.run(), user) != nullptr, user == "ben" || user == "ana") << user;
    }
}

TEST(WhoMay, IsSaidToWhoMayNot)
{
    struct refusal {
        char const* command;
        char const* words;
    };

    for (auto const& [command, words] : std::vector<refusal>{
             {"pause", "Only the owner or a workspace admin can pause it. The owner is @ana."},
             {"extend 2d", "Only the owner or a workspace admin can give it more time."},
             {"invite <@zoe>", "Only the owner or a workspace admin can add people."},
             {"invite <@zoe> 5", "Only the owner or a workspace admin can ask somebody by name."},
             {"finish", "Only the owner or a workspace admin can show the result."},
             {"cancel", "Only the owner or a workspace admin can cancel it."},
             {"owner <@eve>", "Only the owner or a workspace admin can hand it over."},
             {"delete", "Only a workspace admin can delete it; the owner can ask for that."},
             {"settle 5 1", "Only the owner can settle a question. The owner is @ana."},
             {"concrete 4", "Only the owner can mark an answer as concrete enough."},
         }) {
        auto play = with_a_run();
        auto const before = play.run();
        play.command("ben", command);
        EXPECT_THAT(said(play), HasSubstr(words));
        EXPECT_THAT(said(play), HasSubstr("goes on as it was"));
        EXPECT_EQ(play.run(), before) << command;
    }
}

TEST(WhoMay, WaitsForThePlatformsWordAndGoesOnByItself)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("kim", "pause");
    EXPECT_THAT(said(play), HasSubstr("I am asking the workspace whether you are an admin"));
    EXPECT_THAT(play.profiles_asked, testing::Contains("kim"));
    EXPECT_EQ(play.run().state, run_state::open);
    play.tells("kim", membership::admin);
    EXPECT_EQ(play.run().state, run_state::paused);
    EXPECT_THAT(text_of(play.sent_to("kim").back().content), HasSubstr("Paused: Blue Van"));
    EXPECT_THAT(text_of(play.shown("1/pause/1")), HasSubstr("Paused by @kim"));
    play.command("kim", "resume");
    EXPECT_THAT(said(play), HasSubstr("Open again")) << "known by now";
    EXPECT_TRUE(play.state().waiting.empty());
}

TEST(WhoMay, IsToldPrivatelyWhenThePlatformSaysNo)
{
    for (auto const& [is, words] : std::vector<std::pair<membership, std::string>>{
             {membership::member, "you are not an admin"},
             {membership::guest, "you are not an admin"},
             {membership::unknown, "does not tell me whether you are an admin"},
         }) {
        script play;
        play.command("ana", "start Blue Van");
        play.command("eve", "cancel");
        play.tells("eve", is);
        ASSERT_FALSE(play.sent_to("eve").empty());
        EXPECT_EQ(play.sent_to("eve").back().who, message::audience::one_person);
        EXPECT_THAT(text_of(play.sent_to("eve").back().content), HasSubstr(words));
        EXPECT_EQ(play.run().state, run_state::open);
    }
}

TEST(WhoMay, HearsWhenThePlatformTakesItsTimeAndWhenItNeverAnswers)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("kim", "pause");
    play.until(play.clock + 10 * 60);
    ASSERT_EQ(play.sent_to("kim").size(), 1U);
    EXPECT_THAT(text_of(play.sent_to("kim").back().content), HasSubstr("I keep your request for an hour"));
    play.until(play.clock + 2 * 3600);
    ASSERT_EQ(play.sent_to("kim").size(), 2U);
    EXPECT_THAT(text_of(play.sent_to("kim").back().content), HasSubstr("your request is closed"));
    play.tells("kim", membership::admin);
    EXPECT_EQ(play.run().state, run_state::open) << "nothing is done an hour later unasked";
}

TEST(WhoMay, KeepsOneRequestOfEachPersonTheNewest)
{
    script play;
    play.command("ana", "start Blue Van");
    play.command("kim", "cancel");
    play.command("kim", "pause");
    ASSERT_EQ(play.state().waiting.size(), 1U);
    EXPECT_EQ(std::ranges::count(play.profiles_asked, "kim"), 1) << "asked once";
    play.tells("kim", membership::admin);
    EXPECT_EQ(play.run().state, run_state::paused);
}

TEST(WhoMay, AsksAgainWhenWhatIsKnownIsADayOld)
{
    auto play = with_a_run();
    play.command("kim", "pause");
    play.tells("kim", membership::admin);
    play.days(2);
    play.command("kim", "resume");
    EXPECT_THAT(said(play), HasSubstr("I am asking the workspace"));
    play.tells("kim", membership::member);
    EXPECT_EQ(play.run().state, run_state::paused) << "no admin any more";
}

TEST(Delete, ByTheOwnerIsARequestThatAnAdminConfirmsInTheThread)
{
    auto play = with_a_run();
    play.command("ana", "finish anyway");
    play.command("ana", "delete");
    play.tells("ana", membership::member);
    EXPECT_THAT(text_of(play.sent_to("ana").back().content), HasSubstr("I put your request into the thread"));
    auto const request = "1/removal/" + std::to_string(play.run().revision);
    EXPECT_THAT(text_of(play.shown(request)), HasSubstr("@ana asks a workspace admin to delete"));
    play.command("ana", "delete");
    play.tells("ana", membership::member);
    EXPECT_THAT(text_of(play.sent_to("ana").back().content), HasSubstr("already"));

    play.press_on("ben", request, "Delete, as an admin");
    EXPECT_THAT(said(play), HasSubstr("Only a workspace admin can delete it"));
    play.tells("ben", membership::member);
    play.press_on("kim", request, "Delete, as an admin");
    play.tells("kim", membership::admin);
    ASSERT_EQ(play.state().assessments.size(), 1U) << "one more word is needed";
    play.press("kim", "Delete for good");
    EXPECT_TRUE(play.state().assessments.empty());
    EXPECT_EQ(play.state().last_number, 1) << "its number is not given again";
    EXPECT_THAT(said(play), HasSubstr("Deleted: the assessment of Blue Van"));
}

TEST(Delete, EmptiesTheMessagesItLeavesAndKeepsNobodysProfile)
{
    auto play = with_a_run();
    play.command("ana", "finish anyway");
    play.command("kim", "delete");
    play.tells("kim", membership::admin);
    play.press("kim", "Delete for good");
    EXPECT_THAT(
        text_of(play.shown("1/start")), AllOf(HasSubstr("was deleted by @kim"), Not(HasSubstr("Blue"))));
    EXPECT_THAT(text_of(play.shown("1/result")), HasSubstr("Deleted with its assessment"));
    EXPECT_THAT(text_of(play.shown("1/question/traction")), HasSubstr("Deleted with its assessment"));
    EXPECT_THAT(play.state().profiles, IsEmpty());
    play.command("kim", "status");
    EXPECT_THAT(said(play), HasSubstr("no assessment here"));
    play.command("ana", "start Blue Van");
    EXPECT_EQ(play.run().number, 2);
}

TEST(Delete, CanBeLeftAlone)
{
    auto play = with_a_run();
    play.command("kim", "delete");
    play.tells("kim", membership::admin);
    play.press("kim", "Keep it");
    EXPECT_THAT(said(play), HasSubstr("Nothing is deleted"));
    EXPECT_EQ(play.state().assessments.size(), 1U);
}

}  // namespace crossroads
