#include "playground/conversation.hpp"

#include "playground/block_elements.hpp"
#include "playground/events.hpp"

#include <algorithm>

namespace crossroads::playground {
namespace {

bool has_replies(channel const& where, std::string_view ts)
{
    return std::ranges::any_of(where.messages, [ts](auto const& entry) {
        auto const& reply = entry.second;
        return reply.thread_ts == ts && !reply.deleted && reply.only_for.empty();
    });
}

/// The app gets no events of what one person alone sees, nor (without message.im) of direct messages.
bool is_told(channel const& where, message const& what)
{
    return what.only_for.empty() && !is_direct(where);
}

void queue_posted(workspace& in, channel const& where, message const& posted, instant now)
{
    if (!is_told(where, posted))
        return;
    bool const mention =
        posted.user != in.app.bot_user && posted.text.find("<@" + in.app.bot_user) != std::string::npos;
    if (mention)
        queue_app_mention(in, where, posted, now);
    queue_message_posted(in, where, posted, now);
}

}  // namespace

std::string post(workspace& in, channel& where, message draft, instant now)
{
    complete_ids(in, draft.blocks);
    draft.ts = next_ts(in, now);
    draft.revision = mark_changed(in);
    auto ts = draft.ts;
    auto const added = where.messages.insert_or_assign(ts, std::move(draft)).first;
    queue_posted(in, where, added->second, now);
    return ts;
}

void replace(workspace& in, channel& where, message& changed, message content, instant now)
{
    complete_ids(in, content.blocks);
    message const previous = changed;
    changed.text = std::move(content.text);
    changed.blocks = std::move(content.blocks);
    changed.metadata = std::move(content.metadata);
    changed.edited_by = std::move(content.edited_by);
    changed.edited_ts = std::move(content.edited_ts);
    changed.revision = mark_changed(in);
    if (is_told(where, changed))
        queue_message_changed(in, where, changed, previous, now);
}

void remove(workspace& in, channel& where, message& removed, instant now)
{
    message const previous = removed;
    bool const keeps_thread = removed.only_for.empty() && has_replies(where, removed.ts);
    removed.revision = mark_changed(in);
    removed.text = keeps_thread ? "This message was deleted." : "";
    removed.blocks = json::array();
    removed.metadata = nullptr;
    removed.edited_by.clear();
    removed.edited_ts.clear();
    if (!keeps_thread) {
        removed.deleted = true;
        if (is_told(where, previous))
            queue_message_deleted(in, where, previous, now);
        return;
    }
    removed.user = slackbot;
    removed.subtype = "tombstone";
    if (is_told(where, removed))
        queue_message_changed(in, where, removed, previous, now);
}

void whisper(
    workspace& in, channel& where, std::string_view person_id, std::string_view thread_ts, std::string text,
    instant now)
{
    message notice;
    notice.user = slackbot;
    notice.text = std::move(text);
    notice.thread_ts = thread_ts;
    notice.only_for = person_id;
    post(in, where, std::move(notice), now);
}

}  // namespace crossroads::playground
