#pragma once

#include "net/result.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace crossroads {

/// A result that another thread gives to one waiting coroutine. Hold it in a shared_ptr.
template <class T>
class pending_result {
public:
    explicit pending_result(boost::asio::any_io_executor const& executor) : timer_(executor) {}

    /// Wakes the waiting coroutine, on its own executor. False when it has stopped waiting, or has been
    /// given a result before.
    bool complete(result<T> value)
    {
        std::lock_guard const lock(mutex_);
        if (abandoned_ || value_)
            return false;
        value_ = std::move(value);
        // Ends a wait that has begun, and one that has yet to begin.
        timer_.expires_at(std::chrono::steady_clock::time_point::min());
        return true;
    }

    /// The result, or timed_out when none was given until `deadline`.
    static boost::asio::awaitable<result<T>>
    wait(std::shared_ptr<pending_result> self, std::chrono::steady_clock::time_point deadline)
    {
        if (self->begin(deadline)) {
            error_code ignored;  // how the timer ended says nothing that value_ does not
            auto token = boost::asio::redirect_error(boost::asio::use_awaitable, ignored);
            start_timer start{self};
            co_await boost::asio::async_initiate<decltype(token), void(error_code)>(std::move(start), token);
        }
        co_return self->take();
    }

private:
    // The timer is touched by the waiting thread and by the completing one: always under the mutex.
    struct start_timer {
        std::shared_ptr<pending_result> self;

        template <class Handler>
        void operator()(Handler&& handler)
        {
            std::lock_guard const lock(self->mutex_);
            self->timer_.async_wait(std::forward<Handler>(handler));
        }
    };

    bool begin(std::chrono::steady_clock::time_point deadline)
    {
        std::lock_guard const lock(mutex_);
        if (value_)
            return false;
        timer_.expires_at(deadline);
        return true;
    }

    result<T> take()
    {
        std::lock_guard const lock(mutex_);
        abandoned_ = true;
        if (value_)
            return std::move(*value_);
        return error_code(boost::asio::error::timed_out);
    }

    std::mutex mutex_;
    boost::asio::steady_timer timer_;
    std::optional<result<T>> value_;
    bool abandoned_ = false;
};

}  // namespace crossroads
