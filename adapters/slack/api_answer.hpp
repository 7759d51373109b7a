#pragma once

#include "channel/platform.hpp"
#include "channel/json_reading.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace crossroads::slack {

// What every answer of the Web API has in common.

/// Slack's answer as an object with `ok`; none when it is not Slack that answered.
std::optional<json> slack_answer(http_response const& response);

/// The call did what it was for.
bool is_success(http_response const& response, std::optional<json> const& answer);

/// What became of a call that was no success; send_as_new when what it was to change is gone.
delivery_outcome outcome_of_failure(http_response const& response, std::optional<json> const& answer);

/// Slack's `Retry-After`, in seconds, an hour at most; a date or nonsense is as good as none.
std::optional<std::chrono::seconds> asked_to_wait(http_response const& response);

/// "http_502".
std::string status_reason(http_response const& response);

}  // namespace crossroads::slack
