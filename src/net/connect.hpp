#pragma once

#include "net/connection.hpp"
#include "net/name_lookup.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/context.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>

namespace crossroads {

struct connect_target {
    std::string host;  // a name or an address
    std::uint16_t port = 443;
    bool tls = true;
    bool private_allowed = false;  // addresses that are not public; without TLS only loopback all the same
};

/// The connection, or why there is none, in words for the log.
using connect_result = std::variant<std::shared_ptr<connection>, std::string>;

/// Looks the host up, refuses addresses that are not allowed (after the lookup: a public name can point
/// inside), tries the others in turn, and shakes hands. All within `limit`; runs on the caller's strand,
/// which becomes the connection's.
boost::asio::awaitable<connect_result> connect(
    connect_target target, name_lookup names, std::shared_ptr<boost::asio::ssl::context> tls,
    std::chrono::steady_clock::duration limit);

}  // namespace crossroads
