#pragma once

#include "assessment/command.hpp"

#include <string_view>
#include <variant>

namespace crossroads {

using named_command = std::variant<command_name, unknown_command, ambiguous_command>;

/// The command a word names: in full, or by a prefix no other command has.
named_command find_command(std::string_view typed);

}  // namespace crossroads
