#include "net/address_rules.hpp"

#include <boost/asio/ip/address.hpp>
#include <gtest/gtest.h>

namespace crossroads {
namespace {

TEST(AddressRules, KnowsWhatIsPublic)
{
    for (auto const* const text :
         {"1.1.1.1",        "3.68.170.153",    "9.255.255.255",   "11.0.0.0",        "100.63.255.255",
          "100.128.0.0",    "126.255.255.255", "128.0.0.0",       "169.253.255.255", "169.255.0.0",
          "172.15.255.255", "172.32.0.0",      "192.0.1.0",       "192.167.255.255", "192.169.0.0",
          "198.17.255.255", "198.20.0.0",      "223.255.255.255", "2606:4700::1111", "2001:4860:4860::8888",
          "2a00:1450::1",   "::ffff:1.1.1.1",  "64:ff9b::101:101"}) {
        EXPECT_TRUE(is_public(boost::asio::ip::make_address(text))) << text;
    }
}

TEST(AddressRules, KnowsWhatIsNot)
{
    for (auto const* const text :
         {"0.0.0.0",
          "0.1.2.3",
          "10.0.0.0",
          "10.255.255.255",
          "100.64.0.0",
          "100.127.255.255",
          "127.0.0.1",
          "127.255.255.255",
          "169.254.169.254",
          "172.16.0.0",
          "172.31.255.255",
          "192.0.0.1",
          "192.0.2.1",
          "192.88.99.1",
          "192.168.0.0",
          "192.168.255.255",
          "198.18.0.0",
          "198.19.255.255",
          "198.51.100.1",
          "203.0.113.1",
          "224.0.0.1",
          "239.255.255.255",
          "240.0.0.1",
          "255.255.255.255",
          "::",
          "::1",
          "::127.0.0.1",
          "::ffff:127.0.0.1",
          "::ffff:10.0.0.1",
          "64:ff9b::a00:1",
          "64:ff9b:1::1",
          "100::1",
          "2001::1",
          "2001:db8::1",
          "2002:a00:1::1",
          "3fff::1",
          "fc00::1",
          "fd12:3456::1",
          "fe80::1",
          "fec0::1",
          "ff02::1"}) {
        EXPECT_FALSE(is_public(boost::asio::ip::make_address(text))) << text;
    }
}

TEST(AddressRules, KnowsLoopbackInAllItsForms)
{
    for (auto const* const text : {"127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"})
        EXPECT_TRUE(is_loopback(boost::asio::ip::make_address(text))) << text;
    for (auto const* const text : {"128.0.0.1", "0.0.0.0", "10.0.0.1", "::", "::2", "::ffff:10.0.0.1"})
        EXPECT_FALSE(is_loopback(boost::asio::ip::make_address(text))) << text;
}

}  // namespace
}  // namespace crossroads
