// The commands that change a data directory, each as an operator types it.
#include "commands/backup_command.hpp"
#include "commands/letters_commands.hpp"
#include "src/commands/data_directory.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace crossroads {
namespace {

using json = nlohmann::json;

bool holds(fs::path const& directory, std::string_view text)
{
    auto const contents = contents_of(directory);
    return std::any_of(contents.begin(), contents.end(), [text](auto const& file) {
        return file.second.find(text) != std::string::npos;
    });
}

TEST(LettersCommand, ListsWhatWasGivenUpAlsoBesideAService)
{
    data_directory data;
    auto const id = data.letter("slack:T1:C1", "1/start");

    auto const listed = run(&list_letters, letters_list_command{data.path()});

    EXPECT_EQ(listed.code, exit_code::done) << listed.errors;
    auto const letter = json::parse(listed.out, nullptr, false);
    EXPECT_EQ(letter["id"], id);
    EXPECT_EQ(letter["conversation"], "slack:T1:C1");
    EXPECT_EQ(letter["slot"], "1/start");
    EXPECT_EQ(letter["reason"], "is_archived");
    EXPECT_EQ(letter["can_be_sent_again"], true);
    EXPECT_EQ(letter["body"]["slot"], "1/start");
    EXPECT_EQ(letter["at"].get<std::string>().size(), std::string("2026-01-01T00:00:00Z").size());
}

TEST(LettersCommand, HasThemSentAgainAllOrNone)
{
    data_directory data;
    auto const one = data.letter("c1", "1/start");
    auto const two = data.letter("c2", "1/start");
    auto const in_use = run(&retry_letters, letters_retry_command{data.path(), {one}});
    EXPECT_EQ(in_use.code, exit_code::failed);
    EXPECT_NE(in_use.errors.find("Stop it first"), std::string::npos) << in_use.errors;
    data.close();

    auto const unknown = run(&retry_letters, letters_retry_command{data.path(), {one, "99.0"}});
    EXPECT_EQ(unknown.code, exit_code::invalid_input);
    EXPECT_NE(unknown.errors.find("99.0"), std::string::npos) << unknown.errors;
    data.open();
    EXPECT_EQ(data.store().dead_letters().size(), 2U);
    data.close();

    auto const retried = run(&retry_letters, letters_retry_command{data.path(), {one, two, one}});
    EXPECT_EQ(retried.code, exit_code::done) << retried.errors;
    EXPECT_EQ(retried.out, "2 messages will be sent once the service runs\n");
    data.open();
    EXPECT_TRUE(data.store().dead_letters().empty());
    EXPECT_EQ(data.store().pending(), 2U);
}

TEST(LettersCommand, DropsThem)
{
    data_directory data;
    auto const id = data.letter("c", "1/start");
    data.close();

    auto const dropped = run(&drop_letters, letters_drop_command{data.path(), {id}});

    EXPECT_EQ(dropped.code, exit_code::done) << dropped.errors;
    EXPECT_EQ(run(&list_letters, letters_list_command{data.path()}).out, "");
}

TEST(LettersCommand, DoesNotMakeADirectoryThatIsNotThere)
{
    temporary_directory const around;
    auto const missing = (around.path() / "data").string();

    EXPECT_EQ(run(&list_letters, letters_list_command{missing}).code, exit_code::failed);
    EXPECT_EQ(run(&retry_letters, letters_retry_command{missing, {"1.0"}}).code, exit_code::failed);
    EXPECT_EQ(run(&erase_conversation, erase_command{missing, "c"}).code, exit_code::failed);
    EXPECT_FALSE(fs::exists(missing));
}

TEST(EraseCommand, TakesEveryByteFromTheDiskAndFromLaterBackups)
{
    data_directory data;
    data.event("slack:T1:C1", "a secret ");
    data.letter("slack:T1:C1", "slot with a secret");
    data.event("slack:T1:C2", "something else");
    data.close(true);
    data.open();
    data.event("slack:T1:C1", "another secret");
    data.close();
    EXPECT_EQ(run(&back_up, backup_command{data.path(), data.path("before")}).code, exit_code::done);
    EXPECT_TRUE(holds(data.path("before"), "secret"));

    auto const erased = run(&erase_conversation, erase_command{data.path(), "slack:T1:C1"});

    EXPECT_EQ(erased.code, exit_code::done) << erased.errors;
    EXPECT_FALSE(holds(data.path(), "secret"));
    EXPECT_TRUE(holds(data.path(), "something else"));
    EXPECT_EQ(run(&back_up, backup_command{data.path(), data.path("after")}).code, exit_code::done);
    EXPECT_FALSE(holds(data.path("after"), "secret"));
    EXPECT_EQ(run(&list_letters, letters_list_command{data.path()}).out, "");
    auto const nobody = run(&erase_conversation, erase_command{data.path(), "slack:T1:C9"});
    EXPECT_EQ(nobody.code, exit_code::invalid_input);
}

}  // namespace
}  // namespace crossroads
