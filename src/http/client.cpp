#include "http/client.hpp"

#include "http/call_target.hpp"
#include "http/exchange.hpp"
#include "http/idle_connections.hpp"
#include "http/wire_format.hpp"
#include "net/connect.hpp"
#include "net/name_lookup.hpp"
#include "net/strand.hpp"
#include "net/tls.hpp"

#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <utility>

namespace asio = boost::asio;

namespace crossroads {
namespace {

// Ready to be sent.
struct prepared_call {
    call_target to;
    std::shared_ptr<outgoing_request const> request;
};

std::variant<prepared_call, call_failure> prepare(http_call call)
{
    auto to = parse_call_target(call.url);
    if (!to)
        return call_failure{false, "not a URL to call: " + to.error().message()};
    if (auto problem = problem_with(call))
        return call_failure{false, std::move(*problem)};
    auto head = request_head(call, to->host_header(), to->target);
    auto request = std::make_shared<outgoing_request const>(
        outgoing_request{std::move(head), std::move(call.body), call.method == "HEAD"});
    return prepared_call{std::move(*to), std::move(request)};
}

bool is_unwritten(exchange_outcome const& outcome)
{
    auto const* const failure = std::get_if<call_failure>(&outcome.result);
    return failure && !failure->maybe_received;
}

}  // namespace

class http_client::pool : public std::enable_shared_from_this<pool> {
public:
    pool(asio::any_io_executor executor, client_settings settings)
        : executor_(std::move(executor)),
          settings_(std::move(settings)),
          tls_(make_client_tls(settings_.extra_trust_file)),
          names_(executor_, std::chrono::seconds(60)),
          idle_(std::make_shared<idle_connections>(executor_, settings_.idle_per_host, settings_.idle_limit))
    {}

    /// Performs `call` on the strand of the connection it uses, and calls `on_done` on its own executor.
    template <class Handler>
    void start(Handler on_done, http_call call);

    void close() { idle_->close(); }

private:
    asio::awaitable<call_result>
    perform(std::shared_ptr<pool> self, prepared_call call, std::shared_ptr<connection> reused);

    asio::any_io_executor executor_;
    client_settings settings_;
    std::shared_ptr<asio::ssl::context> tls_;
    name_lookup names_;
    std::shared_ptr<idle_connections> idle_;
};

template <class Handler>
void http_client::pool::start(Handler on_done, http_call call)
{
    auto const caller = asio::make_work_guard(asio::get_associated_executor(on_done, executor_));
    auto prepared = prepare(std::move(call));
    if (auto* const failure = std::get_if<call_failure>(&prepared)) {
        asio::post(
            caller.get_executor(), [on_done = std::move(on_done), failed = std::move(*failure)]() mutable {
                std::move(on_done)(call_result(std::move(failed)));
            });
        return;
    }
    auto& ready = std::get<prepared_call>(prepared);
    auto reused = idle_->take(ready.to.origin());
    asio::any_io_executor const on = reused ? reused->executor() : asio::make_strand(executor_);

    // Cancellation is posted to the strand the exchange runs on, and finds nothing once that has ended.
    auto const cancel = std::make_shared<asio::cancellation_signal>();
    if (auto slot = asio::get_associated_cancellation_slot(on_done); slot.is_connected()) {
        slot.assign([on, weak = std::weak_ptr(cancel)](asio::cancellation_type type) {
            asio::post(on, [weak, type] {
                if (auto const running = weak.lock())
                    running->emit(type);
            });
        });
    }
    auto hand_over = [caller, cancel,
                      on_done = std::move(on_done)](std::exception_ptr escaped, call_result result) mutable {
        if (escaped)
            result = call_failure{true, "cancelled"};
        asio::post(
            caller.get_executor(), [on_done = std::move(on_done), result = std::move(result)]() mutable {
                std::move(on_done)(std::move(result));
            });
    };
    asio::co_spawn(
        on, perform(shared_from_this(), std::move(ready), std::move(reused)),
        asio::bind_cancellation_slot(cancel->slot(), asio::bind_executor(on, std::move(hand_over))));
}

asio::awaitable<call_result> http_client::pool::perform(
    std::shared_ptr<pool> /*self*/, prepared_call call, std::shared_ptr<connection> reused)
{
    exchange_outcome outcome;
    auto used = std::move(reused);
    if (used)
        outcome = co_await exchange(used, call.request, settings_.exchange_limit, settings_.response_bytes);
    if (!used || is_unwritten(outcome)) {
        connect_target to{call.to.host, call.to.port, call.to.tls, settings_.allow_loopback};
        auto connected = co_await connect(std::move(to), names_, tls_, settings_.connect_limit);
        if (auto* const reason = std::get_if<std::string>(&connected))
            co_return call_failure{false, std::move(*reason)};
        used = std::get<std::shared_ptr<connection>>(std::move(connected));
        outcome = co_await exchange(used, call.request, settings_.exchange_limit, settings_.response_bytes);
    }
    if (outcome.reusable)
        idle_->keep(call.to.origin(), std::move(used));
    co_return std::move(outcome.result);
}

http_client::http_client(asio::any_io_executor executor, client_settings settings)
    : pool_(std::make_shared<pool>(std::move(executor), std::move(settings)))
{}

http_client::~http_client()
{
    pool_->close();
}

namespace {

// Not a lambda: g++ 12 destroys the captures of one in such a place twice.
template <class Pool>
struct start_call {
    std::shared_ptr<Pool> pool;

    template <class Handler>
    void operator()(Handler&& on_done, http_call call) const
    {
        pool->start(std::forward<Handler>(on_done), std::move(call));
    }
};

}  // namespace

asio::awaitable<call_result> http_client::send(http_call call)
{
    return asio::async_initiate<asio::use_awaitable_t<> const, void(call_result)>(
        start_call<pool>{pool_}, asio::use_awaitable, std::move(call));
}

}  // namespace crossroads
