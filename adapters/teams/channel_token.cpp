#include "teams/channel_token.hpp"

#include "channel/json_reading.hpp"
#include "teams/base64url.hpp"

#include <algorithm>
#include <utility>

namespace crossroads::teams {
namespace {

constexpr double clock_skew = 300;    // seconds
constexpr double latest_time = 1e11;  // far beyond any token, and safe to convert
constexpr std::size_t longest_token = 16'384;

/// The three parts of a token in compact form (RFC 7515, section 7.1), as sent.
struct token_parts {
    std::string_view header;
    std::string_view claims;
    std::string_view signature;
    std::string_view signed_text;
};

std::optional<token_parts> take_apart(std::string_view token)
{
    auto const first = token.find('.');
    auto const second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (second == std::string_view::npos || token.find('.', second + 1) != std::string_view::npos ||
        token.size() > longest_token)
        return std::nullopt;
    return token_parts{
        token.substr(0, first), token.substr(first + 1, second - first - 1), token.substr(second + 1),
        token.substr(0, second)};
}

std::optional<json> read_part(std::string_view part)
{
    auto const text = decode_base64url(part);
    auto parsed = text ? parse_json(*text) : std::nullopt;
    if (!parsed || !parsed->is_object())
        return std::nullopt;
    return parsed;
}

/// A time in seconds; none if it is missing or no number.
std::optional<double> time_member(json const& claims, std::string_view name)
{
    auto const& value = member(claims, name);
    if (!value.is_number())
        return std::nullopt;
    return value.get<double>();
}

std::optional<token_fault>
fault_of_claims(json const& claims, token_rules const& rules, std::chrono::sys_seconds now)
{
    if (text_member(claims, "iss") != rules.issuer)
        return token_fault::wrong_issuer;
    if (rules.app_id.empty() || text_member(claims, "aud") != rules.app_id)
        return token_fault::wrong_audience;
    auto const time = static_cast<double>(now.time_since_epoch().count());
    auto const expires = time_member(claims, "exp");
    if (!expires || *expires > latest_time)
        return token_fault::malformed;
    if (time >= *expires + clock_skew)
        return token_fault::expired;
    auto const begins = time_member(claims, "nbf");
    if (!begins && claims.contains("nbf"))
        return token_fault::malformed;
    if (begins && *begins > time + clock_skew)
        return token_fault::not_valid_yet;
    return std::nullopt;
}

}  // namespace

std::string_view name_of(token_fault fault)
{
    switch (fault) {
    case token_fault::no_token: return "no_token";
    case token_fault::malformed: return "malformed_token";
    case token_fault::wrong_algorithm: return "wrong_algorithm";
    case token_fault::no_keys: return "no_keys";
    case token_fault::unknown_key: return "unknown_key";
    case token_fault::wrong_signature: return "wrong_signature";
    case token_fault::wrong_issuer: return "wrong_issuer";
    case token_fault::wrong_audience: return "wrong_audience";
    case token_fault::expired: return "expired_token";
    case token_fault::not_valid_yet: return "token_not_valid_yet";
    case token_fault::no_service_url: return "token_without_service_url";
    case token_fault::wrong_service_url: return "token_of_another_service_url";
    case token_fault::not_endorsed: return "channel_not_endorsed";
    }
    return "malformed_token";
}

unsigned status_of(token_fault fault)
{
    if (fault == token_fault::no_keys)
        return 503;
    return fault == token_fault::not_endorsed ? 403 : 401;
}

std::string_view token_in(std::string_view authorization)
{
    constexpr std::string_view scheme = "Bearer ";
    if (!authorization.starts_with(scheme))
        return {};
    auto const token = authorization.substr(scheme.size());
    return token.find_first_of(" \t,") == std::string_view::npos ? token : std::string_view();
}

std::string key_id_of(std::string_view token)
{
    auto const parts = take_apart(token);
    auto const header = parts ? read_part(parts->header) : std::nullopt;
    return header ? text_member(*header, "kid") : std::string();
}

std::variant<channel_token, token_fault> verify_token(
    std::string_view token, signing_keys const& keys, token_rules const& rules, std::chrono::sys_seconds now)
{
    if (token.empty())
        return token_fault::no_token;
    auto const parts = take_apart(token);
    auto const header = parts ? read_part(parts->header) : std::nullopt;
    if (!header || header->contains("crit"))
        return token_fault::malformed;
    if (text_member(*header, "alg") != "RS256")
        return token_fault::wrong_algorithm;
    if (keys.empty())
        return token_fault::no_keys;
    auto const* key = find_key(keys, text_member(*header, "kid"));
    if (key == nullptr)
        return token_fault::unknown_key;
    auto const signature = decode_base64url(parts->signature);
    if (!signature || !is_signed(parts->signed_text, *signature, *key))
        return token_fault::wrong_signature;
    auto const claims = read_part(parts->claims);
    if (!claims)
        return token_fault::malformed;
    if (auto const fault = fault_of_claims(*claims, rules, now))
        return *fault;
    auto const expires = static_cast<std::int64_t>(time_member(*claims, "exp").value_or(0));
    return channel_token{
        text_member(*claims, "serviceurl"), key->endorsements,
        std::chrono::sys_seconds(std::chrono::seconds(expires))};
}

std::optional<token_fault>
fault_for(channel_token const& token, std::string_view channel_id, std::string_view service_url)
{
    if (token.service_url.empty())
        return token_fault::no_service_url;
    if (service_url != token.service_url)
        return token_fault::wrong_service_url;
    bool const endorsed = !token.endorsements ||
                          std::ranges::find(*token.endorsements, channel_id) != token.endorsements->end();
    if (channel_id.empty() || !endorsed)
        return token_fault::not_endorsed;
    return std::nullopt;
}

}  // namespace crossroads::teams
