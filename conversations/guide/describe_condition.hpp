#pragma once

#include "guide/guide.hpp"

#include <string>

namespace crossroads {

/// A condition in words, without a full stop: `“Usage is increasing” (usage) or customers depend on
/// it`. Answers are quoted with the id of their question; facts, areas and criteria are named, not
/// unfolded.
std::string describe_condition(guide const& rules, condition const& rests);

}  // namespace crossroads
