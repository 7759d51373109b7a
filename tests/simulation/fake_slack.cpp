#include "simulation/fake_slack.hpp"

#include "channel/platform.hpp"
#include "playground/files.hpp"
#include "playground/web_api.hpp"
#include "simulation/labelled_platform.hpp"
#include "support/slack_requests.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace crossroads::simulation {
namespace {

using nlohmann::json;

constexpr std::string_view api_path = "http://slack/playground/api/";
constexpr std::string_view upload_path = "http://slack/playground/upload/";
constexpr std::string_view publishing = "files.completeUploadExternal";

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
    if (call.url.starts_with(upload_path))
        return "upload/" + call.url.substr(upload_path.size());
    return call.url.substr(std::min(api_path.size(), call.url.size()));
}

std::string channel_of(http_call const& call)
{
    auto const fields = decode_form(call.body).value_or(form_fields{});
    auto const method = method_of(call);
    if (method.starts_with("views."))
        return channel_of_view(fields);
    auto const given = field(fields, method == publishing ? "channel_id" : "channel");
    if (given.starts_with("C"))
        return given;
    auto const about = parse_conversation_key(label_of(call).conversation);
    return about ? about->channel : given;
}

std::string conversation_of(http_call const& call)
{
    auto label = label_of(call);
    if (!label.conversation.empty())
        return label.conversation;
    auto const channel = channel_of(call);
    return conversation_key("slack", channel.starts_with("C0") ? "T0PLAY000" : "T1PLAY000", channel);
}

bool shows_something(std::string_view method)
{
    return method.starts_with("chat.") || method == publishing;
}

std::string shown_file(std::string_view title, std::string_view bytes)
{
    return std::string(title).append(": ").append(bytes);
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
    if (channel.starts_with("D"))
        return;  // what one person is told of all their channels
    for (std::size_t tenant = 0; tenant < tenants; ++tenant)
        for (auto const& other : channels_of(tenant))
            if (other != channel && text.find(mark_of(other)) != std::string_view::npos)
                notes.find("a text of " + other + " is shown in " + std::string(channel));
}

std::optional<std::size_t> fake_slack::tenant_of(http_call const& call, form_fields const& fields) const
{
    if (auto const about = parse_conversation_key(label_of(call).conversation))
        return about->tenant == spaces_.front().team.id ? 0 : 1;
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

void fake_slack::note_effect(
    playground::workspace const& space, http_call const& call, form_fields const& fields, json const& answer)
{
    effect shown;
    shown.conversation = conversation_of(call);
    shown.message_id = label_of(call).id;
    shown.method = method_of(call);
    shown.thread = field(fields, "thread_ts");
    if (shown.method == publishing) {
        auto const& file = space.files.at(answer["files"][0].value("id", ""));
        shown.text = field(fields, "initial_comment");
        shown.blocks = shown_file(file.title, file.bytes);
    } else {
        auto const to = field(fields, "channel");
        shown.ts = answer.value("ts", answer.value("message_ts", ""));
        shown.user = to.starts_with("U") ? to : field(fields, "user");
        shown.text = field(fields, "text");
        shown.blocks = field(fields, "blocks");
    }
    effects_.push_back(std::move(shown));
}

void fake_slack::watch_call(http_call const& call, form_fields const& fields, trace& notes) const
{
    auto const tenant = tenant_of(call, fields);
    auto const channel = channel_of(call);
    watch(channel, call.body, notes);
    if (tenant && find_channel(spaces_[*tenant], channel) == nullptr)
        notes.find("a call of " + method_of(call) + " for another tenant's channel");
}

http_response fake_slack::perform(http_call const& call, trace& notes, figures& counted)
{
    auto const method = method_of(call);
    auto const fields = decode_form(call.body).value_or(form_fields{});
    auto& space = spaces_.at(tenant_of(call, fields).value_or(0));
    watch_call(call, fields, notes);
    http_request const request{call.method, "/api/" + method, call.headers, call.body, {}};
    if (call.url.starts_with(upload_path)) {
        ++counted.uploads;
        notes.note("upload", std::to_string(call.body.size()));
        return take_upload(space, call.url.substr(upload_path.size()), request);
    }
    counted.profiles += method == "users.info" ? 1U : 0U;
    if (is_look_up(method)) {
        ++counted.look_ups;
        if (!shows_history)
            return slack_error("missing_scope");
    }
    auto response = handle_api(space, settings_, method, request, simulated_machine::now());
    if (is_look_up(method) && !shows_metadata)
        hide_metadata(response);
    auto const answer = json::parse(response.body);
    notes.note(method, response.body);
    if (!shows_something(method))
        return response;
    if (answer["ok"] == true) {
        note_effect(space, call, fields, answer);
        return response;
    }
    // What something else answered the bytes instead of Slack is not there to be published.
    bool const bytes_went_astray = method == publishing && answer.value("error", "") == "file_not_found";
    if (!bytes_went_astray)
        notes.find("Slack refused " + method + ": " + response.body);
    return response;
}

}  // namespace crossroads::simulation
