#pragma once

#include "storage/disk.hpp"
#include "storage/files_store_settings.hpp"
#include "storage/journal.hpp"
#include "storage/ledger.hpp"
#include "storage/pending_result.hpp"
#include "storage/records.hpp"
#include "storage/snapshot.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace crossroads {

/// A change of one conversation on its way to the disk.
struct journal_entry {
    std::string conversation;
    record what;
    payload_text payload;
    std::shared_ptr<pending_result<void>> outcome;
    std::uint64_t seq = 0;  // once it is written
};

/// Snapshot lines of the conversations that follow some conversation.
struct snapshot_piece {
    std::string lines;
    std::uint64_t count = 0;
    std::string last;  // the last conversation in it
    bool end = false;
};

/// What the writer tells the store and asks of it, always on the writer's executor.
struct journal_listener {
    std::function<void(std::vector<journal_entry>&)> written;  // and synced, in the order of their seq
    std::function<void(std::vector<journal_entry>&, error_code)> failed;
    std::function<void(ledger)> recovered;  // what the disk holds; memory is to be replaced by it
    std::function<void()> ready;            // after that: from now on changes are taken
    std::function<snapshot_piece(std::string const& after, std::uint64_t number)> piece;
};

/// Makes changes durable, all that wait in one go (group commit): while one batch is being synced, the
/// next gathers. Also writes snapshots between batches, and after any error of the disk gives up
/// everything that waits and reads the files anew until that works.
class journal_writer {
public:
    journal_writer(
        disk& directory, files_store_settings const& settings, boost::asio::any_io_executor io,
        journal_listener listener);

    /// Reads what is there, and begins. Call once; throws storage_failure.
    void start();

    /// Changes with each failure and each recovery; none while nothing can be written. What is submitted
    /// must rest on memory as it was under the generation it is submitted with. Any thread.
    std::optional<std::uint64_t> generation() const;

    /// Any thread.
    error_code submit(journal_entry entry, std::uint64_t generation);

    bool ready() const;

    bool disk_low() const { return disk_low_; }

    std::uint64_t disk_free_bytes() const { return disk_free_bytes_; }

    /// Refuses what comes from now on, writes what waits and a snapshot, then calls `done` with what failed.
    /// Any thread.
    void stop(std::function<void(error_code)> done);

    /// What has to be done now and then. On the executor.
    void tick();

private:
    using steady = std::chrono::steady_clock;

    void schedule_tick();
    void run();
    std::vector<journal_entry> take_batch();
    void write(std::vector<journal_entry> batch);
    void run_again_if_needed();
    void fail(std::vector<journal_entry> batch, error_code why);
    void adopt(ledger contents, journal open_journal, std::uint64_t snapshot_bytes);
    void recover_if_due();
    void check_space();
    void begin_snapshot_if_due();
    void begin_snapshot();
    void continue_snapshot();
    void abandon_snapshot(error_code why);

    disk& directory_;
    files_store_settings const& settings_;
    boost::asio::any_io_executor io_;
    journal_listener listener_;

    mutable std::mutex mutex_;  // guards the next six
    std::vector<journal_entry> waiting_;
    std::size_t waiting_bytes_ = 0;
    bool running_ = false;
    bool ready_ = false;
    bool stopped_ = false;
    std::uint64_t generation_ = 0;

    std::atomic<bool> disk_low_ = false;
    std::atomic<std::uint64_t> disk_free_bytes_ = 0;
    std::atomic<steady::rep> writing_since_ = 0;  // 0: not writing

    // The rest belongs to the executor.
    std::optional<journal> journal_;
    std::optional<snapshot_writer> snapshot_;
    std::string snapshot_position_;
    std::uint64_t last_snapshot_bytes_ = 0;
    std::int64_t last_snapshot_at_ = 0;
    bool has_snapshot_ = false;  // one with the number of the journal
    error_code snapshot_failure_;
    steady::time_point next_snapshot_;
    steady::time_point next_recovery_;
    boost::asio::steady_timer ticker_;
};

}  // namespace crossroads
