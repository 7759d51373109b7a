#pragma once

#include "channel/json_reading.hpp"
#include "channel/platform.hpp"
#include "slack/web_api.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace crossroads::slack {

// What Slack says of a person (users.info with their locale; needs the scope users:read).

/// None without a person.
std::optional<http_call> call_for_profile(web_api const& api, std::string const& user);

/// Slack's answer, asked for the workspace `team`. A person it does not know, or may not speak of, is one
/// about whom nothing is known: for that nothing has to be repaired, and no message waits.
delivery_outcome profile_in(json const& answer, std::string const& user, std::string_view team);

}  // namespace crossroads::slack
