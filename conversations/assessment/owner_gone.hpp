#pragma once

#include "assessment/step.hpp"

#include <string>

namespace crossroads {

// An owner who has left the workspace (conversation design, section 6): any participant may ask an admin to
// hand the assessment over; a week later the next participant in line may take it over.

bool is_owner_gone(channel_state const& state, assessment const& run);

/// `owner @who` by somebody who is neither owner nor admin.
reply hand_over_without_owner(step& now, pinned_run with, std::string const& user);

/// What the platform said of the owner just now: the thread is told when they have left.
void note_whether_owner_is_gone(step& now, pinned_run with);

/// After a week who is next is told that they can take it over.
void offer_take_over(step& now, pinned_run with);

/// When that is; 0: never.
unix_seconds next_take_over(channel_state const& state, assessment const& run);

}  // namespace crossroads
