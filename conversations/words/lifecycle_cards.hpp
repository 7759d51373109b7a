#pragma once

#include "assessment/assessment.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace crossroads {

// Pause, resume, cancel, hand over, and who takes part.

card paused_in_thread_card(assessment const& run, std::string_view by, language in);
card resumed_in_thread_card(assessment const& run, std::string_view by, language in);
card paused_privately_card(assessment const& run, bool already, language in);
card resumed_privately_card(assessment const& run, bool already, language in);

/// States how many answers and people a cancellation concerns; keeping it open is the default.
card confirm_cancel_card(assessment const& run, language in);
card cancelled_in_thread_card(assessment const& run, language in);
card cancelled_privately_card(assessment const& run, language in);
card kept_open_card(language in);

card invitation_card(assessment const& run, std::string_view by, language in);
card invited_card(assessment const& run, std::string_view user, bool already, language in);
card wants_to_join_card(assessment const& run, std::string_view user, language in);
card asked_to_join_card(assessment const& run, language in);

card handed_over_card(assessment const& run, std::string_view to, bool already, language in);
card new_owner_card(assessment const& run, language in);

}  // namespace crossroads
