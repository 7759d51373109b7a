#pragma once

#include "assessment/assessment.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

#include <string_view>

namespace crossroads {

// The words of `delete`.

card confirm_removal_card(assessment const& run, language in);
card removal_request_card(assessment const& run, language in);
card removal_requested_card(bool already, language in);
card kept_card(language in);
card removed_privately_card(assessment const& run, language in);

/// What stands in the place of the headline, and of every other message.
card removed_headline_card(assessment const& run, std::string_view by, language in);
card removed_message_card(language in);

}  // namespace crossroads
