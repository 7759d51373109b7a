#pragma once

#include "assessment/assessment.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace crossroads {

// Pause, resume, cancel, hand over, and who takes part.

card paused_in_thread_card(assessment const& run);
card resumed_in_thread_card(assessment const& run);
card paused_privately_card(assessment const& run, bool already);
card resumed_privately_card(assessment const& run, bool already);

/// States how many answers and people a cancellation concerns; keeping it open is the default.
card confirm_cancel_card(assessment const& run);
card cancelled_in_thread_card(assessment const& run);
card cancelled_privately_card(assessment const& run);
card kept_open_card();

card invitation_card(assessment const& run);
card invited_card(assessment const& run, std::string_view user, bool already);
card wants_to_join_card(assessment const& run, std::string_view user);
card asked_to_join_card(assessment const& run);

card handed_over_card(assessment const& run, std::string_view to, bool already);
card new_owner_card(assessment const& run);

}  // namespace crossroads
