#include "src/storage/store_life.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace crossroads {
namespace {

std::uint64_t number_of_seeds()
{
    char const* const asked = std::getenv("CROSSROADS_SEEDS");  // NOLINT(concurrency-mt-unsafe)
    return asked != nullptr ? std::stoull(asked) : 2'000;
}

life_findings live(std::uint64_t seeds, disk_faults broken_promises)
{
    life_findings findings;
    boost::asio::io_context context;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed)
        store_life(context, seed, broken_promises, findings).run();
    return findings;
}

TEST(StoreOnASimulatedDisk, LosesNothingAndAppliesNothingTwice)
{
    life_findings const found = live(number_of_seeds(), {});

    EXPECT_EQ(found.lost, 0U) << found.first;
    EXPECT_EQ(found.twice, 0U) << found.first;
    EXPECT_EQ(found.refused, 0U) << found.first;
    EXPECT_EQ(found.silent, 0U) << found.first;
    EXPECT_EQ(found.stuck, 0U) << found.first;
    EXPECT_GT(found.acknowledged, number_of_seeds());
    EXPECT_GT(found.power_cuts, 0U);
    EXPECT_GT(found.failed_disks, 0U);
    EXPECT_GT(found.flips_refused, 0U);
    testing::Test::RecordProperty("acknowledged", std::to_string(found.acknowledged));
    std::printf(
        "%llu acknowledged, %llu power cuts, %llu rounds with a failed disk, %llu of %llu flips refused\n",
        static_cast<unsigned long long>(found.acknowledged),
        static_cast<unsigned long long>(found.power_cuts),
        static_cast<unsigned long long>(found.failed_disks),
        static_cast<unsigned long long>(found.flips_refused), static_cast<unsigned long long>(found.flips));
}

// The control runs: were the simulation blind, these would find nothing either.
TEST(StoreOnASimulatedDisk, IsSeenToLoseEventsWhenTheDiskDoesNotSync)
{
    EXPECT_GT(live(300, {.ignores_sync = true}).wrong(), 0U);
}

TEST(StoreOnASimulatedDisk, IsSeenToLoseEventsWhenTheDirectoryIsNotSynced)
{
    EXPECT_GT(live(300, {.ignores_directory_sync = true}).wrong(), 0U);
}

}  // namespace
}  // namespace crossroads
