#include "src/storage/store_calls.hpp"
#include "storage/files_store.hpp"
#include "storage/posix_disk.hpp"
#include "storage/storage_failure.hpp"
#include "storage/store_error.hpp"
#include "support/co_test.hpp"
#include "support/simulated_disk.hpp"
#include "support/temporary_directory.hpp"

#include <boost/asio/error.hpp>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace crossroads {
namespace {

files_store_settings quiet()
{
    files_store_settings settings;
    settings.tick_every = {};
    settings.retry_every = {};
    return settings;
}

std::unique_ptr<files_store> open(temporary_directory const& directory, files_store_settings settings = {})
{
    return std::make_unique<files_store>(open_posix_disk(directory.path().string()), std::move(settings));
}

std::string text_of(std::filesystem::path const& directory)
{
    std::string all;
    for (auto const& entry : std::filesystem::directory_iterator(directory)) {
        std::ifstream file(entry.path());
        all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}

std::vector<std::string> names_in(std::filesystem::path const& directory)
{
    std::vector<std::string> names;
    for (auto const& entry : std::filesystem::directory_iterator(directory))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// A disk whose syncs wait while the gate is shut.
class gated_disk final : public disk {
public:
    struct gate {
        std::mutex mutex;
        std::condition_variable changed;
        bool shut = false;

        void pass()
        {
            std::unique_lock lock(mutex);
            changed.wait(lock, [this] { return !shut; });
        }

        void set(bool to_shut)
        {
            std::lock_guard const lock(mutex);
            shut = to_shut;
            changed.notify_all();
        }
    };

    gated_disk(std::unique_ptr<disk> behind, gate& at) : behind_(std::move(behind)), gate_(at) {}

    result<std::vector<std::string>> list() override { return behind_->list(); }

    result<std::unique_ptr<disk_file>> create(std::string const& name) override
    {
        auto made = behind_->create(name);
        if (!made)
            return made;
        return std::unique_ptr<disk_file>(std::make_unique<gated_file>(std::move(*made), gate_));
    }

    result<std::unique_ptr<disk_reader>> open(std::string const& name) override
    {
        return behind_->open(name);
    }

    error_code rename(std::string const& from, std::string const& to) override
    {
        return behind_->rename(from, to);
    }

    error_code remove(std::string const& name) override { return behind_->remove(name); }

    error_code sync_directory() override { return behind_->sync_directory(); }

    result<disk_space> space() override { return behind_->space(); }

private:
    class gated_file final : public disk_file {
    public:
        gated_file(std::unique_ptr<disk_file> behind, gate& at) : behind_(std::move(behind)), gate_(at) {}

        error_code append(std::string_view bytes) override { return behind_->append(bytes); }

        error_code sync() override
        {
            gate_.pass();
            return behind_->sync();
        }

    private:
        std::unique_ptr<disk_file> behind_;
        gate& gate_;
    };

    std::unique_ptr<disk> behind_;
    gate& gate_;
};

CO_TEST(FilesStore, GivesUpWaitingForASlowDiskAndTellsTheRepeatOnceItIsDurable)
{
    temporary_directory const directory;
    gated_disk::gate gate;
    files_store_settings settings = quiet();
    settings.durable_limit = 100ms;
    auto slow = std::make_unique<gated_disk>(open_posix_disk(directory.path().string()), gate);
    files_store store(std::move(slow), std::move(settings));
    std::atomic<int> runs = 0;
    step apply = [&runs](conversation_view const& seen) {
        ++runs;
        return appending("a")(seen);
    };

    gate.set(true);
    auto const late = co_await send_event(store, "c", "k", apply);
    CO_ASSERT(late.has_error());
    EXPECT_EQ(late.error(), asio::error::timed_out);
    auto const waits =
        co_await send_event(store, "c", "k", apply);  // behind the first, which still holds the turn
    CO_ASSERT(waits.has_error());
    EXPECT_EQ(waits.error(), asio::error::timed_out);
    EXPECT_FALSE(store.ready());

    gate.set(false);
    auto repeat = co_await send_event(store, "c", "k", apply);
    CO_ASSERT(repeat.has_value());
    EXPECT_EQ(*repeat, "did a");
    EXPECT_EQ(runs, 1);
    EXPECT_TRUE(store.ready());
}

CO_TEST(FilesStore, RefusesMoreWaitersThanItsLimit)
{
    temporary_directory const directory;
    gated_disk::gate gate;
    files_store_settings settings = quiet();
    settings.durable_limit = 50ms;
    settings.waiting_per_conversation = 0;
    auto slow = std::make_unique<gated_disk>(open_posix_disk(directory.path().string()), gate);
    files_store store(std::move(slow), std::move(settings));

    gate.set(true);
    co_await send_event(store, "c", "k1", appending("a"));
    auto const refused = co_await send_event(store, "c", "k2", appending("b"));
    gate.set(false);

    CO_ASSERT(refused.has_error());
    EXPECT_EQ(refused.error(), store_error::overloaded);
}

CO_TEST(FilesStore, ForgetsEventsAfter72Hours)
{
    temporary_directory const directory;
    std::atomic<std::int64_t> now = 1'700'000'000;
    files_store_settings settings = quiet();
    settings.clock = [&now] { return now.load(); };
    auto const store = open(directory, settings);
    co_await send_event(*store, "c", "k", appending("a"));

    now += 72 * 3600;
    auto const repeat = co_await send_event(*store, "c", "k", appending("b"));
    now += 1;
    auto const fresh = co_await send_event(*store, "c", "k", appending("c"));
    CO_ASSERT(repeat && fresh);
    EXPECT_EQ(*repeat, "did a");
    EXPECT_EQ(*fresh, "did c");
}

CO_TEST(FilesStore, LeavesOneSnapshotAndAnEmptyJournalWhenItIsStopped)
{
    temporary_directory const directory;
    auto store = open(directory);
    std::vector<std::string> const slots(1, "slot");
    co_await send_event(*store, "c", "k1", appending("a"));
    co_await send_event(*store, "c", "k2", owing(slots, "k2"));
    auto const stopped = co_await store->stop(10s);
    EXPECT_TRUE(stopped.has_value());
    auto const refused = co_await send_event(*store, "c", "k3", appending("b"));
    CO_ASSERT(refused.has_error());
    EXPECT_EQ(
        refused.error(),
        store_error::not_ready == refused.error() ? store_error::not_ready : store_error::stopped);
    store.reset();

    auto const names = names_in(directory.path());
    CO_ASSERT(names.size() == 3);
    EXPECT_EQ(names[0], "LOCK");
    EXPECT_EQ(names[1], "journal-0000000000000002.log");
    EXPECT_EQ(names[2], "snapshot-0000000000000002.log");
    store = open(directory);
    auto const seen = co_await look(*store, "c");
    EXPECT_EQ(seen.state, "a");
    auto const repeat = co_await send_event(*store, "c", "k1", appending("b"));
    CO_ASSERT(repeat.has_value());
    EXPECT_EQ(*repeat, "did a");
    EXPECT_EQ(store->claim_outgoing(5).size(), 1U);
}

CO_TEST(FilesStore, WritesASnapshotOnceTheJournalIsLargeAndGoesOnMeanwhile)
{
    temporary_directory const directory;
    files_store_settings settings = quiet();
    settings.snapshot_bytes = 20'000;
    auto store = open(directory, settings);
    std::string const large(3'000, 'x');
    for (int i = 0; i < 200; ++i) {
        std::string const number = std::to_string(i);
        step apply = [&large, number](conversation_view const&) { return changed_to(large + number, ""); };
        auto const done = co_await send_event(*store, "c" + number, "k" + number, std::move(apply));
        EXPECT_TRUE(done.has_value());
    }
    store.reset();

    auto const names = names_in(directory.path());
    EXPECT_TRUE(std::any_of(
        names.begin(), names.end(), [](std::string const& name) { return name.starts_with("snapshot-"); }));
    store = open(directory, settings);
    for (int i = 0; i < 200; ++i) {
        auto const seen = co_await look(*store, "c" + std::to_string(i));
        EXPECT_EQ(seen.state, large + std::to_string(i));
    }
}

CO_TEST(FilesStore, ErasesFromTheDiskWithTheNextSnapshot)
{
    temporary_directory const directory;
    auto const store = open(directory);
    step apply = [](conversation_view const&) { return changed_to("secret state", "secret answer"); };
    co_await send_event(*store, "c", "k1", std::move(apply));
    EXPECT_NE(text_of(directory.path()).find("secret"), std::string::npos);
    co_await store->erase("c");
    co_await store->stop(10s);

    EXPECT_EQ(text_of(directory.path()).find("secret"), std::string::npos);
}

CO_TEST(FilesStore, KeepsItsFilesFromOthers)
{
    temporary_directory const directory;
    std::string const inside = (directory.path() / "data").string();
    files_store store(open_posix_disk(inside), {});
    co_await send_event(store, "c", "k1", appending("a"));

    namespace fs = std::filesystem;
    EXPECT_EQ(fs::status(inside).permissions(), fs::perms::owner_all);
    for (auto const& entry : fs::directory_iterator(inside))
        EXPECT_EQ(entry.status().permissions(), fs::perms::owner_read | fs::perms::owner_write)
            << entry.path();
}

CO_TEST(FilesStore, RefusesNewConversationsFirstWhenTheDiskIsLow)
{
    simulated_platter platter(1);
    files_store_settings settings = quiet();
    asio::any_io_executor const here = co_await asio::this_coro::executor;
    settings.io = here;
    settings.low_space_bytes = 5'000;
    settings.low_space_percent = 0;
    files_store store(std::make_unique<simulated_disk>(platter), std::move(settings));
    co_await send_event(store, "old", "k1", appending("a"));
    platter.faults.capacity = 6'000;
    store.tick();
    auto const enough = co_await send_event(store, "new", "k1", appending("a"));
    EXPECT_TRUE(enough.has_value());
    platter.faults.capacity = 5'100;
    store.tick();

    auto const refused = co_await send_event(store, "newer", "k1", appending("a"));
    auto const known = co_await send_event(store, "old", "k2", appending("b"));
    CO_ASSERT(refused.has_error());
    EXPECT_EQ(refused.error(), store_error::disk_low);
    EXPECT_TRUE(known.has_value());
    platter.faults.capacity = 0;
    store.tick();
    auto const again = co_await send_event(store, "newer", "k1", appending("a"));
    EXPECT_TRUE(again.has_value());
}

CO_TEST(FilesStore, TakesASnapshotEveryHour)
{
    simulated_platter platter(1);
    std::int64_t now = 1'700'000'000;
    files_store_settings settings = quiet();
    asio::any_io_executor const here = co_await asio::this_coro::executor;
    settings.io = here;
    settings.clock = [&now] { return now; };
    files_store store(std::make_unique<simulated_disk>(platter), std::move(settings));
    co_await send_event(store, "c", "k1", appending("a"));
    now += 3599;
    store.tick();
    co_await send_event(store, "c", "k2", appending("b"));
    EXPECT_EQ(platter.contents().begin()->first, "journal-0000000000000000.log");
    now += 1;
    store.tick();
    co_await send_event(store, "c", "k3", appending("c"));
    co_await send_event(store, "c", "k4", appending("d"));

    auto const files = platter.contents();
    EXPECT_EQ(files.rbegin()->first.substr(0, 9), "snapshot-");
    EXPECT_FALSE(files.contains("journal-0000000000000000.log"));
}

}  // namespace
}  // namespace crossroads
