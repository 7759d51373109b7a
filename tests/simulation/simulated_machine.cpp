#include "simulation/simulated_machine.hpp"

#include "support/random_source.hpp"

#include <openssl/rand.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>

#include <algorithm>
#include <ctime>
#include <utility>

namespace crossroads::simulation {
namespace {

constexpr instant first_morning{std::chrono::microseconds{1'750'000'000'000'000}};

struct state_of_machine {
    instant now = first_morning;
    random_source random{0};
    std::optional<instant> next_timer;
    std::string last_random;
    std::optional<std::string> planned_random;
};

state_of_machine& machine()
{
    static state_of_machine the_only_one;
    return the_only_one;
}

}  // namespace

void simulated_machine::begin(std::uint64_t seed)
{
    machine() = {};
    machine().random = random_source(seed ^ 0x6d616368696e65);
}

instant simulated_machine::now()
{
    return machine().now;
}

void simulated_machine::set(instant time)
{
    machine().now = time;
}

std::optional<instant> simulated_machine::next_timer()
{
    return machine().next_timer;
}

std::string const& simulated_machine::last_16_random_bytes()
{
    return machine().last_random;
}

void simulated_machine::plan_16_random_bytes(std::string bytes)
{
    machine().planned_random = std::move(bytes);
}

}  // namespace crossroads::simulation

// What the C library and OpenSSL would ask the kernel for. The linker prefers these.
extern "C" {

using crossroads::simulation::machine;

int clock_gettime(clockid_t /*which*/, timespec* time) noexcept
{
    // One clock for all: nothing here compares the steady clock with the time of day.
    auto const micros = machine().now.time_since_epoch().count();
    time->tv_sec = micros / 1'000'000;
    time->tv_nsec = micros % 1'000'000 * 1'000;
    return 0;
}

/// Always readable: each time Asio polls it looks which of its timers are due by our clock.
int timerfd_create(int /*clock*/, int /*flags*/) noexcept
{
    machine().next_timer.reset();
    return eventfd(1, EFD_CLOEXEC | EFD_NONBLOCK);
}

/// Asio says how long it would sleep: 5 minutes at most, and an absolute time of 1 ns means not at all.
int timerfd_settime(int /*timer*/, int flags, itimerspec const* asked, itimerspec* /*before*/) noexcept
{
    auto const wait = std::chrono::seconds(asked->it_value.tv_sec) +
                      std::chrono::microseconds(asked->it_value.tv_nsec / 1'000);
    machine().next_timer = machine().now;
    if (flags != TFD_TIMER_ABSTIME)
        *machine().next_timer += wait;
    return 0;
}

int RAND_bytes(unsigned char* into, int size)
{
    auto& random = machine().random;
    std::string bytes;
    while (bytes.size() < static_cast<std::size_t>(size))
        bytes += static_cast<char>(random.next() >> 24U);
    if (size == 16) {
        if (machine().planned_random)
            bytes = *std::exchange(machine().planned_random, std::nullopt);
        machine().last_random = bytes;
    }
    std::copy(bytes.begin(), bytes.end(), into);
    return 1;
}
}
