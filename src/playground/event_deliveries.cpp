#include "playground/event_deliveries.hpp"

#include "net/as_result.hpp"
#include "playground/events.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace asio = boost::asio;

namespace crossroads {
namespace {

std::vector<std::string> pending_events(playground::workspace const& in)
{
    std::vector<std::string> ids;
    for (auto const& one : in.deliveries)
        ids.push_back(one.id);
    return ids;
}

/// When the next attempt is due; none if the event is settled.
std::optional<playground::instant> due_time(playground::workspace const& in, std::string const& event_id)
{
    auto const found = std::ranges::find(in.deliveries, event_id, &playground::event_delivery::id);
    return found == in.deliveries.end() ? std::nullopt : std::optional(found->due);
}

}  // namespace

event_deliveries::event_deliveries(
    asio::any_io_executor executor, playground::app_settings settings, kept_workspace& kept,
    webhook_sender& sender)
    : executor_(std::move(executor)),
      settings_(std::move(settings)),
      kept_(kept),
      sender_(sender),
      tasks_(executor_)
{}

void event_deliveries::look()
{
    auto const pending = kept_.with(pending_events);
    std::lock_guard const lock(mutex_);
    if (stopped_)
        return;
    for (auto const& id : pending)
        if (under_way_.insert(id).second)
            tasks_.spawn(asio::make_strand(executor_), deliver(shared_from_this(), id));
}

asio::awaitable<void> event_deliveries::deliver(std::shared_ptr<event_deliveries> self, std::string event_id)
{
    asio::steady_timer timer(co_await asio::this_coro::executor);
    for (;;) {
        auto const due =
            self->kept_.with([&event_id](playground::workspace const& in) { return due_time(in, event_id); });
        if (!due)
            break;
        timer.expires_after(std::max(*due - playground_now(), std::chrono::microseconds(0)));
        co_await timer.async_wait(as_result);
        auto call = self->kept_.with([&self, &event_id](playground::workspace const& in) {
            return playground::delivery_call(in, self->settings_, event_id, playground_now());
        });
        if (!call)
            break;
        auto const answer = co_await self->sender_.send(*std::move(call));
        self->kept_.with([&event_id, &answer](playground::workspace& in) {
            playground::settle_delivery(in, event_id, answer, playground_now());
        });
        co_await self->kept_.saved();
    }
    std::lock_guard const lock(self->mutex_);
    self->under_way_.erase(event_id);
}

asio::awaitable<void> event_deliveries::stop()
{
    {
        std::lock_guard const lock(mutex_);
        stopped_ = true;
    }
    co_await tasks_.stop(std::chrono::milliseconds(0));
}

}  // namespace crossroads
