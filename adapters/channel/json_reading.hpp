#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

using json = nlohmann::json;

/// None when the text is not JSON, not UTF-8 or nested deeper than 64 levels.
std::optional<json> parse_json(std::string_view text);

/// A member of an object; null when `value` is no object or has no such member.
json const& member(json const& value, std::string_view name);

/// The text of a member; empty when it is absent or no string.
std::string const& text_member(json const& value, std::string_view name);

/// The elements of a member; none when it is absent or no array.
json::array_t const& array_member(json const& value, std::string_view name);

/// True only when the member is the literal true.
bool flag_member(json const& value, std::string_view name);

/// Compact JSON; bytes that are not UTF-8 become U+FFFD.
std::string write_json(json const& value);

}  // namespace crossroads
