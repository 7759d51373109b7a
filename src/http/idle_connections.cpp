#include "http/idle_connections.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace asio = boost::asio;

namespace crossroads {
namespace {

// Ends on its own strand, where its timer may be about to look at it.
void let_go(std::shared_ptr<connection> unused)
{
    auto const on = unused->executor();
    asio::post(on, [unused = std::move(unused)]() mutable { unused.reset(); });
}

}  // namespace

idle_connections::idle_connections(
    asio::any_io_executor const& executor, std::size_t per_origin, clock::duration limit)
    : per_origin_(per_origin), limit_(limit), sweeping_(asio::make_strand(executor)), sweep_timer_(sweeping_)
{}

std::shared_ptr<connection> idle_connections::take(std::string const& origin)
{
    std::lock_guard const lock(mutex_);
    auto const found = idle_.find(origin);
    while (found != idle_.end() && !found->second.empty()) {
        entry last = std::move(found->second.back());
        found->second.pop_back();
        if (clock::now() - last.since < limit_ && last.idle->is_quiet())
            return std::move(last.idle);
        let_go(std::move(last.idle));
    }
    return nullptr;
}

void idle_connections::keep(std::string const& origin, std::shared_ptr<connection> idle)
{
    std::lock_guard const lock(mutex_);
    auto& kept = idle_[origin];
    if (closed_ || kept.size() >= per_origin_) {
        let_go(std::move(idle));
        return;
    }
    kept.push_back(entry{std::move(idle), clock::now()});
    if (!std::exchange(sweep_scheduled_, true))
        asio::post(sweeping_, [self = shared_from_this()] { self->schedule_sweep(); });
}

void idle_connections::close()
{
    {
        std::lock_guard const lock(mutex_);
        closed_ = true;
        for (auto& [origin, kept] : idle_)
            for (auto& each : kept)
                let_go(std::move(each.idle));
        idle_.clear();
    }
    asio::post(sweeping_, [self = shared_from_this()] { self->sweep_timer_.cancel(); });
}

void idle_connections::schedule_sweep()
{
    sweep_timer_.expires_after(limit_);
    sweep_timer_.async_wait([weak = weak_from_this()](error_code cancelled) {
        auto const self = weak.lock();
        if (self && !cancelled)
            self->sweep();
    });
}

void idle_connections::sweep()
{
    std::lock_guard const lock(mutex_);
    auto const too_old = clock::now() - limit_;
    for (auto origin = idle_.begin(); origin != idle_.end();) {
        auto& kept = origin->second;
        auto const young =
            std::ranges::find_if(kept, [too_old](entry const& each) { return each.since > too_old; });
        std::for_each(kept.begin(), young, [](entry& each) { let_go(std::move(each.idle)); });
        kept.erase(kept.begin(), young);
        origin = kept.empty() ? idle_.erase(origin) : std::next(origin);
    }
    sweep_scheduled_ = !idle_.empty() && !closed_;
    if (sweep_scheduled_)
        schedule_sweep();
}

}  // namespace crossroads
