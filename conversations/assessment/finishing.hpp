#pragma once

#include "assessment/step.hpp"

namespace crossroads {

/// What the owner has been told about and wants to leave as it is.
enum class finish_anyway { no, with_gaps, undecided };

/// Shows the result, or first tells the owner what is missing, and raises once what the team differs on.
reply finish(step& now, pinned_run with, finish_anyway insists);

/// Time is up: puts to the thread what the team differs on and what decides the result, once.
void raise_what_differs(step& now, pinned_run with);

/// Nobody said a word when time was up: the result with what is there, or better scoping.
void finish_by_itself(step& now, pinned_run with);

/// The shown result again: to the person, or to the thread and the channel.
reply show_result_again(step& now, pinned_run with, bool share);

}  // namespace crossroads
