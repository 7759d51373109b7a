#include "support/teams_tokens.hpp"
#include "teams/key_cache.hpp"

#include <gtest/gtest.h>

namespace crossroads::teams {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::chrono::sys_seconds start{seconds{testing::teams_time}};

signing_keys known_keys()
{
    return read_signing_keys(testing::known_teams_signer().key_set()).value();
}

key_cache filled_at(std::chrono::sys_seconds at)
{
    key_cache cache;
    cache.fetch_begins(at);
    cache.fetched(known_keys(), at);
    return cache;
}

TEST(TeamsKeyCache, WantsItsFirstFetch)
{
    key_cache const cache;

    EXPECT_TRUE(cache.wants_fetch("key-1", start));
    EXPECT_TRUE(cache.keys()->empty());
}

TEST(TeamsKeyCache, TriesAgainSoonWhileItHasNoKeys)
{
    key_cache cache;
    cache.fetch_begins(start);
    cache.fetch_failed();

    EXPECT_FALSE(cache.wants_fetch("key-1", start + seconds(9)));
    EXPECT_TRUE(cache.wants_fetch("key-1", start + seconds(10)));
}

TEST(TeamsKeyCache, IsContentWithAKnownKeyForADay)
{
    auto const cache = filled_at(start);

    EXPECT_FALSE(cache.wants_fetch("key-1", start + hours(24) - seconds(1)));
    EXPECT_TRUE(cache.wants_fetch("key-1", start + hours(24)));
}

TEST(TeamsKeyCache, FetchesForAnUnknownKeyOnceInFiveMinutes)
{
    auto cache = filled_at(start);

    EXPECT_FALSE(cache.wants_fetch("key-2", start + minutes(5) - seconds(1)));
    ASSERT_TRUE(cache.wants_fetch("key-2", start + minutes(5)));
    cache.fetch_begins(start + minutes(5));
    cache.fetched(known_keys(), start + minutes(5));
    EXPECT_FALSE(cache.wants_fetch("key-3", start + minutes(6)));
    EXPECT_FALSE(cache.wants_fetch("key-2", start + minutes(10) - seconds(1)));
    EXPECT_TRUE(cache.wants_fetch("key-2", start + minutes(10)));
}

TEST(TeamsKeyCache, FetchesOnceAtATime)
{
    auto cache = filled_at(start);
    cache.fetch_begins(start + hours(1));

    EXPECT_TRUE(cache.fetching());
    EXPECT_FALSE(cache.wants_fetch("key-2", start + hours(2)));
}

TEST(TeamsKeyCache, KeepsItsKeysWhenAFetchFails)
{
    auto cache = filled_at(start);
    cache.fetch_begins(start + hours(24));
    cache.fetch_failed();

    EXPECT_EQ(cache.keys()->size(), 1U);
    EXPECT_FALSE(cache.wants_fetch("key-1", start + hours(24) + minutes(4)));
    EXPECT_TRUE(cache.wants_fetch("key-1", start + hours(24) + minutes(5)));
}

TEST(TeamsKeyCache, LeavesTheKeysInUseAlone)
{
    auto cache = filled_at(start);
    auto const in_use = cache.keys();
    cache.fetch_begins(start + hours(24));
    cache.fetched({}, start + hours(24));

    EXPECT_EQ(in_use->size(), 1U);
}

TEST(TeamsKeyCache, FetchesWhenTheClockWasSetBack)
{
    auto const cache = filled_at(start);

    EXPECT_TRUE(cache.wants_fetch("key-2", start - hours(1)));
}

}  // namespace
}  // namespace crossroads::teams
