#pragma once

#include "channel/json_reading.hpp"
#include "channel/platform.hpp"

namespace crossroads::slack {

/// A request of the Events API: its URL check, or an event in its envelope. Our own user id is in the
/// envelope's `authorizations`; there is no other need to know it.
received decode_event(json const& body);

}  // namespace crossroads::slack
