#include "slack/signature.hpp"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <stdexcept>

namespace crossroads::slack {
namespace {

constexpr std::chrono::seconds time_window{300};
constexpr std::size_t longest_timestamp = 12;
constexpr std::string_view version = "v0";
constexpr std::size_t hash_bytes = 32;

using mac_context = std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)>;

std::shared_ptr<void const> keyed_with(std::string const& secret)
{
    if (secret.empty())
        throw std::invalid_argument("a Slack signing secret is empty");
    std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> const mac(
        EVP_MAC_fetch(nullptr, "HMAC", nullptr), &EVP_MAC_free);
    mac_context context(mac ? EVP_MAC_CTX_new(mac.get()) : nullptr, &EVP_MAC_CTX_free);
    std::string digest = "SHA256";
    std::array const parameters = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), digest.size()),
        OSSL_PARAM_construct_end()};
    auto const* key = reinterpret_cast<unsigned char const*>(secret.data());
    if (!context || EVP_MAC_init(context.get(), key, secret.size(), parameters.data()) != 1)
        throw std::runtime_error("OpenSSL offers no HMAC-SHA256");
    return {context.release(), [](EVP_MAC_CTX* owned) { EVP_MAC_CTX_free(owned); }};
}

bool update(EVP_MAC_CTX* context, std::string_view bytes)
{
    return EVP_MAC_update(context, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size()) == 1;
}

/// "v0=" and the lower-case hexadecimal hash; none if OpenSSL fails.
std::optional<std::string> sign(void const* keyed, std::string_view timestamp, std::string_view body)
{
    mac_context const context(EVP_MAC_CTX_dup(static_cast<EVP_MAC_CTX const*>(keyed)), &EVP_MAC_CTX_free);
    std::array<unsigned char, hash_bytes> hash{};
    std::size_t length = 0;
    bool const done = context && update(context.get(), version) && update(context.get(), ":") &&
                      update(context.get(), timestamp) && update(context.get(), ":") &&
                      update(context.get(), body) &&
                      EVP_MAC_final(context.get(), hash.data(), &length, hash.size()) == 1;
    if (!done || length != hash.size())
        return std::nullopt;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(version);
    text += '=';
    for (auto const byte : hash) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::optional<std::chrono::sys_seconds> read_timestamp(std::string_view text)
{
    std::int64_t seconds = 0;
    if (text.empty() || text.size() > longest_timestamp || text.front() == '-')
        return std::nullopt;
    auto const [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (problem != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

}  // namespace

std::string_view name_of(signature_verdict verdict)
{
    switch (verdict) {
    case signature_verdict::valid: return "valid";
    case signature_verdict::missing_header: return "missing_header";
    case signature_verdict::unreadable_timestamp: return "unreadable_timestamp";
    case signature_verdict::outside_time_window: return "outside_time_window";
    case signature_verdict::wrong_signature: return "wrong_signature";
    }
    return "unknown";
}

signature_verifier::signature_verifier(std::vector<std::string> const& secrets)
{
    if (secrets.empty())
        throw std::invalid_argument("there is no Slack signing secret");
    for (auto const& secret : secrets)
        keyed_.push_back(keyed_with(secret));
}

signature_verdict signature_verifier::verify(http_request const& request, std::chrono::sys_seconds now) const
{
    auto const timestamp = find_header(request.headers, "x-slack-request-timestamp");
    auto const signature = find_header(request.headers, "x-slack-signature");
    if (!timestamp || !signature)
        return signature_verdict::missing_header;
    auto const signed_at = read_timestamp(*timestamp);
    if (!signed_at)
        return signature_verdict::unreadable_timestamp;
    if (std::chrono::abs(now - *signed_at) > time_window)
        return signature_verdict::outside_time_window;
    bool matches = false;
    for (auto const& keyed : keyed_) {
        auto const expected = sign(keyed.get(), *timestamp, request.body);
        if (expected && expected->size() == signature->size() &&
            CRYPTO_memcmp(expected->data(), signature->data(), expected->size()) == 0)
            matches = true;
    }
    return matches ? signature_verdict::valid : signature_verdict::wrong_signature;
}

}  // namespace crossroads::slack
