// Runs many lives of the store on the simulated disk and says what was found.
#include "src/storage/store_life.hpp"

#include <boost/asio/io_context.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace crossroads {
namespace {

constexpr std::string_view usage =
    "usage: store_simulation [--seeds N] [--first N] [--threads N] [--until-noticed 1]\n";

constexpr std::uint64_t enough_to_see_everything = 1'000;

struct simulation_order {
    std::uint64_t seeds = 1'000;
    std::uint64_t first = 1;
    std::uint64_t threads = 1;
    std::uint64_t until_noticed = 0;  // 1: ends with the first seed that finds something
};

std::optional<simulation_order> read_order(std::vector<std::string_view> const& words)
{
    using member = std::uint64_t simulation_order::*;
    static std::array<std::pair<std::string_view, member>, 4> const options = {
        {{"--seeds", &simulation_order::seeds},
         {"--first", &simulation_order::first},
         {"--threads", &simulation_order::threads},
         {"--until-noticed", &simulation_order::until_noticed}}};
    simulation_order order;
    for (std::size_t i = 0; i < words.size(); i += 2) {
        auto const option = std::find_if(options.begin(), options.end(), [&words, i](auto const& known) {
            return known.first == words[i];
        });
        if (option == options.end() || i + 1 == words.size())
            return std::nullopt;
        std::string_view const text = words[i + 1];
        std::uint64_t number = 0;
        auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (failed != std::errc{} || end != text.data() + text.size())
            return std::nullopt;
        order.*(option->second) = number;
    }
    if (order.seeds == 0 || order.threads == 0 || order.threads > 64)
        return std::nullopt;
    return order;
}

struct simulation_run {
    life_findings found;
    std::uint64_t seeds = 0;
    double seconds = 0;
};

/// The seeds `next` gives out, until `end` or, if asked, the first finding.
life_findings live_through_seeds(std::atomic<std::uint64_t>& next, std::uint64_t end, bool until_noticed)
{
    life_findings found;
    boost::asio::io_context context(1);
    for (std::uint64_t seed = next++; seed < end; seed = next++) {
        store_life(context, seed, {}, found).run();
        if (until_noticed && found.wrong() > 0)
            break;
    }
    return found;
}

simulation_run simulate(simulation_order const& order)
{
    simulation_run run;
    auto const begun = std::chrono::steady_clock::now();
    std::atomic<std::uint64_t> next = order.first;
    std::vector<life_findings> found(order.threads);
    {
        std::vector<std::jthread> threads;
        for (auto& share : found) {
            threads.emplace_back([&order, &next, &share] {
                share = live_through_seeds(next, order.first + order.seeds, order.until_noticed != 0);
            });
        }
    }
    for (auto const& share : found)
        run.found.add(share);
    run.seeds = std::min(next.load() - order.first, order.seeds);
    run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return run;
}

void print(simulation_run const& run)
{
    auto const& found = run.found;
    auto const& disk = found.disk;
    fmt::print(
        "seeds                 {} in {:.1f} s ({:.0f} a second)\n", run.seeds, run.seconds,
        static_cast<double>(run.seeds) / run.seconds);
    fmt::print("lives                 {}, {} disk operations\n", found.lives, disk.operations);
    fmt::print("crashes               {} power cuts, {} kills\n", disk.power_cuts, found.kills);
    fmt::print("acknowledged events   {}\n", found.acknowledged);
    fmt::print("failed fsyncs         {}, {} with pages dropped\n", disk.failed_syncs, disk.dropped_pages);
    fmt::print("failed operations     {}, disk full {}\n", disk.failed_operations, disk.full);
    fmt::print("sectors               {} lost, {} torn\n", disk.lost_sectors, disk.torn_sectors);
    fmt::print(
        "directory changes     {} creates, {} renames, {} removes lost\n", disk.lost_creations,
        disk.lost_renames, disk.lost_removals);
    fmt::print(
        "damage at rest        {} bit flips, {} snapshots cut, {} lines and {} files missing: {} of {} "
        "starts "
        "refused\n",
        disk.flipped_bits, disk.cut_files, disk.missing_lines, disk.missing_files, found.damage_refused,
        found.damaged);
    fmt::print(
        "found                 lost {}, twice {}, refused {}, silent {}, stuck {}\n", found.lost, found.twice,
        found.refused, found.silent, found.stuck);
    if (!found.first.empty())
        fmt::print("the first             {}\n", found.first);
}

/// A run that never saw one of the faults has proven nothing about it.
bool has_seen_everything(life_findings const& found)
{
    auto const& disk = found.disk;
    auto const counts = {found.acknowledged, found.kills,        found.damage_refused,   disk.power_cuts,
                         disk.failed_syncs,  disk.dropped_pages, disk.failed_operations, disk.full,
                         disk.lost_sectors,  disk.torn_sectors,  disk.lost_creations,    disk.lost_renames,
                         disk.lost_removals, disk.flipped_bits,  disk.cut_files,         disk.missing_files,
                         disk.missing_lines};
    return std::find(counts.begin(), counts.end(), std::uint64_t{0}) == counts.end();
}

int run_simulation(std::vector<std::string_view> const& words)
{
    auto const order = read_order(words);
    if (!order) {
        fmt::print(stderr, "{}", usage);
        return 2;
    }
    spdlog::set_level(spdlog::level::off);
    auto const run = simulate(*order);
    print(run);
    if (run.found.wrong() > 0)
        return 1;
    if (run.seeds < enough_to_see_everything || has_seen_everything(run.found))
        return 0;
    fmt::print("some of the faults never happened: run more seeds\n");
    return 1;
}

}  // namespace
}  // namespace crossroads

int main(int count, char** words)
{
    return crossroads::run_simulation({words + 1, words + count});
}
