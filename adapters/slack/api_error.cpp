#include "slack/api_error.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace crossroads::slack {
namespace {

using known_code = std::pair<std::string_view, error_class>;

constexpr std::array known_codes = {
    known_code{"ratelimited", error_class::wait},
    known_code{"rate_limited", error_class::wait},
    known_code{"service_unavailable", error_class::wait},
    known_code{"team_added_to_org", error_class::wait},
    known_code{"message_limit_exceeded", error_class::wait},
    known_code{"external_channel_migrating", error_class::wait},

    known_code{"internal_error", error_class::maybe_done},
    known_code{"fatal_error", error_class::maybe_done},
    known_code{"request_timeout", error_class::maybe_done},

    known_code{"invalid_auth", error_class::installation},
    known_code{"not_authed", error_class::installation},
    known_code{"account_inactive", error_class::installation},
    known_code{"token_revoked", error_class::installation},
    known_code{"token_expired", error_class::installation},
    known_code{"org_login_required", error_class::installation},
    known_code{"user_removed_from_team", error_class::installation},
    known_code{"team_disabled", error_class::installation},
    known_code{"missing_scope", error_class::installation},
    known_code{"not_allowed_token_type", error_class::installation},
    known_code{"no_permission", error_class::installation},
    known_code{"app_access_restricted", error_class::installation},
    known_code{"access_denied", error_class::installation},
    known_code{"ekm_access_denied", error_class::installation},
    known_code{"team_access_not_granted", error_class::installation},
    known_code{"accesslimited", error_class::installation},

    known_code{"message_not_found", error_class::message_gone},
    known_code{"cant_update_message", error_class::message_gone},
    known_code{"edit_window_closed", error_class::message_gone},
    known_code{"block_mismatch", error_class::message_gone},
    known_code{"update_failed", error_class::message_gone},
};

constexpr std::size_t longest_code = 64;

bool is_code_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

error_class class_of(std::string_view code)
{
    auto const known = std::ranges::find(known_codes, code, &known_code::first);
    return known == known_codes.end() ? error_class::refused : known->second;
}

bool lacks_a_right(std::string_view code)
{
    return code == "missing_scope" || code == "not_allowed_token_type" || code == "no_permission" ||
           code == "access_denied" || code == "ekm_access_denied";
}

std::string error_code(std::string_view code)
{
    bool const readable =
        !code.empty() && code.size() <= longest_code && std::ranges::all_of(code, is_code_character);
    return readable ? std::string(code) : "unreadable_error";
}

}  // namespace crossroads::slack
