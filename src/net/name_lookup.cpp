#include "net/name_lookup.hpp"

#include "net/as_result.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>

#include <cstdlib>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace asio = boost::asio;
using asio::ip::tcp;
using std::chrono::steady_clock;

namespace crossroads {
namespace {

// One coroutine that waits; used on its strand only, as the timer's executor.
struct waiter {
    waiter(asio::any_io_executor const& on, steady_clock::duration limit) : until(on, limit) {}

    asio::steady_timer until;
    std::optional<result<addresses>> answer;
};

addresses addresses_of(tcp::resolver::results_type const& found)
{
    addresses all;
    for (auto const& entry : found)
        all.push_back(entry.endpoint().address());
    return all;
}

}  // namespace

class name_lookup::members : public std::enable_shared_from_this<members> {
public:
    members(asio::any_io_executor executor, steady_clock::duration remembered)
        : executor_(std::move(executor)), remembered_(remembered)
    {}

    std::optional<addresses> known(std::string const& host)
    {
        std::lock_guard const lock(mutex_);
        auto const at = known_.find(host);
        if (at == known_.end())
            return std::nullopt;
        if (at->second.until > steady_clock::now())
            return at->second.found;
        known_.erase(at);
        return std::nullopt;
    }

    void look_up(std::string const& host, std::shared_ptr<waiter> const& who)
    {
        {
            std::lock_guard const lock(mutex_);
            auto& all = waiting_[host];
            all.push_back(who);
            if (all.size() > 1)
                return;
        }
        auto const resolver = std::make_shared<tcp::resolver>(asio::make_strand(executor_));
        resolver->async_resolve(
            host, "",
            [self = shared_from_this(), resolver, host](error_code error, tcp::resolver::results_type found) {
                if (error)
                    self->tell(host, error);
                else
                    self->tell(host, addresses_of(found));
            });
    }

private:
    struct entry {
        addresses found;
        steady_clock::time_point until;
    };

    void tell(std::string const& host, result<addresses> const& answer)
    {
        std::vector<std::shared_ptr<waiter>> all;
        {
            std::lock_guard const lock(mutex_);
            all = std::move(waiting_[host]);
            waiting_.erase(host);
            if (answer)
                known_[host] = {*answer, steady_clock::now() + remembered_};
        }
        for (auto const& who : all) {
            asio::post(who->until.get_executor(), [who, answer] {
                who->answer = answer;
                who->until.cancel();
            });
        }
    }

    asio::any_io_executor executor_;
    steady_clock::duration remembered_;
    std::mutex mutex_;
    std::map<std::string, entry> known_;
    std::map<std::string, std::vector<std::shared_ptr<waiter>>> waiting_;
};

void limit_resolver_patience()
{
    constexpr int keep_what_is_set = 0;
    ::setenv("RES_OPTIONS", "timeout:2 attempts:2", keep_what_is_set);  // NOLINT(concurrency-mt-unsafe)
}

name_lookup::name_lookup(asio::any_io_executor executor, steady_clock::duration remembered)
    : members_(std::make_shared<members>(std::move(executor), remembered))
{}

asio::awaitable<result<addresses>> name_lookup::resolve(std::string host, steady_clock::duration limit)
{
    error_code not_an_address;
    auto const address = asio::ip::make_address(host, not_an_address);
    if (!not_an_address)
        co_return addresses(1, address);
    if (auto known = members_->known(host))
        co_return std::move(*known);

    auto const myself = std::make_shared<waiter>(co_await asio::this_coro::executor, limit);
    members_->look_up(host, myself);
    // The answer is posted to this strand, so it cannot come before the wait has begun.
    co_await myself->until.async_wait(as_result);
    if (!myself->answer)
        co_return error_code(asio::error::timed_out);
    co_return std::move(*myself->answer);
}

}  // namespace crossroads
