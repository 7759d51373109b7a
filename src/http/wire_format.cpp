#include "http/wire_format.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/status.hpp>

#include <algorithm>
#include <array>
#include <ctime>
#include <stdexcept>

namespace crossroads {
namespace {

// What this service decides itself, for it must agree with the bytes that follow.
bool is_framing(std::string_view name)
{
    constexpr std::array<std::string_view, 6> names{
        "content-length", "transfer-encoding", "connection", "keep-alive", "date", "server"};
    return std::ranges::any_of(names, [name](auto const each) { return same_without_case(each, name); });
}

void add_field(std::string& head, std::string_view name, std::string_view value)
{
    head.append(name).append(": ").append(value).append("\r\n");
}

// IMF-fixdate (RFC 9110 section 5.6.7), made once a second for each thread.
std::string const& date_now()
{
    thread_local std::time_t second = 0;
    thread_local std::string text;
    auto const now = std::time(nullptr);
    if (now != second) {
        second = now;
        std::tm parts{};
        ::gmtime_r(&now, &parts);
        std::array<char, 32> line{};
        auto const size = std::strftime(line.data(), line.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
        text.assign(line.data(), size);
    }
    return text;
}

bool never_has_body(unsigned status)
{
    return status == 204 || status == 304;
}

}  // namespace

bool is_token(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return c > ' ' && c < 0x7f &&
               std::string_view("\"(),/:;<=>?@[\\]{}").find(c) == std::string_view::npos;
    });
}

bool is_field_value(std::string_view text)
{
    return std::ranges::none_of(text, [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t') || byte == 0x7f;
    });
}

bool same_without_case(std::string_view one, std::string_view other)
{
    return boost::beast::iequals({one.data(), one.size()}, {other.data(), other.size()});
}

void write_response_head(std::string& head, http_response const& response, after_response after)
{
    if (response.status < 200 || response.status > 599)
        throw std::invalid_argument("no status to answer with: " + std::to_string(response.status));
    auto const reason =
        boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(response.status));
    head.assign("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
    head.append(reason.data(), reason.size()).append("\r\n");
    add_field(head, "Date", date_now());
    add_field(head, "Server", "crossroads");
    for (auto const& [name, value] : response.headers) {
        if (!is_token(name) || !is_field_value(value))
            throw std::invalid_argument("a response header that cannot be sent");
        bool const describes_nothing = response.body.empty() && same_without_case(name, "content-type");
        if (!is_framing(name) && !describes_nothing)
            add_field(head, name, value);
    }
    if (!never_has_body(response.status))
        add_field(head, "Content-Length", std::to_string(response.body.size()));
    switch (after) {
    case after_response::keep_alive: break;
    case after_response::keep_alive_http10: add_field(head, "Connection", "keep-alive"); break;
    case after_response::close: add_field(head, "Connection", "close"); break;
    }
    head.append("\r\n");
}

std::string request_head(http_call const& call, std::string_view host, std::string_view target)
{
    std::string head;
    head.reserve(512);
    head.append(call.method).append(" ").append(target).append(" HTTP/1.1\r\n");
    add_field(head, "Host", host);
    for (auto const& [name, value] : call.headers)
        if (!is_framing(name) && !same_without_case(name, "host"))
            add_field(head, name, value);
    if (!call.body.empty() || (call.method != "GET" && call.method != "HEAD"))
        add_field(head, "Content-Length", std::to_string(call.body.size()));
    head.append("\r\n");
    return head;
}

std::optional<std::string> problem_with(http_call const& call)
{
    if (!is_token(call.method))
        return "the method is not one";
    for (auto const& [name, value] : call.headers)
        if (!is_token(name) || !is_field_value(value))
            return "a header cannot be sent";
    return std::nullopt;
}

}  // namespace crossroads
