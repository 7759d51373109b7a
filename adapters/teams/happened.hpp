#pragma once

#include "channel/platform.hpp"
#include "teams/activity.hpp"

#include <string>
#include <string_view>

namespace crossroads::teams {

/// Something happened in the conversation of an activity; `unknown` if its ids make no conversation key.
received happened(std::string_view kind, activity const& said, inbound what);

/// An event key: unique over all kinds of keys and all conversations.
std::string event_key(std::string_view what, activity const& said, std::string_view id);

}  // namespace crossroads::teams
