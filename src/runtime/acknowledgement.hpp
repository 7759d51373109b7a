#pragma once

#include "channel/http_message.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

/// The HTTP answer to an event as the store keeps it, to be given again when the event is repeated.
std::string write_acknowledgement(http_response const& response);
std::optional<http_response> read_acknowledgement(std::string_view json);

}  // namespace crossroads
