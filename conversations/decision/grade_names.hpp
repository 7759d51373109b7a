#pragma once

#include "decision/decision.hpp"

#include <string_view>

namespace crossroads {

/// The grade's name in guides and documents: "sound", "weak", "failing" or "unknown".
std::string_view name_of(grade value);

/// "low", "medium" or "high".
std::string_view name_of(confidence_level value);

}  // namespace crossroads
