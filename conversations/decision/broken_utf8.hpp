#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

/// Stands for a byte that is not UTF-8 until the string it is in can be named. A noncharacter: real
/// text has no use for it.
inline constexpr std::string_view broken_byte = "\xEF\xB7\x90";

/// The text with every byte that is not UTF-8 replaced by broken_byte; none if all of it is UTF-8.
std::optional<std::string> mark_broken_bytes(std::string_view text);

}  // namespace crossroads
