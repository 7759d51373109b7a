#pragma once

#include "channel/platform.hpp"

#include <optional>

namespace crossroads::teams {

/// The call that sends or edits `out`; none when it is not Teams', has no reach, or belongs to a thread that
/// was never started.
std::optional<http_call> call_that_sends(outgoing_message const& out);

/// What the answer to it says. A direct message takes two calls: the first opens the chat.
delivery_outcome outcome_of(outgoing_message const& out, http_response const& response);

/// In doubt a post is repeated once: a question twice is better than none, and three are too many. What
/// leaves no copy is repeated as often as it takes.
bool may_be_repeated(outgoing_message const& out, int doubts);

}  // namespace crossroads::teams
