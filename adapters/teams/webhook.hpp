#pragma once

#include "channel/platform.hpp"
#include "teams/channel_token.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads::teams {

/// Verifies a token, or knows it from before: whoever keeps the keys does. Called from any thread.
using token_judge = std::function<std::variant<channel_token, token_fault>(
    std::string_view token, std::chrono::sys_seconds now)>;

/// Whom we listen to.
struct admission_rules {
    std::vector<std::string> service_hosts;  // as may_call() takes them
    std::vector<std::string> tenants;        // directory ids; "*": any
    std::string command = "/assess";
};

/// The token first, then the activity, then whether one fits the other. 401 for a token that is missing or
/// bad, 400 for what is no activity, 403 for one that is not for us, 503 as long as there are no keys.
received receive_activity(
    http_request const& request, token_judge const& judge, admission_rules const& rules,
    std::chrono::sys_seconds now);

}  // namespace crossroads::teams
