#pragma once

#include "assessment/step.hpp"
#include "words/finish_cards.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// The truly different concrete texts given to a question that needs one team answer (model, section 2),
/// the earliest first; empty for other questions, and once it is settled.
std::vector<vote_candidate> vote_candidates(assessment const& run, guide const& rules, question const& asked);

/// A tap for one of the candidates; more than half of those taking part settle the question.
reply take_vote(step& now, pinned_run with, question const& asked, std::string_view candidate);

/// The owner settles a question: opens the form, or takes the value.
reply open_settle_form(step& now, pinned_run with, question const& asked);
reply settle(step& now, pinned_run with, question const& asked, answer const& value, std::string reason);

/// Another value for a question that is settled, proposed by settle(): yes, or no.
reply change_settlement(step& now, pinned_run with, question const& asked);
reply keep_settlement(step& now, pinned_run with, question const& asked);

/// The owner's word that a text is concrete enough.
reply mark_concrete(step& now, pinned_run with, question const& asked);

}  // namespace crossroads
