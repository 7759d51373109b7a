#include "simulation/weather.hpp"

#include <array>

namespace crossroads::simulation {
namespace {

constexpr std::array faults = {call_fault::not_reached,   call_fault::rate_limited, call_fault::token_refused,
                               call_fault::no_answer,     call_fault::server_error, call_fault::bad_json,
                               call_fault::internal_error};

constexpr std::array outage_faults = {
    call_fault::not_reached, call_fault::no_answer, call_fault::server_error};

bool may_take_effect(call_fault heard)
{
    return heard == call_fault::no_answer || heard == call_fault::server_error ||
           heard == call_fault::bad_json || heard == call_fault::internal_error;
}

}  // namespace

weather::weather(std::uint64_t seed) : random(seed ^ 0x77656174686572)
{
    bad_call_percent = random.one_in(4) ? 0 : random.below(40);
    bad_webhook_percent = random.one_in(4) ? 0 : random.below(30);
    duplicate_percent = random.one_in(4) ? 0 : random.below(40);
    late_percent = random.one_in(2) ? 0 : random.below(20);
    crashes = random.one_in(4) ? 0 : random.below(6);
    disk_faults_one_in = random.one_in(2) ? 0 : 1 + random.below(3);
    outages = random.one_in(3) ? 1 + random.below(2) : 0;
    shows_history = !random.one_in(20);
    allowed_faults = random.one_in(3) ? ~0U : static_cast<unsigned>(random.next());
}

call_fate weather::fate_of_call(bool outage)
{
    if (outage)
        return {outage_faults.at(random.below(outage_faults.size())), false};
    if (random.below(100) >= bad_call_percent)
        return {};
    auto const index = random.below(faults.size());
    bool const allowed = (allowed_faults >> index & 1U) != 0;
    auto const heard = allowed ? faults.at(index) : call_fault::none;
    return {heard, heard == call_fault::none || (may_take_effect(heard) && random.one_in(2))};
}

disk_faults weather::faults_of_disk(std::uint64_t bytes_in_use)
{
    disk_faults chosen;
    if (crashes > 0 && random.one_in(2))
        chosen.operations_until_power_cut = 1 + random.below(200);
    if (disk_faults_one_in == 0 || !random.one_in(disk_faults_one_in))
        return chosen;
    if (random.one_in(2))
        chosen.failed_sync_one_in = 5 + random.below(40);
    if (random.one_in(3))
        chosen.capacity = 20'000 + bytes_in_use * 2 + random.below(100'000);
    return chosen;
}

}  // namespace crossroads::simulation
