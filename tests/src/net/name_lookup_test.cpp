#include "net/address_rules.hpp"
#include "net/name_lookup.hpp"
#include "support/co_test.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/this_coro.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace crossroads {
namespace {

CO_TEST(NameLookup, GivesAnAddressAsItIs)
{
    name_lookup names(co_await asio::this_coro::executor, 1min);
    for (auto const* const text : {"192.0.2.7", "2001:db8::7"}) {
        auto const found = co_await names.resolve(text, 5s);
        CO_ASSERT(found.has_value());
        EXPECT_EQ(*found, addresses{asio::ip::make_address(text)});
    }
}

CO_TEST(NameLookup, FindsTheMachineItself)
{
    name_lookup names(co_await asio::this_coro::executor, 1min);
    auto const found = co_await names.resolve("localhost", 5s);
    CO_ASSERT(found.has_value());
    EXPECT_FALSE(found->empty());
    EXPECT_TRUE(std::ranges::all_of(*found, is_loopback));
}

// How many of a hundred lookups with no time to ask anyone find something.
asio::awaitable<int> found_at_once(name_lookup names)
{
    int found = 0;
    for (int i = 0; i < 100; ++i) {
        auto const answer = co_await names.resolve("localhost", -1s);
        found += answer.has_value() ? 1 : 0;
    }
    co_return found;
}

CO_TEST(NameLookup, RemembersWhatItFound)
{
    name_lookup names(co_await asio::this_coro::executor, 1min);
    auto const first = co_await names.resolve("localhost", 5s);
    CO_ASSERT(first.has_value());
    EXPECT_EQ(co_await found_at_once(names), 100);
}

CO_TEST(NameLookup, ForgetsAfterAWhile)
{
    name_lookup names(co_await asio::this_coro::executor, 0s);
    co_await names.resolve("localhost", 5s);
    EXPECT_LT(co_await found_at_once(names), 100);
}

CO_TEST(NameLookup, ReportsANameThatIsNone)
{
    name_lookup names(co_await asio::this_coro::executor, 1min);
    auto const found = co_await names.resolve("no host has spaces", 10s);
    EXPECT_TRUE(found.has_error());
}

}  // namespace
}  // namespace crossroads
