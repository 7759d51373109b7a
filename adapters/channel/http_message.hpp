#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crossroads {

using http_headers = std::vector<std::pair<std::string, std::string>>;

/// The value of a header, its name compared without case; none if absent. The first one if repeated.
std::optional<std::string_view> find_header(http_headers const& headers, std::string_view name);

/// A request that came in, as far as adapters care.
struct http_request {
    std::string method;
    std::string target;  // path and query, as sent
    http_headers headers;
    std::string body;
    std::string peer;  // address that sent it, without the port: "127.0.0.1"; empty if unknown
};

struct http_response {
    unsigned status = 200;
    http_headers headers;  // content type included
    std::string body;
};

/// A request to be sent out. `url` is absolute.
struct http_call {
    std::string method = "POST";
    std::string url;
    http_headers headers;
    std::string body;
};

}  // namespace crossroads
