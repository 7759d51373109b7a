#pragma once

#include "playground/workspace.hpp"

#include <vector>

namespace crossroads {

/// What the composer proposes after the slash command: the usage hints of the app's manifest, one by one.
std::vector<playground::command_hint> assessment_hints();

}  // namespace crossroads
