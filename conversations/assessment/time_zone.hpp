#pragma once

#include "assessment/assessment.hpp"

#include <string_view>

namespace crossroads {

/// How far this person's clock is ahead of UTC, in seconds: as their profile says, else as the owner's does,
/// else not at all.
unix_seconds utc_offset(channel_state const& state, assessment const& run, std::string_view user);

bool zone_is_known(channel_state const& state, std::string_view user);

/// Profiles are kept for assessments that go on; of others, what is still of use: the language, an admin's
/// right to delete, what somebody waits for.
void forget_profiles_nobody_needs(channel_state& state, unix_seconds at);

}  // namespace crossroads
