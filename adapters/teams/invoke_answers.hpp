#pragma once

#include "channel/conclusions.hpp"

#include <string_view>

namespace crossroads::teams {

// Answers to an Action.Execute (Microsoft: "Universal Action Model"). All are HTTP 200: anything else breaks
// the card.

/// A line of text shown to the person who acted.
http_response message_answer(std::string_view text);

/// A card that takes the place of the one acted on, for this person only.
http_response card_answer_with(json card);

/// What was entered is wrong: the card stays with everything in it.
http_response error_answer(std::string_view text);

}  // namespace crossroads::teams
