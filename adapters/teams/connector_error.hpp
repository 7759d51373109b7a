#pragma once

#include "channel/http_message.hpp"

#include <string>
#include <string_view>

namespace crossroads::teams {

/// What to do about an answer of the connector that is no success (Microsoft: "Status codes from bot
/// conversational APIs").
enum class error_class {
    wait,          // had no effect; the same call works later
    maybe_done,    // may have had its effect
    installation,  // nothing works in this tenant until somebody repairs it
    message_gone,  // the message to be changed is not there any more
    refused,       // this call never works
};

error_class class_of(http_response const& response);

/// The connector's code as it may go into logs and stored reasons: "BotDisabledByAdmin", else "http_403".
/// Reads all three shapes its errors come in.
std::string error_code(http_response const& response);

}  // namespace crossroads::teams
