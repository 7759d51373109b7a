#pragma once

#include "assessment/assessment.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// A direct message to a person whose answers are missing.
card reminder_card(
    assessment const& run, guide const& rules, std::vector<std::string> const& asked, std::string_view user);

// What the buttons of a reminder answer.
card reminded_later_card(assessment const& run, unix_seconds when, language in);
card no_more_reminders_card(assessment const& run, language in);
/// `back`: when they come back by themselves; 0: not said.
card away_card(assessment const& run, unix_seconds back, language in);

}  // namespace crossroads
