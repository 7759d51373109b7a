#include "http/admission.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace crossroads {
namespace {

using places = std::vector<std::variant<admission::place, admission::refusal>>;

boost::asio::ip::address address(std::string const& text)
{
    return boost::asio::ip::make_address(text);
}

std::shared_ptr<admission> with_limits(std::size_t connections, std::size_t per_address)
{
    return std::make_shared<admission>(
        admission_limits{connections, per_address, address_set::parse("127.0.0.1").value()});
}

// "in", "all" or "address".
std::string enter(admission& door, places& taken, std::string const& from)
{
    taken.push_back(door.enter(address(from)));
    auto const* const refused = std::get_if<admission::refusal>(&taken.back());
    return refused ? std::string(name_of(*refused)) : "in";
}

TEST(Admission, LimitsAllConnectionsTogether)
{
    auto const door = with_limits(2, 256);
    places taken;
    EXPECT_EQ(enter(*door, taken, "192.0.2.1"), "in");
    EXPECT_EQ(enter(*door, taken, "192.0.2.2"), "in");
    EXPECT_EQ(enter(*door, taken, "192.0.2.3"), "all");
    EXPECT_EQ(enter(*door, taken, "127.0.0.1"), "all");
    EXPECT_EQ(door->connections(), 2U);
}

TEST(Admission, LimitsThoseOfOneAddress)
{
    auto const door = with_limits(100, 2);
    places taken;
    EXPECT_EQ(enter(*door, taken, "192.0.2.1"), "in");
    EXPECT_EQ(enter(*door, taken, "192.0.2.1"), "in");
    EXPECT_EQ(enter(*door, taken, "192.0.2.1"), "address");
    EXPECT_EQ(enter(*door, taken, "::ffff:192.0.2.1"), "address");
    EXPECT_EQ(enter(*door, taken, "192.0.2.2"), "in");
}

TEST(Admission, TakesAnIpv6SiteForOneAddress)
{
    auto const door = with_limits(100, 1);
    places taken;
    EXPECT_EQ(enter(*door, taken, "2001:db8:0:1::1"), "in");
    EXPECT_EQ(enter(*door, taken, "2001:db8:0:1::2"), "address");
    EXPECT_EQ(enter(*door, taken, "2001:db8:0:2::1"), "in");
}

TEST(Admission, DoesNotLimitAReverseProxy)
{
    auto const door = with_limits(100, 1);
    places taken;
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(enter(*door, taken, "127.0.0.1"), "in");
}

TEST(Admission, GivesAPlaceBackWhenTheConnectionEnds)
{
    auto const door = with_limits(2, 1);
    places taken;
    EXPECT_EQ(enter(*door, taken, "192.0.2.1"), "in");
    taken.clear();
    EXPECT_EQ(door->connections(), 0U);
    EXPECT_EQ(enter(*door, taken, "192.0.2.1"), "in");
    EXPECT_EQ(enter(*door, taken, "192.0.2.1"), "address");
    EXPECT_EQ(door->connections(), 1U) << "a refused one takes no place";
}

}  // namespace
}  // namespace crossroads
