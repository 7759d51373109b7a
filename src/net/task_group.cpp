#include "net/task_group.hpp"

#include "net/as_result.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <spdlog/spdlog.h>

#include <exception>
#include <list>
#include <mutex>
#include <utility>

namespace asio = boost::asio;
using std::chrono::steady_clock;

namespace crossroads {
namespace {

void log_escaped(std::exception_ptr const& escaped)
{
    try {
        if (escaped)
            std::rethrow_exception(escaped);
    } catch (boost::system::system_error const& error) {
        if (error.code() != asio::error::operation_aborted)
            spdlog::error("a task failed: {}", error.what());
    } catch (std::exception const& error) {
        spdlog::error("a task failed: {}", error.what());
    } catch (...) {
        spdlog::error("a task failed with an exception of unknown type");
    }
}

struct task {
    explicit task(strand s) : on(std::move(s)) {}

    strand on;  // guards the rest
    asio::cancellation_signal cancel;
    bool finished = false;
};

}  // namespace

class task_group::members {
public:
    using list = std::list<std::shared_ptr<task>>;

    explicit members(asio::any_io_executor const& executor)
        : waiting(asio::make_strand(executor)), emptied(waiting)
    {}

    list::iterator add(std::shared_ptr<task> added)
    {
        std::lock_guard const lock(mutex_);
        return tasks_.insert(tasks_.end(), std::move(added));
    }

    std::size_t size() const
    {
        std::lock_guard const lock(mutex_);
        return tasks_.size();
    }

    // True if it was the last one.
    bool remove(list::iterator position)
    {
        std::lock_guard const lock(mutex_);
        tasks_.erase(position);
        return tasks_.empty();
    }

    void emit(asio::cancellation_type type)
    {
        std::lock_guard const lock(mutex_);
        for (auto const& running : tasks_) {
            // On the task's own strand: the signal reaches into operations that only this strand may touch,
            // and into memory that is gone once the task has finished.
            asio::post(running->on, [running, type] {
                if (!running->finished)
                    running->cancel.emit(type);
            });
        }
    }

    static asio::awaitable<void> stop(std::shared_ptr<members> self, steady_clock::duration grace);

    strand waiting;  // guards emptied
    asio::steady_timer emptied;

private:
    static asio::awaitable<void>
    wait_until_empty(std::shared_ptr<members> self, steady_clock::time_point until);

    mutable std::mutex mutex_;
    list tasks_;
};

asio::awaitable<void>
task_group::members::wait_until_empty(std::shared_ptr<members> self, steady_clock::time_point until)
{
    while (self->size() != 0 && steady_clock::now() < until) {
        self->emptied.expires_at(until);
        co_await self->emptied.async_wait(as_result);
    }
}

asio::awaitable<void> task_group::members::stop(std::shared_ptr<members> self, steady_clock::duration grace)
{
    self->emit(asio::cancellation_type::total);
    co_await wait_until_empty(self, steady_clock::now() + grace);
    self->emit(asio::cancellation_type::terminal);
    co_await wait_until_empty(self, steady_clock::time_point::max());
}

task_group::task_group(asio::any_io_executor const& executor) : members_(std::make_shared<members>(executor))
{}

void task_group::spawn(strand on, asio::awaitable<void> work)
{
    auto const added = std::make_shared<task>(on);
    auto const position = members_->add(added);
    auto on_finished = [members = members_, added, position](std::exception_ptr escaped) {
        added->finished = true;
        log_escaped(escaped);
        if (members->remove(position))
            asio::post(members->waiting, [members] { members->emptied.cancel(); });
    };
    asio::co_spawn(
        on, std::move(work),
        asio::bind_cancellation_slot(added->cancel.slot(), asio::bind_executor(on, std::move(on_finished))));
}

asio::awaitable<void> task_group::stop(steady_clock::duration grace)
{
    // On the strand of the timer. The caller's cancellation is kept out: co_spawn in Boost 1.81 would hand it
    // over by a pointer that dangles when both end together.
    asio::strand const on = members_->waiting;
    co_await asio::co_spawn(
        on, members::stop(members_, grace),
        asio::bind_cancellation_slot(asio::cancellation_slot(), asio::use_awaitable));
}

std::size_t task_group::size() const
{
    return members_->size();
}

}  // namespace crossroads
