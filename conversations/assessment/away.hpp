#pragma once

#include "assessment/step.hpp"

#include <optional>
#include <string>

namespace crossroads {

// People nobody waits for: they said so, or have left the workspace.

/// Until they say otherwise, or for a while.
reply go_away(step& now, pinned_run with, std::optional<window_request> const& until);

/// `resume` of somebody who is away: they are back.
reply say_back(step& now, pinned_run with);

/// Who answers is not away any more.
void come_back(step& now, assessment& run);

/// Somebody who has left the workspace.
void note_as_gone(step& now, pinned_run with, std::string const& user);

/// Those whose time away is over are back.
void bring_back(step& now, pinned_run with);

/// When the first of them is; 0: nobody said until when.
unix_seconds next_return(assessment const& run);

}  // namespace crossroads
