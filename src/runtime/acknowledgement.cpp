#include "runtime/acknowledgement.hpp"

#include <nlohmann/json.hpp>

namespace crossroads {
namespace {

using json = nlohmann::json;

}  // namespace

std::string write_acknowledgement(http_response const& response)
{
    json document = {{"s", response.status}};
    if (!response.headers.empty())
        document["h"] = response.headers;
    if (!response.body.empty())
        document["b"] = response.body;
    return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<http_response> read_acknowledgement(std::string_view text)
{
    auto const document = json::parse(text, nullptr, false);
    if (!document.is_object() || !document.contains("s") || !document["s"].is_number_unsigned())
        return std::nullopt;
    http_response response;
    response.status = document["s"].get<unsigned>();
    try {
        response.headers = document.value("h", http_headers{});
        response.body = document.value("b", std::string());
    } catch (json::exception const&) {
        return std::nullopt;
    }
    return response;
}

}  // namespace crossroads
