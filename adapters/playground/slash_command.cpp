#include "channel/form.hpp"
#include "playground/composed_text.hpp"
#include "playground/conversation.hpp"
#include "playground/events.hpp"
#include "playground/interaction.hpp"
#include "playground/response.hpp"
#include "playground/signature.hpp"

#include <algorithm>
#include <utility>

namespace crossroads::playground {
namespace {

struct typed_command {
    std::string_view command;  // "/assess"
    std::string_view text;     // what follows, trimmed
};

typed_command split(std::string_view typed)
{
    auto const end = std::min(typed.find_first_of(" \t\r\n"), typed.size());
    auto text = typed.substr(end);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return {typed.substr(0, end), text};
}

/// "/invite @Crossroads": the one command of the workspace itself.
json invite(workspace& in, person const& who, channel& where, std::string_view text, instant now)
{
    bool const bot = compose(in, text).text == "<@" + in.app.bot_user + '>';
    if (!bot) {
        whisper(
            in, where, who.id, "", "Everyone is here already. To add the app: /invite @" + in.app.name, now);
        return {{"ok", true}};
    }
    if (bot_is_member(in, where)) {
        whisper(in, where, who.id, "", in.app.name + " is in this channel already.", now);
        return {{"ok", true}};
    }
    where.members.insert(in.app.bot_user);
    where.topic.erase(std::min(where.topic.find("The app is not"), where.topic.size()));
    where.revision = mark_changed(in);
    message joined;
    joined.user = in.app.bot_user;
    joined.subtype = "channel_join";
    joined.text = "<@" + in.app.bot_user + "> has joined the channel";
    post(in, where, std::move(joined), now);
    queue_member_joined(in, where, in.app.bot_user, who.id, now);
    return {{"ok", true}};
}

http_call command_call(
    workspace& in, app_settings const& settings, person const& who, channel const& where,
    typed_command const& typed, instant now)
{
    reply_address const address{who.id, where.id, "", "", now, 0};
    form_fields const fields{
        {"token", "playground"},
        {"team_id", in.team.id},
        {"team_domain", in.team.domain},
        {"channel_id", where.id},
        {"channel_name", where.name},
        {"user_id", who.id},
        {"user_name", who.name},
        {"command", std::string(typed.command)},
        {"text", compose_command_text(in, typed.text)},
        {"api_app_id", in.app.id},
        {"is_enterprise_install", "false"},
        {"response_url", make_reply_address(in, settings, "commands", address)},
        {"trigger_id", make_trigger(in, settings, who.id, now)},
    };
    return signed_call(
        settings, "/slack/commands", "application/x-www-form-urlencoded", encode_form(fields), now);
}

std::string_view command_of(interaction const& begun)
{
    return split(begun.typed).command;
}

json report_failure(
    workspace& in, interaction const& begun, channel& where, std::string const& error, instant now)
{
    whisper(
        in, where, begun.person, "", std::string(command_of(begun)) + " failed with the error " + error, now);
    return {{"ok", true}};
}

void show_typed(workspace& in, interaction const& begun, channel& where, instant now)
{
    message shown;
    shown.user = begun.person;
    auto composed = compose(in, begun.typed);
    shown.text = std::move(composed.text);
    shown.blocks = std::move(composed.blocks);
    shown.subtype = "slash_command";
    post(in, where, std::move(shown), now);
}

json show_response(workspace& in, interaction const& begun, channel& where, json const& body, instant now)
{
    auto read = read_content(body, 0);
    if (auto const* const refused = std::get_if<refusal>(&read)) {
        auto const detail = refused->messages.empty() ? "" : ": " + refused->messages.front();
        return report_failure(in, begun, where, refused->error + detail, now);
    }
    auto& content = std::get<message_content>(read);
    bool const in_channel = text_of(body, "response_type") == "in_channel";
    if (in_channel)
        show_typed(in, begun, where, now);
    if (!says_something(content))
        return {{"ok", true}};
    reply_address const from{begun.person, where.id, "", "", now, 0};
    respond(in, where, from, std::move(content), in_channel, "", now);
    return {{"ok", true}};
}

}  // namespace

std::variant<json, interaction> run_command(
    workspace& in, app_settings const& settings, person const& who, channel& where, std::string_view typed,
    instant now)
{
    auto const command = split(typed);
    if (command.command == "/invite")
        return invite(in, who, where, command.text, now);
    if (command.command != settings.command) {
        whisper(
            in, where, who.id, "",
            std::string(command.command) + " is not a command of this workspace. Try " + settings.command,
            now);
        return json{{"ok", true}};
    }
    interaction begun;
    begun.what = interaction::kind::slash_command;
    begun.call = command_call(in, settings, who, where, command, now);
    begun.person = who.id;
    begun.channel = where.id;
    begun.typed = typed;
    return begun;
}

json finish_command(
    workspace& in, app_settings const& /*settings*/, interaction const& begun, webhook_answer const& answer,
    instant now)
{
    auto* const where = find_channel(in, begun.channel);
    if (!where)
        return cannot("That channel does not exist.");
    if (auto const* const failure = std::get_if<webhook_failure>(&answer)) {
        bool const late = *failure == webhook_failure::timed_out;
        return report_failure(in, begun, *where, late ? "operation_timeout" : "dispatch_failed", now);
    }
    auto const& response = std::get<http_response>(answer);
    if (response.status != 200)
        return report_failure(in, begun, *where, "http_" + std::to_string(response.status), now);
    if (response.body.empty())
        return {{"ok", true}};
    auto const type = find_header(response.headers, "content-type").value_or("");
    if (!type.starts_with("application/json"))
        return show_response(
            in, begun, *where, {{"text", valid_utf8(response.body) ? response.body : ""}}, now);
    auto const body = read_json(response.body);
    if (!body || !body->is_object())
        return report_failure(in, begun, *where, "invalid_command_response", now);
    return show_response(in, begun, *where, *body, now);
}

}  // namespace crossroads::playground
