#pragma once

#include "channel/json_reading.hpp"
#include "words/card.hpp"

#include <string>

namespace crossroads::slack {

/// A card as the `blocks` of one Slack message: at most 50 blocks, and 13,000 characters of JSON, which
/// stays under Slack's undocumented limit of about 13,200. A paragraph longer than a section is continued in
/// the next one. A card that is too long as a whole is shortened until it fits, and says so: first its
/// longest pieces of text are cut (to 600, then 300 characters), then notes are left out from the end, then
/// other text from the end; buttons and choices go last of all.
json message_blocks(card const& content);

/// The `text` of a message, never empty: the card's summary, else its first words. At most 3,000 characters.
std::string message_text(card const& content);

}  // namespace crossroads::slack
