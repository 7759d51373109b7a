#pragma once

#include "assessment/assessment.hpp"
#include "decision/decision.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

namespace crossroads {

/// The stage plan: one outcome, one workflow, what to keep, what to do now, what waits, weeks and loop.
card plan_card(assessment const& run, decision const& decided, language in);

}  // namespace crossroads
