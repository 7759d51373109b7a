#pragma once

#include "assessment/event.hpp"

#include <string>

namespace crossroads {

/// "12 May 2026", the day in UTC.
std::string day_of(unix_seconds at);

/// "10 weeks", "3 days", "less than a day".
std::string span_of(unix_seconds from, unix_seconds until);

}  // namespace crossroads
