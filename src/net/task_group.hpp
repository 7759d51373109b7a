#pragma once

#include "net/strand.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstddef>
#include <memory>

namespace crossroads {

/// Coroutines in flight, so that a shutdown can ask them to finish, insist after a while, and wait for the
/// last one. Safe to use from any thread.
class task_group {
public:
    explicit task_group(boost::asio::any_io_executor const& executor);

    /// Starts `task` on `on`. An exception that leaves it is logged and ends only that task.
    void spawn(strand on, boost::asio::awaitable<void> task);

    /// Asks every task to finish (total cancellation), waits up to `grace`, then aborts what is left
    /// (terminal cancellation) and waits for it. Spawn nothing once it was called.
    boost::asio::awaitable<void> stop(std::chrono::steady_clock::duration grace);

    std::size_t size() const;

private:
    class members;
    std::shared_ptr<members> members_;
};

}  // namespace crossroads
