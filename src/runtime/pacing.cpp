#include "runtime/pacing.hpp"

#include <algorithm>

namespace crossroads {

std::chrono::milliseconds pacing::pass(std::string const& gate, pace allowed, time_point now)
{
    using std::chrono::milliseconds;
    std::lock_guard const lock(mutex_);
    forget_idle_gates(now);
    auto& state = gates_[gate];
    auto const opens = opening(state, allowed);
    if (opens > now)
        return std::chrono::ceil<milliseconds>(opens - now);
    state.busy_until = std::max(state.busy_until, now) + allowed.interval;
    return milliseconds{0};
}

std::chrono::milliseconds
pacing::pass_in_turn(std::string const& gate, std::string const& who, pace allowed, time_point now)
{
    using std::chrono::milliseconds;
    std::lock_guard const lock(mutex_);
    forget_idle_gates(now);
    auto& state = gates_[gate];
    if (auto const given = state.turns.find(who); given != state.turns.end()) {
        auto const turn = std::max(given->second, state.closed_until);
        if (turn > now)
            return std::chrono::ceil<milliseconds>(turn - now);
        bool const in_time = now - given->second <= longest_late;
        state.turns.erase(given);
        if (in_time)
            return milliseconds{0};
    }
    auto const turn = opening(state, allowed);
    state.busy_until = std::max(state.busy_until, now) + allowed.interval;
    if (turn <= now)
        return milliseconds{0};
    state.turns.emplace(who, turn);
    return std::chrono::ceil<milliseconds>(turn - now);
}

/// When the next call may pass, if it is not yet.
pacing::time_point pacing::opening(gate_state const& state, pace allowed)
{
    auto const earliest = state.busy_until - allowed.interval * static_cast<int>(allowed.burst - 1);
    return std::max(earliest, state.closed_until);
}

void pacing::close(std::string const& gate, time_point until)
{
    std::lock_guard const lock(mutex_);
    auto& state = gates_[gate];
    state.closed_until = std::max(state.closed_until, until);
}

void pacing::forget_idle_gates(time_point now)
{
    constexpr std::size_t cleaning_interval = 1024;
    if (++calls_since_cleaning_ < cleaning_interval)
        return;
    calls_since_cleaning_ = 0;
    std::erase_if(gates_, [now](auto const& gate) {
        return gate.second.busy_until <= now && gate.second.closed_until <= now;
    });
}

}  // namespace crossroads
