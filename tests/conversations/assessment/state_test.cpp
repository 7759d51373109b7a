#include "assessment/assessment.hpp"
#include "conversations/assessment/script.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace crossroads {

namespace {

using nlohmann::json;

channel_state busy_state()
{
    script play;
    play.command("ana", "start \"Blue Van\" --names hidden --people <@ben> <@cleo> <@dan>");
    play.answers_everything("ana", usual_choices(), usual_texts());
    play.command("ben", "answer 10 2, 8");
    play.command("ben", "answer 10 don't know");
    play.command("cleo", "skip");
    play.command("eve", "answer 1 1");
    play.press("eve", "Ask to join");
    play.command("ana", "start Red Van");
    return play.state();
}

std::string defect_of(json const& document)
{
    auto const read = read_state(document.dump());
    return std::holds_alternative<std::string>(read) ? std::get<std::string>(read) : "";
}

}  // namespace

TEST(State, ComesBackEqualFromItsJson)
{
    auto const state = busy_state();
    auto const read = read_state(write_state(state));
    ASSERT_TRUE(std::holds_alternative<channel_state>(read)) << std::get<std::string>(read);
    EXPECT_EQ(std::get<channel_state>(read), state);
    EXPECT_EQ(write_state(std::get<channel_state>(read)), write_state(state));
}

TEST(State, ComesBackEqualWhenTheProductWasAssessedBefore)
{
    script play;
    play.command("ana", "start Blue Van");
    play.answers_everything("ana", usual_choices(), usual_texts());
    play.press("ana", "Show the result");
    play.command("ana", "start Blue Van --people <@ben> --names hidden");
    play.press("ana", "Update last answers");
    auto const asked = play.state();
    ASSERT_EQ(asked.offered.back().wanted.from, start_from::last_answers);
    play.press("ana", "Start with hidden names");
    auto begun = play.state();
    begun.assessments.back().plan_votes = {{"ana", "partly"}};
    ASSERT_TRUE(begun.assessments.back().updates_answers);
    for (auto const& state : {asked, begun}) {
        auto const read = read_state(write_state(state));
        ASSERT_TRUE(std::holds_alternative<channel_state>(read)) << std::get<std::string>(read);
        EXPECT_EQ(std::get<channel_state>(read), state);
    }
}

TEST(State, KeepsTheLanguagesOfTheChannelAndOfPeople)
{
    channel_state state;
    state.spoken = language::german;
    state.profiles["ben"].speaks = language::english;
    EXPECT_EQ(std::get<channel_state>(read_state(write_state(state))), state);

    auto document = json::parse(write_state(state));
    document["language"] = "tlh";
    EXPECT_EQ(defect_of(document), "language: is not a known language");
    document["language"] = "de";
    document["profiles"]["ben"]["language"] = "tlh";
    EXPECT_EQ(defect_of(document), "profiles.ben.language: is not a known language");
}

TEST(State, OfBeforeThereWereLanguagesHasNone)
{
    auto const state = std::get<channel_state>(read_state(R"({"sv":1,"assessments":[],"offered":[]})"));
    EXPECT_EQ(state.spoken, std::nullopt);
}

TEST(State, CarriesItsSchemaVersion)
{
    EXPECT_EQ(json::parse(write_state({})).at("sv"), 1);
}

TEST(State, RefusesAVersionItDoesNotKnow)
{
    auto document = json::parse(write_state({}));
    document["sv"] = 2;
    EXPECT_THAT(defect_of(document), testing::HasSubstr("version 1, not 2"));
}

TEST(State, NamesThePlaceOfADefect)
{
    auto const good = json::parse(write_state(busy_state()));

    struct row {
        char const* pointer;
        json value;
        char const* expected;
    };

    for (auto const& [pointer, value, expected] : std::vector<row>{
             {"/assessments/0/number", "1", "assessments[0].number: must be a whole number"},
             {"/assessments/0/number", 1e30, "assessments[0].number: must be a whole number"},
             {"/assessments/0/number", 4294967296, "assessments[0].number: must be a whole number"},
             {"/assessments/0/state", "asleep", "assessments[0].state: is not a known state"},
             {"/assessments/0/people/0/answers/auth/0/value", 7, "answers.auth[0].value"},
             {"/assessments/0/people", json::object(), "assessments[0].people: must be a list"},
             {"/assessments/0/names_shown", 1, "assessments[0].names_shown: must be true or false"},
             {"/offered", nullptr, "offered: must be a list"},
         }) {
        auto bad = good;
        bad[json::json_pointer{pointer}] = value;
        EXPECT_THAT(defect_of(bad), testing::HasSubstr(expected)) << pointer;
    }
}

TEST(State, RefusesUnknownAndMissingFields)
{
    auto document = json::parse(write_state(busy_state()));
    auto more = document;
    more["assessments"][0]["colour"] = "blue";
    EXPECT_THAT(defect_of(more), testing::HasSubstr("assessments[0]: holds a field that is not known"));
    document["assessments"][0].erase("owner");
    EXPECT_THAT(defect_of(document), testing::HasSubstr("assessments[0].owner: is missing"));
}

TEST(State, RefusesWhatIsNotJsonAtAll)
{
    for (auto const* text : {"", "{", "null", "[]", "42", "\xff", "{\"sv\":1}"})
        EXPECT_TRUE(std::holds_alternative<std::string>(read_state(text))) << text;
}

TEST(State, OfAFivePersonAssessmentStaysSmall)
{
    script play;
    play.command("p0", "start Blue Van");
    for (int person = 0; person < 5; ++person)
        play.answers_everything("p" + std::to_string(person), usual_choices(), usual_texts());
    EXPECT_LT(write_state(play.state()).size(), 64U * 1024U);
}

}  // namespace crossroads
