#pragma once

#include "runtime/pacing.hpp"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace crossroads {

/// Slack sends at most 30,000 events an hour for each workspace, 8.3 a second
/// (docs.slack.dev/apis/events-api, "Rate limits"). A tenant may have more than twice that, and the events of
/// an hour's outage within a few minutes.
struct share_settings {
    pace allowed{std::chrono::milliseconds{50}, 2'000};
    std::size_t room = 256;       // events in hand at once; beyond, a tenant over its pace has to wait
    std::size_t most = 4 * room;  // beyond, everyone has to
};

/// Keeps one tenant from crowding the others out: each has a token bucket, which counts only while the
/// service is crowded. Safe to use from any thread; outlives its places.
class tenant_shares {
public:
    explicit tenant_shares(share_settings settings) : settings_(settings) {}

    /// One event in hand.
    class place {
    public:
        explicit place(std::atomic<std::size_t>& in_hand) : in_hand_(&in_hand) {}

        ~place()
        {
            if (in_hand_)
                --*in_hand_;
        }

        place(place&& other) noexcept : in_hand_(std::exchange(other.in_hand_, nullptr)) {}

        place& operator=(place&&) = delete;

    private:
        std::atomic<std::size_t>* in_hand_;
    };

    /// A place for an event of `tenant`; none: it has to come again later.
    std::optional<place> enter(std::string const& tenant, pacing::time_point now);

private:
    share_settings const settings_;
    pacing buckets_;
    std::atomic<std::size_t> in_hand_ = 0;
};

}  // namespace crossroads
