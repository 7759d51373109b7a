#include "channel/platform.hpp"

#include <array>
#include <cstddef>

namespace crossroads {
namespace {

constexpr std::size_t longest_key = 512;
constexpr std::string_view digits = "0123456789ABCDEF";

bool stays_as_it_is(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           std::string_view("._@;=+-").find(c) != std::string_view::npos;
}

void encode_to(std::string& key, std::string_view part)
{
    for (char const c : part) {
        if (stays_as_it_is(c)) {
            key += c;
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        key += '%';
        key += digits[byte >> 4U];
        key += digits[byte & 15U];
    }
}

std::optional<std::string> decode(std::string_view part)
{
    std::string plain;
    for (std::size_t at = 0; at < part.size(); ++at) {
        if (part[at] != '%') {
            plain += part[at];
            continue;
        }
        if (part.size() - at < 3)
            return std::nullopt;
        auto const high = digits.find(part[at + 1]);
        auto const low = digits.find(part[at + 2]);
        if (high == std::string_view::npos || low == std::string_view::npos)
            return std::nullopt;
        plain += static_cast<char>(high * 16 + low);
        at += 2;
    }
    return plain;
}

}  // namespace

std::string conversation_key(std::string_view platform, std::string_view tenant, std::string_view channel)
{
    if (platform.empty() || tenant.empty() || channel.empty())
        return {};
    if (platform.size() + tenant.size() + channel.size() > longest_key)
        return {};
    std::string key;
    encode_to(key, platform);
    key += ':';
    encode_to(key, tenant);
    key += ':';
    encode_to(key, channel);
    return key.size() > longest_key ? std::string() : key;
}

std::optional<conversation_address> parse_conversation_key(std::string_view key)
{
    std::array<std::optional<std::string>, 3> parts;
    auto rest = key;
    for (auto& part : parts) {
        auto const colon = rest.find(':');
        part = decode(rest.substr(0, colon));
        if (!part)
            return std::nullopt;
        rest = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
    }
    conversation_address address{std::move(*parts[0]), std::move(*parts[1]), std::move(*parts[2])};
    // Only what conversation_key() writes is a key: one conversation never has two.
    if (key.empty() || conversation_key(address.platform, address.tenant, address.channel) != key)
        return std::nullopt;
    return address;
}

std::string_view tenant_of(std::string_view key)
{
    auto const after_platform = key.find(':');
    if (after_platform == std::string_view::npos)
        return key;
    return key.substr(0, key.find(':', after_platform + 1));
}

}  // namespace crossroads
