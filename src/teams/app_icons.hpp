#pragma once

#include <string>

namespace crossroads::teams {

// A road that parts in three, as PNG files of the sizes that Teams asks for.

/// White on the accent colour, 192 by 192 pixels.
std::string colour_icon();

/// White on nothing, 32 by 32 pixels.
std::string outline_icon();

}  // namespace crossroads::teams
