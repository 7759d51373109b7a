#include "slack/verdicts.hpp"

#include <algorithm>
#include <utility>

namespace crossroads::slack {
namespace {

constexpr std::size_t longest_name = 64;

bool is_name_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

/// Slack's name of a kind, fit to be the label of a counter.
std::string label(std::string_view prefix, std::string_view name)
{
    bool const fits =
        !name.empty() && name.size() <= longest_name && std::ranges::all_of(name, is_name_character);
    return std::string(prefix).append(fits ? name : "other");
}

}  // namespace

http_response empty_answer(unsigned status)
{
    http_response answer;
    answer.status = status;
    return answer;
}

http_response json_answer(json const& body)
{
    http_response answer;
    answer.headers.emplace_back("Content-Type", "application/json; charset=utf-8");
    answer.body = write_json(body);
    return answer;
}

received ignored(std::string_view kind)
{
    return {label("ignored:", kind), empty_answer()};
}

received unknown(std::string_view kind)
{
    return {label("unknown:", kind), empty_answer()};
}

received refused(std::string_view reason, unsigned status)
{
    return {label("refused:", reason), empty_answer(status)};
}

received happened(std::string_view kind, origin const& from, inbound what)
{
    what.conversation = conversation_key("slack", from.team, from.channel);
    if (what.conversation.empty() || from.user.empty())
        return unknown(kind);
    what.what.user = from.user;
    what.what.from_elsewhere = from.is_from_elsewhere();
    what.answer_by.user = from.user;
    what.answer_by.channel = from.channel;
    return {std::string(kind), std::move(what)};
}

std::string event_key(std::string_view what, std::string_view team, std::string_view id)
{
    return std::string("slack:").append(what).append(":").append(team).append(":").append(id);
}

}  // namespace crossroads::slack
