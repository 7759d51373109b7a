#pragma once

#include "guide/load.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string_view>
#include <variant>

namespace crossroads {

/// JSON with its members in the order of the file.
using guide_json = nlohmann::ordered_json;

inline constexpr std::size_t largest_guide_bytes = 1024 * 1024;
inline constexpr std::size_t deepest_guide_nesting = 64;
inline constexpr std::size_t most_guide_keys = 500;  // in one object; a key is found by going through them

/// The JSON of a guide file, or why it is none: too large, nested too deep, not JSON (with line and
/// column), not UTF-8, or an object that has a key twice or too many of them.
std::variant<guide_json, guide_defect> parse_guide_json(std::string_view text);

}  // namespace crossroads
