#include "net/address_set.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <system_error>

namespace asio = boost::asio;
using asio::ip::address_v6;

namespace crossroads {
namespace {

constexpr unsigned mapped_bits = 96;  // of an IPv4-mapped address, before the IPv4 address itself

address_v6 as_v6(asio::ip::address const& address)
{
    return address.is_v4() ? asio::ip::make_address_v6(asio::ip::v4_mapped, address.to_v4())
                           : address.to_v6();
}

bool same_beginning(address_v6 const& one, address_v6 const& other, unsigned bits)
{
    auto const a = one.to_bytes();
    auto const b = other.to_bytes();
    unsigned const whole = bits / 8;
    if (!std::equal(a.begin(), a.begin() + whole, b.begin()))
        return false;
    unsigned const rest = bits % 8;
    return rest == 0 || ((a[whole] ^ b[whole]) >> (8 - rest)) == 0;
}

std::optional<unsigned> prefix_length(std::string_view digits, unsigned most)
{
    unsigned length = 0;
    auto const parsed = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    bool const whole = parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size();
    return whole && length <= most ? std::optional(length) : std::nullopt;
}

std::string_view without_spaces_around(std::string_view text)
{
    auto const first = text.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

std::optional<address_set> address_set::parse(std::string_view text)
{
    address_set parsed;
    if (without_spaces_around(text).empty())
        return parsed;
    for (std::size_t at = 0; at <= text.size();) {
        auto const comma = std::min(text.find(',', at), text.size());
        auto const part = without_spaces_around(text.substr(at, comma - at));
        at = comma + 1;
        auto const slash = part.find('/');
        boost::system::error_code wrong;
        auto const address = asio::ip::make_address(std::string(part.substr(0, slash)), wrong);
        if (wrong)
            return std::nullopt;
        block network{as_v6(address), 128};
        if (slash != std::string_view::npos) {
            auto const length = prefix_length(part.substr(slash + 1), address.is_v4() ? 32 : 128);
            if (!length)
                return std::nullopt;
            network.prefix = address.is_v4() ? mapped_bits + *length : *length;
        }
        parsed.blocks_.push_back(network);
    }
    return parsed;
}

bool address_set::contains(asio::ip::address const& address) const
{
    auto const wanted = as_v6(address);
    return std::ranges::any_of(
        blocks_, [&wanted](block const& each) { return same_beginning(each.network, wanted, each.prefix); });
}

asio::ip::address neighbourhood_of(asio::ip::address const& address)
{
    if (address.is_v4())
        return address;
    auto const six = address.to_v6();
    if (six.is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, six);
    auto bytes = six.to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
    return address_v6(bytes, six.scope_id());
}

}  // namespace crossroads
