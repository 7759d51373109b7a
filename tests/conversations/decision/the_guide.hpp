#pragma once

#include "guide/guide.hpp"

#include <string>

namespace crossroads {

/// The project's own guide, read once and shared by all tests of the decision.
guide const& the_guide();

/// The text of the acceptance scenarios; empty where they are not available.
std::string acceptance_scenarios();

}  // namespace crossroads
