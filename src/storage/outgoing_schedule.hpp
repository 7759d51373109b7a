#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace crossroads {

/// Which conversation's oldest message goes out next: each in its turn, one of each at a time. Not for
/// several threads at once.
class outgoing_schedule {
public:
    using time_point = std::chrono::steady_clock::time_point;

    /// The oldest message of the conversation is `head` now; empty: it has none. A claim of another
    /// message ends. True when there is something new to claim.
    bool update(std::string const& conversation, std::string_view head);

    /// The conversation and message whose turn it is, claimed by this.
    std::optional<std::pair<std::string, std::string>> claim();

    /// Ends a claim; the message can be claimed again from `until` on.
    void release(std::string const& conversation, std::string_view id, time_point until);

    /// True when a wait has ended and there is something to claim again.
    bool wake(time_point now);

    /// When wake() has something to do next.
    std::optional<time_point> next_wake() const;

    std::vector<std::string> conversations() const;

private:
    enum class place_kind { ready, claimed, waiting };

    struct place {
        place_kind kind = place_kind::ready;
        std::string head;
        time_point until;
    };

    void make_ready(std::string const& conversation, place& at);

    std::unordered_map<std::string, place> places_;
    std::deque<std::string> ready_;                   // may hold some that are not ready any more
    std::multimap<time_point, std::string> waiting_;  // the same
};

}  // namespace crossroads
