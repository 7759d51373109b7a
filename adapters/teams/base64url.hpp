#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crossroads::teams {

/// RFC 4648, section 5, without padding, as JSON Web Signature uses it (RFC 7515, section 2).
std::string encode_base64url(std::string_view bytes);

/// None if it is not what encode_base64url() gives.
std::optional<std::string> decode_base64url(std::string_view text);

}  // namespace crossroads::teams
