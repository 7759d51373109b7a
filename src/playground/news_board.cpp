#include "playground/news_board.hpp"

#include "net/as_result.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <utility>

namespace asio = boost::asio;
using std::chrono::steady_clock;

namespace crossroads {

struct news_board::members {
    explicit members(asio::any_io_executor const& executor) : on(asio::make_strand(executor)) {}

    void wake()
    {
        for (auto* const timer : waiting)
            timer->cancel();
    }

    strand on;  // guards the rest
    std::set<asio::steady_timer*> waiting;
    bool closed = false;
};

news_board::news_board(asio::any_io_executor executor) : members_(std::make_shared<members>(executor)) {}

void news_board::announce()
{
    asio::post(members_->on, [shared = members_] { shared->wake(); });
}

void news_board::close()
{
    asio::post(members_->on, [shared = members_] {
        shared->closed = true;
        shared->wake();
    });
}

asio::awaitable<void> news_board::wait(std::function<bool()> is_news, steady_clock::duration limit)
{
    // The caller's cancellation is kept out (Boost 1.81 hands it over by a pointer that can dangle): the
    // limit and close() end every wait.
    auto const until = steady_clock::now() + limit;
    strand const on = members_->on;
    auto waiting = wait_on_strand(members_, std::move(is_news), until);
    co_await asio::co_spawn(
        on, std::move(waiting), asio::bind_cancellation_slot(asio::cancellation_slot(), asio::use_awaitable));
}

asio::awaitable<void> news_board::wait_on_strand(
    std::shared_ptr<members> shared, std::function<bool()> is_news, steady_clock::time_point until)
{
    // A change after the look posts its wake-up behind this turn on the strand, so none is missed.
    while (!shared->closed && steady_clock::now() < until && !is_news()) {
        asio::steady_timer timer(shared->on, until);
        shared->waiting.insert(&timer);
        co_await timer.async_wait(as_result);
        shared->waiting.erase(&timer);
    }
}

}  // namespace crossroads
