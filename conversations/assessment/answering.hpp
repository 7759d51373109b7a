#pragma once

#include "assessment/step.hpp"
#include "assessment/thread_view.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// Why this person cannot answer now, or nothing.
std::optional<card> obstacle(step const& now, assessment const& run);

/// How an answer came in.
struct came_by {
    std::string typed_in;  // the chat message, or empty
    bool edited = false;   // with an edit of that message
};

/// What is wrong with an answer in itself, fit to show to a person; empty when nothing is.
std::string fault_in(question const& asked, answer const& value, language in);

/// Records an answer (none: withdraws it) of the person who acts, who joins with it. False: it is their
/// answer already, nothing changed.
bool record(
    step& now, assessment& run, question const& asked, std::optional<answer> const& value,
    came_by const& how);

/// The same for somebody who takes part.
bool record_for(
    step& now, assessment& run, participant& person, question const& asked,
    std::optional<answer> const& value, came_by const& how);

/// What follows a recorded change: the next card, edits, the owner's "Ready", a late result. Gives the
/// questions asked now.
struct aftermath {
    std::vector<std::string> asked;
    bool result_in_doubt = false;  // after the end, and other answers lead elsewhere
};

aftermath follow_up(step& now, pinned_run with, question const& asked, thread_view const& before);

/// The whole way of an answer: may this person, is it one, record it, tell them.
reply take_answer(step& now, pinned_run with, question const& asked, answer value, came_by const& how);

/// Sets a question aside for the person who acts.
reply take_skip(step& now, pinned_run with, question const& asked, came_by const& how);

/// "That is all we can say."
reply take_keep_as_said(step& now, pinned_run with, question const& asked);

/// An answer that cannot be taken: below its input in a window, else privately.
reply refuse_answer(step& now, assessment& run, question const& asked, std::string const& defect);

/// What a participant mostly does, while the assessment is open. False: not taken.
bool set_hat(step& now, pinned_run with, std::string_view hat);

/// Counts answers in a row that this person could not get right.
int count_stumble(step& now, assessment& run, std::string_view question);

}  // namespace crossroads
