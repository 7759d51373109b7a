#include "runtime/tenant_shares.hpp"

namespace crossroads {

std::optional<tenant_shares::place> tenant_shares::enter(std::string const& tenant, pacing::time_point now)
{
    auto const others = in_hand_++;
    place taken(in_hand_);
    bool const within_pace = buckets_.pass(tenant, settings_.allowed, now).count() == 0;
    if (others < (within_pace ? settings_.most : settings_.room))
        return taken;
    return std::nullopt;
}

}  // namespace crossroads
