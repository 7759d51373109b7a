#pragma once

#include "guide/guide.hpp"

#include <string>
#include <vector>

namespace crossroads {

/// The ids of the questions a condition rests on, directly or through facts, grades, criteria and
/// budget questions; each once, in the order of the guide.
std::vector<std::string> condition_subjects(guide const& rules, condition const& rests);

}  // namespace crossroads
