#pragma once

#include "channel/platform.hpp"
#include "slack/web_api.hpp"

#include <chrono>
#include <optional>

namespace crossroads::slack {

// Committed messages on their way to Slack, and what became of them.

std::optional<http_call> call_that_sends(web_api const& api, outgoing_message const& out);

/// Classifies Slack's answer (facts: Web API errors). An `ok` to a reply that arrived outside of its thread,
/// because the thread's first message is gone, is refused_for_good "thread_root_gone", with the call that
/// deletes what went astray.
delivery_outcome outcome_of(web_api const& api, outgoing_message const& out, http_response const& response);

/// Reads the thread or channel back from 10 s before `since`. None for edits, which may be repeated, and for
/// what one person sees: Slack does not keep ephemeral messages, and we may not read direct ones.
std::optional<http_call>
call_that_looks_up(web_api const& api, outgoing_message const& out, std::chrono::sys_seconds since);

look_up_outcome outcome_of_look_up(outgoing_message const& out, http_response const& response);

}  // namespace crossroads::slack
