#pragma once

#include "channel/json_reading.hpp"
#include "channel/platform.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

// How a webhook is concluded when nothing happened, and what the platform's answers say whatever platform it
// is.

/// No body and no content type: what platforms want when there is nothing to say.
http_response empty_answer(unsigned status = 200);

http_response json_answer(json const& body);

/// Understood, and deliberately left alone. `kind` is the platform's name of it.
received ignored(std::string_view kind);

/// Nothing here handles it. It is acknowledged all the same: the platform would repeat it, or show an error.
received unknown(std::string_view kind);

received refused(std::string_view reason, unsigned status);

/// The whole seconds of a Retry-After header, 1 to 3600; none if there is none or it says a date.
std::optional<std::chrono::seconds> asked_to_wait(http_response const& response);

/// "http_502", for logs and stored reasons.
std::string status_reason(http_response const& response);

}  // namespace crossroads
