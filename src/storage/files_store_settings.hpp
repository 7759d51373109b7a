#pragma once

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace crossroads {

/// Seconds since 1970, UTC, from the system's clock.
std::int64_t system_seconds();

struct files_store_settings {
    std::chrono::milliseconds durable_limit{2'000};  // a call that takes longer gives timed_out
    std::chrono::seconds event_memory = std::chrono::hours{72};
    std::size_t state_bytes = std::size_t{1024} * 1024;
    std::size_t waiting_per_conversation = 256;                 // calls
    std::size_t waiting_bytes = std::size_t{64} * 1024 * 1024;  // of units not written yet

    std::size_t claims = 128;                  // messages claimed at a time
    std::size_t messages_per_tenant = 10'000;  // not sent yet; events that would add more are refused

    std::uint64_t snapshot_bytes = std::uint64_t{64} * 1024 * 1024;  // or the last snapshot, if larger
    std::chrono::seconds snapshot_every = std::chrono::hours{1};
    std::size_t snapshot_piece_bytes = std::size_t{256} * 1024;  // written between two batches of events

    std::chrono::milliseconds retry_every{5'000};  // after the disk failed
    std::uint64_t low_space_bytes = std::uint64_t{256} * 1024 * 1024;
    unsigned low_space_percent = 5;

    std::function<std::int64_t()> clock = &system_seconds;
    std::chrono::milliseconds tick_every{1'000};  // housekeeping; 0: only when tick() is called
    boost::asio::any_io_executor io;  // runs all file work, one piece at a time; empty: a thread of its own
};

}  // namespace crossroads
