#pragma once

#include "channel/platform.hpp"
#include "http/client.hpp"
#include "net/task_group.hpp"
#include "runtime/counters.hpp"
#include "runtime/delivery_channels.hpp"
#include "runtime/pacing.hpp"
#include "storage/store.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace crossroads {

/// What the delivery of messages works with. All of it outlives the deliveries.
struct delivery_parts {
    store& conversations;
    platform const& channel;
    std::function<boost::asio::awaitable<call_result>(http_call)> call;  // as http_client::send() does
    task_group& tasks;
    counters& counted;
    std::function<std::chrono::sys_seconds()> now;
    /// Told once for each message that was refused for good.
    std::function<boost::asio::awaitable<void>(
        std::string conversation, std::string id, std::string slot, std::string reason)>
        report_failure;
    /// Told what the platform said of a person; whether that was made durable.
    std::function<boost::asio::awaitable<bool>(std::string conversation, std::string id, profile_known known)>
        report_profile = {};
    /// Platforms beside `channel`, by the name their conversation keys begin with: "teams".
    delivery_channels::by_name others = {};
};

struct delivery_settings {
    std::size_t in_flight = 128;  // conversations delivered to at once; of one workspace half of what is free
    pace posts{std::chrono::milliseconds{1000}, 4};       // each channel (Slack: 1/s, short bursts tolerated)
    pace edits{std::chrono::milliseconds{1200}, 25};      // each workspace (chat.update: 50/min)
    pace ephemerals{std::chrono::milliseconds{600}, 50};  // each workspace (chat.postEphemeral: 100/min)
    std::chrono::milliseconds first_wait{1'000};          // after a failure; doubled each time …
    std::chrono::milliseconds longest_wait{300'000};      // … up to this
    std::chrono::milliseconds unknown_wait{5'000};        // before a look-up, as for what a restart inherits
    std::chrono::milliseconds unknown_file_wait{30'000};  // the same for a file: Slack shows it a while later
    int upload_attempts = 12;                             // for a file's bytes; then it is given up
    std::chrono::milliseconds blocked_wait{60'000};       // while the platform refuses the installation
};

/// Sends committed messages: in order within a conversation, paced, each attempt on record before it is
/// made, looked up instead of repeated when its outcome is unknown. Safe to use from any thread.
class deliveries {
public:
    deliveries(boost::asio::any_io_executor executor, delivery_parts parts, delivery_settings settings);

    /// Claims what can be sent now and starts sending it. Call it once at start; the store's notification
    /// and each finished delivery call it again.
    void pump();

    /// Claims nothing from now on.
    void stop();

private:
    boost::asio::awaitable<void> deliver(claimed_message claimed);
    boost::asio::awaitable<void> deliver_one(claimed_message claimed);

    /// What this process knows of the last attempt to send a message.
    struct last_attempt {
        enum class outcome { unknown, not_sent, sent } became = outcome::unknown;
        std::string platform_id;  // if sent
        int doubts = 0;           // attempts of which nobody can tell
    };

    /// Of a message that was tried before. True when there is nothing left to do now: it had arrived, or is
    /// put back to be looked into later.
    boost::asio::awaitable<bool> settled_by_last_attempt(claimed_message claimed, outgoing_message out);
    boost::asio::awaitable<bool> settled_by_look_up(claimed_message claimed, outgoing_message out);
    boost::asio::awaitable<void> settle(claimed_message claimed, std::string platform_id);
    boost::asio::awaitable<void> send(claimed_message claimed, outgoing_message out, http_call call);
    boost::asio::awaitable<void>
    conclude_no_answer(claimed_message claimed, outgoing_message out, call_failure failure);
    boost::asio::awaitable<void>
    conclude(claimed_message claimed, outgoing_message out, delivery_outcome outcome);
    boost::asio::awaitable<void> pass_on(claimed_message claimed, profile_known known);
    boost::asio::awaitable<void> send_anew(claimed_message claimed, outgoing_message out);
    boost::asio::awaitable<void> refuse(claimed_message claimed, std::string slot, std::string reason);
    std::chrono::milliseconds wait_for_gates(outgoing_message const& out);
    std::chrono::milliseconds back_off(int attempts) const;
    std::chrono::milliseconds look_up_wait(outgoing_message const& out) const;
    bool upload_is_hopeless(std::string const& id, outgoing_message const& out);
    void pause_workspace(claimed_message const& claimed, installation_blocked const& blocked);
    void put_back(claimed_message const& claimed, std::chrono::milliseconds wait);
    void remember(std::string const& id, last_attempt attempt);
    int one_more_doubt(std::string const& id);
    std::optional<last_attempt> recall(std::string const& id) const;
    void forget(std::string const& id);

    boost::asio::any_io_executor executor_;
    delivery_parts parts_;
    delivery_channels channels_;
    delivery_settings settings_;
    pacing gates_;

    mutable std::mutex mutex_;
    bool stopped_ = false;
    std::size_t in_flight_ = 0;
    std::map<std::string, last_attempt> tried_;  // by id, until settled
    std::map<std::string, int> failed_uploads_;  // by id, likewise
};

}  // namespace crossroads
