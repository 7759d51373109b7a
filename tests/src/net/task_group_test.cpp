#include "net/as_result.hpp"
#include "net/task_group.hpp"
#include "support/co_test.hpp"

#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>

namespace asio = boost::asio;
using namespace std::chrono_literals;
using std::chrono::steady_clock;

namespace crossroads {
namespace {

using counter = std::shared_ptr<std::atomic<int>>;

asio::awaitable<void> wait_and_count(steady_clock::duration length, counter ended)
{
    asio::steady_timer timer(co_await asio::this_coro::executor, length);
    co_await timer.async_wait(as_result);
    ++*ended;
}

// Ends when it is asked to, where the one above has to be aborted.
asio::awaitable<void> wait_politely(counter ended)
{
    co_await asio::this_coro::reset_cancellation_state(asio::enable_total_cancellation());
    co_await wait_and_count(1h, ended);
}

asio::awaitable<void> fail()
{
    throw std::runtime_error("a task's own affair");
    co_return;
}

CO_TEST(TaskGroup, StopAsksThenAborts)
{
    auto const executor = co_await asio::this_coro::executor;
    task_group group(executor);
    auto const polite = std::make_shared<std::atomic<int>>();
    auto const stubborn = std::make_shared<std::atomic<int>>();
    for (int i = 0; i < 50; ++i) {
        group.spawn(asio::make_strand(executor), wait_politely(polite));
        group.spawn(asio::make_strand(executor), wait_and_count(1h, stubborn));
        group.spawn(asio::make_strand(executor), wait_and_count(std::chrono::microseconds(i * 50), polite));
    }
    EXPECT_GE(group.size(), 100U);
    co_await group.stop(20ms);
    EXPECT_EQ(*polite, 100);
    EXPECT_EQ(*stubborn, 50);
    EXPECT_EQ(group.size(), 0U);
}

CO_TEST(TaskGroup, StopDoesNotWaitLongerThanTheLastTask)
{
    auto const executor = co_await asio::this_coro::executor;
    task_group group(executor);
    auto const ended = std::make_shared<std::atomic<int>>();
    auto const started = steady_clock::now();
    group.spawn(asio::make_strand(executor), wait_politely(ended));
    co_await group.stop(1h);
    EXPECT_EQ(*ended, 1);
    EXPECT_LT(steady_clock::now() - started, 10s);
}

CO_TEST(TaskGroup, StopReturnsAtOnceWhenNothingRuns)
{
    task_group group(co_await asio::this_coro::executor);
    auto const started = steady_clock::now();
    co_await group.stop(1h);
    EXPECT_LT(steady_clock::now() - started, 10s);
}

CO_TEST(TaskGroup, ATaskThatThrowsEndsAlone)
{
    auto const executor = co_await asio::this_coro::executor;
    task_group group(executor);
    auto const ended = std::make_shared<std::atomic<int>>();
    group.spawn(asio::make_strand(executor), fail());
    group.spawn(asio::make_strand(executor), wait_and_count(1ms, ended));
    co_await group.stop(10s);
    EXPECT_EQ(*ended, 1);
}

}  // namespace
}  // namespace crossroads
