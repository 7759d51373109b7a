#pragma once

#include "assessment/step.hpp"

namespace crossroads {

// `delete`: an assessment and its data go for good. Workspace admins can; an owner asks them to.

/// An admin sees what would go, and confirms.
reply ask_to_confirm_removal(step const& now, pinned_run with);

/// The owner's request is put into the thread, for an admin to confirm.
reply request_removal(step& now, pinned_run with);

/// Removes the assessment from the state, `with.run` included, and empties the messages it left.
reply remove_confirmed(step& now, pinned_run with);

}  // namespace crossroads
