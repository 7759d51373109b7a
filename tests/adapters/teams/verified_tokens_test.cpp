#include "teams/verified_tokens.hpp"

#include <gtest/gtest.h>

#include <string>

namespace crossroads::teams {
namespace {

using std::chrono::seconds;

constexpr std::chrono::sys_seconds start{seconds{1'790'000'000}};

channel_token until(std::chrono::sys_seconds expires)
{
    return {"https://here/", std::nullopt, expires};
}

TEST(TeamsVerifiedTokens, AreKnownUntilTheyExpire)
{
    verified_tokens cache;
    cache.keep("a.b.c", until(start + seconds(60)), start);

    EXPECT_TRUE(cache.find("a.b.c", start + seconds(59)));
    EXPECT_FALSE(cache.find("a.b.c", start + seconds(60)));
    EXPECT_FALSE(cache.find("a.b.d", start));
}

TEST(TeamsVerifiedTokens, AreNotKeptWhenExpired)
{
    verified_tokens cache;
    cache.keep("a.b.c", until(start), start);

    EXPECT_EQ(cache.size(), 0U);
}

TEST(TeamsVerifiedTokens, NeverAreMoreThanThereIsRoomFor)
{
    verified_tokens cache(10);
    for (int i = 0; i < 100; ++i) {
        cache.keep("token-" + std::to_string(i), until(start + seconds(60)), start);
        EXPECT_LE(cache.size(), 10U);
        EXPECT_TRUE(cache.find("token-" + std::to_string(i), start));
    }
}

TEST(TeamsVerifiedTokens, MakeRoomByForgettingWhatHasExpired)
{
    verified_tokens cache(2);
    cache.keep("short", until(start + seconds(10)), start);
    cache.keep("long", until(start + seconds(60)), start);
    cache.keep("new", until(start + seconds(60)), start + seconds(20));

    EXPECT_TRUE(cache.find("long", start + seconds(20)));
    EXPECT_TRUE(cache.find("new", start + seconds(20)));
}

}  // namespace
}  // namespace crossroads::teams
