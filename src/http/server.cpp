#include "http/server.hpp"

#include "net/as_result.hpp"
#include "net/strand.hpp"
#include "net/task_group.hpp"

#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <spdlog/spdlog.h>

#include <string>
#include <utility>
#include <variant>

namespace asio = boost::asio;
using asio::ip::tcp;

namespace crossroads {
namespace {

// For what a stranger can make happen many times a second: the log is told now and then.
class now_and_then {
public:
    bool is_due()
    {
        auto const now = std::chrono::steady_clock::now();
        if (now < next_)
            return false;
        next_ = now + std::chrono::seconds(10);
        return true;
    }

private:
    std::chrono::steady_clock::time_point next_{};
};

asio::awaitable<void> serve_admitted(
    admission::place /*held while it lasts*/, std::shared_ptr<connection> client, std::string peer,
    std::shared_ptr<session_setup const> setup)
{
    co_await serve(std::move(client), std::move(peer), std::move(setup));
}

}  // namespace

struct http_server::members {
    members(asio::any_io_executor on, tcp::endpoint at, server_settings given, request_handler handle)
        : executor(std::move(on)),
          settings(std::move(given)),
          setup(std::make_shared<session_setup const>(session_setup{
              std::move(handle), settings.session, std::make_shared<body_memory>(settings.body_bytes)})),
          admitted(std::make_shared<admission>(settings.admitted)),
          accept_strand(asio::make_strand(executor)),
          acceptor(accept_strand),
          accepting(executor),
          sessions(executor)
    {
        acceptor.open(at.protocol());
        acceptor.set_option(tcp::acceptor::reuse_address(true));
        acceptor.bind(at);
        acceptor.listen();
        endpoint = acceptor.local_endpoint();
    }

    static asio::awaitable<void> accept_all(std::shared_ptr<members> self);
    void take(tcp::socket socket, strand const& on);
    void refuse(admission::refusal why);

    asio::any_io_executor executor;
    server_settings settings;
    std::shared_ptr<session_setup const> setup;
    std::shared_ptr<admission> admitted;
    tcp::endpoint endpoint;
    strand accept_strand;  // guards the acceptor and the next two
    now_and_then refusals_logged;
    now_and_then errors_logged;
    tcp::acceptor acceptor;
    task_group accepting;
    task_group sessions;
};

void http_server::members::take(tcp::socket socket, strand const& on)
{
    error_code error;
    auto const other_end = socket.remote_endpoint(error);
    if (error)
        return;  // gone again
    auto entered = admitted->enter(other_end.address());
    if (auto const* const refused = std::get_if<admission::refusal>(&entered)) {
        refuse(*refused);
        return;
    }
    socket.set_option(tcp::no_delay(true), error);
    auto client = settings.tls ? std::make_shared<connection>(std::move(socket), *settings.tls)
                               : std::make_shared<connection>(std::move(socket));
    auto session = serve_admitted(
        std::get<admission::place>(std::move(entered)), std::move(client), other_end.address().to_string(),
        setup);
    sessions.spawn(on, std::move(session));
}

void http_server::members::refuse(admission::refusal why)
{
    if (settings.on_refused)
        settings.on_refused(why);
    if (!refusals_logged.is_due())
        return;
    switch (why) {
    case admission::refusal::too_many:
        spdlog::warn("connections are refused: {} are open", settings.admitted.connections);
        break;
    case admission::refusal::too_many_from_address:
        spdlog::warn("connections are refused: {} from one address are open", settings.admitted.per_address);
        break;
    }
}

asio::awaitable<void> http_server::members::accept_all(std::shared_ptr<members> self)
{
    constexpr auto pause_after_error = std::chrono::milliseconds(100);

    co_await asio::this_coro::reset_cancellation_state(asio::enable_total_cancellation());
    co_await asio::this_coro::throw_if_cancelled(false);
    auto const cancellation = co_await asio::this_coro::cancellation_state;
    while (cancellation.cancelled() == asio::cancellation_type::none) {
        strand const on = asio::make_strand(self->executor);
        auto [error, socket] = co_await self->acceptor.async_accept(asio::any_io_executor(on), as_result);
        if (!error) {
            self->take(std::move(socket), on);
        } else if (error != asio::error::operation_aborted) {
            // Mostly: no file descriptor left. Trying again at once would only burn the processor.
            if (self->settings.on_accept_failed)
                self->settings.on_accept_failed();
            if (self->errors_logged.is_due())
                spdlog::error("cannot accept connections: {}", error.message());
            asio::steady_timer pause(self->accept_strand, pause_after_error);
            co_await pause.async_wait(as_result);
        }
    }
    error_code ignored;
    self->acceptor.close(ignored);
}

http_server::http_server(
    asio::any_io_executor executor, tcp::endpoint at, request_handler handle, server_settings settings)
    : members_(std::make_shared<members>(std::move(executor), at, std::move(settings), std::move(handle)))
{}

tcp::endpoint http_server::endpoint() const
{
    return members_->endpoint;
}

void http_server::start()
{
    members_->accepting.spawn(members_->accept_strand, members::accept_all(members_));
}

asio::awaitable<void> http_server::stop(std::chrono::milliseconds grace)
{
    auto const kept = members_;
    co_await kept->accepting.stop(std::chrono::milliseconds(0));
    co_await kept->sessions.stop(grace);
}

std::size_t http_server::connections() const
{
    return members_->admitted->connections();
}

}  // namespace crossroads
