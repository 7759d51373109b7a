#include "slack/incoming_text.hpp"

#include "channel/text_length.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace crossroads::slack {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 3> entities = {{
    {"&amp;", '&'},
    {"&lt;", '<'},
    {"&gt;", '>'},
}};

void append_unescaped(std::string& plain, std::string_view escaped)
{
    while (!escaped.empty()) {
        auto const entity =
            std::ranges::find_if(entities, [&](auto const& one) { return escaped.starts_with(one.first); });
        if (entity == entities.end()) {
            plain += escaped.front();
            escaped.remove_prefix(1);
        } else {
            plain += entity->second;
            escaped.remove_prefix(entity->first.size());
        }
    }
}

/// `<target|label>` without its angle brackets.
void append_reference(std::string& plain, std::string_view reference)
{
    auto const bar = reference.find('|');
    auto const target = reference.substr(0, bar);
    auto const label = bar == std::string_view::npos ? std::string_view() : reference.substr(bar + 1);
    if (target.starts_with('@')) {
        plain.append("<").append(target).append(">");
    } else if (target.starts_with('#')) {
        plain += label.empty() ? "" : "#";
        plain += label.empty() ? target : label;
    } else if (target.starts_with('!')) {
        if (label.empty())
            plain += '@';
        append_unescaped(plain, label.empty() ? target.substr(1) : label);
    } else if (label.empty() || target.ends_with(label)) {
        append_unescaped(plain, label.empty() ? target : label);
    } else {
        append_unescaped(plain, label);
        plain += " (";
        append_unescaped(plain, target);
        plain += ')';
    }
}

}  // namespace

std::string plain_text_of(std::string_view slack_text)
{
    std::string plain;
    plain.reserve(slack_text.size());
    while (!slack_text.empty()) {
        auto const open = std::min(slack_text.find('<'), slack_text.size());
        append_unescaped(plain, slack_text.substr(0, open));
        slack_text.remove_prefix(open);
        auto const close = slack_text.find('>');
        if (close == std::string_view::npos) {
            append_unescaped(plain, slack_text);
            break;
        }
        append_reference(plain, slack_text.substr(1, close - 1));
        slack_text.remove_prefix(close + 1);
    }
    return clean_text(plain);
}

std::optional<std::string_view> without_mention(std::string_view slack_text, std::string_view user)
{
    if (user.empty())
        return std::nullopt;
    auto const mention = std::string("<@").append(user);
    for (auto at = slack_text.find(mention); at != std::string_view::npos;
         at = slack_text.find(mention, at + 1)) {
        auto const rest = slack_text.substr(at + mention.size());
        auto const close = rest.find('>');
        if (close == std::string_view::npos || (close != 0 && rest.front() != '|'))
            continue;
        auto const after = trimmed(rest.substr(close + 1));
        return after.empty() ? trimmed(slack_text.substr(0, at)) : after;
    }
    return std::nullopt;
}

bool starts_with_mention(std::string_view slack_text)
{
    return trimmed(slack_text).starts_with("<@");
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blank = " \t\r\n";
    auto const first = text.find_first_not_of(blank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

}  // namespace crossroads::slack
