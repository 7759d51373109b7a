#pragma once

#include "assessment/step.hpp"

#include <string>

namespace crossroads {

// Requests that wait for the platform to say who somebody is. They are kept in the state, one of each person:
// nobody has to try again.

/// Keeps the request, asks the platform, and tells the person so.
reply wait_for_profile(step& now, assessment& run, wanted_deed wanted);

/// The platform has said who `user` is: what they wanted is done or refused, and told privately.
void go_on_for(step& now, std::string const& user);

/// Says that it takes longer, and after an hour that nothing came of it.
void keep_waiting(step& now);

/// When there is something to do about waiting requests next; 0: never.
unix_seconds next_of_waiting(channel_state const& state);

}  // namespace crossroads
