#include "playground/request_guard.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace crossroads::playground {
namespace {

/// A dotted IPv4 address in 127.0.0.0/8.
bool is_loopback_v4(std::string_view address)
{
    return address.starts_with("127.") &&
           address.find_first_not_of("0123456789.") == std::string_view::npos &&
           std::ranges::count(address, '.') == 3;
}

bool is_loopback(std::string_view address)
{
    constexpr std::string_view mapped = "::ffff:";
    if (address.starts_with(mapped))
        address.remove_prefix(mapped.size());
    return address == "::1" || is_loopback_v4(address);
}

/// "127.0.0.1:8080" to "127.0.0.1", "[::1]:8080" to "[::1]".
std::string_view without_port(std::string_view host)
{
    auto const end = host.starts_with('[') ? host.find(']') + 1 : host.find(':');
    return host.substr(0, std::min(end, host.size()));
}

bool is_this_machine(std::string_view host)
{
    auto const name = without_port(host);
    return name == "localhost" || name == "[::1]" || is_loopback_v4(name);
}

http_response forbidden(std::string_view why)
{
    return {403, {{"Content-Type", "text/plain; charset=utf-8"}}, std::string(why) + '\n'};
}

}  // namespace

std::optional<http_response> refuse_stranger(http_request const& request)
{
    if (!is_loopback(request.peer))
        return forbidden("The playground answers this machine only.");
    auto const host = find_header(request.headers, "host").value_or("");
    if (!is_this_machine(host))
        return forbidden("Open the playground as http://127.0.0.1 or http://localhost.");
    if (request.method == "GET" || request.method == "HEAD")
        return std::nullopt;
    auto const origin = find_header(request.headers, "origin");
    if (origin && *origin != "http://" + std::string(host))
        return forbidden("Only the playground's own page may do this.");
    auto const site = find_header(request.headers, "sec-fetch-site");
    if (site && *site != "same-origin" && *site != "none")
        return forbidden("Only the playground's own page may do this.");
    return std::nullopt;
}

}  // namespace crossroads::playground
