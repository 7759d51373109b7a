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
constexpr std::uint64_t most_wake_ups = 5'000;
constexpr std::uint64_t an_hour = 3'600'000;  // in milliseconds

std::optional<instant> earlier(std::optional<instant> one, std::optional<instant> other)
{
    if (!one || !other)
        return one ? one : other;
    return std::min(*one, *other);
}

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
    takes_days_ = random_.one_in(4);
    auto const begun = simulated_machine::now();
    plan_faults(plan_people());
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

instant simulated_run::plan_people()
{
    auto const begun = simulated_machine::now();
    instant last = begun;
    for (std::size_t tenant = 0; tenant < tenants; ++tenant) {
        instant when = begun;
        auto const actions = 8 + random_.below(30);
        for (std::uint64_t i = 0; i < actions; ++i) {
            bool const pause = random_.one_in(takes_days_ ? 6 : 15);
            auto const longest_pause = takes_days_ ? 60 * an_hour : 5 * an_hour;
            auto const gap = random_.below(pause ? longest_pause : random_.one_in(3) ? 2'000 : 40'000);
            when += std::chrono::milliseconds(gap);
            agenda_.at(when, [this, tenant] { somebody_acts(tenant); });
        }
        last = std::max(last, when);
    }
    agenda_.at(last + 1min, [this] { calm_down(); });
    static constexpr std::array days_after = {0, 0, 0, 0, 3, 3, 8, 20, 20, 400};
    last_day_ = last + std::chrono::days(days_after.at(random_.below(days_after.size())));
    return last;
}

void simulated_run::somebody_acts(std::size_t tenant)
{
    auto& space = slack_.space(tenant);
    auto const channels = fake_slack::channels_of(tenant);
    std::string channel = channels[random_.one_in(4) ? 1 : 0];
    std::string const person = people_ids.at(random_.below(people_ids.size()));
    auto const direct = std::ranges::find_if(space.channels, [&person](playground::channel const& one) {
        return is_direct(one) && one.members.contains(person);
    });
    if (direct != space.channels.end() && random_.one_in(3))
        channel = direct->id;
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

void simulated_run::plan_faults(instant last_action)
{
    auto const begun = simulated_machine::now();
    auto const all = static_cast<std::uint64_t>((last_action - begun) / 1ms) + 1;
    auto const of_outages = takes_days_ ? all : 2 * an_hour;
    auto const of_crashes = takes_days_ ? all : an_hour / 2;
    for (std::uint64_t i = 0; i < weather_.outages; ++i) {
        auto const from = begun + std::chrono::milliseconds(weather_.random.below(of_outages));
        auto const until = from + std::chrono::milliseconds(1'000 + weather_.random.below(3'600'000));
        agenda_.at(from, [this] {
            outage_ = !calm_;
            counted_.outages += outage_ ? 1U : 0U;
        });
        agenda_.at(until, [this] { outage_ = false; });
    }
    for (std::uint64_t i = 0; i < weather_.crashes; ++i) {
        auto const when = begun + std::chrono::milliseconds(weather_.random.below(of_crashes));
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
    auto outside = [this](http_call call, std::function<void(call_result)> answer) {
        take_call(std::move(call), std::move(answer));
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

/// A disk may stay bad for days: somebody notices within hours, and starts the service again.
void simulated_run::notice_failed_disk()
{
    ++counted_.failed_disks;
    agenda_.at(after(1h, 6h), [this, life = lives_] {
        if (!calm_ && life == lives_ && service_ && !service_->conversations().ready())
            end_service(false);
    });
}

void simulated_run::run_service()
{
    while (service_ && service_->run_one()) {
        ++counted_.steps;
        bool const ready = service_->conversations().ready();
        if (was_ready_ && !ready)
            notice_failed_disk();
        was_ready_ = ready;
        bool const killed = steps_until_kill_ > 0 && --steps_until_kill_ == 0;
        if (!platter_.has_power() || killed)
            end_service(!platter_.has_power());
    }
}

/// The service looks every ten seconds; only looks that find something matter, and while its disk fails,
/// those that are not put off.
std::optional<instant> simulated_run::next_look_for_wake_ups() const
{
    auto const next = service_ ? service_->next_wake_up() : std::nullopt;
    if (!next || (calm_ && *next > std::max(last_day_, simulated_machine::now())))
        return std::nullopt;
    std::chrono::seconds const wait =
        service_->conversations().ready() ? wake_ups::look_every : wake_ups::wait_after_failure;
    return std::max(*next, last_look_ + wait);
}

void simulated_run::look_for_wake_ups()
{
    ++counted_.wake_ups;
    last_look_ = simulated_machine::now();
    notes_.note("looks for wake-ups", "");
    service_->look_for_wake_ups();
}

bool simulated_run::come_to_rest()
{
    constexpr auto longest_wait = 3h;
    std::optional<instant> nothing_planned_since;
    while (counted_.steps < most_steps) {
        run_service();
        auto const next = agenda_.next();
        auto const look = next_look_for_wake_ups();
        bool const idle = !service_ || service_->idle();
        if (!next && !look && idle)
            return true;
        if (next || idle)
            nothing_planned_since.reset();
        else if (!nothing_planned_since)
            nothing_planned_since = simulated_machine::now();
        else if (simulated_machine::now() - *nothing_planned_since > longest_wait)
            break;
        auto const timer = idle ? std::nullopt : simulated_machine::next_timer();
        auto const when = earlier(timer, earlier(next, look));
        if (!when)
            break;
        simulated_machine::set(std::max(simulated_machine::now(), *when));
        if (next == when)
            agenda_.run_next();
        else if (look == when)
            look_for_wake_ups();
        if (counted_.wake_ups > most_wake_ups) {
            notes_.find("it is woken again and again");
            return false;
        }
    }
    notes_.find("it does not come to rest: " + (service_ ? service_->unfinished() : "no service"));
    return false;
}

}  // namespace crossroads::simulation
