#pragma once

#include "assessment/step.hpp"

#include <string>
#include <string_view>

namespace crossroads {

reply pause(step& now, pinned_run with);
reply resume(step& now, pinned_run with);

/// Asks once more; cancel_confirmed() is what the button does.
reply cancel(step& now, pinned_run with);
reply cancel_confirmed(step& now, pinned_run with);

/// Adds a person to the list and tells them.
reply invite(step& now, pinned_run with, std::string const& user);

/// An outsider asks; the owner is told once.
reply ask_to_join(step& now, pinned_run with);

reply hand_over(step& now, pinned_run with, std::string const& user);

}  // namespace crossroads
