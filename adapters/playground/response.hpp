#pragma once

#include "channel/http_message.hpp"
#include "playground/message_content.hpp"
#include "playground/workspace.hpp"

#include <string>
#include <string_view>

namespace crossroads::playground {

/// Shows the app's answer to a command or an action: to everyone in the channel, or to this person only.
void respond(
    workspace& in, channel& where, reply_address const& to, message_content content, bool in_channel,
    std::string_view thread_ts, instant now);

/// A POST to a response_url, `secret` being its last part: 5 uses in 30 minutes.
http_response
handle_response_url(workspace& in, std::string_view secret, http_request const& request, instant now);

}  // namespace crossroads::playground
