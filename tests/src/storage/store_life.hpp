#pragma once

#include "storage/files_store.hpp"
#include "support/random_source.hpp"
#include "support/simulated_platter.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace crossroads {

/// What happened in many lives, and what was found wrong: nothing, or the store is broken.
struct life_findings {
    std::uint64_t lives = 0, acknowledged = 0, kills = 0, failed_disks = 0;
    std::uint64_t damaged = 0, damage_refused = 0;  // copies of the files, and starts on them
    disk_mishaps disk;

    std::uint64_t lost = 0;     // an acknowledged event, or its order
    std::uint64_t twice = 0;    // an event applied again, a message sent again
    std::uint64_t refused = 0;  // a start refused although nothing was damaged
    std::uint64_t silent = 0;   // damage that changed what was acknowledged without a word
    std::uint64_t stuck = 0;    // a call that did not come back, a store that did not recover
    std::string first;          // a sentence about the first finding

    std::uint64_t wrong() const { return lost + twice + refused + silent + stuck; }

    void add(life_findings const& others);
};

/// Several lives of one store on one simulated disk, by one seed: clients that repeat their events, a sender
/// that works off the messages, snapshots, failing syncs and other operations, full disks, power cuts and
/// kills; after each the store starts again and is compared with what was acknowledged. Copies of its files
/// are damaged: a start on them says so or gives everything back.
class store_life {
public:
    store_life(
        boost::asio::io_context& context, std::uint64_t seed, disk_faults broken_promises,
        life_findings& findings);

    void run();

    /// What a conversation with this list wants to be woken at; 0: never.
    static std::int64_t wake_time_after(std::vector<int> const& applied);

private:
    struct sent_event {
        int number = 0;
        int conversation = 0;
        bool edit = false;
        bool acknowledged = false;
    };

    /// What the outside knows about one conversation.
    struct known_conversation {
        std::vector<int> applied;  // as of the last acknowledgement; a later start may only add to it
        std::set<int> tried;       // events whose message has a durable attempt
        std::set<int> settled;     // events whose message was sent or given up, acknowledged
        std::set<int> unsure;      // the same, not acknowledged
        std::map<std::string, std::string> sent;
    };

    /// What a store gives back.
    struct picture {
        struct conversation {
            std::string state;
            std::map<std::string, std::string> sent;
            std::int64_t wake_at = 0;

            friend bool operator==(conversation const&, conversation const&) = default;
        };

        std::vector<conversation> conversations;
        std::vector<wake_up> wake_ups;
        std::size_t pending = 0;
        std::size_t given_up = 0;

        friend bool operator==(picture const&, picture const&) = default;
    };

    static constexpr int conversations = 3;
    static std::string name_of(int conversation);
    static std::vector<int> list_of(std::string const& state);
    static bool starts_with(std::vector<int> const& list, std::vector<int> const& beginning);

    bool start();
    void live();
    void act();
    void finish();
    void end_with_power_cut_or_kill();
    disk_faults random_faults();
    void check_states();
    void check_damage();
    void check_start_on(simulated_platter damaged, picture const& whole);
    void check_messages(int conversation);
    std::optional<picture> look_at(files_store& store);
    void drain();
    void let_other_threads_go_on();
    void settle_tasks();
    files_store_settings settings();

    void begin(boost::asio::awaitable<void> call);
    boost::asio::awaitable<void> send_event(sent_event* event);
    boost::asio::awaitable<void> deliver(claimed_message message);
    boost::asio::awaitable<void> stop();

    void find(std::uint64_t life_findings::*kind, std::string const& what);

    boost::asio::io_context& context_;
    std::uint64_t seed_;
    random_source random_;
    disk_faults broken_promises_;
    life_findings& findings_;
    simulated_platter platter_;
    std::unique_ptr<files_store> store_;
    std::vector<std::unique_ptr<sent_event>> events_;
    std::map<int, known_conversation> known_;
    int busy_ = 0;  // calls under way
    bool draining_ = false;
    std::int64_t now_ = 1'700'000'000;
};

}  // namespace crossroads
