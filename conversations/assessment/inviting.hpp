#pragma once

#include "assessment/step.hpp"

#include <optional>
#include <string>

namespace crossroads {

// Who is in: people added by name, those who ask to be, and a question handed to a colleague.

/// Why the person who acts is not among those who answer, or nothing.
std::optional<card> not_among(step const& now, assessment const& run);

/// Adds a person to the list and tells them.
reply invite(step& now, pinned_run with, std::string const& user);

/// An outsider asks; the owner is told once.
reply ask_to_join(step& now, pinned_run with);

/// The form that asks which colleague a question goes to.
reply open_ask_someone_form(step& now, pinned_run with, question const& asked);

/// Hands a question to a colleague, who is added if need be. `question` is an id.
reply ask_someone(step& now, pinned_run with, std::string const& user, std::string const& question);

/// The platform says that an invited person can never answer: off the list, and who added them is told.
void take_off_the_list(step& now, pinned_run with, std::string const& user);

}  // namespace crossroads
