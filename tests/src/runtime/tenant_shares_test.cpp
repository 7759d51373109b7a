#include "runtime/tenant_shares.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

using crossroads::pacing;
using crossroads::share_settings;
using crossroads::tenant_shares;
using namespace std::chrono_literals;

namespace {

using places = std::vector<std::optional<tenant_shares::place>>;

constexpr pacing::time_point start{1000s};

share_settings three_a_second_and_room_for_ten()
{
    return {.allowed = {1s, 3}, .room = 10, .most = 20};
}

TEST(TenantShares, DoNotCountWhileThereIsRoom)
{
    tenant_shares shares(three_a_second_and_room_for_ten());
    for (int i = 0; i < 1000; ++i)
        EXPECT_TRUE(shares.enter("T1", start)) << i;
}

TEST(TenantShares, LetATenantWaitThatHasHadItsShareOfACrowdedService)
{
    tenant_shares shares(three_a_second_and_room_for_ten());
    places held;
    for (int i = 0; i < 10; ++i)
        held.push_back(shares.enter("T1", start));

    EXPECT_FALSE(shares.enter("T1", start));
    EXPECT_TRUE(shares.enter("T2", start)) << "another tenant has a share of its own";
    EXPECT_TRUE(shares.enter("T1", start + 8s)) << "its pace has caught up";
}

TEST(TenantShares, AreOpenAgainWhenTheCrowdIsGone)
{
    tenant_shares shares(three_a_second_and_room_for_ten());
    places held;
    for (int i = 0; i < 10; ++i)
        held.push_back(shares.enter("T1", start));
    ASSERT_FALSE(shares.enter("T1", start));
    held.pop_back();

    EXPECT_TRUE(shares.enter("T1", start));
}

TEST(TenantShares, EndSomewhereForEverybodyTogether)
{
    tenant_shares shares(three_a_second_and_room_for_ten());
    places held;
    for (int i = 0; i < 20; ++i)
        held.push_back(shares.enter("T" + std::to_string(i), start));
    for (auto const& one : held)
        EXPECT_TRUE(one);

    EXPECT_FALSE(shares.enter("T20", start));
}

}  // namespace
