#include "playground/slack_message.hpp"

#include "playground/files.hpp"

#include <set>
#include <utility>

namespace crossroads::playground {
namespace {

void add_author(json& shape, workspace const& in, message const& shown)
{
    if (shown.user != in.app.bot_user)
        return;
    shape["bot_id"] = in.app.bot_id;
    shape["app_id"] = in.app.id;
    shape["bot_profile"] = {{"id", in.app.bot_id},  {"app_id", in.app.id}, {"user_id", in.app.bot_user},
                            {"name", in.app.name},  {"deleted", false},    {"updated", 1},
                            {"team_id", in.team.id}};
}

void add_files(json& shape, workspace const& in, message const& shown)
{
    for (auto const& id : shown.files)
        if (auto const found = in.files.find(id); found != in.files.end())
            shape["files"].push_back(slack_file(found->second));
    if (!shown.files.empty())
        shape["upload"] = true;
}

void add_thread(json& shape, channel const& where, message const& shown)
{
    if (shown.thread_ts.empty())
        return;
    shape["thread_ts"] = shown.thread_ts;
    auto const* const root = find_message(where, shown.thread_ts);
    if (!root)
        return;
    shape["parent_user_id"] = root->user;
    if (shown.broadcast)
        shape["root"] = {
            {"type", "message"},
            {"user", root->user},
            {"text", root->text},
            {"ts", root->ts},
            {"thread_ts", root->ts}};
}

/// What a thread's first message says about its replies.
void add_replies(json& shape, channel const& where, message const& shown)
{
    std::set<std::string> people;
    std::size_t count = 0;
    std::string latest;
    for (auto const& [ts, reply] : where.messages) {
        if (reply.thread_ts != shown.ts || reply.deleted || !reply.only_for.empty())
            continue;
        people.insert(reply.user);
        ++count;
        latest = ts;
    }
    if (count == 0)
        return;
    shape["thread_ts"] = shown.ts;
    shape["reply_count"] = count;
    shape["reply_users_count"] = people.size();
    shape["reply_users"] = std::move(people);
    shape["latest_reply"] = std::move(latest);
    shape["is_locked"] = false;
    shape["subscribed"] = false;
}

}  // namespace

json slack_message(workspace const& in, channel const& where, message const& shown, message_detail detail)
{
    json shape{
        {"type", "message"},
        {"user", shown.user},
        {"text", shown.text},
        {"ts", shown.ts},
        {"team", in.team.id}};
    if (!shown.blocks.empty())
        shape["blocks"] = shown.blocks;
    if (!shown.client_msg_id.empty())
        shape["client_msg_id"] = shown.client_msg_id;
    if (!shown.subtype.empty())
        shape["subtype"] = shown.subtype;
    else if (shown.broadcast)
        shape["subtype"] = "thread_broadcast";
    if (!shown.edited_ts.empty())
        shape["edited"] = {{"user", shown.edited_by}, {"ts", shown.edited_ts}};
    add_files(shape, in, shown);
    add_author(shape, in, shown);
    add_thread(shape, where, shown);
    if (detail == message_detail::in_a_list || detail == message_detail::in_a_list_with_metadata)
        add_replies(shape, where, shown);
    if (detail != message_detail::in_an_event && detail != message_detail::in_a_list &&
        !shown.metadata.is_null())
        shape["metadata"] = shown.metadata;
    return shape;
}

}  // namespace crossroads::playground
