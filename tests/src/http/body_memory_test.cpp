#include "http/body_memory.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace crossroads {
namespace {

constexpr auto small = body_memory::free_of_charge;

TEST(BodyMemory, ChargesNothingForUsualBodies)
{
    auto const memory = std::make_shared<body_memory>(0);
    body_memory::share one(memory);
    EXPECT_TRUE(one.grow_to(small));
    EXPECT_FALSE(one.grow_to(small + 1));
    EXPECT_EQ(memory->used(), 0U);
}

TEST(BodyMemory, IsSharedByAllLargeBodies)
{
    auto const memory = std::make_shared<body_memory>(100);
    body_memory::share one(memory);
    EXPECT_TRUE(one.grow_to(small + 40));
    EXPECT_TRUE(one.grow_to(small + 60));
    {
        body_memory::share other(memory);
        EXPECT_FALSE(other.grow_to(small + 41));
        EXPECT_TRUE(other.grow_to(small + 40));
        EXPECT_EQ(memory->used(), 100U);
    }
    EXPECT_EQ(memory->used(), 60U);
    EXPECT_TRUE(one.grow_to(small + 100));
}

}  // namespace
}  // namespace crossroads
