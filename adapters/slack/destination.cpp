#include "slack/destination.hpp"

namespace crossroads::slack {

std::optional<destination> destination_of(outgoing_message const& out)
{
    auto const address = parse_conversation_key(out.conversation);
    if (!address || address->platform != "slack")
        return std::nullopt;
    if (out.content.who == message::audience::channel)
        return destination{address->channel, {}};
    if (out.content.who == message::audience::direct)
        return destination{out.content.to, {}};
    if (out.content.thread_slot.empty() && out.content.who == message::audience::one_person)
        return destination{address->channel, {}};
    auto const root = out.sent.find(out.content.thread_slot);
    if (root == out.sent.end() || root->second.empty())
        return std::nullopt;
    return destination{address->channel, root->second};
}

}  // namespace crossroads::slack
