#pragma once

#include "channel/http_message.hpp"
#include "playground/events.hpp"
#include "playground/workspace.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace crossroads::playground {

/// A webhook that a person waits for. Slack repeats none of them.
struct interaction {
    enum class kind { slash_command, block_actions, view_submission, view_closed } what = kind::slash_command;
    http_call call;
    std::string person;
    std::string channel;  // commands
    std::string typed;    // commands: the whole line
    std::string view_id;  // submissions
};

/// {"ok": false, "error": words}
json cannot(std::string_view words);

std::string
make_trigger(workspace& in, app_settings const& settings, std::string_view person_id, instant now);

/// A new response_url.
std::string
make_reply_address(workspace& in, app_settings const& settings, std::string_view kind, reply_address address);

/// The signed form `payload=<JSON>` of everything but commands and events.
http_call interaction_call(app_settings const& settings, json const& payload, instant now);

/// The fields every interactive payload has.
json interaction_payload(workspace const& in, std::string_view type, person const& who);

// Slash commands.
std::variant<json, interaction> run_command(
    workspace& in, app_settings const& settings, person const& who, channel& where, std::string_view typed,
    instant now);
json finish_command(
    workspace& in, app_settings const& settings, interaction const& begun, webhook_answer const& answer,
    instant now);

// Buttons and menus, in messages and modals.
std::variant<json, interaction>
press(workspace& in, app_settings const& settings, person const& who, json const& action, instant now);
json finish_press(webhook_answer const& answer);

// Modals.
std::variant<json, interaction>
submit(workspace& in, app_settings const& settings, person const& who, json const& action, instant now);
json finish_submit(
    workspace& in, app_settings const& settings, interaction const& begun, webhook_answer const& answer,
    instant now);
std::variant<json, interaction>
close(workspace& in, app_settings const& settings, person const& who, json const& action, instant now);

}  // namespace crossroads::playground
