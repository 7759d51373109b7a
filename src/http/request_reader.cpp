#include "http/request_reader.hpp"

#include "http/wire_format.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/field.hpp>

#include <algorithm>

namespace http = boost::beast::http;

namespace crossroads {
namespace {

// A header continued on the next line: obsolete, and read differently by different programs.
bool has_folded_line(std::string_view head)
{
    return head.find("\r\n ") != std::string_view::npos || head.find("\r\n\t") != std::string_view::npos;
}

// Origin form, or the asterisk of OPTIONS (RFC 9112 section 3.2): no proxying, hence nothing else.
bool is_target(std::string_view method, std::string_view target)
{
    if (target == "*")
        return method == "OPTIONS";
    return target.starts_with('/') &&
           std::ranges::all_of(target, [](char c) { return c > ' ' && c < 0x7f && c != '#'; });
}

unsigned status_for(boost::beast::error_code error)
{
    if (error == http::error::header_limit)
        return 431;
    return error == http::error::body_limit ? 413 : 400;
}

}  // namespace

request_reader::request_reader(request_limits limits) : limits_(limits)
{
    header_limit(limits.header_bytes);
    body_limit(limits.body_bytes);
    eager(true);
}

std::size_t request_reader::take(std::string_view input)
{
    return is_header_done() ? take_body(input) : take_head(input);
}

// The whole head at once: folded lines are still there to be seen, and the limit holds for all of it.
std::size_t request_reader::take_head(std::string_view input)
{
    constexpr std::string_view blank_line = "\r\n\r\n";
    if (!input.empty() && !is_token(input.substr(0, 1))) {
        refuse(400);  // not HTTP: why wait for the rest
        return 0;
    }
    auto const end = input.find(blank_line, searched_);
    bool const found = end != std::string_view::npos;
    if (found ? end + blank_line.size() > limits_.header_bytes : input.size() >= limits_.header_bytes) {
        refuse(431);
        return 0;
    }
    if (!found) {
        searched_ = input.size() - std::min(input.size(), blank_line.size() - 1);
        return 0;
    }
    auto const head = input.substr(0, end + blank_line.size());
    std::size_t taken = 0;
    if (has_folded_line(head))
        refuse(400);
    else
        parse(head, taken);
    if (!refusal_ && !is_header_done())
        refuse(400);  // Beast would like more of a line that has ended
    if (!refusal_ && !is_done())
        taken += take_body(input.substr(taken));
    return taken;
}

std::size_t request_reader::take_body(std::string_view input)
{
    std::size_t taken = 0;
    if (!awaits_first_chunk_ || input.size() >= shortest_chunked_body)
        parse(input, taken);
    return taken;
}

void request_reader::parse(std::string_view input, std::size_t& taken)
{
    boost::beast::error_code error;
    taken = put(boost::asio::buffer(input), error);
    if (error && error != http::error::need_more && !refusal_)
        refuse(status_for(error));
}

void request_reader::on_request_impl(http::verb, text method, text target, int version, beast_error& failed)
{
    http10_ = version == 10;
    request_.method = method;
    request_.target = target;
    if (!is_target(request_.method, request_.target))
        failed = http::error::bad_target;
}

void request_reader::on_field_impl(http::field known, text name, text value, beast_error& failed)
{
    if (is_header_done())
        return;  // a trailer: nothing here needs one, and it must not pass for a header that was checked
    check_framing(known, value);
    if (refusal_)
        failed = http::error::bad_field;
    else
        request_.headers.emplace_back(name, value);
}

// Beast accepts a length repeated with the same value, and an encoding other than "chunked", after which it
// takes the request to have no body.
void request_reader::check_framing(http::field known, text value)
{
    switch (known) {
    case http::field::host: ++hosts_; break;
    case http::field::content_length:
        if (++lengths_ > 1 || value.find(',') != text::npos)
            refuse(400);
        break;
    case http::field::transfer_encoding:
        if (++encodings_ > 1 || http10_ || !same_without_case({value.data(), value.size()}, "chunked"))
            refuse(400);
        break;
    case http::field::expect:
        if (!same_without_case({value.data(), value.size()}, "100-continue"))
            refuse(417);
        expects_continue_ = !http10_;
        break;
    default: break;
    }
}

void request_reader::on_header_impl(beast_error& failed)
{
    bool const one_host = hosts_ == 1 || (http10_ && hosts_ == 0);
    if (!one_host)
        failed = http::error::bad_field;
    awaits_first_chunk_ = chunked();
}

void request_reader::on_body_init_impl(boost::optional<std::uint64_t> const& length, beast_error&)
{
    // Only so much on the word of a stranger.
    constexpr std::uint64_t at_once = 64 * 1024;
    request_.body.reserve(std::min(length.value_or(0), at_once));
}

std::size_t request_reader::on_body_impl(text bytes, beast_error&)
{
    request_.body.append(bytes.data(), bytes.size());
    return bytes.size();
}

void request_reader::on_chunk_header_impl(std::uint64_t, text extensions, beast_error& failed)
{
    awaits_first_chunk_ = false;
    if (!extensions.empty())
        failed = http::error::bad_chunk_extension;  // nobody needs one, and not all agree where it ends
}

std::size_t request_reader::on_chunk_body_impl(std::uint64_t, text bytes, beast_error&)
{
    request_.body.append(bytes.data(), bytes.size());
    return bytes.size();
}

void request_reader::on_finish_impl(beast_error&) {}

}  // namespace crossroads
