#pragma once

#include "channel/http_message.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

/// A method or a header name: one or more of the characters RFC 9110 section 5.6.2 allows.
bool is_token(std::string_view text);

/// What may be a header's value: no control characters but the tab, so that it cannot end its line.
bool is_field_value(std::string_view text);

/// Whether two header names or values are the same but for the case of ASCII letters.
bool same_without_case(std::string_view one, std::string_view other);

enum class after_response { keep_alive, keep_alive_http10, close };

/// The head of `response`, replacing what is in `head`: Date and Server added, Content-Length from the body,
/// framing headers of the response itself left out. Throws std::invalid_argument for a status or a header
/// that cannot be sent.
void write_response_head(std::string& head, http_response const& response, after_response after);

/// The head of the request to send; `host` as in the Host header. The same rules as above.
std::string request_head(http_call const& call, std::string_view host, std::string_view target);

/// What is wrong with the method or the headers of `call`; none if it can be sent.
std::optional<std::string> problem_with(http_call const& call);

}  // namespace crossroads
