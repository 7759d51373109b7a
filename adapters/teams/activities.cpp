#include "teams/activities.hpp"

#include "channel/conclusions.hpp"
#include "channel/fingerprint.hpp"
#include "teams/card_actions.hpp"
#include "teams/happened.hpp"
#include "teams/incoming_text.hpp"
#include "words/text.hpp"

#include <utility>

namespace crossroads::teams {
namespace {

bool is_from_a_bot(activity const& said)
{
    return said.user == said.bot || said.user.starts_with("28:") ||
           text_member(member(said.body, "from"), "role") == "bot";
}

received typed(activity const& said, std::string_view kind, happening what)
{
    inbound arrived;
    arrived.event_keys.push_back(event_key("message", said, said.id));
    arrived.answer_by.view_hash = fingerprint(said.id);
    // What is for us wherever it was written need not come again.
    if (std::holds_alternative<typed_command>(what))
        arrived.answer_by.came_by = reply_path::origin::command;
    arrived.what.what = std::move(what);
    return happened(kind, said, std::move(arrived));
}

received written_message(activity const& said, std::string_view command)
{
    if (is_from_a_bot(said))
        return ignored("message.of_a_bot");
    auto text = plain_text_of(said);
    bool const mentioned = mentions_us(said);
    if (trimmed(text).empty() && !mentioned)
        return ignored("message");
    if (mentioned || said.targeted || said.where == chat::personal)
        return typed(
            said, "command", typed_command{without_command_name(std::move(text), command), said.targeted});
    bool const is_reply = said.where == chat::group || (!said.thread.empty() && said.thread != said.id);
    if (!is_reply)
        return ignored("message");
    return typed(said, "message", typed_reply{said.id, std::move(text)});
}

received message_activity(activity const& said, std::string_view command)
{
    auto const& value = member(said.body, "value");
    if (!value.is_object())
        return written_message(said, command);
    if (is_from_a_bot(said))
        return ignored("message.of_a_bot");
    if (auto answer = read_card_answer(value))
        return take_card_answer(said, std::move(*answer), "submit", false);
    return text_member(said.body, "text").empty() ? unknown("submit") : written_message(said, command);
}

/// An edit has the id of the message: the time tells edits apart.
received later_change(activity const& said, std::string_view kind, happening what)
{
    if (is_from_a_bot(said))
        return ignored(kind);
    inbound arrived;
    auto const& at = text_member(said.body, "timestamp");
    arrived.event_keys.push_back(event_key(kind, said, said.id + ":" + at));
    arrived.what.what = std::move(what);
    return happened(kind, said, std::move(arrived));
}

received changed_message(activity const& said)
{
    auto const& event = lower(text_member(member(said.body, "channelData"), "eventType"));
    if (event != "editmessage" && event != "undeletemessage")
        return ignored("message_update");
    auto text = plain_text_of(said);
    if (trimmed(text).empty())
        return ignored("message_update");
    return later_change(said, "message_update", reply_edited{said.id, std::move(text)});
}

/// Both an installation and a new member are told of: one of them is greeted.
received installation(activity const& said)
{
    if (text_member(said.body, "action") != "add")
        return ignored("installation_update");
    return typed(said, "installation", typed_command{"help", false});
}

/// The card of a message, which was acted on and wants an answer at once.
received invoked(activity const& said)
{
    if (text_member(said.body, "name") != "adaptiveCard/action") {
        auto other = unknown("invoke");
        other.outcome = empty_answer(501);
        return other;
    }
    auto const& value = member(said.body, "value");
    auto const& action = member(value, "action");
    if (text_member(action, "type") != "Action.Execute")
        return refused("action", 400);
    if (text_member(value, "trigger") == "automatic") {
        auto refreshed = ignored("refresh");
        refreshed.outcome = stale_card_answer(said);
        return refreshed;
    }
    auto answer = read_card_answer(member(action, "data"));
    if (!answer) {
        auto other = unknown("execute");
        other.outcome = stale_card_answer(said);
        return other;
    }
    return take_card_answer(said, std::move(*answer), "execute", true);
}

}  // namespace

received decode_activity(activity const& said, std::string_view command)
{
    if (said.type == "message")
        return message_activity(said, command);
    if (said.type == "invoke")
        return invoked(said);
    if (said.type == "messageUpdate")
        return changed_message(said);
    if (said.type == "messageDelete")
        return later_change(said, "message_delete", reply_deleted{said.id});
    if (said.type == "installationUpdate")
        return installation(said);
    if (said.type == "conversationUpdate")
        return ignored("conversation_update");
    if (said.type == "messageReaction")
        return ignored("message_reaction");
    if (said.type == "typing" || said.type == "event")
        return ignored(said.type);
    return unknown("activity");
}

}  // namespace crossroads::teams
