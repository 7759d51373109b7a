#pragma once

#include "guide/guide.hpp"

#include <string>

namespace crossroads::testing {

/// The text of config/guide.json.
std::string project_guide_text();

/// The guide in config/guide.json; fails the test if it does not load.
guide project_guide();

}  // namespace crossroads::testing
