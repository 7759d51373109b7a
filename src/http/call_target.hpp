#pragma once

#include "net/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace crossroads {

/// Where a call goes.
struct call_target {
    bool tls = true;
    std::string host;  // without brackets if it is an IPv6 address
    std::uint16_t port = 443;
    std::string target;  // path and query, at least "/"

    /// What goes into the Host header: the port only if it is not the usual one.
    std::string host_header() const;
    /// Calls with the same one can share a connection.
    std::string origin() const;
};

/// Takes an absolute http or https URL apart. No user information, no empty host, no port 0.
result<call_target> parse_call_target(std::string_view url);

}  // namespace crossroads
