// The commands that work on a data directory, each as an operator types it.
#include "commands/backup_command.hpp"
#include "commands/journal_commands.hpp"
#include "commands/letters_commands.hpp"
#include "src/storage/store_calls.hpp"
#include "storage/files_store.hpp"
#include "storage/posix_disk.hpp"
#include "support/temporary_directory.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace asio = boost::asio;
namespace fs = std::filesystem;

namespace crossroads {
namespace {

using json = nlohmann::json;

struct outcome {
    exit_code code = exit_code::done;
    std::string out;
    std::string errors;
};

template <class Asked>
outcome
run(exit_code (*command)(
        Asked const&, std::map<std::string, std::string> const&, std::ostream&, std::ostream&),
    Asked const& asked)
{
    std::ostringstream out;
    std::ostringstream errors;
    auto const code = command(asked, {}, out, errors);
    return {code, out.str(), errors.str()};
}

outcome salvage(std::string const& data_dir, std::string const& destination)
{
    std::ostringstream out;
    std::ostringstream errors;
    auto const code = salvage_journal({data_dir, destination}, out, errors);
    return {code, out.str(), errors.str()};
}

std::map<std::string, std::string> contents_of(fs::path const& directory)
{
    std::map<std::string, std::string> contents;
    for (auto const& entry : fs::directory_iterator(directory)) {
        std::ifstream file(entry.path(), std::ios::binary);
        contents[entry.path().filename().string()] = {std::istreambuf_iterator<char>(file), {}};
    }
    return contents;
}

bool holds(fs::path const& directory, std::string_view text)
{
    auto const contents = contents_of(directory);
    return std::any_of(contents.begin(), contents.end(), [text](auto const& file) {
        return file.second.find(text) != std::string::npos;
    });
}

/// A directory with a data directory in it, and a service's store on that until it is closed.
class data_directory {
public:
    data_directory() { open(); }

    void open() { store_ = std::make_unique<files_store>(open_posix_disk(path()), files_store_settings{}); }

    void close(bool with_snapshot = false)
    {
        if (with_snapshot)
            wait_for(store_->stop(std::chrono::seconds{10}));
        store_.reset();
    }

    std::string path(std::string const& name = "data") const { return (around_.path() / name).string(); }

    void event(std::string const& conversation, std::string const& text)
    {
        wait_for(send_event(*store_, conversation, text, appending(text)));
    }

    /// The id of a message that was given up.
    std::string letter(std::string const& conversation, std::string const& slot)
    {
        wait_for(
            send_event(*store_, conversation, "owes " + slot, owing(std::vector<std::string>{slot}, "k")));
        auto const out = store_->claim_outgoing(1);
        wait_for(store_->give_up(conversation, out.at(0).id, "is_archived"));
        return out.at(0).id;
    }

    std::string state(std::string const& conversation)
    {
        asio::io_context context;
        auto seen = asio::co_spawn(context, look(*store_, conversation), asio::use_future);
        context.run();
        return seen.get().state;
    }

    files_store& store() { return *store_; }

private:
    template <class Call>
    static void wait_for(Call call)
    {
        asio::io_context context;
        auto done = asio::co_spawn(context, std::move(call), asio::use_future);
        context.run();
        EXPECT_TRUE(done.get().has_value());
    }

    temporary_directory around_;
    std::unique_ptr<files_store> store_;
};

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
    EXPECT_NE(saved.out.find("slack:T1:C2: may be missing, stale or incomplete"), std::string::npos) << saved.out;
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
