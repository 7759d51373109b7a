#pragma once

#include "http/body_memory.hpp"
#include "http/handler.hpp"
#include "http/request_reader.hpp"
#include "net/connection.hpp"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

namespace crossroads {

struct session_limits {
    request_limits request;
    std::chrono::milliseconds request_limit{10'000};  // from the first byte of a request to its last
    std::chrono::milliseconds idle_limit{30'000};     // between requests
    std::chrono::milliseconds write_limit{10'000};    // for one response
    std::size_t requests = 10'000;                    // then the connection is closed
};

/// What all sessions of a server share.
struct session_setup {
    request_handler handle;
    session_limits limits;
    std::shared_ptr<body_memory> bodies;
};

/// Serves `client` until it closes, breaks a rule, or is cancelled: total cancellation lets the request in
/// hand finish, terminal ends at once. Run it on the connection's strand. `peer` is the address of the other
/// end.
boost::asio::awaitable<void>
serve(std::shared_ptr<connection> client, std::string peer, std::shared_ptr<session_setup const> setup);

}  // namespace crossroads
