// Runs the whole service through many simulated weeks: service_simulation [SEEDS [FIRST_SEED]]
// One seed is shown step by step: service_simulation show SEED. The control runs: service_simulation controls
#include "simulation/simulated_run.hpp"

#include <spdlog/spdlog.h>

#include <array>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace crossroads::simulation {
namespace {

guide_source the_guide()
{
    return std::get<guide_source>(read_guide_file({}));
}

void print_findings(std::uint64_t seed, run_outcome const& outcome)
{
    for (auto const& finding : outcome.wrong)
        std::cout << "seed " << seed << ": " << finding << std::endl;
}

/// Many seeds that miss a kind of trouble prove nothing about it.
bool all_happened(std::uint64_t seeds, figures const& sum)
{
    constexpr std::uint64_t enough_for_all = 500;
    auto const missing = seeds < enough_for_all ? std::vector<std::string>() : sum.never_happened();
    for (auto const& name : missing)
        std::cout << "never happened: " << name << std::endl;
    return missing.empty();
}

/// The exit code: 1 when a promise was broken, a run was not repeatable, or some kind of trouble never came.
int run_seeds(std::uint64_t seeds, std::uint64_t first)
{
    auto const guide = the_guide();
    figures sum;
    std::uint64_t hash = 0;
    std::uint64_t failed = 0;
    for (std::uint64_t seed = first; seed < first + seeds; ++seed) {
        auto const outcome = simulated_run(guide, seed, sabotage::none).run();
        sum.add(outcome.counted);
        hash = hash * 31 + outcome.trace_hash;
        failed += outcome.wrong.empty() ? 0U : 1U;
        print_findings(seed, outcome);
        // Now and then, so that it costs little: the same seed has to give the same run.
        if (seed % 50 == first % 50 &&
            simulated_run(guide, seed, sabotage::none).run().trace_hash != outcome.trace_hash) {
            std::cout << "seed " << seed << ": runs differently the second time\n";
            ++failed;
        }
    }
    std::cout << sum.text() << "\ntrace " << std::hex << hash << std::dec
              << "\nseeds with broken promises: " << failed << std::endl;
    return failed == 0 && all_happened(seeds, sum) ? 0 : 1;
}

int show_seed(std::uint64_t seed)
{
    auto const outcome = simulated_run(the_guide(), seed, sabotage::none, true).run();
    print_findings(seed, outcome);
    std::cout << outcome.counted.text() << "\ntrace " << std::hex << outcome.trace_hash << std::dec
              << std::endl;
    return outcome.wrong.empty() ? 0 : 1;
}

struct control {
    std::string_view name;
    sabotage broken;
    std::string_view noticed_as;  // part of the finding that has to come
};

constexpr std::array controls{
    control{"the disk does not sync", sabotage::disk_does_not_sync, "a start was refused"},
    control{"events are not recognised", sabotage::events_are_not_recognised, "applied twice"},
    control{"answers before durable", sabotage::answers_before_durable, "the state is not the one"},
    control{"attempts are not recorded", sabotage::attempts_are_not_recorded, "a second copy"},
    control{"look-ups show nothing", sabotage::look_ups_show_nothing, "a second copy"},
    control{"attempts are sent blindly", sabotage::attempts_are_sent_blindly, "a second copy"},
    control{"waiting messages are forgotten", sabotage::waiting_messages_are_forgotten, "come to rest"},
    control{"wake-ups are forgotten", sabotage::wake_ups_are_forgotten, "is woken at"},
    control{"channels are mixed up", sabotage::channels_are_mixed_up, "is shown in"},
};

/// The seed whose run shows that the promise is broken; 0: none of a hundred did.
std::uint64_t first_seed_that_notices(guide_source const& guide, control const& broken)
{
    for (std::uint64_t seed = 1; seed <= 100; ++seed)
        for (auto const& finding : simulated_run(guide, seed, broken.broken).run().wrong)
            if (finding.find(broken.noticed_as) != std::string::npos)
                return seed;
    return 0;
}

int run_controls()
{
    auto const guide = the_guide();
    int missed = 0;
    for (auto const& one : controls) {
        auto const seed = first_seed_that_notices(guide, one);
        std::cout << one.name << ": "
                  << (seed == 0 ? "NOT NOTICED" : "noticed by seed " + std::to_string(seed)) << std::endl;
        missed += seed == 0 ? 1 : 0;
    }
    return missed == 0 ? 0 : 1;
}

int run(std::vector<std::string> const& words)
{
    if (!words.empty() && words[0] == "controls")
        return run_controls();
    if (words.size() == 2 && words[0] == "show")
        return show_seed(std::stoull(words[1]));
    auto const seeds = words.empty() ? 500 : std::stoull(words[0]);
    return run_seeds(seeds, words.size() < 2 ? 1 : std::stoull(words[1]));
}

}  // namespace
}  // namespace crossroads::simulation

int main(int count, char** words)
{
    spdlog::set_level(spdlog::level::off);
    try {
        return crossroads::simulation::run({words + 1, words + count});
    } catch (std::exception const& problem) {
        std::cerr << problem.what() << "\n";
        return 2;
    }
}
