#pragma once

#include "channel/http_message.hpp"
#include "playground/workspace.hpp"

#include <string_view>

namespace crossroads::playground {

/// Slack's Web API: answers a call of `method` ("chat.postMessage") with Slack's checks and error codes.
/// Never throws on any input; what is refused changes nothing.
http_response handle_api(
    workspace& in, app_settings const& settings, std::string_view method, http_request const& request,
    instant now);

/// The methods this workspace has.
bool has_api_method(std::string_view method);

}  // namespace crossroads::playground
