#pragma once

#include "net/result.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <exception>
#include <optional>
#include <utility>
#include <variant>

namespace crossroads {

template <class T>
struct finished_operation {
    std::optional<result<T>> value;
    std::exception_ptr escaped;
};

/// `operation`, with an exception turned into a value.
template <class T>
boost::asio::awaitable<finished_operation<T>> caught(boost::asio::awaitable<result<T>> operation)
{
    finished_operation<T> finished;
    try {
        result<T> value = co_await std::move(operation);
        finished.value.emplace(std::move(value));
    } catch (...) {
        finished.escaped = std::current_exception();
    }
    co_return finished;
}

/// Runs `operation`, but cancels it after `limit` and then gives asio::error::timed_out. An exception leaves
/// at once. Call it on a strand: two things run side by side. An operation that ignores cancellation (a name
/// lookup) is waited for all the same.
template <class T>
boost::asio::awaitable<result<T>>
with_timeout(boost::asio::awaitable<result<T>> operation, std::chrono::steady_clock::duration limit)
{
    using namespace boost::asio::experimental::awaitable_operators;

    // operator|| waits for the first branch that does not throw, so a thrown error would come late and look
    // like a time-out. Hence both branches give values.
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, limit);
    auto race = co_await (caught(std::move(operation)) || timer.async_wait(boost::asio::use_awaitable));
    if (race.index() != 0)
        co_return error_code(boost::asio::error::timed_out);
    auto& finished = std::get<0>(race);
    if (finished.escaped)
        std::rethrow_exception(finished.escaped);
    co_return std::move(*finished.value);
}

}  // namespace crossroads
