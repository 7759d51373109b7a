#include "playground/signature.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <utility>

namespace crossroads::playground {

std::string keyed_digest(std::string_view key, std::string_view text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    auto const* const bytes = reinterpret_cast<unsigned char const*>(text.data());
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes, text.size(), digest.data(), &length);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hexadecimal;
    hexadecimal.reserve(std::size_t{length} * 2);
    for (unsigned i = 0; i < length; ++i) {
        hexadecimal += digits[digest.at(i) >> 4U];
        hexadecimal += digits[digest.at(i) & 15U];
    }
    return hexadecimal;
}

http_call signed_call(
    app_settings const& settings, std::string_view path, std::string content_type, std::string body,
    instant now)
{
    auto const seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    auto const timestamp = std::to_string(seconds);
    auto const signature = "v0=" + keyed_digest(settings.signing_secret, "v0:" + timestamp + ':' + body);
    http_call call;
    call.url = settings.service_url + std::string(path);
    call.headers = {
        {"Content-Type", std::move(content_type)},
        {"User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)"},
        {"X-Slack-Request-Timestamp", timestamp},
        {"X-Slack-Signature", signature},
    };
    call.body = std::move(body);
    return call;
}

}  // namespace crossroads::playground
