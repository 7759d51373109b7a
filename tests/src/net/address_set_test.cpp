#include "net/address_set.hpp"

#include <boost/asio/ip/address.hpp>
#include <gtest/gtest.h>

#include <string>

namespace crossroads {
namespace {

boost::asio::ip::address address(std::string const& text)
{
    return boost::asio::ip::make_address(text);
}

struct membership {
    char const* set;
    char const* member;
    bool contained;
};

TEST(AddressSet, HoldsAddressesAndNetworks)
{
    for (auto const& [set, member, contained] : {
             membership{"127.0.0.1,::1", "127.0.0.1", true},
             membership{"127.0.0.1,::1", "::1", true},
             membership{"127.0.0.1,::1", "127.0.0.2", false},
             membership{"127.0.0.1", "::ffff:127.0.0.1", true},
             membership{"::ffff:127.0.0.1", "127.0.0.1", true},
             membership{"10.0.0.0/8", "10.255.255.255", true},
             membership{"10.0.0.0/8", "11.0.0.0", false},
             membership{"10.1.2.3/8", "10.9.9.9", true},
             membership{"192.0.2.128/25", "192.0.2.127", false},
             membership{"192.0.2.128/25", "192.0.2.200", true},
             membership{"0.0.0.0/0", "203.0.113.9", true},
             membership{"0.0.0.0/0", "2001:db8::1", false},
             membership{"::/0", "203.0.113.9", true},
             membership{" 2001:db8::/33 , 10.0.0.1 ", "2001:db8:7fff::1", true},
             membership{"2001:db8::/33", "2001:db8:8000::1", false},
             membership{"", "127.0.0.1", false},
         }) {
        auto const parsed = address_set::parse(set);
        ASSERT_TRUE(parsed) << set;
        EXPECT_EQ(parsed->contains(address(member)), contained) << member << " in " << set;
    }
}

TEST(AddressSet, RefusesWhatIsNoAddress)
{
    for (auto const* const text :
         {"localhost", "127.0.0.1,", ",", "127.0.0.1;127.0.0.2", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1",
          "10.0.0.0/8x", "::1/129", "/8", "127.0.0.1:80"})
        EXPECT_FALSE(address_set::parse(text)) << text;
}

TEST(Neighbourhood, IsAnIpv4AddressOrAnIpv6SiteOf64Bits)
{
    EXPECT_EQ(neighbourhood_of(address("192.0.2.7")), address("192.0.2.7"));
    EXPECT_EQ(neighbourhood_of(address("::ffff:192.0.2.7")), address("192.0.2.7"));
    EXPECT_EQ(neighbourhood_of(address("2001:db8:1:2:3:4:5:6")), address("2001:db8:1:2::"));
}

}  // namespace
}  // namespace crossroads
