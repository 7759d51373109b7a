#pragma once

#include "channel/http_message.hpp"
#include "http/chunked_body.hpp"

#include <boost/beast/http/basic_parser.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace crossroads {

struct request_limits {
    std::uint32_t header_bytes = 8 * 1024;   // request line included; more: 431
    std::uint64_t body_bytes = 1024 * 1024;  // more: 413
};

/// Turns bytes into one request, straight into its fields. Beast parses; where Beast is lenient and a proxy
/// in front could understand the same bytes differently (request smuggling), this refuses. One object reads
/// one request.
class request_reader : private boost::beast::http::basic_parser<true> {
public:
    explicit request_reader(request_limits limits);

    /// Takes what it can use from the front of `input`, all the bytes not taken so far: how many it took.
    /// Give it the rest again when more has come in. Take nothing once it is complete or refused.
    std::size_t take(std::string_view input);

    bool complete() const { return is_done() && !refusal_; }

    /// The status to refuse the request with: 400, 413, 417 or 431.
    std::optional<unsigned> refusal() const { return refusal_; }

    /// True once: the head is here, and the client waits for "100 Continue" before it sends the body.
    bool take_expectation()
    {
        return is_header_done() && std::exchange(expects_continue_, false) && !is_done();
    }

    /// Bytes of the body that are here.
    std::size_t body_size() const { return request_.body.size(); }

    /// What follows holds once the request is complete.
    bool wants_keep_alive() const { return keep_alive(); }

    bool is_http10() const { return http10_; }

    http_request release() { return std::move(request_); }

private:
    using beast_error = boost::beast::error_code;
    using text = boost::beast::string_view;

    std::size_t take_head(std::string_view input);
    std::size_t take_body(std::string_view input);
    void parse(std::string_view input, std::size_t& taken);

    void refuse(unsigned status) { refusal_ = status; }

    void check_framing(boost::beast::http::field name, text value);

    void
    on_request_impl(boost::beast::http::verb, text method, text target, int version, beast_error&) override;
    void on_field_impl(boost::beast::http::field, text name, text value, beast_error&) override;
    void on_header_impl(beast_error&) override;
    void on_body_init_impl(boost::optional<std::uint64_t> const& length, beast_error&) override;
    std::size_t on_body_impl(text bytes, beast_error&) override;
    void on_chunk_header_impl(std::uint64_t size, text extensions, beast_error&) override;
    std::size_t on_chunk_body_impl(std::uint64_t left, text bytes, beast_error&) override;
    void on_finish_impl(beast_error&) override;

    // Only for messages that end with the connection, which a request never does.
    void on_response_impl(int, text, int, beast_error&) override {}

    request_limits limits_;
    http_request request_;
    std::optional<unsigned> refusal_;
    std::size_t searched_ = 0;  // bytes of the head known not to end it
    unsigned hosts_ = 0;
    unsigned lengths_ = 0;
    unsigned encodings_ = 0;
    bool http10_ = false;
    bool awaits_first_chunk_ = false;
    bool expects_continue_ = false;
};

}  // namespace crossroads
