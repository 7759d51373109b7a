#pragma once

#include "channel/platform.hpp"
#include "channel/json_reading.hpp"

namespace crossroads::slack {

/// A press, a choice or a form (Slack: "Interaction payloads"). Kinds that we never cause are acknowledged.
received decode_interaction(json const& payload);

}  // namespace crossroads::slack
