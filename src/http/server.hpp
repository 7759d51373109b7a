#pragma once

#include "http/admission.hpp"
#include "http/handler.hpp"
#include "http/session.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>

namespace crossroads {

struct server_settings {
    session_limits session;
    admission_limits admitted;                               // who comes on top of these is closed at once
    std::size_t body_bytes = std::size_t{64} * 1024 * 1024;  // of large bodies, all connections together
    std::shared_ptr<boost::asio::ssl::context> tls = {};     // null: plain HTTP
    /// Told of each connection that was closed at once. Any thread.
    std::function<void(admission::refusal)> on_refused = {};
    /// Told each time none could be accepted, as when no file descriptor is left; those that wait are taken
    /// later. Any thread.
    std::function<void()> on_accept_failed = {};
};

/// Accepts connections and serves each on a strand of its own, whatever the number of threads.
class http_server {
public:
    /// Listens at once, answers after start(). Port 0: any free one. Throws system_error when it cannot
    /// listen.
    http_server(
        boost::asio::any_io_executor executor, boost::asio::ip::tcp::endpoint at, request_handler handle,
        server_settings settings = {});

    boost::asio::ip::tcp::endpoint endpoint() const;

    void start();

    /// Accepts no more, closes idle connections, lets requests in hand finish for up to `grace`, cuts the
    /// rest, and returns when all is over.
    boost::asio::awaitable<void> stop(std::chrono::milliseconds grace = std::chrono::seconds(10));

    /// Connections now open.
    std::size_t connections() const;

private:
    struct members;
    std::shared_ptr<members> members_;
};

}  // namespace crossroads
