#include "http/server.hpp"

#include "net/as_result.hpp"
#include "net/strand.hpp"
#include "net/task_group.hpp"

#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <spdlog/spdlog.h>

#include <utility>

namespace asio = boost::asio;
using asio::ip::tcp;

namespace crossroads {

struct http_server::members {
    members(asio::any_io_executor on, tcp::endpoint at, server_settings given, request_handler handle)
        : executor(std::move(on)),
          settings(std::move(given)),
          setup(std::make_shared<session_setup const>(session_setup{std::move(handle), settings.session})),
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

    asio::any_io_executor executor;
    server_settings settings;
    std::shared_ptr<session_setup const> setup;
    tcp::endpoint endpoint;
    strand accept_strand;  // guards the acceptor
    tcp::acceptor acceptor;
    task_group accepting;
    task_group sessions;
};

void http_server::members::take(tcp::socket socket, strand const& on)
{
    if (sessions.size() >= settings.connections) {
        spdlog::warn("refused a connection: {} are open", settings.connections);
        return;
    }
    error_code error;
    auto const other_end = socket.remote_endpoint(error);
    if (error)
        return;  // gone again
    socket.set_option(tcp::no_delay(true), error);
    auto client = settings.tls ? std::make_shared<connection>(std::move(socket), *settings.tls)
                               : std::make_shared<connection>(std::move(socket));
    sessions.spawn(on, serve(std::move(client), other_end.address().to_string(), setup));
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
    return members_->sessions.size();
}

}  // namespace crossroads
