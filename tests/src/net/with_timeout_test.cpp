#include "net/with_timeout.hpp"
#include "support/co_test.hpp"

#include <boost/asio/bind_executor.hpp>
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <exception>
#include <stdexcept>
#include <thread>

namespace asio = boost::asio;
using namespace std::chrono_literals;
using std::chrono::steady_clock;

namespace crossroads {
namespace {

asio::awaitable<void> pause(steady_clock::duration length)
{
    asio::steady_timer timer(co_await asio::this_coro::executor, length);
    co_await timer.async_wait(asio::use_awaitable);
}

asio::awaitable<result<int>> seven_after(steady_clock::duration length)
{
    co_await pause(length);
    co_return 7;
}

asio::awaitable<result<int>> refused()
{
    co_await pause(1ms);
    co_return error_code(asio::error::connection_refused);
}

asio::awaitable<result<int>> broken()
{
    co_await pause(1ms);
    throw std::logic_error("a bug");
}

CO_TEST(WithTimeout, GivesWhatAQuickOperationGives)
{
    auto const got = co_await with_timeout(seven_after(1ms), 5s);
    CO_ASSERT(got.has_value());
    EXPECT_EQ(*got, 7);
}

CO_TEST(WithTimeout, CancelsASlowOperation)
{
    auto const started = steady_clock::now();
    auto const got = co_await with_timeout(seven_after(1h), 20ms);
    CO_ASSERT(got.has_error());
    EXPECT_EQ(got.error(), asio::error::timed_out);
    EXPECT_LT(steady_clock::now() - started, 5s);
}

CO_TEST(WithTimeout, GivesAnErrorAtOnce)
{
    auto const started = steady_clock::now();
    auto const got = co_await with_timeout(refused(), 10s);
    CO_ASSERT(got.has_error());
    EXPECT_EQ(got.error(), asio::error::connection_refused);
    EXPECT_LT(steady_clock::now() - started, 5s);
}

CO_TEST(WithTimeout, LetsAnExceptionOutAtOnce)
{
    auto const started = steady_clock::now();
    bool thrown = false;
    try {
        co_await with_timeout(broken(), 10s);
    } catch (std::logic_error const&) {
        thrown = true;
    }
    EXPECT_TRUE(thrown);
    EXPECT_LT(steady_clock::now() - started, 5s);
}

asio::awaitable<void> race_often()
{
    for (int i = 0; i < 200; ++i)
        co_await with_timeout(
            seven_after(std::chrono::microseconds(50 + i % 7)), std::chrono::microseconds(53));
}

// For the thread sanitizer: both branches end at about the same time, on four threads.
TEST(WithTimeout, RacesCleanlyOnAStrand)
{
    asio::io_context context;
    int finished = 0;
    auto const counting = asio::make_strand(context);
    for (int i = 0; i < 8; ++i) {
        auto count = asio::bind_executor(counting, [&finished](std::exception_ptr) { ++finished; });
        asio::co_spawn(asio::make_strand(context), race_often(), std::move(count));
    }
    {
        std::array<std::jthread, 4> threads;
        for (auto& thread : threads)
            thread = std::jthread([&context] { context.run_for(20s); });
    }
    EXPECT_EQ(finished, 8);
}

}  // namespace
}  // namespace crossroads
