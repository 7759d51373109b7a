#pragma once

#include "guide/guide.hpp"

#include <string>

namespace crossroads {

/// A condition in words, without a full stop: `Usage is increasing`, `not (…)`, `at least 2 of: …`.
/// Facts, grades and criteria are named, not unfolded. Starts in lower case unless a label does not.
std::string describe_condition(guide const& rules, condition const& rests);

}  // namespace crossroads
