#include "runtime/delivery_channels.hpp"

namespace crossroads {

delivery_channel const& delivery_channels::of(std::string_view conversation) const
{
    auto const other = others_.find(conversation.substr(0, conversation.find(':')));
    return other == others_.end() ? usual_ : other->second;
}

std::optional<outgoing_message> delivery_channels::to_outgoing(claimed_message const& claimed) const
{
    auto content = read_message(claimed.body);
    if (!content)
        return std::nullopt;
    outgoing_message out{claimed.id, claimed.conversation, std::move(*content), claimed.sent};
    if (auto const& reach_of = of(claimed.conversation).reach_of)
        out.reach = reach_of(claimed.conversation);
    return out;
}

bool delivery_channels::may_repeat(claimed_message const& claimed, int doubts) const
{
    auto const out = to_outgoing(claimed);
    return !out || of(claimed.conversation).wire.may_repeat(*out, doubts);
}

}  // namespace crossroads
