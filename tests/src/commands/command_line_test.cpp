#include "commands/command_line.hpp"

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

namespace crossroads {
namespace {

using words = std::vector<std::string>;

TEST(CommandLine, ServesWithOptions)
{
    auto const parsed =
        parse_command_line({"serve", "--config", "c.json", "--listen=127.0.0.1:1", "--playground"});

    auto const& serve = std::get<serve_command>(parsed);
    EXPECT_EQ(serve.config_file, "c.json");
    EXPECT_EQ(
        serve.options, (std::map<std::string, std::string>{{"listen", "127.0.0.1:1"}, {"playground", "1"}}));
}

TEST(CommandLine, EvaluatesWithAGuideOfChoice)
{
    auto const parsed = parse_command_line({"evaluate", "--jsonl", "--guide", "g.json"});

    auto const& evaluate = std::get<evaluate_command>(parsed);
    EXPECT_TRUE(evaluate.one_per_line);
    EXPECT_EQ(evaluate.guide_file, "g.json");
}

TEST(CommandLine, ShowsTheBuiltInGuideOrAFile)
{
    EXPECT_EQ(std::get<guide_show_command>(parse_command_line({"guide", "show"})).guide_file, "");
    EXPECT_EQ(std::get<guide_show_command>(parse_command_line({"guide", "show", "g"})).guide_file, "g");
    auto const german = parse_command_line({"guide", "show", "--language", "deutsch"});
    EXPECT_EQ(std::get<guide_show_command>(german).in, language::german);
    EXPECT_TRUE(
        std::holds_alternative<usage_error>(parse_command_line({"guide", "show", "--language", "klingon"})));
}

TEST(CommandLine, WorksOnTheDataDirectoryThatIsGivenOrSet)
{
    auto const backup = parse_command_line({"backup", "--data-dir", "d", "dest"});
    EXPECT_EQ(std::get<backup_command>(backup).data_dir, "d");
    EXPECT_EQ(std::get<backup_command>(backup).destination, "dest");
    EXPECT_EQ(std::get<backup_command>(parse_command_line({"backup", "dest"})).data_dir, "");

    EXPECT_EQ(std::get<journal_check_command>(parse_command_line({"journal", "check"})).data_dir, "");
    EXPECT_EQ(std::get<journal_check_command>(parse_command_line({"journal", "check", "d"})).data_dir, "d");
    auto const show = parse_command_line({"journal", "show", "d", "--conversation", "slack:T1:C42"});
    EXPECT_EQ(std::get<journal_show_command>(show).data_dir, "d");
    EXPECT_EQ(std::get<journal_show_command>(show).conversation, "slack:T1:C42");
    auto const salvage = parse_command_line({"journal", "salvage", "d", "dest"});
    EXPECT_EQ(std::get<journal_salvage_command>(salvage).data_dir, "d");
    EXPECT_EQ(std::get<journal_salvage_command>(salvage).destination, "dest");

    EXPECT_EQ(std::get<letters_list_command>(parse_command_line({"letters", "list"})).data_dir, "");
    auto const retry = parse_command_line({"letters", "retry", "1.0", "2.0", "--data-dir=d"});
    EXPECT_EQ(std::get<letters_retry_command>(retry).ids, (words{"1.0", "2.0"}));
    EXPECT_EQ(std::get<letters_retry_command>(retry).data_dir, "d");
    EXPECT_EQ(
        std::get<letters_drop_command>(parse_command_line({"letters", "drop", "1.0"})).ids, words{"1.0"});
    EXPECT_EQ(
        std::get<erase_command>(parse_command_line({"erase", "slack:T1:C42"})).conversation, "slack:T1:C42");
}

TEST(CommandLine, TakesWhatATeamsPackageSays)
{
    auto const parsed = parse_command_line(
        {"teams-app", "--website", "https://example.org", "--name=Guide", "--without-slash", "guide.zip"});

    auto const& asked = std::get<teams_app_command>(parsed);
    EXPECT_EQ(asked.destination, "guide.zip");
    EXPECT_EQ(asked.website, "https://example.org");
    EXPECT_EQ(asked.name, "Guide");
    EXPECT_TRUE(asked.without_slash);
}

TEST(CommandLine, HelpsWhereverItIsAskedTo)
{
    for (auto const& asked :
         {words{"help"}, words{"--help"}, words{"-h"}, words{"serve", "--help"},
          words{"journal", "show", "--help"}})
        EXPECT_TRUE(std::holds_alternative<help_command>(parse_command_line(asked))) << asked.back();
}

class WrongUsage : public testing::TestWithParam<words> {};

TEST_P(WrongUsage, SaysWhatToTypeInstead)
{
    auto const parsed = parse_command_line(GetParam());

    auto const* wrong = std::get_if<usage_error>(&parsed);
    ASSERT_NE(wrong, nullptr);
    EXPECT_NE(wrong->what.find("crossroads"), std::string::npos) << wrong->what;
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine, WrongUsage,
    testing::Values(
        words{}, words{"start"}, words{"serve", "now"}, words{"serve", "--port", "1"},
        words{"serve", "--config"}, words{"evaluate", "answers.json"}, words{"guide"},
        words{"guide", "check"}, words{"guide", "check", "a", "b"}, words{"playground"}, words{"backup"},
        words{"backup", "a", "b"}, words{"backup", ""}, words{"backup", "--to", "a"}, words{"journal"},
        words{"journal", "mend"}, words{"journal", "check", "a", "b"},
        words{"journal", "check", "--conversation", "c"}, words{"journal", "salvage", "a"},
        words{"journal", "salvage", "", "b"}, words{"letters"}, words{"letters", "list", "1.0"},
        words{"letters", "retry"}, words{"letters", "drop", "--data-dir", "d"},
        words{"letters", "read", "1.0"}, words{"erase"}, words{"erase", "a", "b"}, words{"teams-app"},
        words{"teams-app", "a.zip"}, words{"teams-app", "--website", "https://example.org"}));

}  // namespace
}  // namespace crossroads
