#pragma once

#include "channel/platform.hpp"

#include <optional>
#include <string>

namespace crossroads::slack {

/// Where a message goes: its channel, and its thread or none.
struct destination {
    std::string channel;
    std::string thread;
};

/// The channel of its conversation, by the id it has now; none when that is not Slack's.
std::optional<std::string> channel_of(outgoing_message const& out);

/// None when its conversation is not Slack's, or the thread was never started.
std::optional<destination> destination_of(outgoing_message const& out);

}  // namespace crossroads::slack
