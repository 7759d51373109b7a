#include "playground/page.hpp"

#include "playground/page_files.hpp"

#include <algorithm>
#include <string>

namespace crossroads::playground {
namespace {

constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

std::string_view content_type(std::string_view name)
{
    if (name.ends_with(".html"))
        return "text/html; charset=utf-8";
    if (name.ends_with(".css"))
        return "text/css; charset=utf-8";
    if (name.ends_with(".js"))
        return "text/javascript; charset=utf-8";
    return "image/svg+xml";
}

}  // namespace

std::optional<http_response> page_file(std::string_view name)
{
    if (name.empty())
        name = "index.html";
    auto const found = std::ranges::find(page_files(), name, &embedded_file::name);
    if (found == page_files().end())
        return std::nullopt;
    http_response response;
    response.headers = {
        {"Content-Type", std::string(content_type(name))},
        {"Content-Security-Policy", std::string(content_policy)},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cache-Control", "no-cache"},
    };
    response.body = found->content;
    return response;
}

}  // namespace crossroads::playground
