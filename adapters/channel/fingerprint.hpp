#pragma once

#include <string>
#include <string_view>

namespace crossroads {

/// 32 hexadecimal digits of the text's SHA-256.
std::string fingerprint(std::string_view text);

}  // namespace crossroads
