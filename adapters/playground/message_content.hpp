#pragma once

#include "playground/workspace.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace crossroads::playground {

/// Slack's refusal of something the app sent.
struct refusal {
    std::string error;                  // "invalid_blocks"
    std::vector<std::string> messages;  // for response_metadata.messages
};

/// What an app wants a message to say. `none`: that argument was not given.
struct message_content {
    std::optional<std::string> text;
    std::optional<json> blocks;
    std::optional<json> metadata;  // null: to be removed
};

/// Reads text, blocks, markdown_text and metadata from arguments of a method or from the body of a
/// response_url, and checks them as Slack does. Strings may hold JSON, as in forms. `text_limit` in
/// characters: a longer text is refused, or cut at 40,000 if `text_limit` is 0.
std::variant<message_content, refusal> read_content(json const& arguments, std::size_t text_limit);

/// Whether there is anything to show.
bool says_something(message_content const& content);

}  // namespace crossroads::playground
