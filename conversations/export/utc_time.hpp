#pragma once

#include "assessment/event.hpp"

#include <string>

namespace crossroads {

/// ISO 8601 in UTC: "2026-06-12T17:00:00Z".
std::string utc_time(unix_seconds at);

/// "2026-06-12".
std::string utc_date(unix_seconds at);

}  // namespace crossroads
