#pragma once

#include "playground/workspace.hpp"

#include <cstdint>
#include <string_view>

namespace crossroads::playground {

/// What this person's browser shows: everything that changed after revision `since`, 0 for all of it, and the
/// revision this is. Messages for others only and ones this browser cannot know are left out.
json browser_state(
    workspace const& in, app_settings const& settings, person const& whom, std::uint64_t since);

/// Whether browser_state() since then would say anything.
bool has_news(workspace const& in, person const& whom, std::uint64_t since);

}  // namespace crossroads::playground
