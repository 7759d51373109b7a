#pragma once

#include "assessment/step.hpp"

namespace crossroads {

// Direct messages to people whose answers are missing (conversation design, section 8): in their own working
// hours, one in 24 hours at most and three in all, and none after the deadline.

inline constexpr int most_reminders = 3;

/// Reminds those whose time it is; before that, asks the platform for time zones that are not known, or were
/// learned more than a day ago.
void remind(step& now, pinned_run with);

/// When there is something to do about reminders next; 0: never, as things are.
unix_seconds next_reminder(step const& now, pinned_run with);

reply remind_tomorrow(step& now, pinned_run with);
reply stop_reminders(step& now, pinned_run with);

}  // namespace crossroads
