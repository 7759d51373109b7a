#include "runtime/pacing.hpp"

#include <algorithm>

namespace crossroads {

std::chrono::milliseconds pacing::pass(std::string const& gate, pace allowed, time_point now)
{
    using std::chrono::milliseconds;
    std::lock_guard const lock(mutex_);
    forget_idle_gates(now);
    auto& state = gates_[gate];
    auto const earliest = state.busy_until - allowed.interval * static_cast<int>(allowed.burst - 1);
    auto const opens = std::max(earliest, state.closed_until);
    if (opens > now)
        return std::chrono::ceil<milliseconds>(opens - now);
    state.busy_until = std::max(state.busy_until, now) + allowed.interval;
    return milliseconds{0};
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
