#pragma once

#include "net/strand.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <set>

namespace crossroads {

/// Where browsers wait for something new. Safe to use from any thread.
class news_board {
public:
    explicit news_board(boost::asio::any_io_executor executor);

    /// Something changed: everybody who waits looks again.
    void announce();

    /// Returns when `is_news` holds, after `limit`, or once closed.
    boost::asio::awaitable<void>
    wait(std::function<bool()> is_news, std::chrono::steady_clock::duration limit);

    /// Nobody waits any more, now or later.
    void close();

private:
    struct members;
    static boost::asio::awaitable<void> wait_on_strand(
        std::shared_ptr<members> shared, std::function<bool()> is_news,
        std::chrono::steady_clock::time_point until);

    std::shared_ptr<members> members_;
};

}  // namespace crossroads
