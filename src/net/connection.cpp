#include "net/connection.hpp"

#include "net/as_result.hpp"
#include "net/tls.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/write.hpp>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <utility>

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using asio::ip::tcp;
using std::chrono::steady_clock;

namespace crossroads {

connection::connection(tcp::socket socket) : socket_(std::move(socket)), timer_(socket_.get_executor()) {}

connection::connection(tcp::socket socket, ssl::context& tls) : connection(std::move(socket))
{
    tls_.emplace(socket_, tls);
}

void connection::expire_after(steady_clock::duration limit, expiry what)
{
    deadline_ = steady_clock::now() + limit;
    what_ = what;
    if (deadline_ < armed_for_)
        arm();
}

void connection::expire_never()
{
    deadline_ = steady_clock::time_point::max();
}

void connection::arm()
{
    armed_for_ = deadline_;
    timer_.expires_at(deadline_);
    timer_.async_wait([weak = weak_from_this()](error_code cancelled) {
        auto const self = weak.lock();
        if (self && !cancelled)
            self->on_timer();
    });
}

void connection::on_timer()
{
    armed_for_ = steady_clock::time_point::max();
    if (deadline_ == steady_clock::time_point::max())
        return;
    if (steady_clock::now() < deadline_) {
        arm();
        return;
    }
    expired_ = true;
    deadline_ = steady_clock::time_point::max();
    error_code ignored;
    switch (what_) {
    case expiry::close: socket_.close(ignored); break;
    case expiry::stop_reading: socket_.shutdown(tcp::socket::shutdown_receive, ignored); break;
    }
}

asio::awaitable<error_code> connection::accept_handshake()
{
    if (!tls_)
        co_return error_code();
    auto [error] = co_await tls_->async_handshake(ssl::stream_base::server, as_result);
    co_return error;
}

asio::awaitable<error_code> connection::request_handshake(std::string host)
{
    if (!tls_)
        co_return error_code();
    if (auto const error = expect_host(tls_->native_handle(), host))
        co_return error;
    auto [error] = co_await tls_->async_handshake(ssl::stream_base::client, as_result);
    co_return error;
}

std::string connection::certificate_problem()
{
    return tls_ ? crossroads::certificate_problem(tls_->native_handle()) : std::string();
}

asio::awaitable<connection::transferred> connection::read_some(asio::mutable_buffer into)
{
    if (tls_)
        return tls_->async_read_some(into, as_result);
    return socket_.async_read_some(into, as_result);
}

asio::awaitable<connection::transferred> connection::write(asio::const_buffer head, asio::const_buffer body)
{
    std::array const buffers{head, body};
    if (tls_)
        return asio::async_write(*tls_, buffers, as_result);
    return asio::async_write(socket_, buffers, as_result);
}

asio::awaitable<void> connection::finish()
{
    constexpr auto goodbye_limit = std::chrono::seconds(2);
    constexpr int most_reads = 64;

    expire_after(goodbye_limit);
    error_code error;
    if (tls_) {
        auto [tls_error] = co_await tls_->async_shutdown(as_result);
        error = tls_error;
    }
    if (error != asio::error::operation_aborted)
        socket_.shutdown(tcp::socket::shutdown_send, error);
    std::array<char, 4096> unread;  // NOLINT(cppcoreguidelines-pro-type-member-init): only written to
    for (int i = 0; i < most_reads && !error; ++i) {
        auto const into = asio::buffer(unread);
        auto [read_error, size] = co_await socket_.async_read_some(into, as_result);
        error = read_error;
    }
    socket_.close(error);
}

bool connection::is_quiet()
{
    char byte = 0;
    auto const received = ::recv(socket_.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return received < 0 && errno == EAGAIN;
}

}  // namespace crossroads
