#pragma once

#include "channel/http_message.hpp"
#include "playground/workspace.hpp"

#include <string>
#include <string_view>

namespace crossroads::playground {

/// HMAC-SHA256 in lower-case hexadecimal.
std::string keyed_digest(std::string_view key, std::string_view text);

/// A signed POST to `path` of the service (docs.slack.dev/authentication/verifying-requests-from-slack).
http_call signed_call(
    app_settings const& settings, std::string_view path, std::string content_type, std::string body,
    instant now);

}  // namespace crossroads::playground
