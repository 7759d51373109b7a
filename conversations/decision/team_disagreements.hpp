#pragma once

#include "decision/decision.hpp"
#include "decision/team_answers.hpp"
#include "decision/verdict.hpp"
#include "decision/what_if.hpp"

#include <vector>

namespace crossroads {

/// Options, choices and workflows on which known answers differ (model, section 2), in the guide's
/// order: every view with how many hold it and the outcome if all did. Decisive if one of those differs
/// from the outcome.
std::vector<disagreement>
team_disagreements(situation const& answers, team_record const& record, verdict const& found, what_if& tries);

}  // namespace crossroads
