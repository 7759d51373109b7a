#include "runtime/wake_ups.hpp"

#include "channel/platform.hpp"
#include "net/as_result.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <spdlog/spdlog.h>

#include <exception>
#include <utility>

namespace asio = boost::asio;
using std::chrono::steady_clock;

namespace crossroads {

wake_ups::wake_ups(asio::any_io_executor const& executor, wake_up_parts parts)
    : strand_(asio::make_strand(executor)),
      parts_(std::move(parts)),
      timer_(std::make_shared<asio::steady_timer>(strand_))
{}

asio::awaitable<void> wake_ups::run()
{
    while (!stopped_) {
        co_await wake_due();
        if (stopped_)
            break;
        timer_->expires_after(look_every);
        co_await timer_->async_wait(as_result);
    }
}

asio::awaitable<void> wake_ups::wake_due()
{
    auto const due = parts_.conversations.wake_ups(parts_.now().time_since_epoch().count());
    for (auto const& one : due) {
        if (stopped_)
            co_return;
        if (!parse_conversation_key(one.conversation))
            continue;  // the store keeps guides, too
        auto const waits = not_before_.find(one.conversation);
        if (waits != not_before_.end() && waits->second > steady_clock::now())
            continue;
        bool const woken = co_await try_to_wake(one);
        parts_.counted.count("crossroads_wake_ups_total", "outcome", woken ? "woken" : "failed");
        if (woken)
            not_before_.erase(one.conversation);
        else
            not_before_[one.conversation] = steady_clock::now() + wait_after_failure;
    }
}

asio::awaitable<bool> wake_ups::try_to_wake(wake_up due)
{
    try {
        co_return co_await parts_.wake(std::move(due.conversation), due.at);
    } catch (std::exception const& e) {
        spdlog::error("a conversation could not be woken: {}", e.what());
    }
    co_return false;
}

void wake_ups::stop()
{
    stopped_ = true;
    asio::post(strand_, [timer = timer_] { timer->cancel(); });
}

}  // namespace crossroads
