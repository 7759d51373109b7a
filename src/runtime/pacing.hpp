#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <unordered_map>

namespace crossroads {

/// How often something may be done: `burst` at once, then one each `interval`.
struct pace {
    std::chrono::milliseconds interval{1000};
    unsigned burst = 1;
};

/// Keeps calls to the platform under its rate limits, gate by gate (a channel, a method of a workspace).
/// Safe to use from any thread.
class pacing {
public:
    using time_point = std::chrono::steady_clock::time_point;

    /// Zero, and the call is counted; or how long to wait before asking again, and nothing is counted.
    std::chrono::milliseconds pass(std::string const& gate, pace allowed, time_point now);

    /// The same where many ask for one gate: `who` has to wait is given a time of its own, the next that is
    /// free, and passes when it asks again then. Without it all would come back together, for one to pass.
    /// A time that was not used within `longest_late` is lost.
    std::chrono::milliseconds
    pass_in_turn(std::string const& gate, std::string const& who, pace allowed, time_point now);

    static constexpr std::chrono::seconds longest_late{30};

    /// The platform said to wait: nothing passes the gate before `until`.
    void close(std::string const& gate, time_point until);

private:
    /// A leaky bucket: `busy_until` moves on by one interval with each call.
    struct gate_state {
        time_point busy_until{};
        time_point closed_until{};
        std::unordered_map<std::string, time_point> turns;
    };

    static time_point opening(gate_state const& state, pace allowed);

    void forget_idle_gates(time_point now);

    std::mutex mutex_;
    std::map<std::string, gate_state> gates_;
    std::size_t calls_since_cleaning_ = 0;
};

}  // namespace crossroads
