#pragma once

#include "storage/conversation_turns.hpp"
#include "storage/disk.hpp"
#include "storage/files_store_settings.hpp"
#include "storage/journal_writer.hpp"
#include "storage/ledger.hpp"
#include "storage/outgoing_schedule.hpp"
#include "storage/store.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {

/// How the store is, for `/metrics`.
struct store_condition {
    bool ready = false;
    bool disk_low = false;  // new conversations are refused
    std::uint64_t disk_free_bytes = 0;
    std::size_t conversations = 0;
    std::size_t pending = 0;
    std::size_t dead_letters = 0;
};

/// The store in memory, made durable by a journal with group commit and by whole snapshots. Memory
/// changes only once the journal's line is synced. Destroy it when no call is under way.
class files_store final : public store {
public:
    /// Reads everything back first. Throws storage_failure.
    files_store(std::unique_ptr<disk> directory, files_store_settings settings);
    ~files_store() override;

    files_store(files_store const&) = delete;
    files_store& operator=(files_store const&) = delete;

    boost::asio::awaitable<result<std::string>>
    transact(std::string conversation, std::vector<std::string> event_keys, step apply) override;

    std::vector<claimed_message> claim_outgoing(std::size_t limit) override;
    void on_outgoing(std::function<void()> notify) override;

    boost::asio::awaitable<result<void>>
    record_attempt(std::string conversation, std::string id, std::int64_t at) override;
    boost::asio::awaitable<result<void>>
    settle(std::string conversation, std::string id, std::string platform_id) override;
    boost::asio::awaitable<result<void>>
    give_up(std::string conversation, std::string id, std::string reason) override;
    void release(
        std::string const& conversation, std::string const& id,
        std::chrono::steady_clock::duration wait) override;

    boost::asio::awaitable<result<void>> erase(std::string conversation) override;

    /// The dead letter goes back to its old place in the queue of its conversation.
    boost::asio::awaitable<result<void>> send_again(std::string conversation, std::string id);

    /// The dead letter is taken off the list; nothing else changes.
    boost::asio::awaitable<result<void>> discard(std::string conversation, std::string id);

    std::vector<wake_up> wake_ups(std::int64_t now) const override;
    std::vector<dead_letter> dead_letters() const override;
    std::vector<std::string> states(std::string_view key_prefix) const override;
    std::size_t pending() const override;
    bool ready() const override;

    store_condition condition() const;

    /// Whether anything is stored about the conversation.
    bool knows(std::string const& conversation) const;

    /// For a clean shutdown, after the last call: writes what waits and a snapshot, at most for `limit`.
    /// A store that was not stopped loses nothing, but starts more slowly.
    boost::asio::awaitable<result<void>> stop(std::chrono::steady_clock::duration limit);

    /// Housekeeping, when settings.tick_every is 0. On settings.io.
    void tick() { writer_.tick(); }

private:
    struct proposed_change {
        record what;
        payload_text payload;
        bool can_wait = false;
    };

    struct already_done {
        std::string acknowledgement;
    };

    using decision_of_turn = std::variant<already_done, error_code, proposed_change>;
    using turn_step = std::function<decision_of_turn(stored_conversation const&)>;
    class held_turn;

    boost::asio::awaitable<result<void>> take_turn_and_change(std::string conversation, turn_step decide);
    boost::asio::awaitable<result<std::string>> change(std::string conversation, turn_step decide);

    decision_of_turn decide_event(
        std::string const& conversation, stored_conversation const& stored,
        std::vector<std::string> const& event_keys, step const& apply);
    bool owes_too_much(std::string const& conversation) const;
    static decision_of_turn propose(record what);
    std::optional<std::string>
    find_acknowledgement(std::string const& conversation, std::vector<std::string> const& event_keys) const;
    std::int64_t oldest_event() const;

    result<conversation_turns::waiter>
    enter_turn(std::string const& conversation, boost::asio::any_io_executor const& executor);
    void leave_turn(std::string const& conversation);
    std::shared_ptr<stored_conversation const> find(std::string const& conversation) const;

    void written(std::vector<journal_entry>& batch);
    void failed(std::vector<journal_entry>& batch, error_code why);
    void recovered(ledger contents);
    snapshot_piece piece(std::string const& after, std::uint64_t number) const;
    bool update_schedule(std::string const& conversation);
    void arm_wake_timer();
    void announce() const;

    files_store_settings settings_;
    std::unique_ptr<disk> directory_;
    std::optional<boost::asio::thread_pool> own_thread_;
    boost::asio::any_io_executor io_;

    mutable std::mutex mutex_;  // guards the next four
    ledger ledger_;
    conversation_turns turns_;
    outgoing_schedule schedule_;
    boost::asio::steady_timer wake_timer_;

    std::function<void()> notify_;
    journal_writer writer_;
};

}  // namespace crossroads
