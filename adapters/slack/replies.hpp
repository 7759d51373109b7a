#pragma once

#include "channel/platform.hpp"
#include "slack/web_api.hpp"

#include <optional>

namespace crossroads::slack {

/// The HTTP answer to the webhook that `said` replies to: the exact body Slack wants, which for most is
/// none (Slack: "Modals", "Handling user interaction").
http_response answer_to(reply const& said, reply_path const& to);

/// The call for what the HTTP answer cannot carry; none when it carries it, or when nothing is said.
std::optional<http_call> call_for_reply(web_api const& api, reply const& said, reply_path const& to);

}  // namespace crossroads::slack
