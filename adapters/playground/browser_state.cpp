#include "playground/browser_state.hpp"

#include "playground/composed_text.hpp"
#include "playground/files.hpp"
#include "playground/views.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace crossroads::playground {
namespace {

std::string initials(std::string const& real_name)
{
    std::string letters(1, real_name.empty() ? '?' : real_name.front());
    auto const space = real_name.find(' ');
    if (space != std::string::npos && space + 1 < real_name.size())
        letters += real_name[space + 1];
    return letters;
}

json person_shape(person const& one)
{
    return {
        {"id", one.id},
        {"name", one.name},
        {"real_name", one.real_name},
        {"title", one.title},
        {"colour", one.colour},
        {"initials", initials(one.real_name)},
        {"time_zone", one.time_zone}};
}

json introduction(workspace const& in, app_settings const& settings)
{
    json people = json::array();
    for (auto const& one : in.people)
        people.push_back(person_shape(one));
    json hints = json::array();
    for (auto const& hint : settings.hints)
        hints.push_back({{"usage", hint.usage}, {"meaning", hint.meaning}});
    return {
        {"team", {{"id", in.team.id}, {"name", in.team.name}}},
        {"people", std::move(people)},
        {"app", {{"name", in.app.name}, {"bot_user", in.app.bot_user}, {"command", settings.command}}},
        {"hints", std::move(hints)}};
}

json channel_shape(workspace const& in, channel const& one)
{
    return {
        {"id", one.id},
        {"name", one.name},
        {"topic", one.topic},
        {"has_app", bot_is_member(in, one)},
        {"direct", is_direct(one)}};
}

/// A thread's messages show where their first message is; that one may be gone.
json message_shape(workspace const& in, channel const& where, message const& one)
{
    json shape{{"channel", where.id}, {"ts", one.ts}};
    if (one.deleted) {
        shape["deleted"] = true;
        return shape;
    }
    shape["user"] = one.user;
    shape["text"] = one.text;
    shape["blocks"] = one.blocks;
    shape["thread_ts"] = one.thread_ts;
    shape["broadcast"] = one.broadcast;
    shape["subtype"] = one.subtype;
    // Slack does not mark an app's cards as edited.
    shape["edited"] = !one.edited_ts.empty() && (!one.client_msg_id.empty() || one.blocks.empty());
    for (auto const& id : one.files)
        if (auto const found = in.files.find(id); found != in.files.end())
            shape["files"].push_back(
                {{"title", found->second.title},
                 {"size", found->second.bytes.size()},
                 {"alt_text", found->second.alt_text},
                 {"picture", is_png(found->second)},
                 {"path", file_path(found->second)}});
    shape["only_me"] = !one.only_for.empty();
    if (!one.client_msg_id.empty())
        shape["typed"] = decompose(in, one.text);
    return shape;
}

bool concerns(message const& one, person const& whom, std::uint64_t since)
{
    return one.revision > since && (one.only_for.empty() || one.only_for == whom.id) &&
           !(since == 0 && one.deleted);
}

bool has_news_in(channel const& where, person const& whom, std::uint64_t since)
{
    return sees(whom, where) &&
           (where.revision > since || std::ranges::any_of(where.messages, [&](auto const& entry) {
                return concerns(entry.second, whom, since);
            }));
}

json modals_shape(workspace const& in, modal_stack const& stack)
{
    json open = json::array();
    for (auto const& one : stack.open)
        open.push_back(slack_view(in, one));
    return open;
}

}  // namespace

json browser_state(workspace const& in, app_settings const& settings, person const& whom, std::uint64_t since)
{
    since = since > in.revision ? 0 : since;  // of another workspace: start again
    json state = since == 0 ? introduction(in, settings) : json::object();
    state["revision"] = in.revision;
    state["whole"] = since == 0;
    state["me"] = whom.id;
    state["channels"] = json::array();
    state["messages"] = json::array();
    for (auto const& where : in.channels) {
        if (!sees(whom, where))
            continue;
        if (where.revision > since || since == 0)
            state["channels"].push_back(channel_shape(in, where));
        for (auto const& [ts, one] : where.messages)
            if (concerns(one, whom, since))
                state["messages"].push_back(message_shape(in, where, one));
    }
    auto const stack = in.modals.find(whom.id);
    if (stack != in.modals.end() && stack->second.revision > since)
        state["modals"] = modals_shape(in, stack->second);
    return state;
}

bool has_news(workspace const& in, person const& whom, std::uint64_t since)
{
    if (since == 0 || since > in.revision)
        return true;
    auto const stack = in.modals.find(whom.id);
    if (stack != in.modals.end() && stack->second.revision > since)
        return true;
    return std::ranges::any_of(
        in.channels, [&](channel const& where) { return has_news_in(where, whom, since); });
}

}  // namespace crossroads::playground
