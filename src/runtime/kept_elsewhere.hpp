#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

// A channel whose platform gave it another id keeps its conversation under the key it began with: its
// messages, timers and answers stay in one place. Under the new key stands a note where that is.

/// The note, as the state of a conversation.
std::string write_kept_elsewhere(std::string_view conversation);

/// The key of the conversation that a stored state points to; none: it is a state of its own.
std::optional<std::string> read_kept_elsewhere(std::string_view state);

}  // namespace crossroads
