// The store in processes of its own: two of them on one directory, and one that is killed.
#include "src/storage/store_calls.hpp"
#include "storage/files_store.hpp"
#include "storage/posix_disk.hpp"
#include "storage/storage_failure.hpp"
#include "support/temporary_directory.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <map>
#include <set>
#include <signal.h>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace asio = boost::asio;

namespace crossroads {
namespace {

constexpr int writers = 8;

/// Applies events to its conversation for ever and writes each number to the pipe once it is acknowledged.
asio::awaitable<void> write_events(store& to, int writer, int first, int pipe)
{
    std::string const conversation = "c" + std::to_string(writer);
    for (int number = first;; ++number) {
        std::string const text = std::to_string(number) + ",";
        auto const done = co_await send_event(to, conversation, text, appending(text));
        if (!done)
            continue;
        std::string const told = std::to_string(writer) + " " + std::to_string(number) + "\n";
        if (::write(pipe, told.data(), told.size()) < 0)
            co_return;
    }
}

[[noreturn]] void run_until_killed(std::string const& path, int first, int pipe)
{
    asio::io_context context;
    files_store_settings settings;
    settings.snapshot_bytes = 100'000;  // some within a run
    files_store store(open_posix_disk(path), settings);
    for (int writer = 0; writer < writers; ++writer)
        asio::co_spawn(context, write_events(store, writer, first, pipe), asio::use_future);
    context.run();
    ::_exit(1);
}

std::string read_all(int pipe, std::size_t enough, pid_t writer)
{
    std::string text;
    std::vector<char> piece(4096);
    for (ssize_t got = 0; (got = ::read(pipe, piece.data(), piece.size())) > 0;) {
        text.append(piece.data(), static_cast<std::size_t>(got));
        if (enough > 0 && text.size() >= enough) {
            ::kill(writer, SIGKILL);
            enough = 0;  // the rest is what it had told before it died
        }
    }
    return text;
}

std::string state_of(files_store& store, int writer)
{
    asio::io_context context;
    auto seen = asio::co_spawn(context, look(store, "c" + std::to_string(writer)), asio::use_future);
    context.run();
    return seen.get().state;
}

TEST(StoreProcess, LosesNothingAndAppliesNothingTwiceWhenItIsKilled)
{
    temporary_directory const directory;
    std::string const path = directory.path().string();
    std::map<int, std::set<int>> acknowledged;
    for (int life = 0; life < 12; ++life) {
        int pipe[2] = {};
        ASSERT_EQ(::pipe(pipe), 0);
        pid_t const child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0)
            run_until_killed(path, life * 1'000'000, pipe[1]);
        ::close(pipe[1]);
        std::istringstream told(read_all(pipe[0], 200U + static_cast<std::size_t>(life) * 700U, child));
        ::close(pipe[0]);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status));
        for (std::string line; std::getline(told, line);) {
            std::istringstream words(line);
            int writer = 0;
            int number = 0;
            words >> writer >> number;
            acknowledged[writer].insert(number);
        }

        files_store store(open_posix_disk(path), {});
        for (int writer = 0; writer < writers; ++writer) {
            std::set<int> applied;
            std::istringstream state(state_of(store, writer));
            for (std::string number; std::getline(state, number, ',');)
                EXPECT_TRUE(applied.insert(std::stoi(number)).second) << number << " was applied twice";
            for (int const number : acknowledged[writer])
                EXPECT_TRUE(applied.contains(number)) << number << " was acknowledged and is lost";
        }
    }
}

TEST(StoreProcess, IsTheOnlyOneOnItsDirectory)
{
    temporary_directory const directory;
    std::string const path = directory.path().string();
    auto const first = open_posix_disk(path);
    pid_t const child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        try {
            open_posix_disk(path);
            ::_exit(1);
        } catch (storage_failure const& failure) {
            std::string const expected = path +
                                         ": the data directory is in use by another process (process " +
                                         std::to_string(::getppid()) + ")";
            ::_exit(failure.kind() == failure_kind::in_use && failure.what() == expected ? 0 : 2);
        }
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(StoreProcess, SaysWhyADirectoryIsOfNoUse)
{
    temporary_directory const directory;
    std::string const path = (directory.path() / "missing" / "data").string();
    try {
        open_posix_disk(path);
        ADD_FAILURE();
    } catch (storage_failure const& failure) {
        EXPECT_EQ(failure.kind(), failure_kind::unusable);
        EXPECT_EQ(failure.what(), path + ": cannot make the data directory: No such file or directory");
    }
}

}  // namespace
}  // namespace crossroads
