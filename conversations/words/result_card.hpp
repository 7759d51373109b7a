#pragma once

#include "assessment/assessment.hpp"
#include "decision/decision.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

#include <string>

namespace crossroads {

/// The recommendation and all it rests on: a path, or better scoping first.
card result_card(assessment const& run, guide const& rules, decision const& decided);

/// `results` before there is one.
card no_result_yet_card(assessment const& run, std::string const& command, language in);

// After the result.

/// Late answers point to another result; the owner decides.
card late_result_card(assessment const& run, guide const& rules, decision const& decided);

/// In its place once the owner decided, or later answers led back or elsewhere.
enum class late_decision { adopted, kept, led_back, overtaken };
card late_decided_card(
    assessment const& run, guide const& rules, std::string const& outcome, late_decision how);

card adopted_privately_card(assessment const& run, guide const& rules, bool already);
card kept_privately_card(assessment const& run, guide const& rules);

}  // namespace crossroads
