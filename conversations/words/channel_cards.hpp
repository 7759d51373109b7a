#pragma once

#include "assessment/assessment.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

#include <string>

namespace crossroads {

// What becomes of an assessment when something happens to its channel.

/// To the thread, once it can be read and written in again.
card unarchived_card(assessment const& run, language in);

/// To the thread below a start card that replaces a deleted one.
card start_card_again_card(assessment const& run, language in);

// To the owner, directly.

card out_of_reach_card(assessment const& run, std::string const& command, language in);
card channel_deleted_card(assessment const& run, language in);
card not_started_card(assessment const& run, language in);

}  // namespace crossroads
