// The commands that read or copy a data directory, each as an operator types it.
#include "commands/backup_command.hpp"
#include "commands/journal_commands.hpp"
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

outcome salvage(std::string const& data_dir, std::string const& destination)
{
    std::ostringstream out;
    std::ostringstream errors;
    auto const code = salvage_journal({data_dir, destination}, out, errors);
    return {code, out.str(), errors.str()};
}

/// Damages one byte of the journal's line that holds `text`.
void damage(std::string const& data_dir, std::string const& text)
{
    for (auto const& [name, content] : contents_of(data_dir)) {
        auto const at = content.find(text);
        if (at == std::string::npos)
            continue;
        std::fstream file(fs::path(data_dir) / name, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(at));
        file.put('#');
        return;
    }
    ADD_FAILURE() << text << " is in no file";
}

TEST(BackupCommand, CopiesWhatARunningServiceHasAcknowledged)
{
    data_directory data;
    data.event("slack:T1:C1", "one");
    data.event("slack:T1:C2", "two");
    std::ofstream(fs::path(data.path()) / "playground.json") << "{}";

    auto const copied = run(&back_up, backup_command{data.path(), data.path("copy")});

    EXPECT_EQ(copied.code, exit_code::done) << copied.errors;
    EXPECT_NE(
        copied.out.find("2 conversations, 0 messages waiting, 0 given up, up to line "), std::string::npos)
        << copied.out;
    EXPECT_EQ(std::count(copied.out.begin(), copied.out.end(), '\n'), 1);
    auto const names = contents_of(data.path("copy"));
    EXPECT_EQ(names.size(), 2U);
    EXPECT_TRUE(names.contains("playground.json"));
    files_store const restored(open_posix_disk(data.path("copy")), files_store_settings{});
    EXPECT_EQ(restored.states("slack:T1:C2"), std::vector<std::string>{"two"});
}

TEST(BackupCommand, RefusesAndLeavesNothingBehind)
{
    data_directory data;
    data.event("c", "one");
    data.event("c", "two");
    fs::create_directory(data.path("taken"));
    std::ofstream(data.path("taken") + "/file") << "x";

    struct row {
        std::string from;
        std::string to;
        exit_code code;
        std::string error;
    };

    std::vector<row> const rows = {
        {data.path(), data.path("taken"), exit_code::failed, "it exists and is not an empty directory"},
        {data.path("missing"), data.path("copy"), exit_code::failed, "No such file or directory"},
        {data.path("taken"), data.path("copy"), exit_code::invalid_input, "this is no data directory"},
        {data.path(), data.path("no/such/place"), exit_code::failed, "No such file or directory"},
    };
    for (auto const& [from, to, code, error] : rows) {
        auto const refused = run(&back_up, backup_command{from, to});
        EXPECT_EQ(refused.code, code) << error;
        EXPECT_NE(refused.errors.find(error), std::string::npos) << refused.errors;
        EXPECT_EQ(refused.out, "");
    }
    damage(data.path(), "\"st\":\"one\"");
    auto const refused = run(&back_up, backup_command{data.path(), data.path("copy")});
    EXPECT_EQ(refused.code, exit_code::invalid_input);
    EXPECT_NE(refused.errors.find("journal-0000000000000000.log:2: "), std::string::npos) << refused.errors;
    EXPECT_EQ(contents_of(data.path("taken")).size(), 1U);
    auto const around = fs::path(data.path()).parent_path();
    EXPECT_EQ(std::distance(fs::directory_iterator(around), fs::directory_iterator()), 2);
}

TEST(JournalCheck, SaysThatARunningServicesFilesAreGoodAndChangesNothing)
{
    data_directory data;
    data.event("c", "one");
    auto const before = contents_of(data.path());

    auto const checked = run(&check_journal, journal_check_command{data.path()});

    EXPECT_EQ(checked.code, exit_code::done) << checked.errors;
    EXPECT_EQ(
        checked.out, data.path() + ": good: 1 conversation, 0 messages waiting, 0 given up, up to line 1\n");
    EXPECT_EQ(contents_of(data.path()), before);
}

TEST(JournalCheck, TellsATornTailFromDamageAndBothFromANewerFormat)
{
    data_directory data;
    data.event("c", "one");
    data.close();
    auto const journal = data.path() + "/journal-0000000000000000.log";
    std::ofstream(journal, std::ios::app) << "0123abcd 9 8 e c {";
    auto const before = contents_of(data.path());
    auto const torn = run(&check_journal, journal_check_command{data.path()});
    EXPECT_EQ(torn.code, exit_code::done);
    EXPECT_NE(torn.out.find("log:3: a torn tail, 1 lines: harmless"), std::string::npos) << torn.out;
    EXPECT_EQ(contents_of(data.path()), before);

    data.open();
    data.event("c", "two");
    data.close();
    damage(data.path(), "\"st\":\"one\"");
    auto const damaged = run(&check_journal, journal_check_command{data.path()});
    EXPECT_EQ(damaged.code, exit_code::invalid_input);
    EXPECT_EQ(damaged.out, "");
    EXPECT_NE(damaged.errors.find("log:2: damaged, and what follows was acknowledged"), std::string::npos)
        << damaged.errors;
    EXPECT_NE(damaged.errors.find("crossroads journal salvage"), std::string::npos) << damaged.errors;

    std::string newer;
    append_line(newer, {0, 0, line_kind::header, no_key, R"({"format":3})"});
    std::ofstream(journal, std::ios::trunc) << newer;
    auto const refused = run(&check_journal, journal_check_command{data.path()});
    EXPECT_EQ(refused.code, exit_code::invalid_input);
    EXPECT_NE(refused.errors.find("start a newer version"), std::string::npos) << refused.errors;
}

TEST(JournalShow, GivesOneJsonObjectALineOfADirectoryThatCannotBeWritten)
{
    data_directory data;
    data.event("slack:T1:C1", "one");
    data.event("slack:T1:C2", "two");
    fs::permissions(data.path(), fs::perms::owner_read | fs::perms::owner_exec);

    auto const all = run(&show_journal, journal_show_command{data.path(), {}});
    auto const one = run(&show_journal, journal_show_command{data.path(), "slack:T1:C2"});

    fs::permissions(data.path(), fs::perms::owner_all);
    EXPECT_EQ(all.code, exit_code::done) << all.errors;
    EXPECT_EQ(std::count(all.out.begin(), all.out.end(), '\n'), 3);
    auto const shown = json::parse(one.out, nullptr, false);
    EXPECT_EQ(shown["conversation"], "slack:T1:C2");
    EXPECT_EQ(shown["state"], "two");
}

TEST(JournalSalvage, MakesADirectoryThatStartsAndSaysWhatIsMissing)
{
    data_directory data;
    data.event("slack:T1:C1", "one");
    data.event("slack:T1:C2", "two");
    data.event("slack:T1:C1", "three");
    data.close();
    damage(data.path(), "\"st\":\"two\"");
    auto const before = contents_of(data.path());

    auto const saved = salvage(data.path(), data.path("saved"));

    EXPECT_EQ(saved.code, exit_code::done) << saved.errors;
    EXPECT_NE(saved.out.find("journal-0000000000000000.log:3: left out: damaged"), std::string::npos)
        << saved.out;
    EXPECT_NE(saved.out.find("slack:T1:C2: may be missing, stale or incomplete"), std::string::npos)
        << saved.out;
    EXPECT_EQ(contents_of(data.path()), before);
    files_store const started(open_posix_disk(data.path("saved")), files_store_settings{});
    EXPECT_EQ(started.states("slack:"), std::vector<std::string>{"onethree"});
}

TEST(JournalSalvage, IsRefusedWhileAServiceRuns)
{
    data_directory data;
    data.event("c", "one");

    auto const refused = salvage(data.path(), data.path("saved"));

    EXPECT_EQ(refused.code, exit_code::failed);
    EXPECT_NE(refused.errors.find("in use by another process"), std::string::npos) << refused.errors;
    EXPECT_NE(refused.errors.find("Stop it first"), std::string::npos) << refused.errors;
    EXPECT_FALSE(fs::exists(data.path("saved")));
}

}  // namespace
}  // namespace crossroads
