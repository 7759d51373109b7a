#pragma once

#include "assessment/answering.hpp"
#include "assessment/step.hpp"
#include "decision/decision.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

// An assessment of a product that was assessed before (model, section 8).

/// The newest finished assessment of this product, whatever the case of its name; nullptr: none.
assessment const* last_result_for(channel_state const& state, std::string_view product);

/// The assessment that this one follows, with its guide; none: it follows none, or either is gone.
struct earlier_run {
    assessment const& run;
    guide const& rules;
};

std::optional<earlier_run> earlier_of(step& now, assessment const& run);

/// What is offered as "last time": the person's own answer, or else the team's (for no user: the team's).
/// None: the assessment starts from nothing, or the question means something else now.
std::optional<answer>
last_answer(step& now, pinned_run with, question const& asked, std::string_view user = {});

/// "Still true": answers as last time.
reply take_still_true(step& now, pinned_run with, question const& asked, came_by const& how);

/// Whether a typed text says so: "still true", "same as last time".
bool says_still_true(std::string_view text);

/// Posts what the last plan set out to prove, and asks whether it did.
void ask_about_the_last_plan(step& now, pinned_run with);

/// A tap on that card.
reply vote_on_the_last_plan(step& now, pinned_run with, std::vector<std::string> const& chosen);

/// What changed since the assessment before, as a card; none: there is none to compare with.
std::optional<card> what_changed(step& now, pinned_run with, decision const& decided);

/// `history`: the assessments of the channel, of one product or of all.
reply show_history(step& now, std::string_view product);

}  // namespace crossroads
