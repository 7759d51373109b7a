#include "teams/happened.hpp"

#include "channel/conclusions.hpp"
#include "channel/text_length.hpp"
#include "teams/reach.hpp"

#include <utility>

namespace crossroads::teams {

received happened(std::string_view kind, activity const& said, inbound what)
{
    if (what.conversation.empty())
        what.conversation = conversation_key("teams", said.tenant, said.conversation);
    if (what.conversation.empty() || clean_text(said.user) != said.user)
        return unknown(kind);
    what.what.user = said.user;
    what.what.thread = said.thread;
    auto& answer = what.answer_by;
    what.what.one_thread = said.where != chat::channel && answer.direct.empty();
    answer.user = said.user;
    if (answer.direct.empty())
        answer.channel = said.conversation;
    answer.thread = said.thread;
    answer.locale = text_member(said.body, "locale");
    answer.reach = write_reach(reach_of(said));
    answer.alone = said.where == chat::personal;
    return {std::string(kind), std::move(what)};
}

std::string event_key(std::string_view what, activity const& said, std::string_view id)
{
    return std::string("teams:")
        .append(what)
        .append(":")
        .append(said.tenant)
        .append(":")
        .append(said.conversation)
        .append(":")
        .append(id);
}

}  // namespace crossroads::teams
