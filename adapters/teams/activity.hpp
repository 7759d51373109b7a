#pragma once

#include "channel/json_reading.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace crossroads::teams {

enum class chat { personal, group, channel };

/// What the channel sends, with the fields that every activity must have. `body` is the whole of it.
struct activity {
    json body;
    std::string type;
    std::string id;
    std::string service_url;
    std::string user;  // "29:…", as this bot sees the person
    std::string user_name;
    std::string bot;  // "28:…"
    std::string bot_name;
    std::string tenant;
    std::string conversation;  // without its thread
    std::string thread;        // the message that the thread hangs from; empty outside of channels
    chat where = chat::personal;
    bool targeted = false;  // for our eyes only: what we answer is private as well
};

/// Reads an activity; the name of the first required field that is missing otherwise: channelId, serviceUrl,
/// type, id, from.id, recipient.id, conversation.id or the tenant.
std::variant<activity, std::string_view> read_activity(json body);

/// "channelId" of a body, which is looked at before the rest.
std::string const& channel_of(json const& body);

/// The conversation and the root message of a thread's id "19:…;messageid=1766".
struct thread_address {
    std::string_view conversation;
    std::string_view root;  // digits; empty: there is none
};

thread_address take_apart(std::string_view conversation_id);

/// The id of a thread, where replies are posted; that of the conversation when `root` is empty.
std::string thread_id(std::string_view conversation, std::string_view root);

}  // namespace crossroads::teams
