#pragma once

#include "channel/conclusions.hpp"

#include <optional>

namespace crossroads::slack {

// What every answer of the Web API has in common.

/// Slack's answer as an object with `ok`; none when it is not Slack that answered.
std::optional<json> slack_answer(http_response const& response);

/// The call did what it was for.
bool is_success(http_response const& response, std::optional<json> const& answer);

/// What became of a call that was no success; send_as_new when what it was to change is gone.
delivery_outcome outcome_of_failure(http_response const& response, std::optional<json> const& answer);

}  // namespace crossroads::slack
