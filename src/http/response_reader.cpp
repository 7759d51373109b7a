#include "http/response_reader.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>

namespace http = boost::beast::http;

namespace crossroads {

response_reader::response_reader(std::uint64_t body_bytes, bool answers_head)
{
    constexpr std::uint32_t header_bytes = 32 * 1024;  // platforms send many and long ones
    header_limit(header_bytes);
    body_limit(body_bytes);
    eager(true);
    skip(answers_head);
}

std::size_t response_reader::take(std::string_view input)
{
    if (awaits_first_chunk_ && input.size() < shortest_chunked_body)
        return 0;
    error_code error;
    auto const taken = put(boost::asio::buffer(input), error);
    if (error && error != http::error::need_more)
        failure_ = error;
    return taken;
}

void response_reader::take_end()
{
    if (!got_some())
        failure_ = http::error::end_of_stream;
    else if (!is_done())
        put_eof(failure_);
}

void response_reader::on_response_impl(int status, text, int, beast_error&)
{
    response_.status = static_cast<unsigned>(status);
}

void response_reader::on_field_impl(http::field, text name, text value, beast_error&)
{
    if (!is_header_done())  // not a trailer
        response_.headers.emplace_back(name, value);
}

void response_reader::on_body_init_impl(boost::optional<std::uint64_t> const& length, beast_error&)
{
    constexpr std::uint64_t at_once = 64 * 1024;
    response_.body.reserve(std::min(length.value_or(0), at_once));
}

std::size_t response_reader::on_body_impl(text bytes, beast_error&)
{
    response_.body.append(bytes.data(), bytes.size());
    return bytes.size();
}

std::size_t response_reader::on_chunk_body_impl(std::uint64_t, text bytes, beast_error&)
{
    response_.body.append(bytes.data(), bytes.size());
    return bytes.size();
}

}  // namespace crossroads
