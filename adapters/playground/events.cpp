#include "playground/events.hpp"

#include "playground/signature.hpp"
#include "playground/slack_message.hpp"

#include <algorithm>
#include <array>

namespace crossroads::playground {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::milliseconds, 3> retry_waits{0ms, 1000ms, 5000ms};

bool acknowledged(webhook_answer const& answer)
{
    auto const* const response = std::get_if<http_response>(&answer);
    return response && response->status >= 200 && response->status < 300;
}

bool refuses_retries(webhook_answer const& answer)
{
    auto const* const response = std::get_if<http_response>(&answer);
    return response && find_header(response->headers, "x-slack-no-retry") == "1";
}

std::string failure_of(webhook_answer const& answer)
{
    if (auto const* const failure = std::get_if<webhook_failure>(&answer))
        return *failure == webhook_failure::timed_out ? "http_timeout" : "connection_failed";
    auto const status = std::get<http_response>(answer).status;
    return status >= 300 && status < 400 ? "too_many_redirects" : "http_error";
}

void queue_event(workspace& in, json inner, instant now)
{
    event_delivery made;
    made.id = make_id(in, "Ev0");
    made.due = now;
    json const envelope{
        {"token", "playground"},
        {"team_id", in.team.id},
        {"context_team_id", in.team.id},
        {"context_enterprise_id", nullptr},
        {"api_app_id", in.app.id},
        {"event", std::move(inner)},
        {"type", "event_callback"},
        {"event_id", made.id},
        {"event_time", std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count()},
        {"authorizations",
         {{{"enterprise_id", nullptr},
           {"team_id", in.team.id},
           {"user_id", in.app.bot_user},
           {"is_bot", true},
           {"is_enterprise_install", false}}}},
        {"is_ext_shared_channel", false},
        {"event_context", "4-" + made.id},
    };
    made.body = write_json(envelope);
    in.deliveries.push_back(std::move(made));
    mark_changed(in);
}

/// The fields all kinds of message events share; `ts` is that of the event itself.
json message_event(channel const& where, std::string ts)
{
    json event{{"type", "message"}, {"channel", where.id}, {"channel_type", "channel"}, {"event_ts", ts}};
    event["ts"] = std::move(ts);
    return event;
}

}  // namespace

void queue_message_posted(workspace& in, channel const& where, message const& posted, instant now)
{
    if (!bot_is_member(in, where))
        return;
    auto event = slack_message(in, where, posted, message_detail::in_an_event);
    event.update(message_event(where, posted.ts));
    queue_event(in, std::move(event), now);
}

void queue_app_mention(workspace& in, channel const& where, message const& posted, instant now)
{
    if (!bot_is_member(in, where))
        return;
    auto event = slack_message(in, where, posted, message_detail::in_an_event);
    event["type"] = "app_mention";
    event["channel"] = where.id;
    event["event_ts"] = posted.ts;
    event.erase("parent_user_id");
    queue_event(in, std::move(event), now);
}

void queue_message_changed(
    workspace& in, channel const& where, message const& changed, message const& previous, instant now)
{
    if (!bot_is_member(in, where))
        return;
    auto event = message_event(where, next_ts(in, now));
    event["subtype"] = "message_changed";
    event["hidden"] = true;
    event["message"] = slack_message(in, where, changed, message_detail::in_an_event);
    event["previous_message"] = slack_message(in, where, previous, message_detail::in_an_event);
    queue_event(in, std::move(event), now);
}

void queue_message_deleted(workspace& in, channel const& where, message const& deleted, instant now)
{
    if (!bot_is_member(in, where))
        return;
    auto event = message_event(where, next_ts(in, now));
    event["subtype"] = "message_deleted";
    event["hidden"] = true;
    event["deleted_ts"] = deleted.ts;
    event["previous_message"] = slack_message(in, where, deleted, message_detail::in_an_event);
    queue_event(in, std::move(event), now);
}

void queue_member_joined(
    workspace& in, channel const& where, std::string_view user, std::string_view inviter, instant now)
{
    json event{
        {"type", "member_joined_channel"},
        {"user", user},
        {"channel", where.id},
        {"channel_type", "C"},
        {"team", in.team.id},
        {"inviter", inviter},
        {"event_ts", next_ts(in, now)}};
    queue_event(in, std::move(event), now);
}

std::optional<http_call>
delivery_call(workspace const& in, app_settings const& settings, std::string_view event_id, instant now)
{
    auto const found = std::ranges::find(in.deliveries, event_id, &event_delivery::id);
    if (found == in.deliveries.end())
        return std::nullopt;
    auto call = signed_call(settings, "/slack/events", "application/json", found->body, now);
    if (found->attempts > 0) {
        call.headers.emplace_back("X-Slack-Retry-Num", std::to_string(found->attempts));
        call.headers.emplace_back("X-Slack-Retry-Reason", found->failure);
    }
    return call;
}

void settle_delivery(workspace& in, std::string_view event_id, webhook_answer const& answer, instant now)
{
    auto const found = std::ranges::find(in.deliveries, event_id, &event_delivery::id);
    if (found == in.deliveries.end())
        return;
    mark_changed(in);
    auto const retry = static_cast<std::size_t>(found->attempts);
    if (acknowledged(answer) || refuses_retries(answer) || retry >= retry_waits.size()) {
        in.deliveries.erase(found);
        return;
    }
    found->attempts += 1;
    found->failure = failure_of(answer);
    found->due = now + retry_waits.at(retry);
}

}  // namespace crossroads::playground
