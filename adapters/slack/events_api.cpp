#include "slack/events_api.hpp"

#include "slack/incoming_text.hpp"
#include "slack/origin.hpp"
#include "slack/verdicts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace crossroads::slack {
namespace {

constexpr std::size_t longest_challenge = 256;

/// Subtypes of messages that people write; all others are Slack's own notes, or a bot's.
constexpr std::array<std::string_view, 4> written_by_people = {
    "", "thread_broadcast", "file_share", "me_message"};

/// An event envelope, read once.
struct envelope {
    json const& whole;
    json const& event;
    origin from;
    std::string_view bot_user;
};

std::string_view bot_user_of(json const& body)
{
    for (auto const& one : array_member(body, "authorizations"))
        if (flag_member(one, "is_bot") && !text_member(one, "user_id").empty())
            return text_member(one, "user_id");
    return {};
}

/// A bot's message, ours included. Some say so only by `bot_id`, some only by their profile or app.
bool is_from_a_bot(json const& posted, std::string_view bot_user)
{
    auto const& user = text_member(posted, "user");
    return user.empty() || user == bot_user || user == "USLACKBOT" ||
           text_member(posted, "subtype") == "bot_message" || !text_member(posted, "bot_id").empty() ||
           !text_member(posted, "app_id").empty() || member(posted, "bot_profile").is_object();
}

/// The thread a message replies to; empty for a message of the channel, the first of a thread included.
std::string_view thread_of_reply(json const& posted, std::string const& ts)
{
    auto const& thread = text_member(posted, "thread_ts");
    return thread == ts ? std::string_view() : std::string_view(thread);
}

/// A mention is delivered twice, as `message` and as `app_mention`, in either order: both carry the key of
/// the message itself.
inbound with_keys(envelope const& delivered_in, std::string const& ts)
{
    inbound arrived;
    auto const& team = delivered_in.from.team;
    if (auto const& id = text_member(delivered_in.whole, "event_id"); !id.empty())
        arrived.event_keys.push_back(event_key("event", team, id));
    if (!ts.empty())
        arrived.event_keys.push_back(event_key("message", team, delivered_in.from.channel + ":" + ts));
    return arrived;
}

received mention(envelope const& delivered_in, std::string_view command)
{
    auto const& event = delivered_in.event;
    auto const& ts = text_member(event, "ts");
    auto arrived = with_keys(delivered_in, ts);
    arrived.what.thread = thread_of_reply(event, ts);
    arrived.answer_by.thread = arrived.what.thread;
    arrived.what.what = typed_command{plain_text_of(command), false};
    return happened(text_member(event, "type"), delivered_in.from, std::move(arrived));
}

received app_mention(envelope const& delivered_in)
{
    auto const& event = delivered_in.event;
    if (is_from_a_bot(event, delivered_in.bot_user))
        return ignored("app_mention.bot_message");
    auto const& text = text_member(event, "text");
    if (auto const command = without_mention(text, delivered_in.bot_user))
        return mention(delivered_in, *command);
    // Our own id is not known, but the event itself says that we are mentioned: who is mentioned first.
    auto const open = text.find("<@");
    if (open == std::string::npos)
        return mention(delivered_in, trimmed(text));
    auto const id = std::string_view(text).substr(open + 2);
    auto const command = without_mention(text, id.substr(0, id.find_first_of("|>")));
    return mention(delivered_in, command.value_or(trimmed(text)));
}

received written_message(envelope const& delivered_in)
{
    auto const& event = delivered_in.event;
    if (is_from_a_bot(event, delivered_in.bot_user))
        return ignored("message.bot_message");
    auto const& text = text_member(event, "text");
    if (auto const command = without_mention(text, delivered_in.bot_user))
        return mention(delivered_in, *command);
    // With our own id unknown this may be a command to us; `app_mention` brings it if so.
    if (delivered_in.bot_user.empty() && starts_with_mention(text))
        return ignored("message.mention");
    auto const& ts = text_member(event, "ts");
    auto const thread = thread_of_reply(event, ts);
    if (thread.empty() && text_member(event, "channel_type") == "im")
        return mention(delivered_in, trimmed(text));
    if (thread.empty() || ts.empty() || trimmed(text).empty())
        return ignored("message");
    auto arrived = with_keys(delivered_in, ts);
    arrived.what.thread = thread;
    arrived.answer_by.thread = thread;
    arrived.what.what = typed_reply{ts, plain_text_of(text)};
    return happened("message", delivered_in.from, std::move(arrived));
}

/// A reply in a thread that was changed or deleted; `reply` is the message as it was or is now.
received later_change(
    envelope delivered_in, std::string_view kind, json const& reply, std::string const& ts, happening what)
{
    auto const thread = thread_of_reply(reply, ts);
    if (is_from_a_bot(reply, delivered_in.bot_user) || thread.empty() || ts.empty())
        return ignored(kind);
    delivered_in.from.user = text_member(reply, "user");
    auto arrived = with_keys(delivered_in, text_member(delivered_in.event, "ts"));
    arrived.what.thread = thread;
    arrived.answer_by.thread = thread;
    arrived.what.what = std::move(what);
    return happened(kind, delivered_in.from, std::move(arrived));
}

/// Without the one who did it: nobody is asked anything, and nobody answered.
received to_channel(envelope const& delivered_in, std::string_view kind, happening what)
{
    auto arrived = with_keys(delivered_in, {});
    arrived.what.what = std::move(what);
    return happened_to_channel(kind, delivered_in.from, std::move(arrived));
}

/// A bot's message that began a thread may be ours. A tombstone in its place need not say whose it was.
received deleted_message(envelope const& delivered_in, std::string const& ts)
{
    constexpr std::string_view kind = "message.message_deleted";
    auto const& before = member(delivered_in.event, "previous_message");
    bool const is_tombstone = member(delivered_in.event, "message").is_object();
    bool const may_be_ours = before.is_object() ? is_from_a_bot(before, delivered_in.bot_user) : is_tombstone;
    if (!ts.empty() && may_be_ours && thread_of_reply(before, ts).empty())
        return to_channel(delivered_in, kind, message_deleted{ts});
    return later_change(delivered_in, kind, before, ts, reply_deleted{ts});
}

received changed_message(envelope const& delivered_in)
{
    constexpr std::string_view kind = "message.message_changed";
    auto const& changed = member(delivered_in.event, "message");
    auto const& ts = text_member(changed, "ts");
    if (text_member(changed, "subtype") == "tombstone")
        return deleted_message(delivered_in, ts);
    auto const& text = text_member(changed, "text");
    auto const& before = member(delivered_in.event, "previous_message");
    bool const only_unfurled = !member(changed, "edited").is_object();
    if (only_unfurled || (before.is_object() && text_member(before, "text") == text))
        return ignored(kind);
    return later_change(delivered_in, kind, changed, ts, reply_edited{ts, plain_text_of(text)});
}

received message_event(envelope const& delivered_in)
{
    auto const& subtype = text_member(delivered_in.event, "subtype");
    if (subtype == "message_changed")
        return changed_message(delivered_in);
    if (subtype == "message_deleted")
        return deleted_message(delivered_in, text_member(delivered_in.event, "deleted_ts"));
    if (std::ranges::find(written_by_people, subtype) == written_by_people.end())
        return ignored("message." + subtype);
    return written_message(delivered_in);
}

/// What Slack calls a change of a channel, of a public and of a private one.
constexpr std::array changes_of_channels = {
    std::pair{std::string_view("channel_archive"), channel_changed::change::archived},
    std::pair{std::string_view("group_archive"), channel_changed::change::archived},
    std::pair{std::string_view("channel_unarchive"), channel_changed::change::unarchived},
    std::pair{std::string_view("group_unarchive"), channel_changed::change::unarchived},
    std::pair{std::string_view("channel_left"), channel_changed::change::left},
    std::pair{std::string_view("group_left"), channel_changed::change::left},
    std::pair{std::string_view("channel_deleted"), channel_changed::change::deleted},
    std::pair{std::string_view("group_deleted"), channel_changed::change::deleted},
};

received moved_channel(envelope delivered_in)
{
    auto const& to = text_member(delivered_in.event, "new_channel_id");
    delivered_in.from.channel = text_member(delivered_in.event, "old_channel_id");
    if (to.empty() || to == delivered_in.from.channel)
        return unknown("channel_id_changed");
    inbound arrived;  // without a key: it can be taken again, and must be if it was taken in part
    arrived.what.what = channel_moved{to};
    return happened_to_channel("channel_id_changed", delivered_in.from, std::move(arrived));
}

received url_verification(json const& body)
{
    auto const& challenge = text_member(body, "challenge");
    if (challenge.empty() || challenge.size() > longest_challenge)
        return refused("url_verification", 400);
    return {"url_verification", json_answer({{"challenge", challenge}})};
}

}  // namespace

received decode_event(json const& body)
{
    auto const& type = text_member(body, "type");
    if (type == "url_verification")
        return url_verification(body);
    auto const& event = member(body, "event");
    if (!event.is_object())
        return unknown(type);
    envelope const delivered_in{body, event, origin_of_event(body), bot_user_of(body)};
    auto const& kind = text_member(event, "type");
    if (kind == "message")
        return message_event(delivered_in);
    if (kind == "app_mention")
        return app_mention(delivered_in);
    if (kind == "channel_id_changed")
        return moved_channel(delivered_in);
    if (kind == "channel_rename" || kind == "group_rename")
        return ignored(kind);  // channels are known by their ids
    for (auto const& [name, how] : changes_of_channels)
        if (kind == name)
            return to_channel(delivered_in, kind, channel_changed{how});
    return unknown(kind);
}

}  // namespace crossroads::slack
