#pragma once

#include "channel/platform.hpp"
#include "teams/activity.hpp"
#include "teams/card_data.hpp"

#include <string_view>

namespace crossroads::teams {

/// Somebody acted on a card of ours. `in_answer`: what we say can go into the HTTP answer.
received take_card_answer(activity const& said, card_answer answer, std::string_view kind, bool in_answer);

/// The HTTP answer to an action on a card that is not ours, or is of a version that we forgot.
http_response stale_card_answer(activity const& said);

}  // namespace crossroads::teams
