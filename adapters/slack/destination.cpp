#include "slack/destination.hpp"

#include <utility>

namespace crossroads::slack {

std::optional<std::string> channel_of(outgoing_message const& out)
{
    auto address = parse_conversation_key(out.conversation);
    if (!address || address->platform != "slack")
        return std::nullopt;
    auto const moved = out.sent.find(std::string(channel_slot));
    return moved == out.sent.end() ? std::move(address->channel) : moved->second;
}

std::optional<destination> destination_of(outgoing_message const& out)
{
    auto const channel = channel_of(out);
    if (!channel)
        return std::nullopt;
    if (out.content.who == message::audience::channel)
        return destination{*channel, {}};
    if (out.content.who == message::audience::direct)
        return destination{out.content.to, {}};
    if (out.content.thread_slot.empty() && out.content.who == message::audience::one_person)
        return destination{*channel, {}};
    auto const root = out.sent.find(out.content.thread_slot);
    if (root == out.sent.end() || root->second.empty())
        return std::nullopt;
    return destination{*channel, root->second};
}

}  // namespace crossroads::slack
