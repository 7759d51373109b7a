#include "http/call_target.hpp"

#include <boost/system/errc.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>

namespace urls = boost::urls;

namespace crossroads {
namespace {

std::string bracketed(std::string const& host)
{
    return host.find(':') == std::string::npos ? host : '[' + host + ']';
}

// A registered name can be any percent-encoded bytes; a host on the internet cannot.
bool is_usable_host(urls::url_view const& url)
{
    auto const is_name_character = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '.' || c == '_';
    };
    switch (url.host_type()) {
    case urls::host_type::ipv4:
    case urls::host_type::ipv6: return true;
    case urls::host_type::name: return std::ranges::all_of(url.encoded_host(), is_name_character);
    case urls::host_type::none:
    case urls::host_type::ipvfuture: break;
    }
    return false;
}

std::uint16_t usual_port(bool tls)
{
    return tls ? 443 : 80;
}

}  // namespace

std::string call_target::host_header() const
{
    auto const name = bracketed(host);
    return port == usual_port(tls) ? name : name + ':' + std::to_string(port);
}

std::string call_target::origin() const
{
    return (tls ? "https://" : "http://") + bracketed(host) + ':' + std::to_string(port);
}

result<call_target> parse_call_target(std::string_view url)
{
    auto const unusable = make_error_code(boost::system::errc::invalid_argument);
    auto const parsed = urls::parse_uri(urls::string_view(url.data(), url.size()));
    if (!parsed)
        return parsed.error();
    auto const scheme = parsed->scheme_id();
    bool const known_scheme = scheme == urls::scheme::https || scheme == urls::scheme::http;
    bool const usable_port = !parsed->has_port() || parsed->port_number() != 0;
    if (!known_scheme || parsed->has_userinfo() || parsed->encoded_host().empty() ||
        !is_usable_host(*parsed) || !usable_port)
        return unusable;

    call_target found;
    found.tls = scheme == urls::scheme::https;
    found.host = parsed->host_address();
    found.port = parsed->has_port() ? parsed->port_number() : usual_port(found.tls);
    found.target = std::string(parsed->encoded_target());
    if (!found.target.starts_with('/'))
        found.target.insert(0, "/");
    return found;
}

}  // namespace crossroads
