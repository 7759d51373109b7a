#include "channel/http_message.hpp"

#include <algorithm>

namespace crossroads {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_name(std::string_view one, std::string_view other)
{
    return std::ranges::equal(one, other, {}, lower, lower);
}

}  // namespace

std::optional<std::string_view> find_header(http_headers const& headers, std::string_view name)
{
    for (auto const& [key, value] : headers)
        if (same_name(key, name))
            return value;
    return std::nullopt;
}

}  // namespace crossroads
