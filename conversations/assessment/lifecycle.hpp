#pragma once

#include "assessment/step.hpp"
#include "words/catalogue/refusals_words.hpp"

#include <string>

namespace crossroads {

// What changes the course of an assessment. Whether the person who acts may is for permission.hpp.

reply pause(step& now, pinned_run with);

/// Without a person: after quiet days, or when time is up and nobody has answered.
void pause_by_itself(step& now, pinned_run with, card in_thread);

/// Without a person and without a word, where nothing can be posted.
void pause_silently(step& now, assessment& run);

/// The slot of what is said of a pause in the thread.
std::string pause_slot(assessment const& run);

reply resume(step& now, pinned_run with);

/// Asks once more; cancel_confirmed() is what the button does.
reply cancel(step const& now, pinned_run with);
reply cancel_confirmed(step& now, pinned_run with);

reply hand_over(step& now, pinned_run with, std::string const& user);

}  // namespace crossroads
