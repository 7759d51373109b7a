#include "teams/app_token.hpp"

#include "channel/conclusions.hpp"
#include "channel/form.hpp"
#include "teams/service_url.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace crossroads::teams {
namespace {

constexpr std::string_view scope = "https://api.botframework.com/.default";
constexpr std::chrono::seconds refreshed_before{300};
constexpr std::chrono::seconds good_for_at_least{60};
constexpr std::chrono::seconds after_failure{10};
constexpr std::chrono::seconds shortest_lifetime{120};
constexpr std::chrono::seconds longest_lifetime{86'400};

struct known_refusal {
    std::string_view code;
    std::string_view advice;
};

constexpr std::array known_refusals = {
    known_refusal{
        "AADSTS700016",
        "The app is not in this tenant: check the app id and the tenant id, and that the bot is registered "
        "as single tenant in that directory."},
    known_refusal{
        "AADSTS7000215",
        "The secret is wrong: copy the value of the client secret, not its id, or make a new one."},
    known_refusal{"AADSTS7000222", "The secret has expired: make a new one in Microsoft Entra."},
    known_refusal{
        "AADSTS7000229",
        "The app has no service principal in this tenant: create it under Enterprise applications."},
    known_refusal{"AADSTS90002", "There is no such tenant: check the tenant id."},
    known_refusal{"AADSTS900023", "The tenant id is not one: copy it from the app's overview page."},
    known_refusal{"AADSTS700027", "The certificate is not registered with the app."},
};

constexpr std::string_view otherwise =
    "Microsoft Entra gave no token: look up the code, or try again when it is reachable.";

bool is_header_value(std::string_view text)
{
    return !text.empty() && text.size() <= 16'384 &&
           std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7F; });
}

/// "AADSTS7000215" at the beginning of a description.
std::string_view code_in(std::string_view description)
{
    constexpr std::string_view prefix = "AADSTS";
    if (!description.starts_with(prefix))
        return {};
    auto const end = description.find_first_not_of("0123456789", prefix.size());
    constexpr std::size_t longest_code = 20;
    auto const code = description.substr(0, end);
    return code.size() > longest_code ? std::string_view() : code;
}

token_refusal refusal_of(http_response const& response)
{
    auto const body = parse_json(response.body);
    auto const code = body ? code_in(text_member(*body, "error_description")) : std::string_view();
    if (code.empty())
        return {status_reason(response), std::string(otherwise)};
    auto const known = std::ranges::find(known_refusals, code, &known_refusal::code);
    return {std::string(code), std::string(known == known_refusals.end() ? otherwise : known->advice)};
}

}  // namespace

http_call call_for_token(app_credentials const& who)
{
    http_call call;
    call.url = call_url(who.login_url, path_segment(who.tenant) + "/oauth2/v2.0/token");
    call.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    call.body = encode_form(
        {{"grant_type", "client_credentials"},
         {"client_id", who.app_id},
         {"client_secret", who.secret},
         {"scope", std::string(scope)}});
    return call;
}

std::variant<app_token, token_refusal> token_of(http_response const& response)
{
    auto const body = response.status == 200 ? parse_json(response.body) : std::nullopt;
    auto const value = body ? text_member(*body, "access_token") : std::string();
    if (!is_header_value(value))
        return refusal_of(response);
    auto const& lifetime = member(*body, "expires_in");
    auto const seconds = lifetime.is_number_unsigned() ? lifetime.get<std::uint64_t>() : 0;
    auto const kept = std::clamp<std::uint64_t>(seconds, shortest_lifetime.count(), longest_lifetime.count());
    return app_token{value, std::chrono::seconds(static_cast<std::int64_t>(kept))};
}

std::string app_token_cache::usable(time now) const
{
    return now + good_for_at_least < expires_ ? value_ : std::string();
}

bool app_token_cache::wants_fetch(time now) const
{
    bool const failed_just_now = failed_at_ && now >= *failed_at_ && now - *failed_at_ < after_failure;
    return !fetching_ && !failed_just_now && (value_.empty() || now + refreshed_before >= expires_);
}

void app_token_cache::fetched(app_token token, time now)
{
    value_ = std::move(token.value);
    expires_ = now + token.lifetime;
    failed_at_.reset();
    fetching_ = false;
}

void app_token_cache::fetch_failed(time now)
{
    failed_at_ = now;
    fetching_ = false;
}

void app_token_cache::drop(std::string_view value)
{
    if (value_ == value)
        value_.clear();
}

}  // namespace crossroads::teams
