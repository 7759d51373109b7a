#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace crossroads::simulation {

using instant = std::chrono::sys_time<std::chrono::microseconds>;

/// The machine that everything in this executable runs on: its clocks stand still until they are set, its
/// random numbers come from a seed, and Asio's timers are due by those clocks. The executable brings its own
/// clock_gettime, timerfd_create, timerfd_settime and RAND_bytes, so that the service under it is the very
/// code that ships. One thread only.
class simulated_machine {
public:
    /// Starts the clocks and the random numbers anew.
    static void begin(std::uint64_t seed);

    /// The time of day; the steady clock goes with it.
    static instant now();
    static void set(instant time);

    /// When the earliest of Asio's timers is due, as of the last poll of the context; none: it has none.
    static std::optional<instant> next_timer();

    /// The newest 16 bytes given out, and the next ones to be given out when a run is repeated.
    static std::string const& last_16_random_bytes();
    static void plan_16_random_bytes(std::string bytes);
};

}  // namespace crossroads::simulation
