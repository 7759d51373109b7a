#include "simulation/fake_slack.hpp"

#include "channel/platform.hpp"
#include "playground/web_api.hpp"
#include "support/slack_requests.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace crossroads::simulation {
namespace {

using nlohmann::json;

constexpr std::string_view api_path = "http://slack/playground/api/";

std::string field(form_fields const& fields, std::string_view name)
{
    return std::string(find_field(fields, name).value_or(""));
}

/// The second tenant: other team and channels, the same people.
playground::workspace workspace_of(std::size_t tenant, instant now)
{
    auto made = playground::new_workspace(now);
    if (tenant == 0)
        return made;
    made.team = {"T1PLAY000", "Other", "other"};
    for (auto& channel : made.channels)
        channel.id[1] = '1';
    made.ids_made = 1'000'000;  // ids of views are Slack-wide
    return made;
}

/// The channel a view belongs to, as the service wrote it into it.
std::string channel_of_view(form_fields const& fields)
{
    auto const view = json::parse(field(fields, "view"), nullptr, false);
    auto const kept = json::parse(view.value("private_metadata", ""), nullptr, false);
    return kept.is_object() ? kept.value("channel", "") : std::string();
}

http_response slack_error(std::string_view code)
{
    json const body = {{"ok", false}, {"error", code}};
    return {200, {{"Content-Type", "application/json; charset=utf-8"}}, body.dump()};
}

void hide_metadata(http_response& response)
{
    auto body = json::parse(response.body);
    for (auto& message : body["messages"])
        message.erase("metadata");
    response.body = body.dump();
}

bool is_look_up(std::string_view method)
{
    return method == "conversations.history" || method == "conversations.replies";
}

}  // namespace

std::string mark_of(std::string_view channel)
{
    return "mark" + std::string(channel);
}

std::string method_of(http_call const& call)
{
    return call.url.substr(std::min(api_path.size(), call.url.size()));
}

fake_slack::fake_slack(instant now)
{
    settings_.signing_secret = testing::slack_secret;
    settings_.bot_token = "xoxb-simulated";
    settings_.service_url = "http://service";
    settings_.own_url = "http://slack";
    for (std::size_t tenant = 0; tenant < tenants; ++tenant)
        spaces_.push_back(workspace_of(tenant, now));
}

std::vector<std::string> fake_slack::channels_of(std::size_t tenant)
{
    auto const team = std::to_string(tenant);
    return {"C" + team + "PLAYGEN", "C" + team + "PLAYPRO"};
}

void fake_slack::watch(std::string_view channel, std::string_view text, trace& notes)
{
    for (std::size_t tenant = 0; tenant < tenants; ++tenant)
        for (auto const& other : channels_of(tenant))
            if (other != channel && text.find(mark_of(other)) != std::string_view::npos)
                notes.find("a text of " + other + " is shown in " + std::string(channel));
}

std::optional<std::size_t> fake_slack::tenant_of(form_fields const& fields) const
{
    for (std::size_t tenant = 0; tenant < tenants; ++tenant) {
        auto const& space = spaces_[tenant];
        bool const here =
            find_channel(space, field(fields, "channel")) != nullptr ||
            space.triggers.contains(field(fields, "trigger_id")) ||
            std::ranges::any_of(space.modals, [&](auto const& stack) {
                return std::ranges::count(
                           stack.second.open, field(fields, "view_id"), &playground::modal::id) > 0;
            });
        if (here)
            return tenant;
    }
    return std::nullopt;
}

http_response
fake_slack::perform(http_call const& call, std::string const& message_id, trace& notes, figures& counted)
{
    auto const method = method_of(call);
    auto const fields = decode_form(call.body).value_or(form_fields{});
    auto const tenant = tenant_of(fields);
    auto& space = spaces_.at(tenant.value_or(0));
    auto const channel = method.starts_with("views.") ? channel_of_view(fields) : field(fields, "channel");
    watch(channel, call.body, notes);
    if (tenant && find_channel(space, channel) == nullptr)
        notes.find("a call of " + method + " for another tenant's channel");
    if (is_look_up(method)) {
        ++counted.look_ups;
        if (!shows_history)
            return slack_error("missing_scope");
    }
    http_request request{call.method, "/api/" + method, call.headers, call.body, {}};
    auto response = handle_api(space, settings_, method, request, simulated_machine::now());
    if (is_look_up(method) && !shows_metadata)
        hide_metadata(response);
    auto const answer = json::parse(response.body);
    notes.note(method, response.body);
    bool const shown = method.starts_with("chat.") && answer["ok"] == true;
    if (shown)
        effects_.push_back(
            {conversation_key("slack", space.team.id, channel), message_id, method,
             answer.value("ts", answer.value("message_ts", "")), field(fields, "thread_ts"),
             field(fields, "user"), field(fields, "text"), field(fields, "blocks")});
    else if (method.starts_with("chat."))
        notes.find("Slack refused " + method + ": " + response.body);
    return response;
}

}  // namespace crossroads::simulation
