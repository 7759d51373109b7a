#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace crossroads::playground {

using nlohmann::json;

/// How deep JSON from outside may be nested, and the workspace's own, which holds it.
constexpr int message_depth = 64;
constexpr int state_depth = 128;

/// None if malformed, deeper than `depth` levels, or not UTF-8.
std::optional<json> read_json(std::string_view text, int depth = message_depth);

/// Compact JSON; bytes that are not UTF-8 are replaced instead of throwing.
std::string write_json(json const& value);

// Fields of a value of any shape: what is absent or of another type reads as empty.
std::string_view text_of(json const& value, char const* field);
bool flag_of(json const& value, char const* field);
json const& field_of(json const& value, char const* field);

/// The number of characters: UTF-8 code points.
std::size_t characters(std::string_view text);

bool valid_utf8(std::string_view text);

}  // namespace crossroads::playground
