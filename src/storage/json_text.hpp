#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crossroads {

// Payloads are JSON that is written and taken apart here without building a tree: what the store keeps
// for others goes in and comes out byte for byte, and a start reads a gigabyte of it.

/// Text the store keeps without understanding it. An object or array on one line is embedded in a
/// payload as it is, so that jq shows it; anything else as a JSON string.
struct opaque_text {
    std::string text;
    bool json = false;

    friend bool operator==(opaque_text const&, opaque_text const&) = default;
};

/// None when `text` is not UTF-8.
std::optional<opaque_text> as_opaque(std::string text);

void append_opaque(std::string& out, opaque_text const& value);
std::optional<opaque_text> read_opaque(std::string_view value);

/// A JSON string; false, and nothing appended, when `text` is not UTF-8.
[[nodiscard]] bool append_string(std::string& out, std::string_view text);
std::optional<std::string> read_string(std::string_view value);

/// An object of JSON strings; false, and something may have been appended, when one is not UTF-8.
[[nodiscard]] bool append_texts(std::string& out, std::map<std::string, std::string> const& texts);
std::optional<std::map<std::string, std::string>> read_texts(std::string_view object);

std::optional<std::int64_t> read_integer(std::string_view value);

/// Names (without quotes, escapes kept) and values of an object, as they stand in the text.
using json_members = std::vector<std::pair<std::string_view, std::string_view>>;

/// Expects no space between tokens.
std::optional<json_members> read_members(std::string_view object);

/// The value of the first member of this name; empty when there is none.
std::string_view value_of(json_members const& members, std::string_view name);
std::optional<std::string> string_of(json_members const& members, std::string_view name);
std::optional<std::int64_t> integer_of(json_members const& members, std::string_view name);

std::optional<std::vector<std::string_view>> read_elements(std::string_view array);

}  // namespace crossroads
