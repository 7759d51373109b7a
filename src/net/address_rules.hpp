#pragma once

#include <boost/asio/ip/address.hpp>

namespace crossroads {

/// 127.0.0.0/8 and ::1, also written as an IPv4-mapped IPv6 address.
bool is_loopback(boost::asio::ip::address const& address);

/// Whether an address belongs to the public internet: not private, shared, loopback, link-local,
/// documentation, benchmarking, multicast, reserved, and no tunnel to one of these (IANA special-purpose
/// registries, RFC 6890).
bool is_public(boost::asio::ip::address const& address);

}  // namespace crossroads
