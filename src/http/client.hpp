#pragma once

#include "channel/http_message.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <variant>

namespace crossroads {

/// A call without an answer.
struct call_failure {
    bool maybe_received = false;  // false: not one byte of the request was written
    std::string reason;
};

using call_result = std::variant<http_response, call_failure>;

struct client_settings {
    std::chrono::milliseconds connect_limit{5'000};    // DNS, TCP and TLS together
    std::chrono::milliseconds exchange_limit{10'000};  // request and response together
    std::size_t response_bytes = 4 * 1024 * 1024;
    std::size_t idle_per_host = 8;  // connections kept for reuse
    std::chrono::milliseconds idle_limit{30'000};
    std::string extra_trust_file;  // PEM; empty: the system's anchors only
    bool allow_loopback = false;   // plain http and private addresses: tests, playground
};

/// HTTPS requests with verified certificates and reused connections. Safe to use from any thread. What the
/// executor belongs to has to outlive it.
class http_client {
public:
    /// Throws system_error when `extra_trust_file` cannot be used.
    http_client(boost::asio::any_io_executor executor, client_settings settings);
    ~http_client();
    http_client(http_client const&) = delete;
    http_client& operator=(http_client const&) = delete;

    /// Sends `call` and waits for the answer, whatever its status. Follows no redirects. A reused connection
    /// that turns out closed is replaced once, and only when not one byte of the request was written. Host,
    /// Content-Length and Connection are set here. The caller's cancellation ends the call.
    boost::asio::awaitable<call_result> send(http_call call);

private:
    class pool;
    std::shared_ptr<pool> pool_;
};

}  // namespace crossroads
