#pragma once

#include "assessment/step.hpp"

namespace crossroads {

// Who the people of an assessment are, as the platform says, and what follows from it.

/// What the platform said of a person: guests and strangers are left out unless they were added by name, what
/// they started alone is taken back,
/// nobody waits for people who left, and what waited for it goes on.
void take_profile(step& now, profile_known const& known);

/// Asks about people who began or joined an assessment and of whom nothing is known yet.
void ask_about_new_people(step& now);

/// Of owners of whom nothing was heard for a day: have they left? Asked along with other changes; nothing
/// wakes the conversation for it.
void ask_about_owners(step& now);

}  // namespace crossroads
