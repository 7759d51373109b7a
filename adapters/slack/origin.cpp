#include "slack/origin.hpp"

namespace crossroads::slack {
namespace {

/// An id given as text or as an object with an `id`: Slack does both, by event type.
std::string const& id_of(json const& value)
{
    auto const* text = value.get_ptr<json::string_t const*>();
    return text == nullptr ? text_member(value, "id") : *text;
}

std::string const& first_of(std::string const& preferred, std::string const& otherwise)
{
    return preferred.empty() ? otherwise : preferred;
}

std::string field(form_fields const& fields, std::string_view name)
{
    return std::string(find_field(fields, name).value_or(""));
}

}  // namespace

origin origin_of_command(form_fields const& fields)
{
    return {
        field(fields, "team_id"),
        field(fields, "enterprise_id"),
        field(fields, "user_id"),
        field(fields, "channel_id"),
        {}};
}

origin origin_of_event(json const& envelope)
{
    auto const& authorizations = array_member(envelope, "authorizations");
    json const none;
    auto const& installed = authorizations.empty() ? none : authorizations.front();
    auto const& event = member(envelope, "event");
    auto const& channel = member(event, "channel");
    return {
        first_of(text_member(installed, "team_id"), text_member(envelope, "team_id")),
        first_of(text_member(installed, "enterprise_id"), text_member(envelope, "enterprise_id")),
        first_of(id_of(member(event, "user")), text_member(channel, "creator")),
        first_of(
            first_of(id_of(channel), text_member(event, "channel_id")),
            text_member(member(event, "item"), "channel")),
        first_of(text_member(event, "user_team"), text_member(event, "source_team"))};
}

origin origin_of_interaction(json const& payload)
{
    auto const& team = member(payload, "team");
    auto const& user = member(payload, "user");
    auto const& installed = text_member(member(payload, "view"), "app_installed_team_id");
    return {
        first_of(first_of(installed, text_member(team, "id")), text_member(user, "team_id")),
        first_of(id_of(member(payload, "enterprise")), text_member(team, "enterprise_id")),
        text_member(user, "id"),
        first_of(id_of(member(payload, "channel")), text_member(member(payload, "container"), "channel_id")),
        text_member(user, "team_id")};
}

}  // namespace crossroads::slack
