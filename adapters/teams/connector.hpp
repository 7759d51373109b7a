#pragma once

#include "channel/http_message.hpp"
#include "channel/json_reading.hpp"
#include "teams/reach.hpp"

#include <string>
#include <string_view>

namespace crossroads::teams {

// Calls of the connector (Microsoft: "Bot Connector REST API"). None carries a token: whoever keeps it adds
// it.

/// Where a message goes.
struct place {
    std::string conversation;  // id, with its thread
    std::string only_for;      // seen by this person alone, and not kept for long; empty: by everybody
};

/// A message that shows one card.
json card_message(json card, std::string_view summary);

http_call post_message(reach const& where, place const& to, json message);

/// Replaces a message in place.
http_call put_message(reach const& where, place const& to, std::string_view id, json message);

/// Opens the chat with one person, or finds it.
http_call open_chat(reach const& where, std::string_view user, std::string_view tenant);

/// A person's entry in the list of a conversation's members.
http_call get_member(reach const& where, std::string_view conversation, std::string_view user);

}  // namespace crossroads::teams
