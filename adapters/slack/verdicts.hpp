#pragma once

#include "channel/platform.hpp"
#include "channel/json_reading.hpp"
#include "slack/origin.hpp"

#include <string>
#include <string_view>

namespace crossroads::slack {

// How a webhook is concluded.

/// No body and no content type: what Slack wants when there is nothing to say.
http_response empty_answer(unsigned status = 200);

http_response json_answer(json const& body);

/// Understood, and deliberately left alone. `kind` is Slack's name of it.
received ignored(std::string_view kind);

/// Nothing here handles it. It is acknowledged all the same: Slack would repeat it, or show an error.
received unknown(std::string_view kind);

received refused(std::string_view reason, unsigned status);

/// Something happened in a conversation; `unknown` if it does not say where or who.
received happened(std::string_view kind, origin const& from, inbound what);

/// An event key: unique over all kinds of keys and all workspaces.
std::string event_key(std::string_view what, std::string_view team, std::string_view id);

}  // namespace crossroads::slack
