#pragma once

#include "decision/decision.hpp"
#include "decision/team_answers.hpp"
#include "decision/verdict.hpp"
#include "decision/what_if.hpp"

#include <vector>

namespace crossroads {

/// What would change the outcome, one answer at a time (model, section 6): at most three. Open, unknown
/// and disputed answers come first, then what can plausibly happen (usage, what hurts, grades, change,
/// keep, next); never trivia. Among the three, flips to different paths go before more of the same, and
/// flips to scoping come last.
std::vector<flip>
find_flips(situation& answers, team_record const& record, verdict const& found, what_if& tries);

}  // namespace crossroads
