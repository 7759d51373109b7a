#pragma once

#include "assessment/assessment.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

#include <string>
#include <vector>

namespace crossroads {

// Deadlines, pauses that nobody asked for, and windows that cannot be.

/// To the thread, a day before the end.
card closing_soon_card(assessment const& run, guide const& rules, std::vector<std::string> const& missing);

/// To the owner, when time is up.
card time_is_up_card(assessment const& run, guide const& rules, std::vector<std::string> const& asked);

/// To the thread, before a result that nobody asked for.
card unattended_result_card(assessment const& run, language in);

card paused_quiet_card(assessment const& run, int days, language in);
card paused_unanswered_card(assessment const& run, language in);

card extended_card(assessment const& run, language in);
card extended_privately_card(assessment const& run, language in);

card past_date_card(std::string const& command, language in);
card window_too_long_card(int most_days, std::string const& command, language in);
card earlier_deadline_card(assessment const& run, language in);

}  // namespace crossroads
