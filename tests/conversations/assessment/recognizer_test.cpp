#include "assessment/recognizer.hpp"
#include "conversations/assessment/script.hpp"

#include <gmock/gmock.h>

namespace crossroads {

namespace {

using ids = std::vector<std::string>;

question const& asked(std::string_view id)
{
    return *shipped_guide()->find(id);
}

ids overheard(std::string_view question, std::string_view text)
{
    auto const found = recognize(asked(question), text, attention::overheard);
    auto const* value = std::get_if<answer>(&found);
    auto const* ticked = value == nullptr ? nullptr : std::get_if<selection>(value);
    return ticked == nullptr ? ids{} : ticked->options;
}

bool is_small_talk(std::string_view question, std::string_view text)
{
    return std::holds_alternative<small_talk>(recognize(asked(question), text, attention::overheard));
}

}  // namespace

TEST(Recognizer, ReadsNumbersLettersAndOptionWords)
{
    struct row {
        std::string_view question;
        std::string_view typed;
        ids expected;
    };

    for (auto const& [question, typed, expected] : std::vector<row>{
             {"main_job", "1", {"on_own"}},
             {"main_job", " 2. ", {"with_help"}},
             {"main_job", "b", {"with_help"}},
             {"main_job", "option 2", {"with_help"}},
             {"main_job", "I think 2", {"with_help"}},
             {"main_job", "with help", {"with_help"}},
             {"main_job", "On their own", {"on_own"}},
             {"main_job", "only in a demo", {"demo_only"}},
             {"main_job", "I would say only in a demo, sadly", {"demo_only"}},
             {"main_job", "not yet", {"not_yet"}},
             {"traction", "1, 4", {"demo_interest", "manual_delivery"}},
             {"traction", "4 and 1", {"demo_interest", "manual_delivery"}},
             {"traction", "1 4", {"demo_interest", "manual_delivery"}},
             {"traction", "1,1,1", {"demo_interest"}},
             {"traction", "a, c", {"demo_interest", "came_back"}},
             {"traction", "none of these yet", {"none"}},
             {"traction", "none", {"none"}},
             {"hurting", "releases, data model", {"data", "releases"}},
             {"surface", "selling and getting new users started", {"sales", "onboarding"}},
         })
        EXPECT_EQ(overheard(question, typed), expected) << question << ": " << typed;
}

TEST(Recognizer, LeavesTalkAmongPeopleAlone)
{
    for (auto const* text :
         {"yes", "ok", "lol", "let me check with ben", "back in 5 minutes", "2 mins",
          "what do you mean by core task?", "<@U7> 1 or 2", "@ben 2", "1 or 2?", "see you at 10:30",
          "I agree with ana", "hm", "...", "", "2024"})
        EXPECT_TRUE(is_small_talk("main_job", text)) << text;
    for (auto const* text :
         {"yes", "hm", "<@U7> what do you think of it", "can somebody answer this one?", ""})
        EXPECT_TRUE(is_small_talk("proof", text)) << text;
}

TEST(Recognizer, SaysWhatIsUnclearOnlyWhenAnAnswerWasMeant)
{
    auto const why = [](std::string_view question, std::string_view text, attention heard) {
        auto const found = recognize(asked(question), text, heard);
        auto const* puzzle = std::get_if<unclear>(&found);
        return puzzle == nullptr ? std::optional<unclear::why>{} : puzzle->because;
    };
    EXPECT_EQ(why("main_job", "7", attention::overheard), unclear::why::no_such_option);
    EXPECT_EQ(why("main_job", "0", attention::overheard), unclear::why::no_such_option);
    EXPECT_EQ(why("main_job", "1, 2", attention::overheard), unclear::why::one_only);
    EXPECT_EQ(why("proved", "users", attention::overheard), std::nullopt);
    EXPECT_EQ(why("main_job", "blue", attention::addressed), unclear::why::no_such_option);
    EXPECT_EQ(why("main_job", "blue", attention::overheard), std::nullopt);
}

TEST(Recognizer, KnowsDoNotKnowAndSkip)
{
    for (auto const* text :
         {"don't know", "Don’t know", "do not know", "dk", "I don't know.", "no idea", "not sure"}) {
        auto const found = recognize(asked("main_job"), text, attention::overheard);
        ASSERT_TRUE(std::holds_alternative<answer>(found)) << text;
        EXPECT_EQ(std::get<answer>(found), answer{do_not_know{}}) << text;
    }
    EXPECT_TRUE(std::holds_alternative<set_aside>(recognize(asked("proof"), "skip", attention::overheard)));
    EXPECT_TRUE(std::holds_alternative<set_aside>(recognize(asked("auth"), "Pass.", attention::overheard)));
}

TEST(Recognizer, TakesASentenceForATextQuestion)
{
    auto const found = recognize(asked("proof"), "9 clinics booked 410 appointments", attention::overheard);
    ASSERT_TRUE(std::holds_alternative<answer>(found));
    EXPECT_EQ(std::get<answer>(found), answer{free_text{"9 clinics booked 410 appointments"}});
    auto const one_word = recognize(asked("proof"), "Demand", attention::addressed);
    EXPECT_TRUE(std::holds_alternative<answer>(one_word));
}

TEST(Recognizer, ReadsTheNumberOfAQuotedQuestion)
{
    struct row {
        std::string_view typed;
        std::size_t number;
        std::string_view rest;
    };

    for (auto const& [typed, number, rest] : {
             row{"3: 1, 4", 3, "1, 4"},
             row{"q3: 1", 3, "1"},
             row{"Q 3 : 1", 3, "1"},
             row{"Question 12: with help", 12, "with help"},
             row{"3:1", 3, "1"},
         }) {
        auto const found = read_quoted_number(typed);
        ASSERT_TRUE(found) << typed;
        EXPECT_EQ(found->number, number) << typed;
        EXPECT_EQ(found->rest, rest) << typed;
    }
    for (auto const* text : {"10:30 works", "note: this", "3", "", ":", "abc 3: 1", "see 3: 1"})
        EXPECT_FALSE(read_quoted_number(text)) << text;
}

}  // namespace crossroads
