#pragma once

#include "channel/json_reading.hpp"
#include "teams/card_text.hpp"
#include "words/attached_file.hpp"
#include "words/card.hpp"

#include <optional>

namespace crossroads::teams {

/// A message that shows a file: bots cannot attach one in a channel. Text is shown in full, in fixed-width
/// type; a picture inside the message, or told in words when it is too large for that. None when a text is
/// too long for one message.
std::optional<json> file_message(attached_file const& file, card const& content, people_names const& names);

}  // namespace crossroads::teams
