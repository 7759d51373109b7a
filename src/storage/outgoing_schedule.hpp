#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace crossroads {

/// Which conversation's oldest message goes out next: tenants in turn, the conversations of each in turn, one
/// message of each at a time. However much one tenant has waiting, the next message of another is the next
/// claim or the one after. Not for several threads at once.
class outgoing_schedule {
public:
    using time_point = std::chrono::steady_clock::time_point;

    /// At most `claims` messages are out at a time; of one tenant at most as many as are then still free, so
    /// that slow ones of one never hold up those of another.
    explicit outgoing_schedule(std::size_t claims) : claims_(claims) {}

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
        place_kind kind = place_kind::waiting;
        std::string head;
        time_point until;
    };

    struct tenant {
        std::deque<std::string> ready;  // may hold some that are not ready any more
        std::size_t claimed = 0;
    };

    using tenants = std::map<std::string, tenant, std::less<>>;

    std::optional<std::pair<std::string, std::string>> claim_of(tenant& whose);
    void make_ready(std::string const& conversation, place& at);
    void end_claim(std::string const& conversation, place const& at);
    void forget_if_idle(tenants::iterator whose);

    std::size_t const claims_;
    std::size_t claimed_ = 0;
    std::unordered_map<std::string, place> places_;
    tenants tenants_;                                 // those with something ready or claimed
    std::string last_;                                // the tenant that had the last turn
    std::multimap<time_point, std::string> waiting_;  // may hold some that are not waiting any more
};

}  // namespace crossroads
