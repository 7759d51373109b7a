#pragma once

#include <boost/asio/ip/address.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace crossroads {

/// IP addresses, given one by one or as networks. An IPv4 address is the same one when written as an
/// IPv4-mapped IPv6 address.
class address_set {
public:
    /// "127.0.0.1, 10.0.0.0/8, 2001:db8::/32"; an empty text is the empty set. None when a part of it is
    /// neither an address nor a network.
    static std::optional<address_set> parse(std::string_view text);

    bool contains(boost::asio::ip::address const& address) const;

private:
    struct block {
        boost::asio::ip::address_v6 network;  // IPv4 as IPv4-mapped
        unsigned prefix = 128;
    };

    std::vector<block> blocks_;
};

/// What stands for everybody who may use `address`: an IPv4 address for itself, an IPv6 address for its /64,
/// which is what one customer of a provider has.
boost::asio::ip::address neighbourhood_of(boost::asio::ip::address const& address);

}  // namespace crossroads
