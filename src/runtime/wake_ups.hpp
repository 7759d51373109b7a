#pragma once

#include "net/strand.hpp"
#include "runtime/counters.hpp"
#include "storage/store.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace crossroads {

/// What waking conversations works with. All of it outlives the wake-ups.
struct wake_up_parts {
    store& conversations;
    counters& counted;
    std::function<std::chrono::sys_seconds()> now;
    /// Tells a conversation that its time has come; whether that was made durable.
    std::function<boost::asio::awaitable<bool>(std::string conversation, std::int64_t due)> wake;
};

/// Wakes conversations at the times they asked for. What is due is on record with each conversation and is
/// compared with the wall clock again and again: a restart, a pause of the machine and a clock that jumps
/// make a wake-up late at most. One that comes twice or early changes nothing: the conversation looks at the
/// time.
class wake_ups {
public:
    wake_ups(boost::asio::any_io_executor const& executor, wake_up_parts parts);

    /// Until stop(): looks for what is due, now and every `look_every`.
    boost::asio::awaitable<void> run();

    /// Wakes what is due now, one after the other.
    boost::asio::awaitable<void> wake_due();

    void stop();

    /// The strand that run() has to be on.
    strand const& own_strand() const { return strand_; }

    static constexpr std::chrono::seconds look_every{10};

    /// After a conversation could not be woken the others go on, and it waits.
    static constexpr std::chrono::minutes wait_after_failure{5};

private:
    boost::asio::awaitable<bool> try_to_wake(wake_up due);

    strand strand_;
    wake_up_parts parts_;
    std::shared_ptr<boost::asio::steady_timer> timer_;
    std::map<std::string, std::chrono::steady_clock::time_point> not_before_;
    std::atomic<bool> stopped_ = false;
};

}  // namespace crossroads
