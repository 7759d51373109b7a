#pragma once

#include "assessment/step.hpp"
#include "words/catalogue/refusals_words.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

/// Why the person who acts cannot change the course of the assessment, or nothing. `what`: "pause it".
std::optional<card> obstacle_to(step const& now, assessment const& run, wording refusals_words::*what);

reply pause(step& now, pinned_run with);

/// Without a person: after quiet days, or when time is up and nobody has answered.
void pause_by_itself(step& now, pinned_run with, card in_thread);

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
