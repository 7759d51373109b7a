#pragma once

#include "channel/http_message.hpp"

#include <optional>

namespace crossroads::playground {

/// The playground has no passwords, so it talks to this machine only: a 403 for a request from elsewhere,
/// under a name that is not this machine's (DNS rebinding), or that another site's page makes. None: go on.
std::optional<http_response> refuse_stranger(http_request const& request);

}  // namespace crossroads::playground
