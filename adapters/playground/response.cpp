#include "playground/response.hpp"

#include "playground/api_method.hpp"
#include "playground/conversation.hpp"

#include <utility>
#include <variant>

namespace crossroads::playground {
namespace {

using namespace std::chrono_literals;

constexpr int allowed_uses = 5;

http_response refuse(unsigned status, json const& body)
{
    return {status, {{"Content-Type", "application/json; charset=utf-8"}}, write_json(body)};
}

http_response accept()
{
    return {200, {{"Content-Type", "text/plain; charset=utf-8"}}, "ok"};
}

/// The message acted on; ephemeral ones can be reached by this way only.
message* find_original(channel& where, reply_address const& to)
{
    auto const found = where.messages.find(to.message_ts);
    bool const there = found != where.messages.end() && !found->second.deleted;
    bool const visible = there && (found->second.only_for.empty() || found->second.only_for == to.person);
    return visible ? &found->second : nullptr;
}

http_response
replace_original(workspace& in, channel& where, reply_address const& to, message_content content, instant now)
{
    auto* const original = find_original(where, to);
    if (!original || original->user != in.app.bot_user)
        return refuse(404, failure("message_not_found"));
    auto changed = *original;
    changed.text = std::move(content.text).value_or("");
    changed.blocks = std::move(content.blocks).value_or(json::array());
    replace(in, where, *original, std::move(changed), now);
    return accept();
}

http_response delete_original(workspace& in, channel& where, reply_address const& to, instant now)
{
    auto* const original = find_original(where, to);
    if (!original || original->user != in.app.bot_user)
        return refuse(404, failure("message_not_found"));
    remove(in, where, *original, now);
    return accept();
}

http_response use(workspace& in, channel& where, reply_address const& to, json const& body, instant now)
{
    if (flag_of(body, "delete_original"))
        return delete_original(in, where, to, now);
    auto read = read_content(body, 0);
    if (auto const* const refused = std::get_if<refusal>(&read))
        return refuse(400, failure(*refused));
    auto& content = std::get<message_content>(read);
    if (!says_something(content))
        return refuse(400, failure("no_text"));
    if (flag_of(body, "replace_original"))
        return replace_original(in, where, to, std::move(content), now);
    bool const in_channel = text_of(body, "response_type") == "in_channel";
    respond(
        in, where, to, std::move(content), in_channel, in_channel ? text_of(body, "thread_ts") : to.thread_ts,
        now);
    return accept();
}

}  // namespace

void respond(
    workspace& in, channel& where, reply_address const& to, message_content content, bool in_channel,
    std::string_view thread_ts, instant now)
{
    message said;
    said.user = in.app.bot_user;
    said.text = std::move(content.text).value_or("");
    said.blocks = std::move(content.blocks).value_or(json::array());
    auto const* const root = thread_ts.empty() ? nullptr : find_message(where, thread_ts);
    if (root)
        said.thread_ts = root->thread_ts.empty() ? root->ts : root->thread_ts;
    if (!in_channel)
        said.only_for = to.person;
    post(in, where, std::move(said), now);
}

http_response
handle_response_url(workspace& in, std::string_view secret, http_request const& request, instant now)
{
    auto const found = in.reply_addresses.find(std::string(secret));
    if (found == in.reply_addresses.end() || now - found->second.made > 30min)
        return refuse(404, failure("expired_url"));
    if (found->second.uses >= allowed_uses)
        return refuse(404, failure("used_url"));
    auto const body = read_json(request.body);
    if (!body || !body->is_object())
        return refuse(400, failure("invalid_payload"));
    auto* const where = find_channel(in, found->second.channel);
    if (!where)
        return refuse(404, failure("channel_not_found"));
    found->second.uses += 1;
    mark_changed(in);
    auto const to = found->second;
    return use(in, *where, to, *body, now);
}

}  // namespace crossroads::playground
