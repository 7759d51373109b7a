#include "slack/verdicts.hpp"

#include <utility>

namespace crossroads::slack {

received happened(std::string_view kind, origin const& from, inbound what)
{
    if (from.user.empty())
        return unknown(kind);
    what.what.user = from.user;
    what.what.from_elsewhere = from.is_from_elsewhere();
    what.answer_by.user = from.user;
    what.answer_by.channel = from.channel;
    return happened_to_channel(kind, from, std::move(what));
}

received happened_to_channel(std::string_view kind, origin const& from, inbound what)
{
    what.conversation = conversation_key("slack", from.team, from.channel);
    if (what.conversation.empty())
        return unknown(kind);
    return {std::string(kind), std::move(what)};
}

std::string event_key(std::string_view what, std::string_view team, std::string_view id)
{
    return std::string("slack:").append(what).append(":").append(team).append(":").append(id);
}

}  // namespace crossroads::slack
