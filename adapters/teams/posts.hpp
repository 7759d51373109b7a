#pragma once

#include "channel/platform.hpp"

#include <optional>

namespace crossroads::teams {

/// The call that sends or edits `out`; none when it is not Teams', has no reach, or belongs to a thread that
/// was never started.
std::optional<http_call> call_that_sends(outgoing_message const& out);

/// What the answer to it says. A direct message takes two calls: the first opens the chat.
delivery_outcome outcome_of(outgoing_message const& out, http_response const& response);

}  // namespace crossroads::teams
