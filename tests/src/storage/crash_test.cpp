#include "src/storage/store_life.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace crossroads {
namespace {

// Sanitizers slow a life down by a factor of thirty: store_simulation, built without, takes the many seeds.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::uint64_t usual_seeds = 100;
#else
constexpr std::uint64_t usual_seeds = 2'000;
#endif

std::uint64_t number_of_seeds()
{
    char const* const asked = std::getenv("CROSSROADS_SEEDS");  // NOLINT(concurrency-mt-unsafe)
    return asked != nullptr ? std::stoull(asked) : usual_seeds;
}

TEST(StoreOnASimulatedDisk, LosesNothingAndAppliesNothingTwice)
{
    life_findings found;
    boost::asio::io_context context;
    for (std::uint64_t seed = 1; seed <= number_of_seeds(); ++seed)
        store_life(context, seed, {}, found).run();

    EXPECT_EQ(found.lost, 0U) << found.first;
    EXPECT_EQ(found.twice, 0U) << found.first;
    EXPECT_EQ(found.refused, 0U) << found.first;
    EXPECT_EQ(found.silent, 0U) << found.first;
    EXPECT_EQ(found.stuck, 0U) << found.first;
    EXPECT_GT(found.acknowledged, number_of_seeds());
    EXPECT_GT(found.disk.power_cuts, 0U);
    EXPECT_GT(found.failed_disks, 0U);
    EXPECT_GT(found.damage_refused, 0U);
}

/// The first seed whose lives show that the disk breaks a promise; 0: none did.
std::uint64_t first_seed_that_notices(disk_faults broken_promises)
{
    life_findings findings;
    boost::asio::io_context context;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        store_life(context, seed, broken_promises, findings).run();
        if (findings.lost > 0)
            return seed;
    }
    return 0;
}

// The control runs: were the simulation blind, these would find nothing either.
TEST(StoreOnASimulatedDisk, IsSeenToLoseEventsWhenTheDiskDoesNotSync)
{
    EXPECT_GT(first_seed_that_notices({.ignores_sync = true}), 0U);
}

TEST(StoreOnASimulatedDisk, IsSeenToLoseEventsWhenTheDirectoryIsNotSynced)
{
    EXPECT_GT(first_seed_that_notices({.ignores_directory_sync = true}), 0U);
}

}  // namespace
}  // namespace crossroads
