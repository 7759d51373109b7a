#include "channel/base64.hpp"

#include <openssl/evp.h>

#include <climits>

namespace crossroads {

namespace {

// OpenSSL counts in int, and text is a third longer than its bytes.
constexpr std::size_t most_at_once = INT_MAX / 2;

unsigned char const* as_bytes(std::string_view text)
{
    return reinterpret_cast<unsigned char const*>(text.data());
}

unsigned char* as_bytes(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

}  // namespace

std::string encode_base64(std::string_view bytes)
{
    if (bytes.size() > most_at_once)
        return {};
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // OpenSSL ends it with a zero
    auto const written = EVP_EncodeBlock(as_bytes(text), as_bytes(bytes), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(written));
    return text;
}

std::optional<std::string> decode_base64(std::string_view text)
{
    if (text.size() % 4 != 0 || text.size() > most_at_once)
        return std::nullopt;
    std::string bytes(text.size() / 4 * 3, '\0');
    auto const written = EVP_DecodeBlock(as_bytes(bytes), as_bytes(text), static_cast<int>(text.size()));
    if (written < 0)
        return std::nullopt;
    // What stands for padding was decoded as zeros.
    std::size_t const padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    bytes.resize(static_cast<std::size_t>(written) - padding);
    if (encode_base64(bytes) != text)
        return std::nullopt;
    return bytes;
}

}  // namespace crossroads
