#include "playground/interaction.hpp"

#include "channel/form.hpp"
#include "playground/signature.hpp"

namespace crossroads::playground {

json cannot(std::string_view words)
{
    return {{"ok", false}, {"error", words}};
}

std::string make_trigger(workspace& in, app_settings const& settings, std::string_view person_id, instant now)
{
    auto const micros = std::to_string(now.time_since_epoch().count());
    auto id = micros + '.' + std::to_string(++in.ids_made) + '.' + make_secret(in, settings);
    in.triggers[id] = {std::string(person_id), now, false};
    mark_changed(in);
    return id;
}

std::string
make_reply_address(workspace& in, app_settings const& settings, std::string_view kind, reply_address address)
{
    auto const secret = make_secret(in, settings);
    in.reply_addresses[secret] = std::move(address);
    mark_changed(in);
    return settings.own_url + "/playground/hooks/" + std::string(kind) + '/' + in.team.id + '/' + secret;
}

http_call interaction_call(app_settings const& settings, json const& payload, instant now)
{
    auto body = encode_form({{"payload", write_json(payload)}});
    return signed_call(
        settings, "/slack/interactions", "application/x-www-form-urlencoded", std::move(body), now);
}

json interaction_payload(workspace const& in, std::string_view type, person const& who)
{
    return {
        {"type", type},
        {"team", {{"id", in.team.id}, {"domain", in.team.domain}}},
        {"user", {{"id", who.id}, {"username", who.name}, {"name", who.name}, {"team_id", in.team.id}}},
        {"api_app_id", in.app.id},
        {"token", "playground"},
        {"enterprise", nullptr},
        {"is_enterprise_install", false},
    };
}

}  // namespace crossroads::playground
