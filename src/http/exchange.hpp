#pragma once

#include "http/client.hpp"
#include "net/connection.hpp"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

namespace crossroads {

/// A request as it goes over the wire.
struct outgoing_request {
    std::string head;
    std::string body;
    bool answered_without_body = false;  // it is a HEAD
};

struct exchange_outcome {
    call_result result;
    bool reusable = false;  // the connection can carry another exchange
};

/// Sends `request` on `used` and reads the response, both within `limit`; a body over `response_bytes` is a
/// failure. Runs on the connection's strand.
boost::asio::awaitable<exchange_outcome> exchange(
    std::shared_ptr<connection> used, std::shared_ptr<outgoing_request const> request,
    std::chrono::steady_clock::duration limit, std::size_t response_bytes);

}  // namespace crossroads
