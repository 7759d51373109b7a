#pragma once

#include "channel/json_reading.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace crossroads::slack {

// Ids in what we send, read again in what comes back. A token names its block: the block keeps what a
// person ticked while the message is updated as long as its id stays, and starts afresh with a new token.
inline constexpr std::string_view choices_prefix = "choices:";
inline constexpr std::string_view input_prefix = "input:";
inline constexpr std::string_view buttons_prefix = "buttons:";

/// action_id of the checkboxes of a choice list, and of inputs: their taps alone mean nothing.
inline constexpr std::string_view value_action = "value";

/// Makes ids unique within one message or view: the second "save" is "save#2".
class unique_ids {
public:
    /// At most 255 characters, Slack's limit.
    std::string take(std::string_view id);

private:
    std::map<std::string, int, std::less<>> taken_;
};

/// The id without the number that unique_ids gave it.
std::string_view without_number(std::string_view id);

/// The token in a block_id; none if it has another prefix.
std::optional<std::string_view> token_in(std::string_view block_id, std::string_view prefix);

/// For a message outside of its channel: its rows of buttons name the channel that they are about …
void name_channel(json& blocks, std::string_view channel);

/// … and the channel named so; empty for a row of a message in the channel itself.
std::string_view channel_in(std::string_view block_id);

/// The block_id of the input with this token.
std::string input_block_id(std::string_view token);

}  // namespace crossroads::slack
