#include "teams/service_url.hpp"

#include "words/text.hpp"

#include <algorithm>

namespace crossroads::teams {
namespace {

constexpr std::size_t longest_url = 512;

bool is_plain(std::string_view url)
{
    return url.size() <= longest_url && std::ranges::all_of(url, [](char c) {
               return c > ' ' && c < 0x7F &&
                      std::string_view("@\\?#\"<>^`{|}").find(c) == std::string_view::npos;
           });
}

/// "https://host:port" in lower case; empty if it has no scheme or no host.
std::string origin_of(std::string_view url)
{
    auto const scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return {};
    auto const path = std::min(url.find('/', scheme + 3), url.size());
    return path == scheme + 3 ? std::string() : lower(url.substr(0, path));
}

/// The entry of an allow-list as an origin.
std::string origin_of_entry(std::string_view entry)
{
    return entry.find("://") == std::string_view::npos ? "https://" + lower(entry) : origin_of(entry);
}

bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '~' || c == '-';
}

}  // namespace

std::vector<std::string> const& known_service_hosts()
{
    static std::vector<std::string> const hosts = {
        "smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us"};
    return hosts;
}

bool may_call(std::string_view service_url, std::vector<std::string> const& allowed)
{
    if (!is_plain(service_url))
        return false;
    auto origin = origin_of(service_url);
    constexpr std::string_view usual_port = ":443";
    if (origin.starts_with("https://") && origin.ends_with(usual_port))
        origin.resize(origin.size() - usual_port.size());
    return !origin.empty() && std::ranges::any_of(allowed, [&](std::string const& entry) {
        return origin_of_entry(entry) == origin;
    });
}

std::string call_url(std::string_view service_url, std::string_view path)
{
    while (service_url.ends_with('/'))
        service_url.remove_suffix(1);
    return std::string(service_url).append("/").append(path);
}

std::string path_segment(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string segment;
    segment.reserve(text.size());
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (is_unreserved(c))
            segment += c;
        else
            segment.append("%").append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
    }
    return segment;
}

}  // namespace crossroads::teams
