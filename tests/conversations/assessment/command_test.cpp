#include "assessment/command.hpp"

#include <gmock/gmock.h>

namespace crossroads {

namespace {

using testing::ElementsAre;

command read(std::string_view text)
{
    auto const parsed = parse_command(text);
    EXPECT_TRUE(std::holds_alternative<command>(parsed)) << text;
    return std::holds_alternative<command>(parsed) ? std::get<command>(parsed) : command{};
}

wrong_usage::problem problem_of(std::string_view text)
{
    auto const parsed = parse_command(text);
    EXPECT_TRUE(std::holds_alternative<wrong_usage>(parsed)) << text;
    return std::holds_alternative<wrong_usage>(parsed) ? std::get<wrong_usage>(parsed).what
                                                       : wrong_usage::problem::unexpected_text;
}

}  // namespace

TEST(Command, IsFoundByItsNameInAnyCaseOrByAUniquePrefix)
{
    struct row {
        std::string_view typed;
        command_name expected;
    };

    for (auto const& [typed, expected] : {
             row{"start", command_name::start},
             row{"START", command_name::start},
             row{"  Start  ", command_name::start},
             row{"star", command_name::start},
             row{"stat", command_name::status},
             row{"b", command_name::back},
             row{"answer", command_name::give_answer},
             row{"answers", command_name::answers},
             row{"my answers", command_name::answers},
             row{"My Answers", command_name::answers},
             row{"he", command_name::help},
             row{"result", command_name::results},
             row{"export", command_name::export_it},
             row{"exp md", command_name::export_it},
             row{"can", command_name::cancel},
             row{"con 4", command_name::concrete},
         })
        EXPECT_EQ(read(typed).name, expected) << typed;
}

TEST(Command, ExportTakesOneOfItsFormats)
{
    EXPECT_EQ(read("export").format, export_format::markdown);
    EXPECT_EQ(read("export md").format, export_format::markdown);
    EXPECT_EQ(read("export JSON").format, export_format::json);
    EXPECT_EQ(read("export #2 csv").format, export_format::csv);
    EXPECT_EQ(problem_of("export pdf"), wrong_usage::problem::export_value);
    EXPECT_EQ(problem_of("export md csv"), wrong_usage::problem::export_value);
}

TEST(Command, AmbiguousPrefixesListWhatTheyCouldBe)
{
    auto const parsed = parse_command("sta");
    ASSERT_TRUE(std::holds_alternative<ambiguous_command>(parsed));
    EXPECT_THAT(std::get<ambiguous_command>(parsed).candidates, ElementsAre("start", "status"));
}

TEST(Command, UnknownOnesNameTheNearestWithinTwoErrors)
{
    struct row {
        std::string_view typed;
        std::vector<std::string> nearest;
    };

    for (auto const& [typed, nearest] : std::vector<row>{
             {"strat", {"start"}},
             {"resumee", {"resume"}},
             {"finnish", {"finish"}},
             {"cancle", {"cancel"}},
             {"bananas", {}},
             {"zz", {}},
             {"exprot", {"export"}},
             {"upload", {}},
         }) {
        auto const parsed = parse_command(typed);
        ASSERT_TRUE(std::holds_alternative<unknown_command>(parsed)) << typed;
        EXPECT_EQ(std::get<unknown_command>(parsed).meant, nearest) << typed;
    }
}

TEST(Command, NothingTypedIsNoCommand)
{
    EXPECT_TRUE(std::holds_alternative<no_command>(parse_command("")));
    EXPECT_TRUE(std::holds_alternative<no_command>(parse_command("  \n ")));
    EXPECT_EQ(std::get<no_command>(parse_command("#2")).run, 2);
}

TEST(Command, StartTakesAProductInQuotesOrNot)
{
    EXPECT_EQ(read("start Blue Van").start.product, "Blue Van");
    EXPECT_EQ(read("start \"Blue Van\"").start.product, "Blue Van");
    EXPECT_EQ(read("start “Blue Van”").start.product, "Blue Van");
    EXPECT_EQ(read("start").start.product, "");
    EXPECT_EQ(read("start Blue   Van").start.product, "Blue Van");
    EXPECT_EQ(read("start \"unclosed name").start.product, "\"unclosed name");
}

TEST(Command, StartTakesOptionsInAnyPlace)
{
    auto const wanted =
        read("start --names HIDDEN Blue Van --guide house --people <@U1> <@U2|ben> <@U1>").start;
    EXPECT_EQ(wanted.product, "Blue Van");
    EXPECT_FALSE(wanted.names_shown);
    EXPECT_EQ(wanted.guide, "house");
    EXPECT_FALSE(wanted.open_to_all);
    EXPECT_THAT(wanted.invited, ElementsAre("U1", "U2"));
    EXPECT_TRUE(read("start Blue Van --people open").start.open_to_all);
    EXPECT_TRUE(read("start Blue Van —names shown").start.names_shown);
}

TEST(Command, StartRefusesWhatItCannotTake)
{
    using enum wrong_usage::problem;
    EXPECT_EQ(problem_of("start " + std::string(81, 'x')), product_too_long);
    EXPECT_EQ(read("start " + std::string(80, 'x')).start.product.size(), 80U);
    EXPECT_EQ(problem_of("start Blue --colour red"), unknown_option);
    EXPECT_EQ(problem_of("start Blue --until friday"), window_value);
    EXPECT_EQ(problem_of("start Blue --names secret"), names_value);
    EXPECT_EQ(problem_of("start Blue --names"), value_missing);
    EXPECT_EQ(problem_of("start Blue --people @ana"), not_a_person);
    EXPECT_EQ(problem_of("start Blue --people"), people_value);
    EXPECT_EQ(problem_of("start Blue --people <@U1> @ben"), not_a_person);
}

TEST(Command, AnswerTakesANumberAndAText)
{
    EXPECT_EQ(read("answer").number, std::nullopt);
    EXPECT_EQ(read("answer 4").number, 4U);
    EXPECT_EQ(read("answer q4").number, 4U);
    EXPECT_EQ(read("answer 4: 1, 3").text, "1, 3");
    EXPECT_EQ(read("answer 4 9 clinics booked").text, "9 clinics booked");
    EXPECT_EQ(read("answer 4 \"9 clinics booked\"").text, "9 clinics booked");
    EXPECT_EQ(read("answer on their own").text, "on their own");
    EXPECT_EQ(read("answer 99999999999999999999").number, std::nullopt);
}

TEST(Command, NamesAnAssessmentBeforeOrAfterTheCommand)
{
    EXPECT_EQ(read("answer #2 4").run, 2);
    EXPECT_EQ(read("#2 answer 4").run, 2);
    EXPECT_EQ(read("#2 answer 4").number, 4U);
    EXPECT_EQ(read("start #2").start.product, "#2");
}

TEST(Command, OthersTakeWhatTheirGrammarSays)
{
    using enum wrong_usage::problem;
    EXPECT_TRUE(read("status share").share);
    EXPECT_TRUE(read("results SHARE").share);
    EXPECT_EQ(read("skip 7").number, 7U);
    EXPECT_EQ(read("settle 10 2").text, "2");
    EXPECT_EQ(read("invite <@U7|ben>").user, "U7");
    EXPECT_EQ(read("help start").text, "start");
    EXPECT_EQ(problem_of("status everybody"), unexpected_text);
    EXPECT_EQ(problem_of("settle"), number_missing);
    EXPECT_EQ(problem_of("concrete it"), number_missing);
    EXPECT_EQ(problem_of("invite"), who_missing);
    EXPECT_EQ(problem_of("owner ben"), not_a_person);
    EXPECT_EQ(problem_of("pause please"), unexpected_text);
}

}  // namespace crossroads
