#include "net/address_rules.hpp"

#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include <algorithm>
#include <array>
#include <cstdint>

namespace asio = boost::asio;
using asio::ip::address_v6;

namespace crossroads {
namespace {

struct block_v4 {
    std::uint32_t network;
    unsigned prefix;
};

constexpr std::uint32_t v4(std::uint32_t a, std::uint32_t b, std::uint32_t c)
{
    return a << 24U | b << 16U | c << 8U;
}

constexpr std::array special_v4{
    block_v4{v4(0, 0, 0), 8},      block_v4{v4(10, 0, 0), 8},     block_v4{v4(100, 64, 0), 10},
    block_v4{v4(127, 0, 0), 8},    block_v4{v4(169, 254, 0), 16}, block_v4{v4(172, 16, 0), 12},
    block_v4{v4(192, 0, 0), 24},   block_v4{v4(192, 0, 2), 24},   block_v4{v4(192, 88, 99), 24},
    block_v4{v4(192, 168, 0), 16}, block_v4{v4(198, 18, 0), 15},  block_v4{v4(198, 51, 100), 24},
    block_v4{v4(203, 0, 113), 24}, block_v4{v4(224, 0, 0), 3},
};

bool is_public_v4(std::uint32_t address)
{
    return std::ranges::none_of(special_v4, [address](block_v4 const& block) {
        unsigned const host_bits = 32 - block.prefix;
        return address >> host_bits == block.network >> host_bits;
    });
}

std::uint32_t four_bytes(address_v6::bytes_type const& bytes, std::size_t at)
{
    return static_cast<std::uint32_t>(bytes[at]) << 24U | static_cast<std::uint32_t>(bytes[at + 1]) << 16U |
           static_cast<std::uint32_t>(bytes[at + 2]) << 8U | bytes[at + 3];
}

bool is_within(address_v6 const& address, char const* block)
{
    auto const network = asio::ip::make_network_v6(block);
    return asio::ip::network_v6(address, network.prefix_length()).canonical() == network;
}

bool is_public_v6(address_v6 const& address)
{
    auto const bytes = address.to_bytes();
    if (address.is_v4_mapped())
        return is_public_v4(four_bytes(bytes, 12));
    if (is_within(address, "64:ff9b::/96"))  // NAT64: what an IPv6-only network makes of an IPv4 address
        return is_public_v4(four_bytes(bytes, 12));
    if (!is_within(address, "2000::/3"))
        return false;
    constexpr std::array special_v6{"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"};
    return std::ranges::none_of(
        special_v6, [&address](char const* block) { return is_within(address, block); });
}

}  // namespace

bool is_loopback(asio::ip::address const& address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).is_loopback();
    return address.is_loopback();
}

bool is_public(asio::ip::address const& address)
{
    return address.is_v4() ? is_public_v4(address.to_v4().to_uint()) : is_public_v6(address.to_v6());
}

}  // namespace crossroads
