#include "teams/base64url.hpp"

#include "channel/base64.hpp"

#include <algorithm>

namespace crossroads::teams {

std::string encode_base64url(std::string_view bytes)
{
    auto text = encode_base64(bytes);
    text.erase(std::min(text.find('='), text.size()));
    std::ranges::replace(text, '+', '-');
    std::ranges::replace(text, '/', '_');
    return text;
}

std::optional<std::string> decode_base64url(std::string_view text)
{
    if (text.find_first_of("+/=") != std::string_view::npos)
        return std::nullopt;
    std::string padded(text);
    std::ranges::replace(padded, '-', '+');
    std::ranges::replace(padded, '_', '/');
    padded.append((4 - padded.size() % 4) % 4, '=');
    return decode_base64(padded);
}

}  // namespace crossroads::teams
