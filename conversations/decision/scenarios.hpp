#pragma once

#include "guide/guide.hpp"
#include "guide/load.hpp"

#include <vector>

namespace crossroads {

/// The guide's own scenarios that do not come out as they say, as defects of the guide file.
std::vector<guide_defect> failing_scenarios(guide const& rules);

}  // namespace crossroads
