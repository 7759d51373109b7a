#pragma once

#include "support/random_source.hpp"
#include "support/simulated_disk.hpp"

#include <cstdint>

namespace crossroads::simulation {

/// What the service hears of a call to the platform, instead of the answer.
enum class call_fault {
    none,
    not_reached,
    rate_limited,
    token_refused,
    no_answer,
    server_error,
    bad_json,
    internal_error,  // ok: false with an error that says nothing of the effect
};

struct call_fate {
    call_fault heard = call_fault::none;
    bool takes_effect = true;
};

/// How bad the days of one run are: each number is drawn from the run's seed.
struct weather {
    explicit weather(std::uint64_t seed);

    call_fate fate_of_call(bool outage);
    disk_faults faults_of_disk(std::uint64_t bytes_in_use);

    random_source random;
    std::uint64_t bad_call_percent = 0;
    std::uint64_t bad_webhook_percent = 0;
    std::uint64_t duplicate_percent = 0;
    std::uint64_t late_percent = 0;
    std::uint64_t crashes = 0;             // at most so many
    std::uint64_t disk_faults_one_in = 0;  // lives with failing disks; 0: none
    std::uint64_t outages = 0;
    bool shows_history = true;
    unsigned allowed_faults = 0;  // a bit each
};

}  // namespace crossroads::simulation
