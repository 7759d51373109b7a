#pragma once

#include "assessment/assessment.hpp"
#include "decision/decision.hpp"
#include "guide/guide.hpp"

#include <string>

namespace crossroads {

/// A document to read: the result with its reasons, the plan, all answers in full up to `revision`, and how
/// they changed; of a cancelled assessment, the answers alone.
std::string write_markdown(assessment const& run, guide const& rules, int revision);

// Its parts.

/// The recommendation, why, why nothing cheaper, and what would change it.
std::string result_in_markdown(guide const& rules, decision const& decided);

/// What the team differed on and what was settled.
std::string differences_in_markdown(guide const& rules, decision const& decided);

std::string plan_in_markdown(decision const& decided, language in);

/// Question by question, in full; those that other answers rule out say so.
std::string answers_in_markdown(assessment const& run, guide const& rules, int revision);

/// Answers that were replaced or withdrawn, and those given after the result; empty when there are none.
std::string changes_in_markdown(assessment const& run, guide const& rules, int revision);

}  // namespace crossroads
