#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <exception>
#include <thread>

namespace crossroads {

/// Runs `body` to its end on a strand of a context with four threads. Fails the test when it throws, or when
/// not all is over (the body and what it left behind) after `cap`.
inline void
run_coroutine(boost::asio::awaitable<void> body, std::chrono::seconds cap = std::chrono::seconds(20))
{
    boost::asio::io_context context;
    std::exception_ptr escaped;
    bool finished = false;
    boost::asio::co_spawn(
        boost::asio::make_strand(context), std::move(body), [&escaped, &finished](std::exception_ptr e) {
            escaped = e;
            finished = true;
        });
    {
        std::array<std::jthread, 4> threads;
        for (auto& thread : threads)
            thread = std::jthread([&context, cap] { context.run_for(cap); });
    }
    EXPECT_TRUE(context.stopped()) << "something still waits";
    EXPECT_TRUE(finished) << "the coroutine did not finish in time";
    if (escaped)
        std::rethrow_exception(escaped);
}

}  // namespace crossroads

/// A TEST whose body is a coroutine. gtest's ASSERT_* need a plain `return`, which a coroutine may not have:
/// use EXPECT_*, or CO_ASSERT to stop.
#define CO_TEST(suite, name)                                                                                 \
    static boost::asio::awaitable<void> suite##_##name##_();                                                 \
    TEST(suite, name)                                                                                        \
    {                                                                                                        \
        ::crossroads::run_coroutine(suite##_##name##_());                                                    \
    }                                                                                                        \
    static boost::asio::awaitable<void> suite##_##name##_()

#define CO_ASSERT(condition)                                                                                 \
    do {                                                                                                     \
        bool const holds_ = !!(condition);                                                                   \
        EXPECT_TRUE(holds_) << #condition;                                                                   \
        if (!holds_)                                                                                         \
            co_return;                                                                                       \
    } while (false)
