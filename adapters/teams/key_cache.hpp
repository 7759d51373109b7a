#pragma once

#include "teams/signing_keys.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string_view>

namespace crossroads::teams {

/// The channel's keys as last fetched, and when to fetch them again. A value without a clock or a lock of
/// its own: whoever shares it between threads locks it.
class key_cache {
public:
    using time = std::chrono::sys_seconds;

    /// The keys known now; never null. What was taken stays valid when the cache changes.
    std::shared_ptr<signing_keys const> keys() const { return keys_; }

    /// Whether to fetch the keys now, for a token signed with the key `id`. The first time; when they are a
    /// day old; for an id that is not known, at most once in five minutes, so that made-up ids cost the
    /// channel nothing. Never while a fetch is under way.
    bool wants_fetch(std::string_view id, time now) const;

    /// Call it before a fetch, and one of the two below after it.
    void fetch_begins(time now);
    void fetched(signing_keys keys, time now);
    void fetch_failed();  // the old keys stay

    bool fetching() const { return fetching_; }

private:
    std::shared_ptr<signing_keys const> keys_ = std::make_shared<signing_keys const>();
    std::optional<time> fetched_at_;
    std::optional<time> tried_at_;
    bool fetching_ = false;
};

}  // namespace crossroads::teams
