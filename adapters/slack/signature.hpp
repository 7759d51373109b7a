#pragma once

#include "channel/http_message.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads::slack {

enum class signature_verdict {
    valid,
    missing_header,
    unreadable_timestamp,
    outside_time_window,
    wrong_signature
};

/// For counters and logs: "missing_header".
std::string_view name_of(signature_verdict verdict);

/// Checks X-Slack-Signature over the raw body (Slack: "Verifying requests from Slack"). Several secrets are
/// accepted at once, for their rotation. Safe to use from any thread.
class signature_verifier {
public:
    /// Throws std::invalid_argument when there is no secret or one of them is empty.
    explicit signature_verifier(std::vector<std::string> const& secrets);

    /// The timestamp may be up to 300 s away from `now`, in either direction.
    signature_verdict verify(http_request const& request, std::chrono::sys_seconds now) const;

private:
    /// An HMAC-SHA256 with its key in place, copied for each request.
    using keyed_hash = std::shared_ptr<void const>;

    std::vector<keyed_hash> keyed_;
};

}  // namespace crossroads::slack
