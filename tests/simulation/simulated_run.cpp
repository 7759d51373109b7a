#include "simulation/simulated_run.hpp"

#include "simulation/people.hpp"
#include "storage/storage_failure.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace crossroads::simulation {
namespace {

using namespace std::chrono_literals;

constexpr std::array people_ids = {"U0PLAYANA", "U0PLAYBEN", "U0PLAYCHR", "U0PLAYDAN"};
constexpr std::uint64_t most_steps = 20'000'000;

}  // namespace

simulated_run::simulated_run(guide_source const& guide, std::uint64_t seed, sabotage broken, bool shown)
    : guide_(guide),
      seed_(seed),
      broken_(broken),
      notes_(shown),
      random_(seed),
      weather_(seed),
      slack_((simulated_machine::begin(seed), simulated_machine::now())),
      heard_(notes_, counted_),
      platter_(seed ^ 0x5bd1e995)
{
    slack_.shows_metadata = broken != sabotage::look_ups_show_nothing;
    slack_.shows_history = weather_.shows_history;
}

run_outcome simulated_run::run()
{
    counted_.seeds = 1;
    auto const begun = simulated_machine::now();
    plan_people();
    plan_faults();
    start_service();
    bool const at_rest = come_to_rest();
    counted_.hours = static_cast<std::uint64_t>((simulated_machine::now() - begun) / 1h);
    if (at_rest) {
        check_states();
        check_copies();
        compare_with_a_run_without_faults();
    }
    service_.reset();
    counted_.lives = 1 + static_cast<std::uint64_t>(lives_);
    return {counted_, notes_.wrong(), notes_.hash()};
}

instant simulated_run::after(std::chrono::microseconds shortest, std::chrono::microseconds longest)
{
    auto const range = static_cast<std::uint64_t>((longest - shortest).count()) + 1;
    return simulated_machine::now() + shortest +
           std::chrono::microseconds(static_cast<std::int64_t>(random_.below(range)));
}

std::uint64_t simulated_run::disk_bytes() const
{
    std::uint64_t bytes = 0;
    for (auto const& [name, content] : platter_.contents())
        bytes += content.size();
    return bytes;
}

void simulated_run::plan_people()
{
    auto const begun = simulated_machine::now();
    instant last = begun;
    for (std::size_t tenant = 0; tenant < tenants; ++tenant) {
        instant when = begun;
        auto const actions = 8 + random_.below(30);
        for (std::uint64_t i = 0; i < actions; ++i) {
            bool const pause = random_.one_in(15);
            auto const gap =
                pause ? random_.below(5 * 3'600'000) : random_.below(random_.one_in(3) ? 2'000 : 40'000);
            when += std::chrono::milliseconds(gap);
            agenda_.at(when, [this, tenant] { somebody_acts(tenant); });
        }
        last = std::max(last, when);
    }
    agenda_.at(last + 1min, [this] { calm_down(); });
}

void simulated_run::somebody_acts(std::size_t tenant)
{
    auto& space = slack_.space(tenant);
    auto const channels = fake_slack::channels_of(tenant);
    auto const& channel = channels[random_.one_in(4) ? 1 : 0];
    std::string const person = people_ids.at(random_.below(people_ids.size()));
    auto const action = next_action(random_, space, person, channel);
    if (action.is_null())
        return;
    ++counted_.actions;
    notes_.note(person, action.dump());
    auto done = act(space, slack_.settings(), person, action, simulated_machine::now());
    if (auto* begun = std::get_if<playground::interaction>(&done))
        send_interaction(tenant, std::move(*begun));
    send_new_events(tenant);
}

void simulated_run::plan_faults()
{
    auto const begun = simulated_machine::now();
    for (std::uint64_t i = 0; i < weather_.outages; ++i) {
        auto const from = begun + std::chrono::milliseconds(weather_.random.below(2 * 3'600'000));
        auto const until = from + std::chrono::milliseconds(1'000 + weather_.random.below(3'600'000));
        agenda_.at(from, [this] {
            outage_ = !calm_;
            counted_.outages += outage_ ? 1U : 0U;
        });
        agenda_.at(until, [this] { outage_ = false; });
    }
    for (std::uint64_t i = 0; i < weather_.crashes; ++i) {
        auto const when = begun + std::chrono::milliseconds(weather_.random.below(30 * 60'000));
        agenda_.at(when, [this] {
            if (!calm_)
                steps_until_kill_ = 1 + weather_.random.below(60);
        });
    }
}

void simulated_run::start_service()
{
    process_settings chosen;
    chosen.broken = broken_;
    chosen.seed = seed_ + counted_.kills + counted_.power_cuts;
    chosen.snapshot_bytes = 16'000 + random_.below(200'000);
    platter_.faults = {};
    if (!calm_) {
        platter_.faults = weather_.faults_of_disk(disk_bytes());
        chosen.slow_sync_one_in = weather_.random.one_in(4) ? 20 : 0;
    }
    platter_.faults.ignores_sync = broken_ == sabotage::disk_does_not_sync;
    auto outside = [this](http_call call, std::string id, std::function<void(call_result)> answer) {
        take_call(std::move(call), std::move(id), std::move(answer));
    };
    try {
        service_ = std::make_unique<service_process>(platter_, guide_, heard_, std::move(outside), chosen);
        notes_.note("started");
    } catch (storage_failure const& failure) {
        ++counted_.failed_starts;
        notes_.note("failed to start", failure.what());
        bool const excused = !calm_ && failure.kind() == failure_kind::unusable;
        if (!excused) {
            notes_.find(std::string("a start was refused: ") + failure.what());
            return;
        }
        if (!platter_.has_power())
            platter_.power_cycle();
        agenda_.at(simulated_machine::now() + 5s, [this] { start_service(); });
    }
}

void simulated_run::end_service(bool power_cut)
{
    notes_.note(power_cut ? "power cut" : "killed");
    ++(power_cut ? counted_.power_cuts : counted_.kills);
    steps_until_kill_ = 0;
    service_.reset();
    ++lives_;
    died_ = simulated_machine::now();
    for (auto const& id : heard_.take_unrecorded())
        ++lost_replies_[id];
    if (power_cut || random_.one_in(4))
        platter_.power_cycle();
    // Started again at once, after a moment, or when somebody noticed.
    auto const longest = random_.one_in(5) ? 20min : random_.one_in(2) ? 10s : 200ms;
    agenda_.at(after(50ms, longest), [this] { start_service(); });
}

/// The faults end: from here on everything has to come to rest.
void simulated_run::calm_down()
{
    notes_.note("calm");
    calm_ = true;
    outage_ = false;
    bool const power_was_cut = !platter_.has_power();
    auto const ignores_sync = platter_.faults.ignores_sync;
    platter_.faults = {};
    platter_.faults.ignores_sync = ignores_sync;
    if (service_ && power_was_cut)
        end_service(true);
}

void simulated_run::run_service()
{
    while (service_ && service_->run_one()) {
        ++counted_.steps;
        bool const ready = service_->conversations().ready();
        counted_.failed_disks += was_ready_ && !ready ? 1U : 0U;
        was_ready_ = ready;
        bool const killed = steps_until_kill_ > 0 && --steps_until_kill_ == 0;
        if (!platter_.has_power() || killed)
            end_service(!platter_.has_power());
    }
}

bool simulated_run::come_to_rest()
{
    constexpr auto longest_wait = 3h;
    std::optional<instant> nothing_planned_since;
    while (counted_.steps < most_steps) {
        run_service();
        auto next = agenda_.next();
        bool const idle = !service_ || service_->idle();
        if (!next && idle)
            return true;
        if (next)
            nothing_planned_since.reset();
        else if (!nothing_planned_since)
            nothing_planned_since = simulated_machine::now();
        else if (simulated_machine::now() - *nothing_planned_since > longest_wait)
            break;
        auto const timer = idle ? std::nullopt : simulated_machine::next_timer();
        bool const timer_first = timer && (!next || *timer < *next);
        if (!timer_first && !next)
            break;
        simulated_machine::set(std::max(simulated_machine::now(), timer_first ? *timer : *next));
        if (!timer_first)
            agenda_.run_next();
    }
    notes_.find("it does not come to rest: " + (service_ ? service_->unfinished() : "no service"));
    return false;
}

}  // namespace crossroads::simulation
