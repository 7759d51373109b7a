#pragma once

#include "channel/http_message.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace crossroads::teams {

/// Who we are to Microsoft Entra.
struct app_credentials {
    std::string login_url = "https://login.microsoftonline.com";
    std::string tenant;  // directory id; "botframework.com" for an old multi-tenant registration
    std::string app_id;
    std::string secret;
};

/// The token that every call of the connector carries.
struct app_token {
    std::string value;
    std::chrono::seconds lifetime{0};
};

/// Why there is none, for the operator: the code of Entra, and what to do.
struct token_refusal {
    std::string code;    // "AADSTS7000215", else "http_503"
    std::string advice;  // one sentence
};

http_call call_for_token(app_credentials const& who);

std::variant<app_token, token_refusal> token_of(http_response const& response);

/// A token until shortly before it expires. A value without a clock or a lock of its own.
class app_token_cache {
public:
    using time = std::chrono::sys_seconds;

    /// Empty when there is none that is good for another minute.
    std::string usable(time now) const;

    /// Whether to fetch one now: five minutes before the old one expires, or when there is none; after a
    /// failure not for ten seconds. Never while a fetch is under way.
    bool wants_fetch(time now) const;

    void fetch_begins() { fetching_ = true; }

    bool fetching() const { return fetching_; }

    void fetched(app_token token, time now);
    void fetch_failed(time now);

    /// The connector did not take it.
    void drop(std::string_view value);

private:
    std::string value_;
    time expires_;
    std::optional<time> failed_at_;
    bool fetching_ = false;
};

}  // namespace crossroads::teams
