#pragma once

#include "channel/form.hpp"
#include "channel/http_message.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>

namespace crossroads::testing {

inline constexpr std::string_view slack_secret = "a-secret-made-up-for-tests";
inline constexpr std::chrono::sys_seconds slack_now{std::chrono::seconds{1'750'000'000}};

/// X-Slack-Signature, computed in another way than the service does.
inline std::string slack_signature(std::string_view secret, std::string_view timestamp, std::string_view body)
{
    auto const text = std::string("v0:").append(timestamp).append(":").append(body);
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned length = 0;
    HMAC(
        EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
        reinterpret_cast<unsigned char const*>(text.data()), text.size(), hash.data(), &length);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string signature = "v0=";
    for (unsigned at = 0; at < length; ++at)
        signature.append({digits[hash[at] >> 4U], digits[hash[at] & 15U]});
    return signature;
}

/// A request as Slack sends it, signed at `at`.
inline http_request slack_request(
    std::string content_type, std::string body, std::chrono::sys_seconds at = slack_now,
    std::string_view secret = slack_secret)
{
    auto const timestamp = std::to_string(at.time_since_epoch().count());
    http_request request;
    request.method = "POST";
    request.target = "/slack/events";
    request.headers = {
        {"Content-Type", std::move(content_type)},
        {"X-Slack-Request-Timestamp", timestamp},
        {"X-Slack-Signature", slack_signature(secret, timestamp, body)}};
    request.body = std::move(body);
    return request;
}

inline http_request slack_json_request(std::string body)
{
    return slack_request("application/json", std::move(body));
}

inline http_request slack_form_request(form_fields const& fields)
{
    return slack_request("application/x-www-form-urlencoded", encode_form(fields));
}

/// An interactive payload: JSON in a field of a form.
inline http_request slack_payload_request(std::string payload)
{
    return slack_form_request({{"payload", std::move(payload)}});
}

}  // namespace crossroads::testing
