#include "playground/api_method.hpp"
#include "playground/conversation.hpp"
#include "playground/slack_message.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace crossroads::playground {
namespace {

constexpr std::size_t edited_text_limit = 4'000;

message draft_of(api_call const& call, message_content content, std::string thread_ts)
{
    message draft;
    draft.user = call.in.app.bot_user;
    draft.text = std::move(content.text).value_or("");
    draft.blocks = std::move(content.blocks).value_or(json::array());
    draft.metadata = std::move(content.metadata).value_or(json());
    draft.thread_ts = std::move(thread_ts);
    return draft;
}

/// A person's id stands for the direct messages with them.
channel* find_place(api_call const& call)
{
    auto const id = argument(call, "channel");
    auto const* const who = find_person(call.in, id);
    return who ? &direct_channel(call.in, *who, call.now) : find_channel(call.in, id);
}

json post_message(api_call const& call)
{
    auto* const where = find_place(call);
    if (!where)
        return failure("channel_not_found");
    if (!bot_is_member(call.in, *where))
        return failure("not_in_channel");
    auto content = read_content(call.arguments, 0);
    if (auto const* const refused = std::get_if<refusal>(&content))
        return failure(*refused);
    if (!says_something(std::get<message_content>(content)))
        return failure("no_text");
    auto thread = resolve_thread(call, *where);
    if (auto const* const refused = std::get_if<refusal>(&thread))
        return failure(*refused);
    auto draft = draft_of(
        call, std::move(std::get<message_content>(content)), std::move(std::get<std::string>(thread)));
    draft.broadcast = flag_argument(call, "reply_broadcast") && !draft.thread_ts.empty();
    auto const ts = post(call.in, *where, std::move(draft), call.now);
    auto answer = success();
    answer["channel"] = where->id;
    answer["ts"] = ts;
    answer["message"] = slack_message(call.in, *where, where->messages.at(ts), message_detail::in_an_answer);
    return answer;
}

/// What the message says after the update: a text alone takes the blocks away, blocks alone keep the text.
message updated(api_call const& call, message changed, message_content content)
{
    bool const blocks_only = content.blocks && !content.text;
    changed.blocks = std::move(content.blocks).value_or(json::array());
    if (!blocks_only)
        changed.text = std::move(content.text).value_or("");
    if (content.metadata)
        changed.metadata = std::move(*content.metadata);
    changed.edited_by = call.in.app.bot_user;
    changed.edited_ts = next_ts(call.in, call.now);
    return changed;
}

json update_message(api_call const& call)
{
    auto* const where = find_channel(call.in, argument(call, "channel"));
    if (!where)
        return failure("channel_not_found");
    auto* const changed = find_message(*where, argument(call, "ts"));
    if (!changed)
        return failure("message_not_found");
    if (changed->user != call.in.app.bot_user)
        return failure("cant_update_message");
    auto content = read_content(call.arguments, edited_text_limit);
    if (auto const* const refused = std::get_if<refusal>(&content))
        return failure(*refused);
    if (!says_something(std::get<message_content>(content)))
        return failure("no_text");
    replace(
        call.in, *where, *changed, updated(call, *changed, std::move(std::get<message_content>(content))),
        call.now);
    auto answer = success();
    answer["channel"] = where->id;
    answer["ts"] = changed->ts;
    answer["text"] = changed->text;
    answer["message"] = slack_message(call.in, *where, *changed, message_detail::in_an_answer);
    return answer;
}

json delete_message(api_call const& call)
{
    auto* const where = find_channel(call.in, argument(call, "channel"));
    if (!where)
        return failure("channel_not_found");
    auto* const removed = find_message(*where, argument(call, "ts"));
    if (!removed)
        return failure("message_not_found");
    if (removed->user != call.in.app.bot_user)
        return failure("cant_delete_message");
    auto answer = success();
    answer["channel"] = where->id;
    answer["ts"] = removed->ts;
    remove(call.in, *where, *removed, call.now);
    return answer;
}

json post_ephemeral(api_call const& call)
{
    auto* const where = find_channel(call.in, argument(call, "channel"));
    if (!where)
        return failure("channel_not_found");
    if (!bot_is_member(call.in, *where))
        return failure("not_in_channel");
    auto const user = argument(call, "user");
    if (!find_person(call.in, user) || !where->members.contains(std::string(user)))
        return failure("user_not_in_channel");
    auto content = read_content(call.arguments, 0);
    if (auto const* const refused = std::get_if<refusal>(&content))
        return failure(*refused);
    if (!says_something(std::get<message_content>(content)))
        return failure("no_text");
    auto thread = resolve_thread(call, *where);
    if (auto const* const refused = std::get_if<refusal>(&thread))
        return failure(*refused);
    auto draft = draft_of(
        call, std::move(std::get<message_content>(content)), std::move(std::get<std::string>(thread)));
    draft.only_for = user;
    auto answer = success();
    answer["message_ts"] = post(call.in, *where, std::move(draft), call.now);
    return answer;
}

json get_permalink(api_call const& call)
{
    auto const* const where = find_channel(call.in, argument(call, "channel"));
    if (!where)
        return failure("channel_not_found");
    auto const* const linked = find_message(*where, argument(call, "message_ts"));
    if (!linked)
        return failure("message_not_found");
    auto digits = linked->ts;
    std::erase(digits, '.');
    auto link = call.settings.own_url + "/playground/#/archives/" + where->id + "/p" + digits;
    if (!linked->thread_ts.empty())
        link += "?thread_ts=" + linked->thread_ts + "&cid=" + where->id;
    auto answer = success();
    answer["channel"] = where->id;
    answer["permalink"] = std::move(link);
    return answer;
}

}  // namespace

std::variant<std::string, refusal> resolve_thread(api_call const& call, channel const& where)
{
    auto const& given = field_of(call.arguments, "thread_ts");
    auto const ts = text_of(call.arguments, "thread_ts");
    bool const empty = given.is_null() || (given.is_string() && ts.empty());
    if (empty)
        return std::string();
    if (!is_ts(ts)) {
        auto const shown = given.is_string() ? std::string(ts) : write_json(given);
        return refusal{"invalid_thread_ts", {"[ERROR] " + shown + " is not a valid thread_ts"}};
    }
    auto const found = where.messages.find(std::string(ts));
    if (found == where.messages.end() || !found->second.only_for.empty())
        return refusal{"thread_not_found", {}};
    // Slack answers ok and posts into the channel when the first message was deleted.
    if (found->second.deleted)
        return std::string();
    return found->second.thread_ts.empty() ? found->second.ts : found->second.thread_ts;
}

std::vector<api_method> chat_methods()
{
    return {
        {"chat.postMessage", post_message, {"channel"}, "chat:write"},
        {"chat.update", update_message, {"channel", "ts"}, "chat:write"},
        {"chat.delete", delete_message, {"channel", "ts"}, "chat:write"},
        {"chat.postEphemeral", post_ephemeral, {"channel", "user"}, "chat:write"},
        {"chat.getPermalink", get_permalink, {"channel", "message_ts"}, "", false},
    };
}

}  // namespace crossroads::playground
