#pragma once

#include "channel/http_message.hpp"
#include "playground/workspace.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace crossroads::playground {

/// A webhook that got no answer.
enum class webhook_failure { not_reached, timed_out };

using webhook_answer = std::variant<http_response, webhook_failure>;

// Events are queued here and delivered as docs.slack.dev/apis/events-api says: at least once, four attempts.

void queue_message_posted(workspace& in, channel const& where, message const& posted, instant now);
void queue_app_mention(workspace& in, channel const& where, message const& posted, instant now);
void queue_message_changed(
    workspace& in, channel const& where, message const& changed, message const& previous, instant now);
void queue_message_deleted(workspace& in, channel const& where, message const& deleted, instant now);
void queue_member_joined(
    workspace& in, channel const& where, std::string_view user, std::string_view inviter, instant now);

/// The signed request of the next attempt; none if that event is not pending (any more).
std::optional<http_call>
delivery_call(workspace const& in, app_settings const& settings, std::string_view event_id, instant now);

/// Records what became of an attempt: acknowledged, given up, or due again. Retries come at once, after
/// 1 s and after 5 s; Slack takes a minute and five.
void settle_delivery(workspace& in, std::string_view event_id, webhook_answer const& answer, instant now);

}  // namespace crossroads::playground
