#pragma once

#include "channel/http_message.hpp"
#include "http/chunked_body.hpp"
#include "net/result.hpp"

#include <boost/beast/http/basic_parser.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace crossroads {

/// Turns bytes into one response. Interim responses (1xx) are complete responses of their own.
class response_reader : private boost::beast::http::basic_parser<false> {
public:
    /// `body_bytes` limits the body; `answers_head` says that none follows, whatever the length says.
    response_reader(std::uint64_t body_bytes, bool answers_head);

    /// Takes what it can use from the front of `input`: how many bytes. Take nothing once it is complete or
    /// failed.
    std::size_t take(std::string_view input);
    /// The other side closed: completes a response without a length, fails any other that is not complete.
    void take_end();

    bool complete() const { return is_done() && !failure_; }

    error_code failure() const { return failure_; }

    bool is_interim() const { return response_.status < 200; }

    bool leaves_connection_open() const { return keep_alive() && !need_eof(); }

    http_response release() { return std::move(response_); }

private:
    using beast_error = boost::beast::error_code;
    using text = boost::beast::string_view;

    void on_request_impl(boost::beast::http::verb, text, text, int, beast_error&) override {}

    void on_response_impl(int status, text reason, int version, beast_error&) override;
    void on_field_impl(boost::beast::http::field, text name, text value, beast_error&) override;

    void on_header_impl(beast_error&) override { awaits_first_chunk_ = chunked(); }

    void on_body_init_impl(boost::optional<std::uint64_t> const& length, beast_error&) override;
    std::size_t on_body_impl(text bytes, beast_error&) override;

    void on_chunk_header_impl(std::uint64_t, text, beast_error&) override { awaits_first_chunk_ = false; }

    std::size_t on_chunk_body_impl(std::uint64_t left, text bytes, beast_error&) override;

    void on_finish_impl(beast_error&) override {}

    http_response response_;
    error_code failure_;
    bool awaits_first_chunk_ = false;
};

}  // namespace crossroads
