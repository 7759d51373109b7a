#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

/// RFC 4648, section 4, with padding and without line breaks.
std::string encode_base64(std::string_view bytes);

/// None if it is not what encode_base64() gives.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace crossroads
