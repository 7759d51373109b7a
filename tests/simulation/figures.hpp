#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace crossroads::simulation {

/// What happened, counted; over one run or many.
struct figures {
    std::uint64_t seeds = 0, lives = 0, hours = 0, steps = 0;
    std::uint64_t actions = 0, interactions = 0, events = 0, applied = 0;
    std::uint64_t duplicates = 0, retries = 0, late = 0, lost_webhooks = 0, unacknowledged = 0;
    std::uint64_t power_cuts = 0, kills = 0, failed_starts = 0, failed_disks = 0;
    std::uint64_t outages = 0, rate_limits = 0, server_errors = 0, timeouts = 0, unreached = 0, bad_json = 0;
    std::uint64_t blocked = 0, lost_replies = 0;
    std::uint64_t posts = 0, uploads = 0, files = 0, edits = 0, private_posts = 0, repeated_calls = 0,
                  look_ups = 0;
    std::uint64_t excused_copies = 0, wake_ups = 0, profiles = 0, directs = 0;

    void add(figures const& other);

    /// A line for each group of them.
    std::string text() const;

    /// The names of those that are 0.
    std::vector<std::string> never_happened() const;
};

}  // namespace crossroads::simulation
