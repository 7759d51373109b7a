#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crossroads::slack {

/// Slack's message text as plain text: `&amp; &lt; &gt;` undone once, links and channels as they were
/// shown, people kept as `<@U123>` (Slack: "Formatting message text").
std::string plain_text_of(std::string_view slack_text);

/// What is left of Slack's message text without its first mention of `user`: what follows it, or what
/// stands before it when nothing follows. None if it does not mention them.
std::optional<std::string_view> without_mention(std::string_view slack_text, std::string_view user);

/// Somebody is mentioned first thing.
bool starts_with_mention(std::string_view slack_text);

std::string_view trimmed(std::string_view text);

}  // namespace crossroads::slack
