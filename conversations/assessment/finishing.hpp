#pragma once

#include "assessment/step.hpp"

namespace crossroads {

/// What the owner has been told about and wants to leave as it is.
enum class finish_anyway { no, with_gaps, undecided };

/// Shows the result, or first tells the owner what is missing, and raises once what the team differs on.
reply finish(step& now, pinned_run with, finish_anyway insists);

/// The shown result again: to the person, or to the thread and the channel.
reply show_result_again(step& now, pinned_run with, bool share);

}  // namespace crossroads
