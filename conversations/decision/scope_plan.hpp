#pragma once

#include "decision/decision.hpp"
#include "decision/situation.hpp"
#include "decision/team_answers.hpp"

namespace crossroads {

/// The scope plan for an outcome, a path's id or "scoping" (model, section 7): one outcome, one workflow,
/// at most five pieces of work and five deferrals. A better-scoping plan holds no build work.
scope_plan plan_scope(situation& answers, team_record const& record, std::string const& outcome);

}  // namespace crossroads
