#pragma once

#include "channel/conclusions.hpp"
#include "slack/origin.hpp"

#include <string>
#include <string_view>

namespace crossroads::slack {

// How a webhook is concluded.

/// Something happened in a conversation; `unknown` if it does not say where or who.
received happened(std::string_view kind, origin const& from, inbound what);

/// Something happened to a conversation, whoever did it; `unknown` if it does not say where.
received happened_to_channel(std::string_view kind, origin const& from, inbound what);

/// An event key: unique over all kinds of keys and all workspaces.
std::string event_key(std::string_view what, std::string_view team, std::string_view id);

}  // namespace crossroads::slack
