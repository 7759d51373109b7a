#pragma once

#include "assessment/step.hpp"
#include "decision/decision.hpp"

namespace crossroads {

// A second opinion on a result. Only the owner can ask for it, and only where an operator named somebody.
// It is handed over as files in the thread; people send them.

/// What a result shows: the result itself, and the plan below it.
struct cards_of_result {
    card result;
    card plan;
};

/// With the offer of a second opinion, if there is one.
cards_of_result cards_of(step const& now, pinned_run with, decision const& decided);

/// Shows the owner what would be shared, and asks.
reply ask_for_second_opinion(step const& now, pinned_run with);

/// Posts what is shared in the thread: once, and after that only files the platform refused.
reply share_result(step& now, pinned_run with);

/// Tells the owner that a file of a second opinion could not be sent. False: the message was none.
bool sharing_failed(step& now, assessment& run, delivery_failed const& failed);

}  // namespace crossroads
