#pragma once

#include "assessment/assessment.hpp"

#include <optional>
#include <string_view>

namespace crossroads {

/// Of the stored state. A state with another version is refused, never guessed at.
inline constexpr int state_version = 1;

std::string_view name_of(run_state state);
std::optional<run_state> run_state_named(std::string_view name);

std::string_view name_of(start_from how);
std::optional<start_from> start_from_named(std::string_view name);

std::string_view name_of(out_of_reach why);
std::optional<out_of_reach> out_of_reach_named(std::string_view name);

std::string_view name_of(membership what);
std::optional<membership> membership_named(std::string_view name);

}  // namespace crossroads
