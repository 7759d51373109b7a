#pragma once

#include <string>
#include <vector>

namespace crossroads {

/// Replies in a thread, and what stands in fields: answers, nonsense, and bytes that are no text.
std::vector<std::string> const& things_people_type();

/// What follows the slash command.
std::vector<std::string> const& commands_people_type();

}  // namespace crossroads
