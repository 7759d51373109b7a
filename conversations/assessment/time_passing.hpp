#pragma once

#include "assessment/step.hpp"

namespace crossroads {

// Time is a part of the state: what is due is found from the state and the time of the event, so that an
// event that comes early or twice changes nothing, and one that comes late does what is due by then. While an
// assessment is paused nothing of it is due.

inline constexpr int quiet_days = 14;  // without anybody doing anything; then it pauses by itself

void do_what_is_due(step& now);

/// When something is due next, unix seconds; 0: nothing is.
unix_seconds next_due(step& now);

}  // namespace crossroads
