#pragma once

#include "channel/platform.hpp"
#include "slack/json_reading.hpp"

#include <string>

namespace crossroads::slack {

/// A request of the Events API: its URL check, or an event in its envelope. `bot_user` is our own user id,
/// for envelopes that do not name it.
received decode_event(json const& body, std::string const& bot_user);

}  // namespace crossroads::slack
