#pragma once

#include "teams/signing_keys.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads::teams {

/// What is wrong with the sender of an activity (Microsoft: "Authenticate requests from the Bot Connector
/// service to your bot").
enum class token_fault {
    no_token,
    malformed,
    wrong_algorithm,
    no_keys,  // not the sender's fault: no key could be fetched yet
    unknown_key,
    wrong_signature,
    wrong_issuer,
    wrong_audience,
    expired,
    not_valid_yet,
    no_service_url,
    wrong_service_url,
    not_endorsed,
};

/// For counters and logs: "wrong_audience".
std::string_view name_of(token_fault fault);

/// 401; 403 where the token is good and not for this; 503 without keys.
unsigned status_of(token_fault fault);

/// Whom a token must be from, and for.
struct token_rules {
    std::string app_id;
    std::string issuer = "https://api.botframework.com";
};

/// What a verified token says.
struct channel_token {
    std::string service_url;  // empty: the claim is missing
    std::optional<std::vector<std::string>> endorsements;
    std::chrono::sys_seconds expires;
};

/// The token in the value of an Authorization header: exactly "Bearer", one space and the token. Empty if
/// there is none.
std::string_view token_in(std::string_view authorization);

/// The id of the key that signed a token, by the token's own word; empty if it has none.
std::string key_id_of(std::string_view token);

/// Verifies signature, issuer, audience and times. Clocks may differ by five minutes.
std::variant<channel_token, token_fault> verify_token(
    std::string_view token, signing_keys const& keys, token_rules const& rules, std::chrono::sys_seconds now);

/// Whether a verified token was made for an activity of this channel, sent from this service URL. None: it
/// was. The claim must be there and equal byte for byte, as in Microsoft's own check.
std::optional<token_fault>
fault_for(channel_token const& token, std::string_view channel_id, std::string_view service_url);

}  // namespace crossroads::teams
