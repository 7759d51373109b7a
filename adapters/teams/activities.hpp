#pragma once

#include "channel/platform.hpp"
#include "teams/activity.hpp"

#include <string_view>

namespace crossroads::teams {

/// What an activity of a sender that was verified means. `command` is what people may type in front of what
/// they want, "/assess".
received decode_activity(activity const& said, std::string_view command);

}  // namespace crossroads::teams
