#pragma once

#include "teams/activity.hpp"

#include <string>
#include <string_view>

namespace crossroads::teams {

/// Somebody addresses us: a mention entity names the recipient of the activity.
bool mentions_us(activity const& said);

/// The text without the mentions of us, trimmed; those of other people stay as sent, `<at>Ana</at>`.
std::string text_without_us(activity const& said);

/// text_without_us() as the domain reads it: other people as `<@id>`, the platform's escapes undone.
std::string plain_text_of(activity const& said);

/// What follows the name of the command, when somebody typed that as well: "start" of "/assess start".
std::string without_command_name(std::string text, std::string_view command);

}  // namespace crossroads::teams
