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
        words{"guide", "check"}, words{"guide", "check", "a", "b"}, words{"playground"}));

}  // namespace
}  // namespace crossroads
