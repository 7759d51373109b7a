#include "teams/posts.hpp"

#include "channel/conclusions.hpp"
#include "teams/adaptive_card.hpp"
#include "teams/connector.hpp"
#include "teams/connector_error.hpp"
#include "teams/file_messages.hpp"
#include "words/text.hpp"

#include <string>
#include <utility>

namespace crossroads::teams {
namespace {

using audience = message::audience;

/// Kept for a message that was taken without an id: sent, but nobody can say where it stands.
constexpr std::string_view no_id = "-";

/// Where a message of ours goes, read once.
struct addressed {
    reach where;
    conversation_address conversation;
};

std::optional<addressed> address_of(outgoing_message const& out)
{
    auto conversation = parse_conversation_key(out.conversation);
    auto where = read_reach(out.reach);
    if (!conversation || conversation->platform != "teams" || !where)
        return std::nullopt;
    return addressed{std::move(*where), std::move(*conversation)};
}

/// An edit of a message that was taken without an id is a message of its own: it has nothing to replace.
bool is_edit(outgoing_message const& out)
{
    auto const who = out.content.who;
    auto const sent = out.sent.find(out.content.slot);
    bool const has_no_id = sent != out.sent.end() && sent->second == no_id;
    return out.content.edit && !has_no_id && who != audience::one_person && who != audience::direct &&
           who != audience::profile;
}

std::string sent_id(outgoing_message const& out, std::string const& slot)
{
    auto const sent = out.sent.find(slot);
    return sent == out.sent.end() || sent->second == no_id ? std::string() : sent->second;
}

/// None when the thread was never started. Chats have none: everything stands in the chat itself. So it does
/// in a channel whose first message was taken without an id: nobody knows that thread.
std::optional<place> place_of(outgoing_message const& out, addressed const& to)
{
    auto const& content = out.content;
    auto const root =
        content.who == audience::channel ? sent_id(out, content.slot) : sent_id(out, content.thread_slot);
    bool const needs_root = to.where.where == chat::channel && !content.thread_slot.empty() &&
                            (content.who == audience::thread || content.who == audience::thread_and_channel);
    if (needs_root && !out.sent.contains(content.thread_slot))
        return std::nullopt;
    // A new post of the channel begins a thread; an edit of it addresses that thread.
    bool const in_thread =
        to.where.where == chat::channel && (content.who != audience::channel || is_edit(out));
    place where{thread_id(to.conversation.channel, in_thread ? root : std::string()), {}};
    if (content.who == audience::one_person && to.where.where != chat::personal)
        where.only_for = content.to;
    return where;
}

json message_of(outgoing_message const& out, addressed const& to)
{
    card_setting const setting{to.where.names, {}};
    auto const& content = out.content.content;
    return card_message(adaptive_card(content, setting), summary_of(content, to.where.names));
}

/// The cards of a direct message tell the channel that they are about.
json direct_message_of(outgoing_message const& out, addressed const& to)
{
    card_setting const setting{to.where.names, {to.conversation.channel, {}}};
    auto const& content = out.content.content;
    return card_message(adaptive_card(content, setting), summary_of(content, to.where.names));
}

std::optional<http_call> call_that_edits(outgoing_message const& out, addressed const& to)
{
    auto const id = sent_id(out, out.content.slot);
    auto const where = place_of(out, to);
    if (id.empty() || !where)
        return std::nullopt;
    return put_message(to.where, *where, id, message_of(out, to));
}

delivery_outcome chat_opened(outgoing_message const& out, http_response const& response)
{
    auto const opened = parse_json(response.body);
    auto const to = address_of(out);
    auto chat_id = opened ? text_member(*opened, "id") : std::string();
    if (chat_id.empty() || !to)
        return refused_for_good{"answer_has_no_chat"};
    place const here{chat_id, {}};
    return upload_goes_on{
        post_message(to->where, here, direct_message_of(out, *to)), {std::move(chat_id), true}};
}

delivery_outcome outcome_of_success(outgoing_message const& out, http_response const& response)
{
    auto const who = out.content.who;
    if (who == audience::direct && !out.upload)
        return chat_opened(out, response);
    if (who == audience::direct || who == audience::one_person)
        return delivered{};
    if (is_edit(out))
        return delivered{sent_id(out, out.content.slot)};
    // Accepted without an id: 202, or an empty body. It cannot be edited, and to send it again would double
    // it.
    auto const answer = parse_json(response.body);
    auto id = answer ? text_member(*answer, "id") : std::string();
    return delivered{id.empty() ? std::string(no_id) : std::move(id)};
}

/// A post must not be repeated in doubt; an edit, or a question, can.
delivery_outcome outcome_of_doubt(outgoing_message const& out, http_response const& response)
{
    auto const who = out.content.who;
    bool const opens_chat = who == audience::direct && !out.upload;
    if (is_edit(out) || who == audience::profile || opens_chat)
        return retry_later{asked_to_wait(response)};
    return outcome_unknown{error_code(response)};
}

delivery_outcome outcome_of_failure(outgoing_message const& out, http_response const& response)
{
    switch (class_of(response)) {
    case error_class::wait: return retry_later{asked_to_wait(response)};
    case error_class::maybe_done: return outcome_of_doubt(out, response);
    case error_class::installation: return installation_blocked{error_code(response)};
    case error_class::message_gone:
        if (is_edit(out))
            return send_as_new{error_code(response)};
        break;
    case error_class::refused: break;
    }
    return refused_for_good{error_code(response)};
}

membership membership_in(json const& person, std::string_view tenant)
{
    auto const& own = text_member(person, "tenantId");
    auto const role = lower(text_member(person, "userRole"));
    auto const& name = text_member(person, "userPrincipalName");
    if (role == "bot" || text_member(person, "id").starts_with("28:"))
        return membership::bot;
    if (role == "guest" || name.find("#EXT#") != std::string::npos)
        return membership::guest;
    if (role == "anonymous" || (!own.empty() && own != tenant))
        return membership::stranger;
    return role.empty() && own.empty() && name.empty() ? membership::unknown : membership::member;
}

/// Whoever is not a member of the conversation is gone. Locale and time zone are those of the person's
/// client, as their own messages told.
delivery_outcome profile_in(outgoing_message const& out, http_response const& response)
{
    bool const is_member = response.status >= 200 && response.status < 300;
    if (!is_member && response.status != 404 && response.status != 403)
        return outcome_of_failure(out, response);
    profile_known known{out.content.to, std::nullopt, response.status == 404, {}, membership::unknown};
    auto const to = address_of(out);
    if (auto const person = parse_json(response.body); person && is_member && to)
        known.is = membership_in(*person, to->conversation.tenant);
    if (to)
        if (auto const client = to->where.clients.find(known.of); client != to->where.clients.end()) {
            known.utc_offset = client->second.utc_offset;
            known.locale = client->second.locale;
        }
    return learned_profile{std::move(known)};
}

}  // namespace

std::optional<http_call> call_that_sends(outgoing_message const& out)
{
    auto const to = address_of(out);
    if (!to)
        return std::nullopt;
    auto const who = out.content.who;
    bool const for_one = who == audience::direct || who == audience::one_person || who == audience::profile;
    if (for_one && out.content.to.empty())
        return std::nullopt;
    if (is_edit(out))
        return call_that_edits(out, *to);
    if (who == audience::profile)
        return get_member(to->where, to->conversation.channel, out.content.to);
    if (who == audience::direct)
        return open_chat(to->where, out.content.to, to->conversation.tenant);
    auto const where = place_of(out, *to);
    if (!where)
        return std::nullopt;
    if (!out.content.file)
        return post_message(to->where, *where, message_of(out, *to));
    auto with_file = file_message(*out.content.file, out.content.content, to->where.names);
    if (!with_file)
        return std::nullopt;
    return post_message(to->where, *where, std::move(*with_file));
}

bool may_be_repeated(outgoing_message const& out, int doubts)
{
    return is_edit(out) || out.content.who == audience::profile || doubts < 2;
}

delivery_outcome outcome_of(outgoing_message const& out, http_response const& response)
{
    if (out.content.who == audience::profile)
        return profile_in(out, response);
    if (response.status >= 200 && response.status < 300)
        return outcome_of_success(out, response);
    return outcome_of_failure(out, response);
}

}  // namespace crossroads::teams
