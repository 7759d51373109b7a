#pragma once

#include "channel/json_reading.hpp"
#include "channel/platform.hpp"

namespace crossroads::slack {

/// A press, a choice or a form (Slack: "Interaction payloads"). Kinds that we never cause are acknowledged.
received decode_interaction(json const& payload);

}  // namespace crossroads::slack
