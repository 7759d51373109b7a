#pragma once

#include "playground/events.hpp"
#include "playground/interaction.hpp"
#include "playground/workspace.hpp"

#include <string_view>
#include <variant>

namespace crossroads::playground {

/// What a person does in the browser, as JSON with a `type`:
/// - say: channel, text, thread_ts?, broadcast?  (a text that starts with "/" is a command)
/// - edit: channel, ts, text · delete: channel, ts · dismiss: channel, ts
/// - press: channel and ts, or view_id; block_id, action_id, value?, inputs
/// - submit: view_id, inputs · close: view_id
///
/// Gives the answer for the browser, {"ok": true, …} or {"ok": false, "error": words for the person}, or
/// the webhook to be sent first. Never throws; what is refused changes nothing.
std::variant<json, interaction>
act(workspace& in, app_settings const& settings, std::string_view person_id, json const& action, instant now);

/// Does what the service's answer to the webhook asks for; gives the answer for the browser.
json finish(
    workspace& in, app_settings const& settings, interaction const& begun, webhook_answer const& answer,
    instant now);

}  // namespace crossroads::playground
