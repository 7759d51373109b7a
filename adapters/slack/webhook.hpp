#pragma once

#include "channel/platform.hpp"
#include "slack/signature.hpp"

#include <chrono>
#include <string>

namespace crossroads::slack {

/// Answers any request Slack can send, in this order: 405 unless POST · 200 to an unsigned `ssl_check=1`, of
/// which nothing else is looked at · 401 for a signature that is not valid · 400 for a body that cannot be
/// read · 415 for one that is neither a form nor JSON · whatever its kind asks for. `command` is ours:
/// "/assess"; whoever types another is told so in the language `spoken`.
received receive_webhook(
    http_request const& request, signature_verifier const& signatures, std::string const& command,
    std::chrono::sys_seconds now, language spoken = language::english);

}  // namespace crossroads::slack
